package session

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"h200filing/forms"
	"h200filing/forms/file"
	"h200filing/i18n"
)

// Describer writes changes as people read them, by the labels and rows of a report.
// It may be used on any goroutine.
type Describer struct {
	Report *forms.Report
	Words  *i18n.Words
}

// Description is a change of an answer or of a row as people read it. Of a row, Old and
// New are its positions.
type Description struct {
	Path  forms.Path
	Field string // the path with the row positions of the report; a row that is gone keeps its id
	Label string
	Old   string
	New   string
}

// DescribedDifference is a question or row that differs between two states.
type DescribedDifference struct {
	Description
	Kind file.DiffKind
}

// DescribedEntry is an entry of the change log as people read it.
type DescribedEntry struct {
	Description
	Entry file.Entry
	Late  bool // a requirement changed after the comparison had begun
}

// Answer writes the text of an answer; what is no value of its type stays as it
// stands.
func (t Describer) Answer(p forms.Path, text string) string {
	field := t.Report.Form.Field(p.Pattern())
	if field == nil || text == "" {
		return text
	}
	value, flaw := field.Value(text, t.Report.Form.Choices)
	if flaw != "" && flaw != forms.NoContent {
		return text
	}
	q := &forms.Question{Path: p, Field: field, State: forms.Answered, Raw: text, Value: value}
	if shown := t.Report.Display(q, t.Words.Lang); shown != "" {
		return shown
	}
	return text
}

// Position is the place of a row for people, who count from 1; "" stays.
func (t Describer) Position(index string) string {
	n, err := strconv.Atoi(index)
	if err != nil {
		return ""
	}
	return t.Words.Text("diff.position", "n", strconv.Itoa(n+1))
}

// Label names a question or a row; what the form does not have keeps its path.
func (t Describer) Label(p forms.Path) string {
	if isRow(p) {
		if title := t.Report.RowTitle(p, t.Words.Lang); title != "" {
			return title
		}
	}
	if t.Report.Form.Field(p.Pattern()) != nil {
		return t.Report.Label(p, t.Words.Lang)
	}
	return string(p)
}

// isRow reports whether a path names a row, and not an answer.
func isRow(p forms.Path) bool { return strings.HasSuffix(string(p), "]") }

// Differences writes what Session.Diff has found between the report's state and
// an older one, whose report is old: rows that only that one has are named by it.
func (t Describer) Differences(old *forms.Report, differences []file.Difference, stands func(forms.Path) bool) []DescribedDifference {
	before := Describer{old, t.Words}
	out := make([]DescribedDifference, 0, len(differences))
	for _, d := range differences {
		where := t
		if !stands(d.Path) {
			where = before
		}
		told := Description{Path: d.Path, Field: where.Report.Public(d.Path), Label: where.Label(d.Path)}
		if isRow(d.Path) {
			told.Old, told.New = t.Position(d.Old), t.Position(d.New)
		} else {
			told.Old, told.New = apart(d.Old, d.New, before.Answer(d.Path, d.Old), t.Answer(d.Path, d.New), t.masked(d.Path))
		}
		out = append(out, DescribedDifference{told, d.Kind})
	}
	return out
}

// Entry writes an entry of the log.
func (t Describer) Entry(e file.Entry) DescribedEntry {
	p := forms.Path(e.Path)
	out := DescribedEntry{Description: Description{Path: p, Field: t.Report.Public(p), Label: t.Label(p), Old: e.Old, New: e.New}, Entry: e}
	switch forms.Op(e.Op) {
	case forms.Set:
		out.Old, out.New = apart(e.Old, e.New, t.Answer(p, e.Old), t.Answer(p, e.New), t.masked(p))
	case forms.Insert, forms.Remove, forms.Move:
		out.Old, out.New = t.Position(e.Old), t.Position(e.New)
	}
	return out
}

// apart gives two answers as they are shown, or as they were typed where they would
// look the same: "7.0800" and "7.08". What is masked is never shown as typed.
func apart(oldTyped, newTyped, oldShown, newShown string, masked bool) (before, after string) {
	if oldShown == newShown && !masked {
		return oldTyped, newTyped
	}
	return oldShown, newShown
}

func (t Describer) masked(p forms.Path) bool {
	f := t.Report.Form.Field(p.Pattern())
	return f != nil && f.Mask != ""
}

// Moment is a time for people: of their place, to the minute.
func Moment(at time.Time) string { return at.Local().Format("2006-01-02 15:04") }

// Lengths of an excerpt, in characters: what stands before the first difference,
// and all.
const (
	excerptLead = 12
	excerptSize = 80
)

// Excerpts cuts two texts to where they first differ, each to one line of at most
// 80 characters beside the … that stand for the rest.
func Excerpts(a, b string) (before, after string) {
	a, b = oneLine(a), oneLine(b)
	if utf8.RuneCountInString(a) <= excerptSize && utf8.RuneCountInString(b) <= excerptSize {
		return a, b
	}
	x, y := []rune(a), []rune(b)
	same := 0
	for same < len(x) && same < len(y) && x[same] == y[same] {
		same++
	}
	from := max(0, same-excerptLead)
	return excerpt(x, from), excerpt(y, from)
}

func excerpt(s []rune, from int) string {
	var b strings.Builder
	if from > 0 {
		b.WriteString("…")
	}
	to := min(len(s), from+excerptSize)
	b.WriteString(string(s[min(from, to):to]))
	if to < len(s) {
		b.WriteString("…")
	}
	return b.String()
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Shortened is a text on one line of at most so many characters, beside the … that
// stands for the rest.
func Shortened(text string, most int) string {
	runes := []rune(oneLine(text))
	if len(runes) <= most {
		return string(runes)
	}
	return string(runes[:most]) + "…"
}
