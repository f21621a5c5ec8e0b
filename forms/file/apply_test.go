package file_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"h200filing/forms"
	"h200filing/forms/file"
)

// TestRoundTrip applies random changes to a file and to answers in memory. The
// file, closed and opened again, holds the same and its log's chain stands.
func TestRoundTrip(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		path := filepath.Join(dir, rapid.StringMatching(`[a-z]{16}`).Draw(t, "name"))
		f, err := file.Create(path, usual)
		if err != nil {
			t.Fatalf("%v", err)
		}
		model := forms.NewAnswers()
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			trial := model.Clone()
			changes := draw(t, trial)
			if err := f.Apply("w", "", noon, changes...); err != nil {
				t.Fatalf("%v", err)
			}
			model = trial
			same(t, f.Answers(), model)
		}
		err = f.Close()
		g, opened := file.Open(path)
		if err = errors.Join(err, opened); err != nil {
			t.Fatalf("%v", err)
		}
		same(t, g.Answers(), model)
		holds(t, g)
		if err := errors.Join(g.Close(), os.Remove(path)); err != nil {
			t.Fatalf("%v", err)
		}
	})
}

// draw makes changes that fit, and applies them.
func draw(t *rapid.T, a *forms.Answers) []forms.Change {
	var changes []forms.Change
	for range rapid.IntRange(0, 6).Draw(t, "changes") {
		step := drawStep(t, a)
		for _, c := range step {
			if _, err := a.Apply(c); err != nil {
				t.Fatalf("%v", err)
			}
		}
		changes = append(changes, step...)
	}
	return changes
}

func drawStep(t *rapid.T, a *forms.Answers) []forms.Change {
	row := drawRow(t, a)
	list := row.Join(rapid.SampledFrom([]string{"suppliers", "facts"}).Draw(t, "list"))
	ids := a.Rows(list)
	switch kind := rapid.IntRange(0, 5).Draw(t, "kind"); {
	case kind == 0:
		return []forms.Change{insert(list.Row(a.NewRowID()), rapid.IntRange(0, len(ids)).Draw(t, "at"))}
	case kind == 1 && row != "":
		return a.Removal(row)
	case kind == 2 && len(ids) > 0:
		return []forms.Change{{Op: forms.Move, Path: list.Row(rapid.SampledFrom(ids).Draw(t, "row")),
			At: rapid.IntRange(0, len(ids)-1).Draw(t, "at")}}
	}
	key := rapid.SampledFrom([]string{"name", "intro", "申请单位", "x y"}).Draw(t, "key")
	text := rapid.OneOf(rapid.String(), rapid.StringN(0, 40, -1), rapid.Just(""), rapid.Just("\x00\xff")).Draw(t, "text")
	return []forms.Change{set(row.Join(key), text)}
}

// drawRow picks a row that is there, or the top.
func drawRow(t *rapid.T, a *forms.Answers) forms.Path {
	rows := []forms.Path{""}
	for _, list := range a.Lists() {
		for _, id := range a.Rows(list) {
			rows = append(rows, list.Row(id))
		}
	}
	return rapid.SampledFrom(rows).Draw(t, "place")
}

func TestApplyLogs(t *testing.T) {
	f := fresh(t)
	why := set("a", "2")
	why.Why = "own reason"
	err := errors.Join(
		f.Apply("王芳", "first", noon, insert("s[r1]", 0), insert("s[r2]", 1), set("s[r1].x", "1"), why),
		f.Apply("李雷", "second", noon, forms.Change{Op: forms.Move, Path: "s[r1]", At: 1}, forms.Change{Op: forms.Remove, Path: "s[r2]"}, set("a", "")),
		f.Apply("李雷", "nothing", noon, set("a", ""), set("s[r1].x", "1"), forms.Change{Op: forms.Move, Path: "s[r1]", At: 0}),
		f.Apply("李雷", "nothing", noon))
	if err != nil {
		t.Fatal(err)
	}
	want := []file.Entry{
		{Seq: 1, Step: 1, Who: "王芳", Op: "insert", Path: "s[r1]", New: "0", Why: "first"},
		{Seq: 2, Step: 1, Who: "王芳", Op: "insert", Path: "s[r2]", New: "1", Why: "first"},
		{Seq: 3, Step: 1, Who: "王芳", Op: "set", Path: "s[r1].x", New: "1", Why: "first"},
		{Seq: 4, Step: 1, Who: "王芳", Op: "set", Path: "a", New: "2", Why: "own reason"},
		{Seq: 5, Step: 5, Who: "李雷", Op: "move", Path: "s[r1]", Old: "0", New: "1", Why: "second"},
		{Seq: 6, Step: 5, Who: "李雷", Op: "remove", Path: "s[r2]", Old: "0", Why: "second"},
		{Seq: 7, Step: 5, Who: "李雷", Op: "set", Path: "a", Old: "2", Why: "second"},
	}
	got := entries(t, f)
	if len(got) != len(want) {
		t.Fatalf("%d entries, want %d", len(got), len(want))
	}
	for i, e := range got {
		if !e.At.Equal(noon) || len(e.Hash) != 32 {
			t.Errorf("entry %d: at %v, hash %x", e.Seq, e.At, e.Hash)
		}
		e.At, e.Hash = want[i].At, nil
		if !slices.Equal([]any{e.Seq, e.Step, e.Who, e.Op, e.Path, e.Old, e.New, e.Why}, []any{want[i].Seq, want[i].Step,
			want[i].Who, want[i].Op, want[i].Path, want[i].Old, want[i].New, want[i].Why}) {
			t.Errorf("entry %d:\n got %+v\nwant %+v", i+1, e, want[i])
		}
	}
	for e, err := range f.Log(5) {
		if e.Seq != 6 || err != nil {
			t.Errorf("after 5 comes %d, %v", e.Seq, err)
		}
		break
	}
	apply(t, f, set("b", "after a loop was left early"))
}

// TestApplyAllOrNothing gives changes of which the last does not fit.
func TestApplyAllOrNothing(t *testing.T) {
	f := fresh(t)
	apply(t, f, insert("s[r1]", 0), set("a", "1"))
	before, data := f.Answers(), read(t, f.Path())
	for name, bad := range map[string]forms.Change{
		"no such row":    set("s[r9].x", "1"),
		"row is there":   insert("s[r1]", 0),
		"no such place":  insert("s[r2]", 7),
		"not a row":      {Op: forms.Remove, Path: "s"},
		"no such change": {Op: "twist", Path: "s[r1]"},
		"no more rows":   insert("s[r9223372036854775807]", 0),
	} {
		err := f.Apply("w", "", noon, set("a", "2"), insert("s[r5]", 1), bad)
		var own *file.Error
		if err == nil || errors.As(err, &own) {
			t.Errorf("%s: %v", name, err)
		}
		same(t, f.Answers(), before)
		if string(read(t, f.Path())) != string(data) {
			t.Errorf("%s: the file has changed", name)
		}
	}
	if len(entries(t, f)) != 2 {
		t.Error("a failed change was logged")
	}
	alone(t, f.Path())
	apply(t, f, set("a", "3"))
	same(t, reopen(t, f).Answers(), f.Answers())
}

// TestSnapshot keeps answers from before a change.
func TestSnapshot(t *testing.T) {
	f := fresh(t)
	before := f.Answers()
	apply(t, f, set("a", "1"))
	if before.Get("a") != "" || f.Answers().Get("a") != "1" {
		t.Error("a change has altered an earlier snapshot")
	}
}

func read(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
