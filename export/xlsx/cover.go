package xlsx

import (
	"fmt"
	"strings"
	"time"

	"h200filing/forms"
)

var coverWidths = []float64{20, 76}

// shortDigest is how much of the digest stands on the pages.
const shortDigest = 16

// planCover writes what the workbook is, how it is filled in, and its sheets.
func (b *builder) planCover(s *sheet) {
	s.widths = coverWidths
	wide := total(coverWidths)
	line := func(l look, text string, least float64) {
		row := s.add(max(least, height(lines(text, wide))), b.cell(l, text), nil)
		s.merge(1, 2, row)
	}
	line(look{kind: titleText}, b.text.Title, 34)
	line(look{kind: plainText}, b.text.Notice, 0)
	s.add(8)
	for _, pair := range [][2]string{
		{b.text.Fields["applicant.name"].Label, b.answer("applicant.name")},
		{b.text.Fields["project.name"].Label, b.answer("project.name")},
		{b.term("xlsx.status"), b.status()},
		{b.term("xlsx.form"), b.report.Form.ID + "  " + b.report.Form.Version},
		{b.term("xlsx.catalogue"), b.catalogue()},
		{b.term("xlsx.date"), b.date().Format("2006-01-02")},
		{b.term("xlsx.digest"), b.shortDigest()},
	} {
		s.add(height(lines(pair[1], coverWidths[1])), b.cell(look{kind: label}, pair[0]), b.cell(look{kind: computed}, pair[1]))
	}
	s.add(8)
	line(look{kind: heading}, b.term("xlsx.howto"), 20)
	for n := 1; b.term(fmt.Sprintf("xlsx.howto.%d", n)) != ""; n++ {
		line(look{kind: plainText}, fmt.Sprintf("%d. %s", n, b.term(fmt.Sprintf("xlsx.howto.%d", n))), 0)
	}
	s.add(8)
	line(look{kind: heading}, b.term("xlsx.contents"), 20)
	for _, other := range b.sheets[1:] {
		text := other.title
		if text == "" {
			text = other.name
		}
		row := s.add(lineHeight+rowPadding, b.cell(look{kind: plainText}, text), nil)
		s.merge(1, 2, row)
		s.links[cellName(1, row)] = other.quoted() + "!A1"
	}
}

func (b *builder) answer(path forms.Path) string {
	if q := b.report.Question(path); q != nil {
		return b.report.Display(q, b.lang)
	}
	return ""
}

// catalogue names the catalogue of accelerators that the figures come from.
func (b *builder) catalogue() string {
	if c := b.report.Context.Catalogue; c != nil {
		return c.Version + "  " + c.Date.Format(time.DateOnly)
	}
	return ""
}

func (b *builder) status() string {
	switch {
	case b.practice:
		return b.term("xlsx.status.practice")
	case b.draft:
		return b.term("xlsx.status.draft")
	}
	return b.term("xlsx.status.final")
}

// shortDigest is the head of the digest in groups of four.
func (b *builder) shortDigest() string {
	var groups []string
	for i := 0; i+4 <= min(shortDigest, len(b.digest)); i += 4 {
		groups = append(groups, b.digest[i:i+4])
	}
	return strings.Join(groups, " ")
}
