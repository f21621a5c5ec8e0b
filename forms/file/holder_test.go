package file_test

import (
	"bytes"
	"errors"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"h200filing/forms"
	"h200filing/forms/file"
)

// TestOneWriter has another process hold the file: this one may look, is told
// who, and can write once the other has ended, whether it closed the file or was
// killed.
func TestOneWriter(t *testing.T) {
	for _, killed := range []bool{false, true} {
		f := fresh(t)
		closeFile(t, f)
		other := start(t, "hold", f.Path())
		if other.line(t) != "held" {
			t.Fatal("the child does not hold the file")
		}
		g := reopen(t, f)
		if by, held := g.Holder(); !held || !cmp.Equal(by, colleague) || g.Writable() {
			t.Errorf("held %v by %+v, writable %v", held, by, g.Writable())
		}
		if g.Answers().Get("held") != "yes" {
			t.Error("what the other has changed is not seen")
		}
		refused(t, g, file.Held)
		var by file.Holder
		if err := g.Claim(); !errors.Is(err, file.Held) || !errors.As(err, &by) || by != colleague {
			t.Errorf("%v, want held by %+v", err, colleague)
		}
		if killed {
			other.kill(t)
		} else {
			other.end(t)
		}
		if err := g.Claim(); err != nil || !g.Writable() {
			t.Fatalf("writable %v, %v", g.Writable(), err)
		}
		if by, held := g.Holder(); held || by != (file.Holder{}) {
			t.Errorf("held %v by %+v", held, by)
		}
		apply(t, g, set("a", "1"))
		same(t, mustOpen(t, g.Path()), g.Answers())
		alone(t, g.Path())
	}
}

// refused fails unless every change is refused with a kind and the file stays as
// it is.
func refused(t *testing.T, f *file.File, kind file.Kind) {
	t.Helper()
	before := read(t, f.Path())
	_, attach := f.Attach(bytes.NewReader(nil), forms.FileInfo{})
	_, undo := f.Undo("w", noon)
	_, redo := f.Redo("w", noon)
	for i, err := range []error{f.Apply("w", "", noon, set("a", "no")), attach, undo, redo, f.SetMeta("w", "", noon, usual),
		f.Tick("a", "w", noon), f.Untick("a", "w", noon), f.NameVersion("v", "w", noon), f.Claim()} {
		if !errors.Is(err, kind) {
			t.Errorf("%d: %v, want %s", i, err, kind)
		}
	}
	if !bytes.Equal(before, read(t, f.Path())) {
		t.Error("the file has changed")
	}
}

// TestFollow has one File follow what the other does.
func TestFollow(t *testing.T) {
	f := fresh(t)
	g := reopen(t, f)
	if changed, err := g.Refresh(); changed || err != nil {
		t.Errorf("changed %v, %v", changed, err)
	}
	apply(t, f, insert("suppliers[r1]", 0), set("suppliers[r1].reply", "none"))
	if err := errors.Join(f.Tick("suppliers[r1].reply", "w", noon), f.NameVersion("一", "w", noon)); err != nil {
		t.Fatal(err)
	}
	sha := attach(t, f, "a report", forms.FileInfo{})
	if changed, err := f.Refresh(); changed || err != nil {
		t.Errorf("own change seen as another's: %v", err)
	}
	if changed, err := g.Refresh(); !changed || err != nil {
		t.Errorf("another's change not seen: %v", err)
	}
	same(t, g.Answers(), f.Answers())
	if content, err := g.Attachment(sha); err != nil || string(content) != "a report" {
		t.Errorf("attachment %q, %v", content, err)
	}
	if len(g.Ticks()) != 1 || len(g.Versions()) != 1 || !g.CanUndo() {
		t.Error("ticks, versions or steps are not followed")
	}
	holds(t, g)
	closeFile(t, f)
	if err := g.Claim(); err != nil {
		t.Fatal(err)
	}
	if _, err := g.Undo("w", noon); err != nil || len(g.Answers().Rows("suppliers")) != 0 {
		t.Errorf("undo: %v", err)
	}
}

// TestHolderForgotten opens without a name a file that somebody with a name has
// held: others must not be told of the one who is gone.
func TestHolderForgotten(t *testing.T) {
	f := fresh(t)
	closeFile(t, f)
	named, err := file.Open(f.Path(), file.As(colleague))
	if err != nil {
		t.Fatal(err)
	}
	if by, held := reopen(t, f).Holder(); !held || by != colleague {
		t.Errorf("held %v by %+v", held, by)
	}
	closeFile(t, named)
	before := read(t, f.Path())
	looker, err := file.OpenReadOnly(f.Path(), file.As(colleague))
	if err != nil {
		t.Fatal(err)
	}
	defer closeFile(t, looker)
	refused(t, looker, file.ReadOnly)
	if _, held := looker.Holder(); held || !bytes.Equal(before, read(t, f.Path())) {
		t.Error("looking holds the file or changes it")
	}
	nameless := reopen(t, f)
	if by, held := reopen(t, f).Holder(); !nameless.Writable() || !held || by != (file.Holder{}) {
		t.Errorf("writable %v, held %v by %+v", nameless.Writable(), held, by)
	}
}

// TestGone has the file vanish, or another one take its place, under a writer
// and a follower.
func TestGone(t *testing.T) {
	for name, lose := range map[string]func(path string) error{
		"removed":  os.Remove,
		"moved":    func(path string) error { return os.Rename(path, path+".away") },
		"replaced": func(path string) error { return errors.Join(os.Remove(path), os.WriteFile(path, nil, 0o600)) },
	} {
		t.Run(name, func(t *testing.T) {
			f := fresh(t)
			apply(t, f, set("a", "1"))
			g := reopen(t, f)
			if err := lose(f.Path()); err != nil {
				t.Fatal(err)
			}
			for _, h := range []*file.File{f, g} {
				if _, err := h.Refresh(); !errors.Is(err, file.Moved) {
					t.Errorf("refresh: %v", err)
				}
				if h.Answers().Get("a") != "1" {
					t.Error("the answers are gone from memory")
				}
			}
			if err := f.Apply("w", "", noon, set("a", "2")); !errors.Is(err, file.Moved) {
				t.Errorf("change: %v", err)
			}
			if err := g.Claim(); !errors.Is(err, file.Moved) {
				t.Errorf("claim: %v", err)
			}
		})
	}
}
