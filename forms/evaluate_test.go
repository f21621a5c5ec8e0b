package forms_test

import (
	"slices"
	"testing"

	"h200filing/forms"
)

// TestEmptyListIsNotZero: without a workload the need is unknown, and the value
// says what it lacks.
func TestEmptyListIsNotZero(t *testing.T) {
	r := forms.Evaluate(pack(t), caseAnswers(t, "inference-supported.yaml", "workloads="), surroundings(t))
	for _, path := range []forms.Path{"product.devices_needed", "product.quantity_justified", "product.quantity_verdict"} {
		if q := r.Question(path); q != nil && q.State != forms.Incomplete {
			t.Errorf("%s is %v in state %d", path, q.Value, q.State)
		}
	}
	if q := r.Question("product.devices_needed"); !slices.Equal(q.Missing, []forms.Path{"workloads"}) {
		t.Errorf("missing: %v", q.Missing)
	}
}
