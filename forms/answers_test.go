package forms_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"h200filing/forms"
	"h200filing/forms/formstest"
)

// randomChange draws a change that fits the answers, or one that does not.
func randomChange(t *rapid.T, a *forms.Answers) forms.Change {
	lists := []forms.Path{"suppliers", "workloads"}
	for _, id := range a.Rows("suppliers") {
		lists = append(lists, forms.Path("suppliers").Row(id).Join("facts"))
	}
	list := rapid.SampledFrom(lists).Draw(t, "list")
	ids := a.Rows(list)
	row := list.Row(a.NewRowID())
	if len(ids) > 0 && rapid.Bool().Draw(t, "existing") {
		row = list.Row(rapid.SampledFrom(ids).Draw(t, "row"))
	}
	switch rapid.IntRange(0, 4).Draw(t, "op") {
	case 0:
		return forms.Change{Op: forms.Insert, Path: row, At: rapid.IntRange(-1, len(ids)+1).Draw(t, "at")}
	case 1:
		return forms.Change{Op: forms.Remove, Path: row}
	case 2:
		return forms.Change{Op: forms.Move, Path: row, At: rapid.IntRange(-1, len(ids)).Draw(t, "at")}
	}
	return forms.Change{Op: forms.Set, Path: row.Join("metric"), Value: rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, "value")}
}

// TestInverse: a change and its inverse leave the answers as they were, and a
// refused change alters nothing.
func TestInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := forms.NewAnswers()
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			before := a.Clone()
			inverse, err := a.Apply(randomChange(t, a))
			if err != nil {
				requireSame(t, before, a)
				continue
			}
			back := a.Clone()
			if _, err := back.Apply(inverse); err != nil {
				t.Fatalf("the inverse is refused: %v", err)
			}
			requireSame(t, before, back)
		}
		rebuilt := forms.NewAnswers()
		for _, c := range a.All() {
			if _, err := rebuilt.Apply(c); err != nil {
				t.Fatal(err)
			}
		}
		requireSame(t, a, rebuilt)
	})
}

// TestRemoval: emptying and removing a row takes all that it holds, and the
// inverses in reverse bring it back.
func TestRemoval(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := forms.NewAnswers()
		for range 20 {
			_, _ = a.Apply(randomChange(t, a)) // refused ones are no concern here
		}
		ids := a.Rows("suppliers")
		if len(ids) == 0 {
			return
		}
		before, row := a.Clone(), forms.Path("suppliers").Row(rapid.SampledFrom(ids).Draw(t, "row"))
		var inverses []forms.Change
		for _, c := range a.Removal(row) {
			inverse, err := a.Apply(c)
			if err != nil {
				t.Fatal(err)
			}
			inverses = append(inverses, inverse)
		}
		for _, p := range a.Paths() {
			if p.Within(row) {
				t.Fatalf("%s is left", p)
			}
		}
		for _, c := range slices.Backward(inverses) {
			if _, err := a.Apply(c); err != nil {
				t.Fatal(err)
			}
		}
		requireSame(t, before, a)
	})
}

func requireSame(t interface{ Fatalf(string, ...any) }, a, b *forms.Answers) {
	if diff := cmp.Diff(contents(a), contents(b)); diff != "" {
		t.Fatalf("answers differ:\n%s", diff)
	}
}

// contents is what answers hold, in a comparable form.
func contents(a *forms.Answers) map[string]string {
	out := map[string]string{}
	for _, p := range a.Paths() {
		out[string(p)] = a.Get(p)
	}
	for _, list := range a.Lists() {
		for i, id := range a.Rows(list) {
			out[string(list)+"#"+string(rune('0'+i))] = id
		}
	}
	return out
}

func TestCopying(t *testing.T) {
	a, err := forms.ReadAnswers(formstest.Form(t), "t", []byte("suppliers: [{product: A, facts: [{metric: tdp_w, value: 1}, {metric: tpp}]}]"))
	if err != nil {
		t.Fatal(err)
	}
	source := forms.Path("suppliers").Row(a.Rows("suppliers")[0])
	copied, changes, err := a.Copying(source, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range changes {
		if _, err := a.Apply(c); err != nil {
			t.Fatal(err)
		}
	}
	facts := a.Rows(copied.Join("facts"))
	if a.Get(copied.Join("product")) != "A" || len(facts) != 2 || a.Get(copied.Join("facts").Row(facts[0]).Join("value")) != "1" {
		t.Errorf("the copy holds %v", contents(a))
	}
	if len(a.Rows(source.Join("facts"))) != 2 {
		t.Error("the original has changed")
	}
}

func TestPaths(t *testing.T) {
	a, err := forms.ReadAnswers(formstest.Form(t), "t", []byte("suppliers: [{product: A}, {product: B, facts: [{metric: tpp}]}]"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := a.Resolve("suppliers[1].facts[0].metric")
	if err != nil {
		t.Fatal(err)
	}
	if a.Get(p) != "tpp" || p.Pattern() != "suppliers[].facts[].metric" || a.Public(p) != "suppliers[1].facts[0].metric" {
		t.Errorf("%s: pattern %s, public %s", p, p.Pattern(), a.Public(p))
	}
	for _, bad := range []string{"suppliers[2].product", "suppliers[-1].product", "suppliers[x].product", "suppliers[0", "suppliers]0["} {
		if got, err := a.Resolve(bad); err == nil && got != forms.Path(bad) {
			t.Errorf("%s resolves to %s", bad, got)
		}
	}
}

func FuzzResolve(f *testing.F) {
	f.Add("suppliers[0].facts[1].metric")
	f.Add("a[b]c]d[")
	f.Fuzz(func(t *testing.T, s string) {
		a := forms.NewAnswers()
		if p, err := a.Resolve(s); err == nil {
			_ = a.Public(p)
			_ = p.Pattern()
			_ = p.Parent()
		}
	})
}
