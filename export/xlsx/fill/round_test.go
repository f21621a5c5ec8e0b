package fill_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"h200filing/export/xlsx"
	"h200filing/export/xlsx/fill"
	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// TestNoDifference reads workbooks back as they were written, in every language.
func TestNoDifference(t *testing.T) {
	for _, name := range []string{formstest.Supported, formstest.Unsupported, formstest.Incomplete} {
		for _, lang := range i18n.Langs() {
			t.Run(name+" "+string(lang), func(t *testing.T) {
				report := formstest.Evaluate(t, formstest.Answers(t, name))
				i := read(t, render(t, report, xlsx.Options{Lang: lang, Draft: true}), report)
				if len(i.Differences)+len(i.Notes) > 0 {
					t.Errorf("%q %q", lines(i), notes(i))
				}
			})
		}
	}
}

// edits are single edits in the workbook of the supported case, and the one
// difference that each makes.
var edits = []struct {
	what, name string
	row        int
	value      any
	want       string // "" is none
}{
	{"a number", "product.quantity", 0, 33, "answer|product.quantity|32|33|"},
	{"a number as text, full-width, with its unit", "product.quantity", 0, " ３３ 张 ", "answer|product.quantity|32|33|"},
	{"the same number as text", "product.quantity", 0, "３２", ""},
	{"thousands", "product.unit_price", 0, "27,500.5", "answer|product.unit_price|27000.00|27500.50|"},
	{"no number", "product.quantity", 0, "三十三", "answer|product.quantity|32|三十三|int"},
	{"half a card", "product.quantity", 0, 32.5, "answer|product.quantity|32|32.5|int"},
	{"below the least", "product.quantity", 0, 0, "answer|product.quantity|32|0|range"},
	{"cleared", "product.quantity", 0, nil, "answer|product.quantity|32||"},
	{"blanks only", "applicant.industry", 0, " \u3000\n", "answer|applicant.industry|互联网和相关服务||"},
	{"a truth in English", "end_use.no_military", 0, "No", "answer|end_use.no_military|true|false|"},
	{"a truth by a sign", "end_use.no_military", 0, "×", "answer|end_use.no_military|true|false|"},
	{"a truth as such", "end_use.no_military", 0, false, "answer|end_use.no_military|true|false|"},
	{"the same truth", "end_use.no_military", 0, true, ""},
	{"neither yes nor no", "end_use.no_military", 0, "也许", "answer|end_use.no_military|true|也许|yes_no"},
	{"a choice by id", "product.us_duty_borne_by", 0, "SELLER", "answer|product.us_duty_borne_by|buyer|seller|"},
	{"a choice in traditional Chinese", "suppliers.reply", 0, "未回覆", "answer|suppliers[0].reply|quoted|none|"},
	{"no choice", "product.us_duty_borne_by", 0, "双方", "answer|product.us_duty_borne_by|buyer|双方|choice"},
	{"a product that is not admitted", "product.model", 0, "b200", "answer|product.model|h200_sxm|b200|not_permitted"},
	{"a day as text", "declaration.issued_on", 0, "２０２６年１１月２４日", "answer|declaration.issued_on|2026-11-23|2026-11-24|"},
	{"a day with a time", "declaration.issued_on", 0, "2026/11/24 00:00:00", "answer|declaration.issued_on|2026-11-23|2026-11-24|"},
	{"eight digits", "declaration.issued_on", 0, 20261124, "answer|declaration.issued_on|2026-11-23|2026-11-24|"},
	{"a serial number", "declaration.issued_on", 0, 46350, "answer|declaration.issued_on|2026-11-23|2026-11-24|"},
	{"no day", "declaration.issued_on", 0, "明年", "answer|declaration.issued_on|2026-11-23|明年|date"},
	{"text that begins like a formula", "applicant.industry", 0, "=1+1", "answer|applicant.industry|互联网和相关服务|=1+1|"},
	{"a code, full-width", "applicant.postcode", 0, "３１００５３", "answer|applicant.postcode|311100|310053|"},
	{"a code as a number", "applicant.postcode", 0, 310053, "answer|applicant.postcode|311100|310053|"},
	{"the same code as a number", "applicant.postcode", 0, 311100, ""},
	{"a code of too many digits", "applicant.uscc", 0, 1.5e17, "answer|applicant.uscc|91330100MA8H4G6L29|150000000000000000|digits"},
	{"a reference", "suppliers.evidence", 0, "没有的材料", "answer|suppliers[0].evidence|华为报价单\n对比测试报告|没有的材料|no_such_row"},
	{"a computed value", "product.total_cny", 0, 1, ""},
}

func TestEdits(t *testing.T) {
	answers := formstest.Answers(t, formstest.Supported)
	report := formstest.Evaluate(t, answers)
	original := render(t, report, xlsx.Options{})
	for _, e := range edits {
		t.Run(e.what, func(t *testing.T) {
			b := open(t, original)
			b.put(e.name, e.row, e.value)
			i := read(t, b.data(), report)
			var want []string
			if e.want != "" {
				want = []string{e.want}
			}
			got := lines(i)
			if len(got) == 0 {
				got = nil
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func changed(t testing.TB, i *fill.Import, answers *forms.Answers, chosen func(*fill.Difference) bool) *forms.Answers {
	t.Helper()
	changes, err := i.Changes(answers, chosen)
	if err != nil {
		t.Fatal(err)
	}
	after := answers.Clone()
	formstest.Apply(t, after, changes...)
	return after
}
