package file_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"h200filing/forms"
	"h200filing/forms/file"
)

// stacks is a model of what can be undone and redone: the answers before and
// after every change that stands or was taken back.
type stacks struct {
	now        content
	undo, redo []content
}

func (s *stacks) do(next content) {
	s.undo, s.redo, s.now = append(s.undo, s.now), nil, next
}

func turn(from, to *[]content, now *content) bool {
	if len(*from) == 0 {
		return false
	}
	*to = append(*to, *now)
	*now = (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	return true
}

// TestUndoRedo plays changes, undos, redos, ticks and restarts at random against
// the model; every state that was ever reached comes back by AnswersAt.
func TestUndoRedo(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		path := filepath.Join(dir, rapid.StringMatching(`[a-z]{16}`).Draw(t, "name"))
		f, err := file.Create(path, usual)
		if err != nil {
			t.Fatalf("%v", err)
		}
		if rapid.Bool().Draw(t, "begun") {
			if err := f.Begin("w", "", noon, draw(t, f.Answers().Clone())...); err != nil {
				t.Fatalf("%v", err)
			}
		}
		model := stacks{now: shown(f.Answers())}
		reached := map[int64]content{last(t, f): model.now}
		for range rapid.IntRange(1, 15).Draw(t, "steps") {
			f = play(t, f, &model)
			if diff := cmp.Diff(model.now, shown(f.Answers())); diff != "" {
				t.Fatalf("(-want +got):\n%s", diff)
			}
			if f.CanUndo() != (len(model.undo) > 0) || f.CanRedo() != (len(model.redo) > 0) {
				t.Fatalf("can undo %v, redo %v; model %d, %d", f.CanUndo(), f.CanRedo(), len(model.undo), len(model.redo))
			}
			reached[last(t, f)] = model.now
		}
		for seq, want := range reached {
			got, err := f.AnswersAt(seq)
			if err != nil {
				t.Fatalf("at %d: %v", seq, err)
			}
			if diff := cmp.Diff(want, shown(got)); diff != "" {
				t.Fatalf("at %d (-want +got):\n%s", seq, diff)
			}
		}
		holds(t, f)
		if err := errors.Join(f.Close(), os.Remove(path)); err != nil {
			t.Fatalf("%v", err)
		}
	})
}

func play(t *rapid.T, f *file.File, model *stacks) *file.File {
	switch rapid.IntRange(0, 6).Draw(t, "play") {
	case 0, 1:
		_, err := f.Undo("u", noon)
		if could := turn(&model.undo, &model.redo, &model.now); could != (err == nil) || !could && !errors.Is(err, file.NoStep) {
			t.Fatalf("undo: %v, could %v", err, could)
		}
	case 2:
		_, err := f.Redo("u", noon)
		if could := turn(&model.redo, &model.undo, &model.now); could != (err == nil) || !could && !errors.Is(err, file.NoStep) {
			t.Fatalf("redo: %v, could %v", err, could)
		}
	case 3:
		if err := f.Tick("name", "审", noon); err != nil {
			t.Fatalf("%v", err)
		}
	case 4:
		g, err := file.Open(f.Path())
		if err = errors.Join(err, f.Close()); err == nil {
			err = g.Close()
		}
		if err != nil {
			t.Fatalf("%v", err)
		}
		if f, err = file.Open(f.Path()); err != nil {
			t.Fatalf("%v", err)
		}
	default:
		trial, before := f.Answers().Clone(), last(t, f)
		if err := f.Apply("w", "", noon, draw(t, trial)...); err != nil {
			t.Fatalf("%v", err)
		}
		if last(t, f) != before {
			model.do(shown(f.Answers()))
		}
	}
	return f
}

// shown is the content without the number of the next row, which only grows.
func shown(a *forms.Answers) content {
	c := contentOf(a)
	c.Next = 0
	return c
}

// last is the seq of the newest log entry.
func last(t interface{ Fatalf(string, ...any) }, f *file.File) (seq int64) {
	for e, err := range f.Log(0) {
		if err != nil {
			t.Fatalf("%v", err)
		}
		seq = e.Seq
	}
	return seq
}

// TestUndoIsLogged looks at the steps that Undo and Redo write.
func TestUndoIsLogged(t *testing.T) {
	f := fresh(t)
	apply(t, f, set("a", "1"), insert("s[r1]", 0))
	apply(t, f, set("a", "2"))
	for i, c := range []struct {
		do    func() (file.Step, error)
		taken int64
	}{
		{func() (file.Step, error) { return f.Undo("李雷", noon) }, 3},
		{func() (file.Step, error) { return f.Undo("李雷", noon) }, 1},
		{func() (file.Step, error) { return f.Redo("韩梅梅", noon) }, 5},
	} {
		step, err := c.do()
		if err != nil || step.Seq != c.taken || step.Who == "" || !step.At.Equal(noon) || len(step.Entries) == 0 {
			t.Errorf("%d: took back %+v, %v", i, step, err)
		}
	}
	if f.Answers().Get("a") != "1" || len(f.Answers().Rows("s")) != 1 || !f.CanRedo() {
		t.Error("not where it should be")
	}
	var got [][]any
	for _, e := range entries(t, f)[3:] {
		got = append(got, []any{e.Seq, e.Step, e.Undoes, e.Who, e.Op, e.Path, e.Old, e.New})
	}
	want := [][]any{
		{int64(4), int64(4), int64(3), "李雷", "set", "a", "2", "1"},
		{int64(5), int64(5), int64(1), "李雷", "remove", "s[r1]", "0", ""},
		{int64(6), int64(5), int64(1), "李雷", "set", "a", "1", ""},
		{int64(7), int64(7), int64(5), "韩梅梅", "set", "a", "", "1"},
		{int64(8), int64(7), int64(5), "韩梅梅", "insert", "s[r1]", "", "0"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("log (-want +got):\n%s", diff)
	}
}

// TestUndoBrokenLog has a step that was taken out of the log by hand: it cannot
// be undone, and nothing changes.
func TestUndoBrokenLog(t *testing.T) {
	for _, statement := range []string{
		`DELETE FROM log WHERE seq >= 7`,
		`UPDATE log SET op = 'tick'`,
		`UPDATE log SET op = 'remove', old = 'first'`,
		`UPDATE log SET op = 'remove', old = '900', path = 's[r1]'`,
		`UPDATE log SET at = ''`,
	} {
		path := filepath.Join(t.TempDir(), "x.h200")
		if err := os.WriteFile(path, altered(t, statement), 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := file.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		before := f.Answers()
		if _, err := f.Undo("w", noon); err == nil {
			t.Errorf("%s: undone", statement)
		}
		same(t, f.Answers(), before)
		closeFile(t, f)
	}
}

func TestVersions(t *testing.T) {
	f := fresh(t)
	apply(t, f, set("a", "1"), insert("s[r1]", 0), set("s[r1].x", "old"))
	err := errors.Join(f.NameVersion("送审稿", "王芳", noon), f.Apply("w", "", noon, f.Answers().Removal("s[r1]")...))
	if err != nil {
		t.Fatal(err)
	}
	apply(t, f, set("a", "2"))
	if err := f.NameVersion("定稿", "李雷", noon.AddDate(0, 0, 1)); err != nil {
		t.Fatal(err)
	}
	for name, kind := range map[string]file.Kind{"送审稿": file.Taken, "": file.NoName} {
		if err := f.NameVersion(name, "w", noon); !errors.Is(err, kind) {
			t.Errorf("%q: %v, want %s", name, err, kind)
		}
	}
	want := []file.Version{
		{Name: "送审稿", Seq: 4, At: noon.UTC(), Who: "王芳"},
		{Name: "定稿", Seq: 8, At: noon.AddDate(0, 0, 1).UTC(), Who: "李雷"},
	}
	for _, g := range []*file.File{f, reopen(t, f)} {
		if diff := cmp.Diff(want, g.Versions()); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		first, err := g.AnswersAt(4)
		if err != nil || first.Get("s[r1].x") != "old" || first.Get("a") != "1" {
			t.Errorf("first version: %v, %v", first, err)
		}
		for _, seq := range []int64{-1, 9} {
			if _, err := g.AnswersAt(seq); !errors.Is(err, file.Missing) {
				t.Errorf("at %d: %v", seq, err)
			}
		}
	}
	first, err := f.AnswersAt(4)
	if err != nil {
		t.Fatal(err)
	}
	apply(t, f, file.Changes(f.Answers(), first)...)
	if diff := cmp.Diff(shown(first), shown(f.Answers())); diff != "" {
		t.Errorf("brought back (-want +got):\n%s", diff)
	}
	holds(t, f)
}

// TestTicks has ticks fall with the answers that they were set for.
func TestTicks(t *testing.T) {
	f := fresh(t)
	apply(t, f, set("a", "1"), set("b", "1"), insert("s[r1]", 0), set("s[r1].x", "1"), insert("s[r1].t[r2]", 0))
	for _, path := range []forms.Path{"a", "b", "c", "s[r1].x", "s[r1].empty", "s[r1].t[r2].y"} {
		if err := f.Tick(path, "审核人 甲", noon); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Tick("s[r9].x", "w", noon); err == nil {
		t.Error("a row that is not there was ticked")
	}
	ticked := func() (paths []forms.Path) {
		for _, g := range []*file.File{f, reopen(t, f)} {
			paths = nil
			for _, tick := range g.Ticks() {
				if tick.Who != "审核人 甲" || !tick.At.Equal(noon) {
					t.Errorf("%+v", tick)
				}
				paths = append(paths, tick.Path)
			}
		}
		return paths
	}
	for _, c := range []struct {
		what string
		do   func() error
		want []forms.Path
	}{
		{"ticked", func() error { return nil }, []forms.Path{"a", "b", "c", "s[r1].empty", "s[r1].t[r2].y", "s[r1].x"}},
		{"same value", func() error { return f.Apply("w", "", noon, set("a", "1")) },
			[]forms.Path{"a", "b", "c", "s[r1].empty", "s[r1].t[r2].y", "s[r1].x"}},
		{"changed", func() error { return f.Apply("w", "", noon, set("a", "2"), set("c", "1")) },
			[]forms.Path{"b", "s[r1].empty", "s[r1].t[r2].y", "s[r1].x"}},
		{"undone", func() error { _, err := f.Undo("w", noon); return err },
			[]forms.Path{"b", "s[r1].empty", "s[r1].t[r2].y", "s[r1].x"}},
		{"row gone", func() error { return f.Apply("w", "", noon, f.Answers().Removal("s[r1]")...) }, []forms.Path{"b"}},
		{"taken back", func() error { return f.Untick("b", "w", noon) }, nil},
		{"none to take back", func() error { return f.Untick("b", "w", noon) }, nil},
	} {
		if err := c.do(); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, ticked()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.what, diff)
		}
	}
	holds(t, f)
}

// TestBegin: what a file begins with is not taken back, what follows is; and a file
// that is recovered knows where it begins.
func TestBegin(t *testing.T) {
	f := fresh(t)
	if err := f.Begin("王芳", "", noon, set("a", "1"), set("b", "2")); err != nil {
		t.Fatal(err)
	}
	began := contentOf(f.Answers())
	apply(t, f, set("a", "3"))
	into := filepath.Join(t.TempDir(), "recovered.h200")
	if _, err := file.Recover(f.Path(), into, rescue); err != nil {
		t.Fatal(err)
	}
	recovered, err := file.Open(into)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeFile(t, recovered) })
	for name, f := range map[string]*file.File{"as it is": f, "recovered": recovered} {
		if f.CanRedo() || !f.CanUndo() {
			t.Errorf("%s: can undo %v, redo %v", name, f.CanUndo(), f.CanRedo())
		}
		if _, err := f.Undo("王芳", noon); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(began, contentOf(f.Answers())); diff != "" {
			t.Errorf("%s: (-want +got):\n%s", name, diff)
		}
		if _, err := f.Undo("王芳", noon); !errors.Is(err, file.NoStep) || f.CanUndo() {
			t.Errorf("%s: the beginning was taken back: %v", name, err)
		}
		holds(t, f)
	}
}
