package forms_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"h200filing/forms"
	"h200filing/forms/formstest"
)

// TestAligned: the copy says what the answers said, row for row; and rows whose
// title is that of a row of the others bear its id, wherever they stand.
func TestAligned(t *testing.T) {
	form := formstest.Form(t)
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) *forms.Answers {
			answers := forms.NewAnswers()
			for i, model := range rapid.SliceOfNDistinct(rapid.IntRange(1, 9), 0, 6, rapid.ID[int]).Draw(t, name) {
				row := forms.Path("project.fleet").Row(answers.NewRowID())
				for _, c := range []forms.Change{
					{Op: forms.Insert, Path: row, At: i},
					{Op: forms.Set, Path: row.Join("model"), Value: fmt.Sprint("设备", model)},
					{Op: forms.Set, Path: row.Join("count"), Value: fmt.Sprint(rapid.IntRange(1, 99).Draw(t, "count"))},
				} {
					if _, err := answers.Apply(c); err != nil {
						t.Fatal(err)
					}
				}
			}
			return answers
		}
		old, to := draw("old"), draw("to")
		got, err := form.Aligned(old, to)
		if err != nil {
			t.Fatal(err)
		}
		const list = forms.Path("project.fleet")
		if len(got.Rows(list)) != len(old.Rows(list)) {
			t.Fatalf("%d rows of %d", len(got.Rows(list)), len(old.Rows(list)))
		}
		ids := map[string]string{} // title → id
		for _, id := range to.Rows(list) {
			ids[to.Get(list.Row(id).Join("model"))] = id
		}
		for i, id := range got.Rows(list) {
			row, was := list.Row(id), list.Row(old.Rows(list)[i])
			title := got.Get(row.Join("model"))
			if title != old.Get(was.Join("model")) || got.Get(row.Join("count")) != old.Get(was.Join("count")) {
				t.Errorf("row %d reads otherwise", i)
			}
			if want, ok := ids[title]; ok && id != want {
				t.Errorf("%s has id %s, want %s", title, id, want)
			}
		}
	})
}
