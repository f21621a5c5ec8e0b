package fill

import (
	"strconv"
	"strings"

	"h200filing/export/xlsx"
	"h200filing/export/xlsx/cells"
	"h200filing/forms"
)

// base is the state that the workbook was written from, as its check list tells:
// plain values by public path.
type base struct {
	values map[string]string
	rows   map[string]int // list by public path → how many rows had an answer
}

// Columns of the check list.
const (
	checkPath  = 1
	checkPart  = 4
	checkValue = 5
)

// readBase finds out how the application stands to the workbook: as it was then,
// further on, or another one.
func (r *reader) readBase() error {
	digest, err := r.meta(xlsx.MetaDigest)
	if err != nil {
		return err
	}
	if digest == "" {
		r.note(CheckMissing, "")
		return nil
	}
	r.sound = true
	if digest == r.report.Digest() {
		return nil
	}
	b, err := r.checkList()
	if err != nil {
		return err
	}
	day, err := r.meta(xlsx.MetaDate)
	if !r.agrees(b) {
		r.sound = false
		r.note(OtherApplication, "")
		return err
	}
	r.base = b
	r.note(OlderState, day)
	return err
}

// checkList reads the values under the digest.
func (r *reader) checkList() (*base, error) {
	area, _ := r.book.Name(xlsx.MetaDigest)
	s, err := r.sheet(area.Sheet)
	if err != nil {
		return nil, err
	}
	b := &base{values: map[string]string{}, rows: map[string]int{}}
	parts := map[string]*strings.Builder{}
	for row := area.Row + 1; row <= s.LastRow; row++ {
		path, part := s.Cell(checkPath, row), s.Cell(checkPart, row)
		if path.Content != cells.Text || part.Content != cells.Number || r.form.Field(forms.Path(path.Raw).Pattern()) == nil {
			continue
		}
		if parts[path.Raw] == nil {
			parts[path.Raw] = &strings.Builder{}
			b.count(path.Raw)
		}
		if p := parts[path.Raw]; p.Len() < MaxText {
			p.WriteString(s.Cell(checkValue, row).Raw)
		}
	}
	for path, text := range parts {
		b.values[path] = text.String()
	}
	return b, nil
}

// count notes the rows that a public path stands in.
func (b *base) count(path string) {
	for at := 0; ; {
		open := strings.IndexByte(path[at:], '[')
		if open < 0 {
			return
		}
		list := path[:at+open]
		end := strings.IndexByte(path[at+open:], ']')
		if end < 0 {
			return
		}
		if n, err := strconv.Atoi(path[at+open+1 : at+open+end]); err == nil && n >= 0 && n < MaxRows {
			b.rows[list] = max(b.rows[list], n+1)
		}
		at += open + end + 1
	}
}

// agrees reports whether at least half of what the workbook held is what the
// application holds.
func (r *reader) agrees(b *base) bool {
	same, all := 0, 0
	for _, q := range r.report.Questions() {
		if q.Field.Type == forms.TypeRows || q.Field.Computed() {
			continue
		}
		was, ok := b.values[r.report.Public(q.Path)]
		if now := r.old(q); ok && now != "" && clean(now) == was {
			same++
		}
	}
	for path := range b.values {
		if !r.form.Field(forms.Path(path).Pattern()).Computed() {
			all++
		}
	}
	return 2*same >= all && all > 0
}

// clean drops what tells two texts apart for no reader: line ends and what XML
// cannot hold.
func clean(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	return strings.Map(func(c rune) rune {
		if c < ' ' && c != '\n' && c != '\t' || c == 0xfffe || c == 0xffff {
			return '\ufffd'
		}
		return c
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// tidy is a text without blanks around it.
func tidy(s string) string { return strings.TrimSpace(clean(s)) }
