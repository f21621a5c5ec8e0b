package forms_test

import (
	"testing"

	"h200filing/assets/accelerators"
	"h200filing/forms"
	"h200filing/forms/formstest"
)

// TestSupportedCase holds the computed values of the case to figures worked out
// by hand.
func TestSupportedCase(t *testing.T) {
	r := formstest.Evaluate(t, formstest.Answers(t, formstest.Supported))
	for path, want := range map[forms.Path]string{
		"product.goods_value":        "864000.00",
		"product.us_duty":            "216000.00",
		"product.cif_cny":            "7782336.00",
		"product.import_duty_cny":    "0.00",
		"product.vat_cny":            "1011703.68",
		"product.total_cny":          "8794039.68",
		"product.total_cny_capital":  "人民币捌佰柒拾玖万肆仟零叁拾玖元陆角捌分",
		"project.hub_node":           "yangtze_delta",
		"eligibility.outcome":        "open",
		"product.devices_needed":     "32",
		"product.quantity_justified": "32",
		"product.quantity_verdict":   "within",
		"justification.supported":    "true",
		"workloads[r3].binding":      "memory",
	} {
		q := r.Question(path)
		if q == nil {
			t.Errorf("%s is not asked", path)
			continue
		}
		if got := q.Plain(); q.State != forms.Computed || got != want {
			t.Errorf("%s = %q (state %d), want %q", path, got, q.State, want)
		}
	}
	if !r.Supported() {
		t.Errorf("the claim is not supported: %+v", r.Gap.Support)
	}
}

// TestCatalogueDate holds the day that the program checks the catalogue against
// to the day that the catalogue itself states.
func TestCatalogueDate(t *testing.T) {
	if c := formstest.Context(t).Catalogue; !c.Date.Equal(accelerators.Released) {
		t.Errorf("the catalogue is of %s, the program says %s", c.Date, accelerators.Released)
	}
}
