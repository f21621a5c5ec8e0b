package sizing_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"h200filing/forms/accelerator"
	"h200filing/forms/formstest"
	. "h200filing/forms/sizing"
)

// The metrics that sizing asks a device for are metrics of the catalogue, and the catalogue's H200 serves the worked
// example with eight devices a replica.
func TestSizingSpeaksTheCatalogue(t *testing.T) {
	for _, p := range []Precision{FP32, BF16, FP8, INT8} {
		id, _ := PeakMetric(p)
		if m, ok := accelerator.MetricByID(id); !ok || m.Kind != accelerator.Compute {
			t.Errorf("%s asks for %q", p, id)
		}
	}
	part, _ := formstest.Catalogue(t).ByID("h200_sxm")
	d := Device{Name: part.Product, Figures: map[string]Cited{}}
	for id, f := range part.Figures {
		d.Figures[id] = Cited{Value: &f.Value, Source: f.Source}
	}
	r := Size(moe(), d, site())
	for key, want := range map[Key]int64{PerReplica: 8, Devices: 32, Nodes: 4} {
		if f := r.Figure(key); f.State != Complete || !f.Value.Equal(decimal.NewFromInt(want)) {
			t.Errorf("%s = %s %s, want %d", key, f.State, f.Value, want)
		}
	}
	if got := r.Figure(MemoryNeeded).Value.Round(0).String(); got != "981" {
		t.Errorf("memory a replica %s GB", got)
	}
}
