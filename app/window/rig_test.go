package window

import (
	"errors"
	"maps"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/session"
	"h200filing/app/session/sessiontest"
	"h200filing/app/window/question"
	"h200filing/forms"
	"h200filing/i18n"
)

// stillBorder is a border on which time stands still: nothing runs until the test
// lets it.
type stillBorder struct{ waiting map[int]func() }

func (b *stillBorder) after(_ time.Duration, do func()) (stop func()) {
	if b.waiting == nil {
		b.waiting = map[int]func(){}
	}
	n := len(b.waiting)
	for b.waiting[n] != nil {
		n++
	}
	b.waiting[n] = do
	return func() { delete(b.waiting, n) }
}

func (b *stillBorder) tell(do func()) { do() }

func (b *stillBorder) aside(work, done func()) { work(); done() }

// pass lets the time go by.
func (b *stillBorder) pass() {
	for n, do := range maps.Clone(b.waiting) { // what is begun again waits for the next time
		delete(b.waiting, n)
		do()
	}
}

// brokenDisk is an application that cannot be written to while full is true.
type brokenDisk struct {
	application
	full bool
}

var errFull = errors.New("no room")

func (b *brokenDisk) Set(p forms.Path, value string) error {
	if b.full {
		return errFull
	}
	return b.application.Set(p, value)
}

// onBrokenDisks is a shelf of such applications.
type onBrokenDisks struct {
	sessions
	last *brokenDisk
}

func (s *onBrokenDisks) create(path string) (application, error) {
	a, err := s.sessions.create(path)
	s.last = &brokenDisk{application: a}
	return s.last, err
}

// rig is a window without a display, on a new application.
type rig struct {
	*Window
	t      *testing.T
	border *stillBorder
	shelf  *onBrokenDisks
	path   string
}

// noon is the clock of the tests.
func noon() time.Time { return time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC) }

// newWindow makes a window on the start page.
func newWindow(app fyne.App, setting *session.Setting, s shelf, b border, lang i18n.Lang) (*Window, error) {
	w, err := newFrame(app, b, "test", lang)
	if err != nil {
		return nil, err
	}
	w.furnish(setting, s, Beginning{})
	return w, nil
}

// newRig opens the window on the start page.
func newRig(t *testing.T) *rig {
	t.Helper()
	app := test.NewTempApp(t)
	setting := sessiontest.Setting(t, noon)
	r := &rig{t: t, border: &stillBorder{}, shelf: &onBrokenDisks{sessions: sessions{setting}}}
	var err error
	if r.Window, err = newWindow(app, setting, r.shelf, r.border, i18n.Hans); err != nil {
		t.Fatal(err)
	}
	r.win.Resize(fyne.NewSize(1280, 860))
	t.Cleanup(func() {
		if r.desk != nil {
			if err := r.desk.application.Close(); err != nil {
				t.Error(err)
			}
		}
	})
	return r
}

// newFile opens the window on a new application.
func newFile(t *testing.T) *rig {
	t.Helper()
	r := newRig(t)
	r.path = filepath.Join(t.TempDir(), "申请.h200")
	r.enter(r.path, r.shelf.create)
	if r.desk == nil {
		t.Fatal("the application was not opened")
	}
	return r
}

// heldByAColleague makes an application that somebody else works on.
func (r *rig) heldByAColleague() (path string, other *session.Session) {
	r.t.Helper()
	path = filepath.Join(r.t.TempDir(), "a.h200")
	theirs := *r.setting
	theirs.User = "李同事"
	made, err := theirs.Create(path, false)
	if err != nil {
		r.t.Fatal(err)
	}
	if err := made.Close(); err != nil {
		r.t.Fatal(err)
	}
	if other, err = theirs.Hold(path, ""); err != nil {
		r.t.Fatal(err)
	}
	return path, other
}

// section opens a section by its id.
func (r *rig) section(id string) {
	r.t.Helper()
	for _, s := range r.setting.Form.Sections {
		if s.ID == id {
			r.desk.openSection(s)
			return
		}
	}
	r.t.Fatalf("no section %s", id)
}

// answer is the answer as the application has it.
func (r *rig) answer(p forms.Path) string { return r.desk.application.Answers().Get(p) }

// stored is the answer as the file has it, once the window is closed.
func (r *rig) stored(p forms.Path) string {
	r.t.Helper()
	a, err := r.shelf.open(r.path, "")
	if err != nil {
		r.t.Fatal(err)
	}
	defer a.Close()
	return a.Answers().Get(p)
}

// focus puts the focus on a question.
func (r *rig) focus(p forms.Path) fyne.Focusable {
	r.t.Helper()
	r.desk.page.reveal(p)
	f := r.win.Canvas().Focused()
	if f == nil {
		r.t.Fatalf("nothing has the focus at %s", p)
	}
	return f
}

// field is the text field that has the focus.
func (r *rig) field() *widget.Entry {
	r.t.Helper()
	var found *widget.Entry
	walk(r.win.Canvas().Content(), func(o fyne.CanvasObject) {
		if e := entryOf(o); e != nil && any(o) == any(r.win.Canvas().Focused()) {
			found = e
		}
	})
	if found == nil {
		r.t.Fatal("no text field has the focus")
	}
	return found
}

// entryOf gives the toolkit's entry of a text field, whatever it is wrapped in.
func entryOf(o fyne.CanvasObject) *widget.Entry {
	if e, ok := o.(interface{ Field() *widget.Entry }); ok {
		return e.Field()
	}
	e, _ := o.(*widget.Entry)
	return e
}

// buttonOf gives the toolkit's button of a button, whatever it is wrapped in.
func buttonOf(o fyne.CanvasObject) *widget.Button {
	if b, ok := o.(interface{ Plain() *widget.Button }); ok {
		return b.Plain()
	}
	b, _ := o.(*widget.Button)
	return b
}

// walk visits everything visible below an object.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, inner := range o.Objects {
			walk(inner, visit)
		}
	case *container.Scroll:
		walk(o.Content, visit)
	case fyne.Widget:
		for _, inner := range test.WidgetRenderer(o).Objects() {
			walk(inner, visit)
		}
	}
}

// texts lists what can be read below an object.
func texts(o fyne.CanvasObject) []string {
	var out []string
	walk(o, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *question.Paragraph:
			out = append(out, o.Whole())
		case *widget.Label:
			out = append(out, o.Text)
		case interface{ Plain() *widget.Button }:
			out = append(out, o.Plain().Text)
		case *widget.Button:
			out = append(out, o.Text)
		case interface{ Plain() *widget.Check }:
			out = append(out, o.Plain().Text)
		case *widget.RichText:
			out = append(out, o.String())
		}
	})
	return out
}

// button finds a button by its text.
func (r *rig) button(text string) *widget.Button {
	r.t.Helper()
	var found *widget.Button
	top := r.win.Canvas().Content()
	if o := r.win.Canvas().Overlays().Top(); o != nil {
		top = o
	}
	walk(top, func(o fyne.CanvasObject) {
		if b := buttonOf(o); b != nil && b.Text == text && found == nil {
			found = b
		}
	})
	if found == nil {
		r.t.Fatalf("no button %q", text)
	}
	return found
}
