package window

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"h200filing/app/chooser"
)

// fakeChooser answers what it is told to and remembers what it was asked.
type fakeChooser struct {
	path  string
	err   error
	asked []chooser.Ask
	saves int
}

func (c *fakeChooser) Open(ctx context.Context, a chooser.Ask) (string, error) {
	c.asked = append(c.asked, a)
	return c.path, errors.Join(c.err, ctx.Err())
}

func (c *fakeChooser) Save(ctx context.Context, a chooser.Ask) (string, error) {
	c.saves++
	return c.Open(ctx, a)
}

// TestChooseNatively: the system's dialog is asked where there is one; the
// toolkit's comes where it fails; what is taken back does nothing.
func TestChooseNatively(t *testing.T) {
	for name, c := range map[string]struct {
		native fakeChooser
		chosen string
		dialog bool // of the toolkit, or a complaint
	}{
		"chosen":     {fakeChooser{path: "/a b/c.h200"}, "/a b/c.h200", false},
		"taken back": {fakeChooser{}, "", false},
		"no portal":  {fakeChooser{err: chooser.ErrNone}, "", true},
		"a fault":    {fakeChooser{err: errors.New("elsewhere")}, "", true},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			r.native = &c.native
			chosen := ""
			r.choose(attachable, "/dir", func(path string) { chosen = path })
			if shown := r.win.Canvas().Overlays().Top() != nil; chosen != c.chosen || shown != c.dialog {
				t.Errorf("chosen %q, a dialog %v", chosen, shown)
			}
			want := []chooser.Ask{{Title: "选择文件", Dir: "/dir", Kinds: []chooser.Kind{{Name: "可选的文件（*.pdf *.png *.jpg *.jpeg）",
				Extensions: []string{".pdf", ".png", ".jpg", ".jpeg"}}}}}
			if diff := cmp.Diff(want, c.native.asked); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestSaveNatively: the extension is there, once; an application that is there is
// never replaced, another file only by its own name or after asking.
func TestSaveNatively(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, name := range []string{"old.pdf", "old.h200"} {
		if err := os.WriteFile(at(name), []byte("whole"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		to            whereTo
		given, chosen string
		button        string // of the dialog that has to be answered
	}{
		{whereTo{extension: ".pdf", replace: true}, "new", "new.pdf", ""},
		{whereTo{extension: ".pdf", replace: true}, "new.PDF", "new.PDF", ""},
		{whereTo{extension: ".pdf", replace: true}, "old.pdf", "old.pdf", ""},
		{whereTo{extension: ".pdf", replace: true}, "old", "old.pdf", "window.choose.replace"},
		{whereTo{extension: ".h200"}, "new", "new.h200", ""},
		{whereTo{extension: ".h200"}, "old.h200", "", "window.close"},
		{whereTo{extension: ".h200"}, "old", "", "window.close"},
		{whereTo{extension: ".h200"}, "old.pdf/new", "new.h200", ""}, // writing tells that there is no such folder
	} {
		r := newRig(t)
		r.native = &fakeChooser{path: at(c.given)}
		chosen := ""
		r.saveAs(c.to, func(path string) { chosen = filepath.Base(path) })
		if c.button != "" {
			if chosen != "" {
				t.Errorf("%+v: %s was taken without asking", c, chosen)
			}
			test.Tap(r.button(r.words.Text(c.button)))
		}
		if chosen != c.chosen {
			t.Errorf("%+v: %q", c, chosen)
		}
		if want := filepath.Dir(at(c.given)); chosen != "" && r.preferences.String(folderKey) != want {
			t.Errorf("%+v: the folder kept for the next time is %q", c, r.preferences.String(folderKey))
		}
	}
	for _, name := range []string{"old.pdf", "old.h200"} {
		if content, err := os.ReadFile(at(name)); err != nil || string(content) != "whole" {
			t.Errorf("%s was touched: %q, %v", name, content, err)
		}
	}
}

// TestChooseOnce: an answer that comes after the question was asked again, or after
// another application was opened, is not taken.
func TestChooseOnce(t *testing.T) {
	r := newFile(t)
	r.native = &fakeChooser{path: "/a"}
	slow := &slowBorder{stillBorder: r.border}
	r.Window.border = slow
	var chosen []string
	take := func(path string) { chosen = append(chosen, path) }
	r.choose(attachable, "/", take)
	r.choose(attachable, "/", take)
	slow.run()
	if diff := cmp.Diff([]string{"/a"}, chosen); diff != "" {
		t.Error(diff)
	}
	r.choose(attachable, "/", take)
	desk := r.desk
	r.desk = nil
	slow.run()
	r.desk = desk
	if len(chosen) != 1 {
		t.Errorf("chosen for another application: %q", chosen)
	}
}
