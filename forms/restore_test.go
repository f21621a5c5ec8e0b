package forms_test

import (
	"slices"
	"testing"

	"h200filing/forms"
)

type (
	values = map[forms.Path]string
	rows   = map[forms.Path][]string
)

func TestRestore(t *testing.T) {
	texts := values{"a": "1", "s[r2].x": "2", "s[r2].t[r3].y": "3"}
	lists := rows{"s": {"r2", "r1"}, "s[r2].t": {"r3"}}
	a, err := forms.Restore(texts, lists, 7)
	if err != nil {
		t.Fatal(err)
	}
	texts["a"], lists["s"][0] = "changed", "r9"
	if a.Get("a") != "1" || a.Get("s[r2].t[r3].y") != "3" || !slices.Equal(a.Rows("s"), []string{"r2", "r1"}) {
		t.Error("the answers are not what was given")
	}
	if a.NextRow() != 7 || a.NewRowID() != "r7" {
		t.Errorf("next row %d", a.NextRow())
	}
	if empty, err := forms.Restore(nil, nil, 1); err != nil || len(empty.Paths()) > 0 {
		t.Errorf("nothing restores to %v, %v", empty, err)
	} else if _, err := empty.Apply(forms.Change{Op: forms.Set, Path: "a", Value: "1"}); err != nil {
		t.Error(err)
	}
}

func TestRestoreRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		values values
		rows   rows
		next   int
	}{
		"no next row":              {next: 0},
		"an empty text":            {values{"a": ""}, nil, 1},
		"an answer without row":    {values{"s[r1].x": "1"}, nil, 2},
		"an answer in a wrong row": {values{"s[r1].x": "1"}, rows{"s": {"r2"}}, 3},
		"a bracket without mate":   {values{"s]x": "1"}, nil, 1},
		"an empty list":            {nil, rows{"s": {}}, 1},
		"a row twice":              {nil, rows{"s": {"r1", "r1"}}, 2},
		"a row still to come":      {nil, rows{"s": {"r2"}}, 2},
		"a row id with a bracket":  {nil, rows{"s": {"r[1"}}, 2},
		"a list without row":       {nil, rows{"s[r1].t": {"r2"}}, 3},
	} {
		if a, err := forms.Restore(c.values, c.rows, c.next); err == nil {
			t.Errorf("%s: restored as %v", name, a.Paths())
		}
	}
}
