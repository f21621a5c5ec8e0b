package verify

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"h200filing/export/pack"
	"h200filing/export/xlsx"
	"h200filing/forms"
)

// line is an answer as the workbook's check list has it.
type line struct {
	path  string // with row positions
	value string
	sum   string // SHA-256 of the value, as it stands there
	at    cell   // of the value
}

// checkLines reads the check list: a value may go on in further rows.
func checkLines(b *book) []line {
	digest, ok := b.areas[xlsx.MetaDigest]
	if !ok {
		return nil
	}
	sheet := digest.from.sheet
	last := 0
	for place := range b.cells {
		if place.sheet == sheet {
			last = max(last, place.row)
		}
	}
	var out []line
	for row := digest.from.row + 2; row <= last; row++ { // below the head
		text := func(column int) string { return b.cells[cell{sheet, column, row}] }
		switch {
		case text(checkPath) == "":
		case text(checkPart) == "1" || len(out) == 0:
			out = append(out, line{text(checkPath), text(checkValue), text(checkColumns), cell{sheet, checkValue, row}})
		default:
			out[len(out)-1].value += text(checkValue)
		}
	}
	return out
}

// mended is the value that the sum is of, where it can be told: another program may
// have altered the line breaks, or a person the value here but not in its own cell,
// whose text is given.
func (l line) mended(own string) string {
	breaks := strings.NewReplacer("\r\n", "\r\n", "\n", "\r\n")
	for _, v := range []string{l.value, breaks.Replace(l.value), own, own + ".00", own + "0", dayOf(own)} {
		if pack.SumOf([]byte(v)) == l.sum {
			return v
		}
	}
	return l.value
}

// dayOf writes a day of Excel's calendar as ISO 8601 does.
func dayOf(serial string) string {
	days, err := strconv.Atoi(serial)
	if err != nil || days < 0 || days > 3e6 {
		return serial
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days).Format(time.DateOnly)
}

var rowIndex = regexp.MustCompile(`\[([0-9]+)\]`)

// answersOf puts together the answers that a check list holds. For identity numbers,
// which are masked in it, others stand that are masked alike.
func answersOf(form *forms.Form, b *book) (*forms.Answers, error) {
	lines := checkLines(b)
	if len(lines) == 0 {
		return nil, &Error{Kind: NoAnswers}
	}
	sums := map[string]string{}
	for _, l := range lines {
		if row, ok := strings.CutSuffix(l.path, ".sha256"); ok {
			sums[row] = l.value
		}
	}
	answers := forms.NewAnswers()
	if err := addRows(form, answers, b, lines); err != nil {
		return nil, err
	}
	for i, l := range lines {
		path, err := answers.Resolve(l.path)
		if err != nil {
			return nil, err
		}
		field := form.Field(path.Pattern())
		if field == nil || field.Type == forms.TypeRows {
			return nil, fmt.Errorf("%s: no question", l.path)
		}
		if field.Computed() {
			continue
		}
		value := l.mended(b.text(xlsx.Name(field.ID)))
		if sum := sums[strings.TrimSuffix(l.path, ".file")]; field.Type == forms.TypeFile && sum != "" {
			value = forms.Attachment{Name: value, SHA256: sum}.Text()
		}
		if field.Mask != "" {
			value = unmasked(value, i)
		}
		if _, err := answers.Apply(forms.Change{Op: forms.Set, Path: path, Value: value}); err != nil {
			return nil, err
		}
	}
	return answers, nil
}

// mostRows bounds the rows of one list.
const mostRows = 10000

// addRows makes the rows that the lines stand in, outer lists first, and those of
// which only the number stands in the workbook.
func addRows(form *forms.Form, answers *forms.Answers, b *book, lines []line) error {
	need := map[string]int{} // public list → rows
	for _, l := range lines {
		for _, m := range rowIndex.FindAllStringSubmatchIndex(l.path, -1) {
			n, err := strconv.Atoi(l.path[m[2]:m[3]])
			if err != nil || n >= mostRows {
				return fmt.Errorf("%s: no row", l.path)
			}
			list := l.path[:m[0]]
			need[list] = max(need[list], n+1)
		}
	}
	form.Walk(func(f *forms.Field) {
		if a, ok := b.areas[xlsx.RowName(f.ID)]; ok && f.Type == forms.TypeRows && f.List == nil {
			for i := range min(a.height, mostRows) {
				if b.cells[a.at(i)] != "" {
					need[f.ID] = max(need[f.ID], i+1)
				}
			}
		}
	})
	lists := make([]string, 0, len(need))
	for list := range need {
		lists = append(lists, list)
	}
	slices.SortFunc(lists, func(x, y string) int {
		return cmp.Or(strings.Count(x, "[")-strings.Count(y, "["), strings.Compare(x, y))
	})
	for _, list := range lists {
		path, err := answers.Resolve(list)
		if err != nil {
			return err
		}
		if f := form.Field(path.Pattern()); f == nil || f.Type != forms.TypeRows {
			return fmt.Errorf("%s: no list", list)
		}
		for i := range need[list] {
			if _, err := answers.Apply(forms.Change{Op: forms.Insert, Path: path.Row(answers.NewRowID()), At: i}); err != nil {
				return err
			}
		}
	}
	return nil
}
