package sizing_test

import (
	"encoding/json"
	"testing"

	"github.com/shopspring/decimal"

	. "h200filing/forms/sizing"
)

// TestFigureJSON: a value is written where the figure is complete, be it zero, and nowhere else.
func TestFigureJSON(t *testing.T) {
	for want, f := range map[string]Figure{
		`{"key":"annual_kwh","state":"complete","value":"0","unit":"kWh","formula":"a × b","inputs":[{"key":"a","value":"0","origin":"answer"}]}`: {
			Key: AnnualEnergy, State: Complete, Unit: "kWh", Formula: "a × b", Inputs: []Input{{Key: "a", Value: decimal.Zero, Origin: FromAnswer}}},
		`{"key":"annual_kwh","state":"incomplete","unit":"kWh","missing":["a"],"unusable":["b"]}`: {
			Key: AnnualEnergy, State: Incomplete, Unit: "kWh", Missing: []string{"a"}, Unusable: []string{"b"}},
		`{"key":"annual_kwh","state":"not_applicable"}`: {Key: AnnualEnergy, State: NotApplicable},
	} {
		got, err := json.Marshal(f)
		if err != nil || string(got) != want {
			t.Errorf("%s, %v\nwant %s", got, err, want)
		}
	}
}
