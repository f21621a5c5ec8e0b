package rules

import (
	"testing"
	"time"

	"github.com/shopspring/decimal"
)

// TestKey: values have the same key just when they are the same, and only what can
// be compared has one.
func TestKey(t *testing.T) {
	day := time.Date(2026, 11, 12, 0, 0, 0, 0, time.UTC)
	values := []any{
		"", "1", "true", "2026-11-12", "number 1", true, false, 1, 2, int64(1), 1.5, decimal.RequireFromString("1.00"), decimal.RequireFromString("1.50"),
		decimal.New(1, 3), 1000, day, day.In(time.FixedZone("", 8*3600)), day.AddDate(0, 0, 1),
	}
	for _, a := range values {
		one, ok := Key(a)
		if !ok {
			t.Errorf("%T %v has no key", a, a)
		}
		for _, b := range values {
			if other, _ := Key(b); (one == other) != same(a, b) {
				t.Errorf("%T %v and %T %v have the keys %q and %q", a, a, b, b, one, other)
			}
		}
	}
	for _, v := range []any{nil, []any{"1"}, map[string]any{}} {
		if key, ok := Key(v); ok {
			t.Errorf("%v has the key %q", v, key)
		}
	}
}
