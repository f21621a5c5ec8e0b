package window

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/session"
)

// entries lists the text fields of the dialog that is open.
func (r *rig) entries() []*widget.Entry {
	r.t.Helper()
	top := r.win.Canvas().Overlays().Top()
	if top == nil {
		r.t.Fatal("no dialog is open")
	}
	var out []*widget.Entry
	walk(top, func(o fyne.CanvasObject) {
		if e := entryOf(o); e != nil {
			out = append(out, e)
		}
	})
	return out
}

// answerDialog types into the fields of the dialog and taps its button.
func (r *rig) answerDialog(key string, texts ...string) {
	r.t.Helper()
	for i, e := range r.entries() {
		e.SetText(texts[i])
	}
	test.Tap(r.button(r.words.Text(key)))
}

// TestPassword: a password is set from the menu, asked for when the file is opened,
// and a wrong one is asked for again.
func TestPassword(t *testing.T) {
	r := newFile(t)
	r.desk.Set("applicant.name", "甲")
	r.desk.onPassword()
	r.answerDialog("window.password.do", "一号", "二号")
	if !slices.Contains(texts(r.win.Canvas().Overlays().Top()), r.words.Text("window.password.differ")) {
		t.Error("two different passwords were taken")
	}
	r.answerDialog("window.password.do", "一号", "一号")
	if !r.desk.application.Encrypted() {
		t.Fatal("not encrypted")
	}
	r.onCloseFile()
	r.border.pass() // the files are looked into
	if !slices.Contains(texts(r.win.Content()), r.words.Text("window.start.encrypted")) {
		t.Error("the start page does not say that the file is encrypted")
	}
	r.Open(r.path)
	if r.desk != nil {
		t.Fatal("opened without the password")
	}
	r.answerDialog("window.password.open", "二号")
	if !slices.Contains(texts(r.win.Canvas().Overlays().Top()), r.words.Text("window.password.wrong")) {
		t.Error("a wrong password is not named")
	}
	r.answerDialog("window.password.open", "一号")
	if r.desk == nil || r.answer("applicant.name") != "甲" {
		t.Fatal("not opened with the password")
	}
	r.desk.onPassword()
	r.answerDialog("window.password.do", "一号", "", "")
	if r.desk.application.Encrypted() {
		t.Error("the password was not removed")
	}
}

// TestHeld: a file that somebody else works on opens to look at, says who has it,
// takes no changes, and can be taken over when it is free.
func TestHeld(t *testing.T) {
	r := newRig(t)
	path, other := r.heldByAColleague()
	r.Open(path)
	if r.desk == nil || !slices.ContainsFunc(texts(r.win.Content()), func(s string) bool { return strings.Contains(s, "李同事") }) {
		t.Fatal("the window does not say who has the file")
	}
	if got := r.desk.status.state.Text; got != r.words.Text("window.fixed.looking") {
		t.Errorf("the line below says %q", got)
	}
	r.section("applicant")
	if f, ok := r.focus("applicant.name").(interface{ Field() *widget.Entry }); !ok || !f.Field().Disabled() {
		t.Error("the field takes text")
	}
	r.desk.Set("applicant.nature", "private")
	if got := r.answer("applicant.nature"); got != "" || r.desk.status.state.Text != r.words.Text("window.fixed.refused") {
		t.Errorf("changed to %q, said %q", got, r.desk.status.state.Text)
	}
	test.Tap(r.button(r.words.Text("window.fixed.retry")))
	if got := r.desk.status.state.Text; got != r.words.Text("window.fixed.still") {
		t.Errorf("said %q", got)
	}
	if err := other.Set("applicant.name", "乙"); err != nil {
		t.Fatal(err)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	test.Tap(r.button(r.words.Text("window.fixed.retry")))
	if got := r.desk.status.state.Text; got == r.words.Text("window.fixed.looking") {
		t.Error("the line below still says that nothing can be changed")
	}
	r.desk.Set("applicant.nature", "private")
	if r.answer("applicant.nature") != "private" || r.answer("applicant.name") != "乙" {
		t.Error("not taken over with what the other has changed")
	}
}

// TestCopyOf: a copy holds what the application held, and is opened.
func TestCopyOf(t *testing.T) {
	r := newFile(t)
	r.desk.Set("applicant.name", "甲")
	r.onCloseFile()
	r.preferences.SetString(folderKey, filepath.Dir(r.path))
	r.onCopy(r.path)
	test.Tap(r.button(r.words.Text("window.where.save")))
	if r.desk == nil || r.desk.application.Path() == r.path || r.answer("applicant.name") != "甲" {
		t.Fatal("the copy is not open")
	}
	r.desk.Set("applicant.name", "乙")
	if got := r.stored("applicant.name"); got != "甲" {
		t.Errorf("the first has %q now", got)
	}
}

// TestCards: the start page tells of each application how far it is, whether it is
// ready, who changed it last, and that an exercise is one.
func TestCards(t *testing.T) {
	r := practise(t)
	if !strings.Contains(r.win.Title(), r.words.Text("window.title.practice", "title", "")) {
		t.Errorf("the title is %q", r.win.Title())
	}
	if !slices.Contains(texts(r.win.Content()), r.words.Text("window.practice.mark")) {
		t.Error("nothing marks the exercise")
	}
	r.onCloseFile()
	r.border.pass() // the files are looked into
	all := strings.Join(texts(r.win.Content()), "\n")
	for _, want := range []string{r.words.Text("window.start.drafting"), r.words.Text("window.ready.yes"), "测试", r.words.Text("window.title.practice", "title", "")} {
		if !strings.Contains(all, want) {
			t.Errorf("the card does not say %q: %s", want, all)
		}
	}
}

// TestCalledOff: an export that is called off leaves no file.
func TestCalledOff(t *testing.T) {
	r := practise(t)
	slow := &slowBorder{stillBorder: r.border}
	r.Window.border, r.desk.border = slow, slow
	path := filepath.Join(t.TempDir(), "a.pdf")
	r.desk.export(0, true, session.Protection{}, path)
	test.Tap(r.button(r.words.Text("window.cancel")))
	slow.run()
	if _, err := os.Stat(path); err == nil {
		t.Error("the file is there")
	}
	if got := r.desk.status.state.Text; got != r.words.Text("window.export.cancelled") {
		t.Errorf("said %q", got)
	}
	r.desk.export(0, true, session.Protection{}, path)
	slow.run()
	if _, err := os.Stat(path); err != nil {
		t.Errorf("not made: %v", err)
	}
	if len(r.desk.Report().Questions()) == 0 {
		t.Error("the window is lost")
	}
}

// slowBorder keeps what is to be done in the background until it is told.
type slowBorder struct {
	*stillBorder
	jobs []func()
}

func (b *slowBorder) aside(work, done func()) {
	b.jobs = append(b.jobs, func() { work(); done() })
}

func (b *slowBorder) run() {
	jobs := b.jobs
	b.jobs = nil
	for _, do := range jobs {
		do()
	}
}
