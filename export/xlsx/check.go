package xlsx

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"h200filing/forms"
)

var checkWidths = []float64{34, 34, 22, 5, 34, 58}

// planCheck lists every value that counts, so that a later reader can tell what
// was altered: its path, label, cell, plain value and the SHA-256 of that value.
// A value too long for a cell goes on in the next rows, numbered.
func (b *builder) planCheck(s *sheet) {
	s.widths, s.small = checkWidths, true
	s.add(26, b.cell(look{kind: titleText}, b.term("xlsx.sheet.check")))
	intro := b.term("xlsx.check.notice")
	s.add(height(lines(intro, total(checkWidths))), b.cell(look{kind: introText}, intro))
	s.merge(1, len(checkWidths), 2)
	for _, m := range []struct{ name, label, value string }{
		{MetaForm, "xlsx.form", b.report.Form.ID},
		{MetaVersion, "xlsx.version", b.report.Form.Version},
		{MetaLang, "xlsx.lang", string(b.lang)},
		{MetaDate, "xlsx.date", b.date().Format("2006-01-02")},
		{MetaDigest, "xlsx.digest", b.digest},
		{MetaOnly, "xlsx.only", b.scope.String()},
	} {
		if m.value == "" { // a workbook of everything has no scope
			continue
		}
		wide := look{kind: computed, format: textFormat}
		row := s.add(18, b.cell(look{kind: label}, b.term(m.label)), b.cell(wide, m.value), b.cell(wide, nil), b.cell(wide, nil), b.cell(wide, nil))
		s.merge(2, 5, row)
		b.name(m.name, s.absolute(2, row, row))
	}
	b.name(MetaToday, `"`+b.report.Context.Today.Format("2006-01-02")+`"`)
	var head []any
	for _, key := range []string{"xlsx.check.path", "xlsx.check.label", "xlsx.check.cell", "xlsx.check.part", "xlsx.check.value", "xlsx.check.sum"} {
		head = append(head, b.cell(look{kind: heading}, b.term(key)))
	}
	s.head = s.add(20, head...)
	for _, q := range b.report.Questions() {
		if q.Field.Type != forms.TypeRows && b.scope.Covers(q.Field) && b.scope.coversPath(q.Path) && (q.State.Known() || q.Raw != "") {
			b.planChecked(s, q)
		}
	}
}

func (b *builder) planChecked(s *sheet, q *forms.Question) {
	plain := b.plain(q)
	sum := sha256.Sum256([]byte(plain))
	l := look{kind: computed, format: textFormat, line: true}
	for i, part := range b.parts(clean(plain), cellUnits, 0) {
		cells := []any{b.cell(l, b.report.Public(q.Path)), b.cell(l, nil), b.cell(l, nil), b.cell(look{kind: mark}, float64(i+1)), b.cell(l, part), b.cell(look{kind: note}, nil)}
		if i == 0 {
			cells[1] = b.cell(l, b.report.Label(q.Path, b.lang))
			cells[2] = b.cell(l, b.check[q.Path])
			cells[5] = b.cell(look{kind: note}, hex.EncodeToString(sum[:]))
		}
		text, _ := part.(string)
		s.add(height(strings.Count(text, "\n")+1), cells...)
	}
}
