package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"h200filing/app/prose"
	"h200filing/forms"
)

// TestUndo: whatever was changed is taken back and done again from any page, and
// the window goes to where it was.
func TestUndo(t *testing.T) {
	r := newFile(t)
	r.section("applicant")
	test.Type(r.focus("applicant.name"), "甲公司")
	r.border.pass()
	r.section("suppliers")
	r.desk.AddRow("suppliers")
	row := r.desk.Report().Rows("suppliers")[0]
	r.section("project")
	r.desk.onUndo()
	if rows := r.desk.Report().Rows("suppliers"); len(rows) != 0 || r.desk.page.section().ID != "suppliers" {
		t.Fatalf("%d rows, on the page %s", len(rows), r.desk.page.section().ID)
	}
	r.desk.onUndo()
	if got := r.answer("applicant.name"); got != "" || r.desk.at != "applicant.name" {
		t.Fatalf("the name is %q, the window is at %s", got, r.desk.at)
	}
	r.desk.onUndo()
	if got, want := r.desk.status.state.Text, r.words.Text("window.undo.none"); got != want {
		t.Errorf("nothing left to undo: %q", got)
	}
	r.desk.onRedo()
	r.desk.onRedo()
	if got := r.answer("applicant.name"); got != "甲公司" || len(r.desk.Report().Rows("suppliers")) != 1 || r.desk.Report().Rows("suppliers")[0] != row {
		t.Errorf("after redo: %q, %v", got, r.desk.Report().Rows("suppliers"))
	}
	r.desk.onRedo()
	if got, want := r.desk.status.state.Text, r.words.Text("window.redo.none"); got != want {
		t.Errorf("nothing left to redo: %q", got)
	}
}

// TestUndoTyping: the field that has the focus goes first, by its own bursts, and
// the file ends up the same as the screen.
func TestUndoTyping(t *testing.T) {
	r := newFile(t)
	r.section("applicant")
	r.desk.Set("applicant.industry", "软件")
	for _, p := range []forms.Path{"applicant.name", "applicant.intro"} {
		f := r.focus(p)
		test.Type(f, "甲乙丙")
		r.desk.onUndo()
		r.border.pass()
		shown := ""
		if e, ok := f.(*prose.Editor); ok {
			shown = e.Text()
		} else {
			shown = r.field().Text
		}
		if shown == "甲乙丙" || r.answer(p) != shown {
			t.Errorf("%s shows %q, the file has %q", p, shown, r.answer(p))
		}
		if r.answer("applicant.industry") != "软件" {
			t.Error("another answer was taken back")
		}
	}
}

// TestSeek: F8 goes from finding to finding, whatever has the focus, and round.
func TestSeek(t *testing.T) {
	r := newFile(t)
	r.section("eligibility")
	findings := r.desk.Report().Findings
	f8 := &fyne.KeyEvent{Name: fyne.KeyF8}
	for i := range len(findings) + 2 {
		r.win.Canvas().Focused().TypedKey(f8)
		want := findings[i%len(findings)]
		if r.desk.at != want.Path {
			t.Fatalf("step %d: at %s, want %s", i, r.desk.at, want.Path)
		}
		if r.win.Canvas().Focused() == nil {
			t.Fatalf("step %d: nothing has the focus", i)
		}
	}
	r.desk.seek(-1)
	if want := findings[0].Path; r.desk.at != want {
		t.Errorf("back: at %s, want %s", r.desk.at, want)
	}
}

// TestUndoBegins: the answers that a practice application begins with are not taken
// back.
func TestUndoBegins(t *testing.T) {
	r := practise(t)
	name := r.answer("applicant.name")
	r.desk.Set("applicant.name", "甲")
	r.desk.onUndo()
	r.desk.onUndo()
	if got := r.answer("applicant.name"); got != name || name == "" {
		t.Errorf("%q was %q", got, name)
	}
	if got, want := r.desk.status.state.Text, r.words.Text("window.undo.none"); got != want {
		t.Errorf("said %q", got)
	}
}

// TestRowIsBack: undo that brings a row back leads to its first question.
func TestRowIsBack(t *testing.T) {
	r := newFile(t)
	r.section("experts")
	r.desk.AddRow("experts")
	row := r.desk.Report().Rows("experts")[0]
	for key, value := range map[string]string{"name": "张三", "title": "教授", "specialty": "计算机"} {
		r.desk.Set(row.Join(key), value)
	}
	r.desk.RemoveRow(row)
	r.Key(fyne.KeyReturn)
	if len(r.desk.Report().Rows("experts")) != 0 {
		t.Fatal("the row was not removed")
	}
	r.desk.onUndo()
	if r.answer(row.Join("title")) != "教授" || r.desk.at != row.Join("name") {
		t.Errorf("the title is %q, the attention at %s", r.answer(row.Join("title")), r.desk.at)
	}
}
