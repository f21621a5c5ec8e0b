package xlsx

import (
	"errors"
	"testing"

	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/forms/rules"
	"h200filing/i18n"
)

// compiled is a computed field of a type with an expression, in a list or not.
func compiled(t *testing.T, form *forms.Form, kind forms.Type, source, list string) *forms.Field {
	t.Helper()
	f := &forms.Field{ID: "test.value", Key: "value", Type: kind, List: form.Field(list)}
	row := ""
	if f.List != nil {
		row = list + "[]"
	}
	any := func(...any) (any, error) { return nil, nil }
	e, err := rules.Compile(source, rules.Scope{
		Row: row, Has: func(string) bool { return true },
		Functions: rules.NewFunctions(map[string]rules.Function{"round_up": any, "least": any, "capital": any, "answered": any}),
	})
	if err != nil {
		t.Fatal(err)
	}
	f.Compute = e
	return f
}

func TestFormulas(t *testing.T) {
	form := formstest.Form(t)
	for source, want := range map[string]string{
		`1 + 2`:                                                     `1+2`,
		`product.quantity * product.unit_price`:                     `IF(COUNT(product.quantity,product.unit_price)=2,product.quantity*product.unit_price,"")`,
		`(product.quantity + 1) * 2`:                                `IF(COUNT(product.quantity)=1,(product.quantity+1)*2,"")`,
		`product.unit_price / 100`:                                  `IF(COUNT(product.unit_price)=1,product.unit_price/100,"")`,
		`product.unit_price / product.quantity`:                     `IFERROR(IF(COUNT(product.unit_price,product.quantity)=2,product.unit_price/product.quantity,""),"")`,
		`round_up(product.quantity / 8)`:                            `IF(COUNT(product.quantity)=1,ROUNDUP(product.quantity/8,0),"")`,
		`least(product.quantity, 3)`:                                `IF(COUNT(product.quantity)=1,MIN(product.quantity,3),"")`,
		`product.currency == "USD" ? product.fx_rate : 1`:           `IFERROR(IF(SUMPRODUCT(--(choices._currency=product.currency))=1,IF(product.currency="美元",IF(COUNT(product.fx_rate)=1,product.fx_rate,NA()),1),NA()),"")`,
		`end_use.no_military ? 1 : 0`:                               `IFERROR(IF(SUMPRODUCT(--(choices._yes_no=end_use.no_military))=1,IF((end_use.no_military="是"),1,0),NA()),"")`,
		`sum(project.fleet, .count)`:                                `IF(MAX(COUNTA(project.fleet.model),COUNTA(project.fleet.origin),COUNTA(project.fleet.count))=COUNT(project.fleet.count),SUM(project.fleet.count),"")`,
		`sum(filter(project.fleet, .origin == "domestic"), .count)`: `IF(COUNTIF(project.fleet.origin,"国产")=COUNTIFS(project.fleet.origin,"国产",project.fleet.count,">=-1E+300"),SUMIF(project.fleet.origin,"国产",project.fleet.count),"")`,
	} {
		w := formulas{form: form, text: form.Text(i18n.Hans)}
		got, err := w.write(compiled(t, form, forms.TypeDecimal, source, ""))
		if err != nil || got != want {
			t.Errorf("%s\n gives %s (%v)\n want  %s", source, got, err, want)
		}
	}
}

// TestFormulasOfRows names the cells of the same row.
func TestFormulasOfRows(t *testing.T) {
	form := formstest.Form(t)
	w := formulas{form: form, text: form.Text(i18n.Hans), column: func(f *forms.Field) string { return "$X_" + f.Key }}
	got, err := w.write(compiled(t, form, forms.TypeMoney, `row.days * row.replicas`, "workloads"))
	if want := `IF(COUNT($X_days,$X_replicas)=2,ROUND($X_days*$X_replicas,2),"")`; err != nil || got != want {
		t.Errorf("%s (%v), want %s", got, err, want)
	}
}

// TestInexpressible refuses what would come out otherwise in Excel.
func TestInexpressible(t *testing.T) {
	form := formstest.Form(t)
	for _, source := range []string{
		`product.quantity > 1 and product.unit_price > 2 ? 1 : 2`,
		`not end_use.no_military ? 1 : 2`,
		`end_use.no_military or end_use.no_transfer`,
		`(product.quantity > 1 or product.quantity < 0) == true ? 1 : 2`,
		`product.currency in ["USD"] ? 1 : 2`,
		`product.quantity % 8`,
		`capital(product.total_cny)`,
		`answered(product.model) ? 1 : 0`,
		`sum(suppliers, .facts)`,
		`sum(filter(project.fleet, .count > 3), .count)`,
		`suppliers[0].lead_time_days + 1`,
		`today`,
		`len(suppliers)`,
		`"a\"b" == product.name ? 1 : 2`,
	} {
		w := formulas{form: form, text: form.Text(i18n.Hans)}
		if got, err := w.write(compiled(t, form, forms.TypeDecimal, source, "")); err == nil {
			t.Errorf("%s became %s", source, got)
		}
	}
	w := formulas{form: form, text: form.Text(i18n.Hans)}
	if _, err := w.write(form.Field("energy.annual_kwh")); !errors.Is(err, errInexpressible) {
		t.Errorf("the value of an engine: %v", err)
	}
}
