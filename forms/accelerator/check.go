package accelerator

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"
)

// checkPart holds a part that did not come from a file to the same rules.
func checkPart(p Part, today time.Time) error {
	if p.ID == "" || p.Supplier == "" || p.Product == "" {
		return errors.New("id, supplier and product are required")
	}
	if !roles[p.Role] {
		return fmt.Errorf("unknown role %q", p.Role)
	}
	for _, id := range slices.Sorted(maps.Keys(p.Figures)) {
		m, ok := MetricByID(id)
		if !ok {
			return fmt.Errorf("unknown metric %q", id)
		}
		if err := checkFigure(m, p.Figures[id], today); err != nil {
			return fmt.Errorf("%s: %w", id, err)
		}
	}
	return nil
}

// checkFigure says why a figure may not be compared, or nil.
func checkFigure(m Metric, f Figure, today time.Time) error {
	switch {
	case strings.TrimSpace(f.Source) == "":
		return errors.New("source is missing")
	case f.Grade == "":
		return errors.New("grade is missing")
	case !grades[f.Grade]:
		return fmt.Errorf("unknown grade %q", f.Grade)
	case m.Kind == Compute && !f.Dense:
		return errors.New("sparse figure; only dense figures are compared")
	case m.Kind != Compute && f.Dense:
		return errors.New("dense applies to compute metrics only")
	case m.Kind == Flag && !f.Value.Equal(decimal.Zero) && !f.Value.Equal(decimal.NewFromInt(1)):
		return fmt.Errorf("%s is neither true nor false", f.Value)
	case m.Kind != Flag && !f.Value.IsPositive():
		return fmt.Errorf("%s is not above zero; leave an unknown figure out", f.Value)
	}
	return checkDay(f.RetrievedOn, today)
}

// checkDay refuses a missing day and one after today.
func checkDay(day, today time.Time) error {
	if day.IsZero() {
		return errors.New("retrieved_on is missing")
	}
	if day.Format(time.DateOnly) > today.Format(time.DateOnly) {
		return fmt.Errorf("%s lies in the future", day.Format(time.DateOnly))
	}
	return nil
}
