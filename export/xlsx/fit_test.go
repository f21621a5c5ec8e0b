package xlsx_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"h200filing/export/xlsx"
	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// shownNumber is what a formatted number or date looks like.
var shownNumber = regexp.MustCompile(`^-?[0-9][0-9,.-]*%?$`)

// TestNoNumberIsWiderThanItsColumn measures every number and date of a workbook
// as a spreadsheet shows it: one that does not fit shows as "###".
func TestNoNumberIsWiderThanItsColumn(t *testing.T) {
	large := formstest.Answers(t, formstest.Supported)
	formstest.Set(t, large, "product.quantity", "3200000")
	formstest.Set(t, large, "product.unit_price", "2700000.55")
	for name, answers := range map[string]*forms.Answers{
		"inference": formstest.Answers(t, formstest.Supported), "unsupported": formstest.Answers(t, formstest.Unsupported), "large": large,
	} {
		b := open(t, render(t, formstest.Evaluate(t, answers), xlsx.Options{Draft: true}))
		seen := 0
		for _, sheet := range b.GetSheetList() {
			seen += numbersFit(t, b, name, sheet)
		}
		if seen < 100 {
			t.Errorf("%s: only %d numbers found", name, seen)
		}
	}
}

// numbersFit counts the numbers of a sheet.
func numbersFit(t *testing.T, b *book, name, sheet string) int {
	t.Helper()
	rows, err := b.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for y, row := range rows {
		for x, text := range row {
			cell, column := at(t, x+1, y+1)
			kind, err := b.GetCellType(sheet, cell)
			if err != nil {
				t.Fatal(err)
			}
			if kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString || !shownNumber.MatchString(text) {
				continue
			}
			width, err := b.GetColWidth(sheet, column)
			if err != nil {
				t.Fatal(err)
			}
			seen++
			if digits := min(len(text), shownDigits(text)); float64(digits)+1.5 > width {
				t.Errorf("%s: %s!%s: %q does not fit %v digits", name, sheet, cell, text, width)
			}
		}
	}
	return seen
}

// shownDigits is the length of a number; of one without a format a spreadsheet
// shows as much as eleven digits.
func shownDigits(text string) int {
	if strings.ContainsAny(text, ",%-") {
		return len(text)
	}
	return 11
}

func at(t *testing.T, x, y int) (cell, column string) {
	t.Helper()
	cell, err := excelize.CoordinatesToCellName(x, y)
	if err != nil {
		t.Fatal(err)
	}
	column, err = excelize.ColumnNumberToName(x)
	if err != nil {
		t.Fatal(err)
	}
	return cell, column
}

// TestListsLeaveRoomForWhatComes: dates and amounts that are still to be filled
// in find room in every list.
func TestListsLeaveRoomForWhatComes(t *testing.T) {
	b := open(t, render(t, formstest.Evaluate(t, forms.NewAnswers()), xlsx.Options{Draft: true}))
	formstest.Form(t).Walk(func(f *forms.Field) {
		if f.List == nil || f.Type != forms.TypeDate && f.Type != forms.TypeMoney {
			return
		}
		place := b.Cells(t, xlsx.Name(f.ID))[0]
		width, err := b.GetColWidth(place[0], strings.TrimRight(place[1], "0123456789"))
		if err != nil {
			t.Fatal(err)
		}
		if width < 13 {
			t.Errorf("%s: the column is %v wide", f.ID, width)
		}
	})
}

// TestPracticeIsMarked reads the head of the pages and the cover.
func TestPracticeIsMarked(t *testing.T) {
	r := formstest.Evaluate(t, formstest.Answers(t, formstest.Supported))
	for _, c := range []struct {
		options xlsx.Options
		mark    string
	}{
		{xlsx.Options{}, ""},
		{xlsx.Options{Draft: true}, "草稿"},
		{xlsx.Options{Practice: true}, "练习"},
		{xlsx.Options{Practice: true, Draft: true}, "练习"},
		{xlsx.Options{Practice: true, Lang: i18n.English}, "Practice"},
	} {
		b := open(t, render(t, r, c.options))
		for _, sheet := range b.GetSheetList() {
			head, err := b.GetHeaderFooter(sheet)
			if err != nil {
				t.Fatal(err)
			}
			_, middle, marked := strings.Cut(head.OddHeader, "&C")
			if middle, _, _ = strings.Cut(middle, "&R"); marked != (c.mark != "") || !strings.HasSuffix(middle, c.mark) {
				t.Errorf("%+v: the head of %s is %q", c.options, sheet, head.OddHeader)
			}
		}
	}
}
