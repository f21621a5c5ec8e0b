package fill_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"h200filing/export/xlsx"
	"h200filing/export/xlsx/fill"
	"h200filing/forms"
	"h200filing/forms/formstest"
)

// rowEdits change rows of the supported case. again is what the same workbook
// differs in from the application that has taken it.
var rowEdits = []struct {
	what  string
	edit  func(*book)
	want  []string
	again []string
}{
	{"a row in the free rows", func(b *book) {
		b.put("project.fleet.model", 2, "甲")
		b.put("project.fleet.count", 2, "１２")
	}, []string{"added|project.fleet[2]||甲|", "answer|project.fleet[2].model||甲|", "answer|project.fleet[2].count||12|"}, nil},
	{"rows under the table", func(b *book) {
		b.put("experts.name", 7, "第八位")
		b.put("experts.name", 8, "第九位")
	}, []string{"added|experts[5]||第八位|", "answer|experts[5].name||第八位|", "added|experts[6]||第九位|", "answer|experts[6].name||第九位|"}, nil},
	{"a new supplier with a fact of its own", func(b *book) {
		n, m := b.free("suppliers"), b.free("suppliers.facts")
		b.put("suppliers.product", n, "新产品")
		b.put("suppliers.facts._parent", m, "新产品")
		b.put("suppliers.facts.value", m, 96)
	}, []string{"added|suppliers[4]||新产品|", "answer|suppliers[4].product||新产品|",
		"added|suppliers[4].facts[0]|||", "answer|suppliers[4].facts[0].value||96|"}, nil},
	{"another title", func(b *book) {
		b.put("suppliers.product", 3, "新产品")
	}, []string{"answer|suppliers[3].product|思元 590|新产品|"}, nil},
	{"titles changed for each other", func(b *book) {
		b.put("suppliers.product", 3, "BW1000")
		b.put("suppliers.product", 2, "思元 590")
	}, []string{"answer|suppliers[2].product|BW1000|思元 590|", "answer|suppliers[3].product|思元 590|BW1000|"}, []string{ // of two columns, which row is which cannot be told
		"answer|justification.counter[3].answer|供应商书面答复暂不供货。|供应商未提供带宽数据，已书面询问，仅回复显存容量。|newer",
		"answer|justification.counter[2].answer|供应商未提供带宽数据，已书面询问，仅回复显存容量。|供应商书面答复暂不供货。|newer"}},
	{"a row cleared", func(b *book) {
		b.put("project.fleet.model", 1, nil)
		b.put("project.fleet.origin", 1, nil)
		b.put("project.fleet.count", 1, " ")
	}, []string{"removed|project.fleet[1]|A800||"}, nil},
	{"an expert's row deleted", func(b *book) {
		sheet, cell := b.at("experts._row", 1)
		_, row, err := excelize.CellNameToCoordinates(cell)
		b.must(err)
		b.must(b.RemoveRow(sheet, row))
	}, []string{"removed|experts[1]|专家乙||"}, nil},
	{"a fact that says nothing of where it belongs", func(b *book) {
		b.put("suppliers.facts._parent", 0, "无此产品")
	}, []string{"added|suppliers[].facts||显存容量（GB）|no_outer_row"}, []string{"added|suppliers[].facts||显存容量（GB）|no_outer_row"}},
	{"a supplier cleared, its facts left alone", func(b *book) {
		b.clear("suppliers", 2)
	}, []string{"removed|suppliers[2]|BW1000||"}, nil},
	{"rows in another order", func(b *book) {
		b.swap("experts", 0, 4)
	}, []string{"order|experts|1 2 3 4 5|5 2 3 4 1|"}, nil},
	{"a new row of which nothing can be taken", func(b *book) {
		b.put("project.fleet.count", 2, "若干")
	}, []string{"added|project.fleet[2]|||nothing_taken", "answer|project.fleet[2].count||若干|int"},
		[]string{"added|project.fleet[2]|||nothing_taken", "answer|project.fleet[2].count||若干|int"}},
}

// free is the first line of a table without a number.
func (b *book) free(list string) int {
	b.t.Helper()
	for n := 0; ; n++ {
		sheet, cell := b.at(list+"._row", n)
		s, err := b.GetCellValue(sheet, cell)
		b.must(err)
		if s == "" {
			return n
		}
	}
}

// columns lists the names of a list's columns.
func (b *book) columns(list string) []string {
	var out []string
	for _, f := range formstest.Form(b.t).Field(list).Fields {
		if name := xlsx.Name(f.ID); b.Names[name] != "" && !f.Computed() && f.Type != forms.TypeFile {
			out = append(out, name)
		}
	}
	return out
}

func (b *book) clear(list string, n int) {
	for _, name := range b.columns(list) {
		b.put(name, n, nil)
	}
}

// swap exchanges two lines of a table.
func (b *book) swap(list string, n, m int) {
	b.t.Helper()
	for _, name := range append(b.columns(list), list+"._row") {
		sheet, x := b.at(name, n)
		_, y := b.at(name, m)
		first, err := b.GetCellValue(sheet, x, excelize.Options{RawCellValue: true})
		b.must(err)
		second, err := b.GetCellValue(sheet, y, excelize.Options{RawCellValue: true})
		b.must(err)
		b.put(name, n, second)
		b.put(name, m, first)
	}
}

func TestRows(t *testing.T) {
	answers := formstest.Answers(t, formstest.Supported)
	report := formstest.Evaluate(t, answers)
	original := render(t, report, xlsx.Options{})
	for _, e := range rowEdits {
		t.Run(e.what, func(t *testing.T) {
			b := open(t, original)
			e.edit(b)
			data := b.data()
			i := read(t, data, report)
			if diff := cmp.Diff(e.want, lines(i)); diff != "" {
				t.Error(diff)
			}
			after := changed(t, i, answers, fill.Accepted)
			again := read(t, data, formstest.Evaluate(t, after))
			if !slices.Equal(e.again, lines(again)) {
				t.Errorf("once taken, it differs in %q", lines(again))
			}
		})
	}
}

// TestReferencesFollow gives a row another title: what names it follows.
func TestReferencesFollow(t *testing.T) {
	answers := formstest.Answers(t, formstest.Supported)
	report := formstest.Evaluate(t, answers)
	b := open(t, render(t, report, xlsx.Options{}))
	b.put("suppliers.product", 3, "BW1000")
	b.put("suppliers.product", 2, "思元 590")
	after := changed(t, read(t, b.data(), report), answers, fill.Accepted)
	was, now := map[string]string{}, map[string]string{}
	for _, p := range answers.Paths() {
		if p.Pattern() == "justification.counter[].candidate" {
			was[answers.Public(p)], now[after.Public(p)] = answers.Get(p), after.Get(p)
		}
	}
	other := map[string]string{"BW1000": "思元 590", "思元 590": "BW1000"}
	for p, name := range was {
		if want := other[name]; want != "" && now[p] != want || want == "" && now[p] != name {
			t.Errorf("%s was %s and is %s", p, name, now[p])
		}
	}
}

// TestOrder takes over the order of the rows.
func TestOrder(t *testing.T) {
	answers := formstest.Answers(t, formstest.Supported)
	report := formstest.Evaluate(t, answers)
	b := open(t, render(t, report, xlsx.Options{}))
	b.swap("experts", 0, 4)
	b.put("experts.name", b.free("experts"), "第六位")
	after := changed(t, read(t, b.data(), report), answers, fill.Accepted)
	rows := answers.Rows("experts")
	want := []string{rows[4], rows[1], rows[2], rows[3], rows[0], answers.NewRowID()}
	if diff := cmp.Diff(want, after.Rows("experts")); diff != "" {
		t.Error(diff)
	}
}
