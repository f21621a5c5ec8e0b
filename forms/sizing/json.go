package sizing

import (
	"encoding/json"

	"github.com/shopspring/decimal"
)

// MarshalJSON writes a figure with its keys in their order. The value stands there only when the figure is complete: what
// is not known is no zero.
func (f Figure) MarshalJSON() ([]byte, error) {
	out := struct {
		Key      Key              `json:"key"`
		State    State            `json:"state"`
		Value    *decimal.Decimal `json:"value,omitempty"`
		Unit     string           `json:"unit,omitempty"`
		Formula  string           `json:"formula,omitempty"`
		Inputs   []Input          `json:"inputs,omitempty"`
		Missing  []string         `json:"missing,omitempty"`
		Unusable []string         `json:"unusable,omitempty"`
	}{f.Key, f.State, nil, f.Unit, f.Formula, f.Inputs, f.Missing, f.Unusable}
	if f.State == Complete {
		out.Value = &f.Value
	}
	return json.Marshal(out)
}
