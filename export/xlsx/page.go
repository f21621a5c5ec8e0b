package xlsx

import (
	"fmt"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Widths, in digits, that a page holds at a size that is still easy to read.
const (
	portraitWidth  = 112
	landscapeWidth = 175
)

const paperA4 = 9

// setUpPage makes a sheet ready to print: A4, as many pages wide as it takes to
// stay readable, heads repeated, notice and page numbers on every page.
func (b *builder) setUpPage(s *sheet) {
	size, across, down, orientation := paperA4, 1, 0, "portrait"
	if w := total(s.widths); w > portraitWidth {
		orientation = "landscape"
		if !s.small {
			across = int(math.Ceil(w / landscapeWidth))
		}
	}
	b.fail(b.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &orientation, FitToWidth: &across, FitToHeight: &down,
	}))
	fit, middle := true, true
	b.fail(b.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	inches := func(cm float64) *float64 { in := cm / 2.54; return &in }
	b.fail(b.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: inches(1.6), Right: inches(1.6), Top: inches(2), Bottom: inches(1.8),
		Header: inches(0.9), Footer: inches(0.8), Horizontally: &middle,
	}))
	lines := false
	b.fail(b.file.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &lines}))
	b.fail(b.file.SetHeaderFooter(s.name, b.headerFooter()))
	b.printTitles(s, across)
}

// printTitles repeats the head rows, and the first columns where a sheet is
// several pages wide.
func (b *builder) printTitles(s *sheet, across int) {
	var parts []string
	if across > 1 && s.side > 0 {
		column := strings.TrimRight(cellName(s.side, 1), "1")
		parts = append(parts, s.quoted()+"!$A:$"+column)
	}
	if s.head > 0 {
		first := 1
		if s.small {
			first = s.head
		}
		parts = append(parts, fmt.Sprintf("%s!$%d:$%d", s.quoted(), first, s.head))
	}
	if len(parts) > 0 {
		b.names = append(b.names, excelize.DefinedName{
			Name: "_xlnm.Print_Titles", RefersTo: strings.Join(parts, ","), Scope: s.name,
		})
	}
}

// mark is the word at the head of every page: of an exercise, or of a draft.
func (b *builder) mark() string {
	switch {
	case b.practice:
		return b.term("xlsx.practice")
	case b.draft:
		return b.term("xlsx.draft")
	}
	return ""
}

// headerFooterUnits is the greatest length of a header or footer.
const headerFooterUnits = 255

func (b *builder) headerFooter() *excelize.HeaderFooterOptions {
	plain := func(s string, units int) string {
		return strings.ReplaceAll(shorten(strings.ReplaceAll(clean(s), "\n", " "), units), "&", "&&")
	}
	header := "&L&9" + plain(b.answer("applicant.name"), 60)
	if mark := b.mark(); mark != "" {
		header += `&C&"` + fontName + `,Bold"&14` + plain(mark, 20)
	}
	header += "&R&9" + plain(b.text.Title, 60)
	pages := strings.NewReplacer("{page}", "&P", "{pages}", "&N").Replace(plain(b.term("xlsx.page"), 40))
	footer := "&L&9" + plain(b.term("own_format_footer"), 60) + "&C&9" + pages + "&R&9" + b.shortDigest()
	return &excelize.HeaderFooterOptions{OddHeader: shorten(header, headerFooterUnits), OddFooter: shorten(footer, headerFooterUnits)}
}
