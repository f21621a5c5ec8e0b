package rules

import (
	"strconv"
	"time"
)

// Key writes a text, truth, number or date such that two are equal in an expression
// just when their keys are. Anything else, and what is unknown, has none.
func Key(v any) (key string, ok bool) {
	if n, ok := number(v); ok {
		return "number " + n.String(), true
	}
	switch x := v.(type) {
	case string:
		return "text " + x, true
	case bool:
		return "truth " + strconv.FormatBool(x), true
	case time.Time:
		return "date " + x.UTC().Format(time.RFC3339Nano), true
	}
	return "", false
}
