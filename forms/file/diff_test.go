package file_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"h200filing/forms"
	"h200filing/forms/file"
)

func answers(t testing.TB, changes ...forms.Change) *forms.Answers {
	t.Helper()
	a := forms.NewAnswers()
	for _, c := range changes {
		if _, err := a.Apply(c); err != nil {
			t.Fatal(err)
		}
	}
	return a
}

func TestDiff(t *testing.T) {
	old := answers(t, set("a", "1"), set("b", "1"), set("same", "1"),
		insert("s[r1]", 0), insert("s[r2]", 1), insert("s[r3]", 2), set("s[r2].x", "2"), set("s[r3].x", "3"),
		insert("s[r3].f[r4]", 0), set("s[r3].f[r4].v", "9"), insert("s[r5]", 3))
	next := answers(t, set("a", "2"), set("c", "1"), set("same", "1"),
		insert("s[r3]", 0), insert("s[r6]", 1), insert("s[r1]", 2), insert("s[r5]", 3), set("s[r3].x", "3"), set("s[r6].x", "6"))
	for _, c := range []struct {
		match file.Match
		want  []file.Difference
	}{
		{file.ByID, []file.Difference{
			{"a", file.Changed, "1", "2"}, {"b", file.Cleared, "1", ""}, {"c", file.Answered, "", "1"},
			{"s[r3]", file.RowMoved, "2", "0"}, {"s[r3].f[r4]", file.RowRemoved, "0", ""}, {"s[r3].f[r4].v", file.Cleared, "9", ""},
			{"s[r6]", file.RowAdded, "", "1"}, {"s[r6].x", file.Answered, "", "6"},
			{"s[r2]", file.RowRemoved, "1", ""}, {"s[r2].x", file.Cleared, "2", ""}}},
		{file.ByPosition, []file.Difference{
			{"a", file.Changed, "1", "2"}, {"b", file.Cleared, "1", ""}, {"c", file.Answered, "", "1"},
			{"s[r3].x", file.Answered, "", "3"}, {"s[r6].x", file.Changed, "2", "6"}, {"s[r1].x", file.Cleared, "3", ""},
			{"s[r1].f[r4]", file.RowRemoved, "0", ""}, {"s[r1].f[r4].v", file.Cleared, "9", ""}}},
	} {
		if diff := cmp.Diff(c.want, file.Diff(old, next, c.match)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.match, diff)
		}
		for _, a := range []*forms.Answers{old, next} {
			if got := file.Diff(a, a, c.match); len(got) != 0 {
				t.Errorf("%s: %v", c.match, got)
			}
		}
	}
}

// TestChanges leads from one random set of answers to another, and finds a
// difference exactly where there is one.
func TestChanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := forms.NewAnswers()
		draw(t, from)
		to := from.Clone()
		for range rapid.IntRange(0, 4).Draw(t, "more") {
			draw(t, to)
		}
		same := cmp.Equal(shown(from), shown(to))
		if found := file.Diff(from, to, file.ByID); same != (len(found) == 0) {
			t.Fatalf("same %v, but %v", same, found)
		}
		changes := file.Changes(from, to)
		if same != (len(changes) == 0) {
			t.Fatalf("same %v, but %v", same, changes)
		}
		for _, c := range changes {
			if _, err := from.Apply(c); err != nil {
				t.Fatalf("%v", err)
			}
		}
		if diff := cmp.Diff(shown(to), shown(from)); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	})
}
