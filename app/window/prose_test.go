package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"h200filing/app/prose"
	"h200filing/forms"
)

// practise opens the window on a new practice application.
func practise(t *testing.T) *rig {
	t.Helper()
	r := newRig(t)
	r.path = t.TempDir() + "/练习.h200"
	r.enter(r.path, r.shelf.practice)
	if r.desk == nil {
		t.Fatal("the practice application was not opened")
	}
	return r
}

// editor reveals a prose question and gives its editor.
func (r *rig) editor(p forms.Path) *prose.Editor {
	r.t.Helper()
	e, ok := r.focus(p).(*prose.Editor)
	if !ok {
		r.t.Fatalf("%s is answered by a %T", p, r.win.Canvas().Focused())
	}
	return e
}

// says reports whether a text that contains words can be read on the page.
func (r *rig) says(words string) bool {
	return slices.ContainsFunc(texts(r.desk.page.object()), func(s string) bool { return strings.Contains(s, words) })
}

const technical = forms.Path("justification.technical_fit")

// TestDrafting: a text is drafted by its button, follows the data, is flagged once
// it was edited, and is kept or brought up to date as the user says.
func TestDrafting(t *testing.T) {
	for name, want := range map[string]struct {
		key    string
		edited bool
	}{"update": {"window.draft.update", false}, "keep": {"window.draft.keep", true}} {
		t.Run(name, func(t *testing.T) {
			r := practise(t)
			r.section("justification")
			r.desk.Set(technical, "")
			e := r.editor(technical)
			test.Tap(r.buttonBeside(e, r.words.Text("window.draft.do")))
			if !strings.Contains(e.Text(), "80 GB") || !slices.Contains(e.States(), prose.Follows) {
				t.Fatalf("drafted %q with states %v", e.Text(), e.States())
			}
			fact := r.desk.Report().Rows(r.desk.Report().Rows("suppliers")[2].Join("facts"))[0].Join("value")
			r.desk.Set(fact, "72")
			if !strings.Contains(e.Text(), "72 GB") {
				t.Fatalf("the text does not follow: %q", e.Text())
			}
			e.Select(0, 0)
			at := strings.Index(e.Text(), "72 GB")
			e.Select(len([]rune(e.Text()[:at])), len([]rune(e.Text()[:at])))
			test.Type(e, "（已核对）")
			r.border.pass()
			r.desk.Set(fact, "64")
			if !slices.Contains(e.States(), prose.OutOfDate) {
				t.Fatalf("states %v", e.States())
			}
			test.Tap(r.button(r.words.Text(want.key)))
			if slices.Contains(e.States(), prose.OutOfDate) || strings.Contains(e.Text(), "（已核对）") != want.edited {
				t.Errorf("states %v, text %q", e.States(), e.Text())
			}
			if r.answer(technical) != e.Text() {
				t.Error("the file has another text than the screen")
			}
		})
	}
}

// buttonBeside finds the button of a text that is nearest before an object.
func (r *rig) buttonBeside(o fyne.CanvasObject, text string) fyne.Tappable {
	r.t.Helper()
	var found, last fyne.Tappable
	walk(r.win.Canvas().Content(), func(x fyne.CanvasObject) {
		if b := buttonOf(x); b != nil && b.Text == text {
			last = b
		}
		if x == o {
			found = last
		}
	})
	if found == nil {
		r.t.Fatalf("no button %q", text)
	}
	return found
}

// TestPassages: a passage that the data does not carry is underlined, the reason
// stands below, and the review leads to the very words.
func TestPassages(t *testing.T) {
	r := practise(t)
	r.section("justification")
	e := r.editor(technical)
	before := e.Text()
	e.Select(0, 0)
	e.Insert("Atlas 900 A3（单封装）的显存容量为 77 GB。\n")
	r.border.pass()
	marks := e.Marks()
	if len(marks) == 0 || marks[0].Kind != prose.Wrong {
		t.Fatalf("marks %v", marks)
	}
	if !r.says(marks[0].Message) {
		t.Error("the reason cannot be read")
	}
	r.desk.openReview()
	review, line := r.desk.page.(*reviewPage), -1
	for i, f := range r.desk.Report().Of(forms.Blocker) {
		if f.Passage != nil {
			line = i
			break
		}
	}
	if line < 0 {
		t.Fatal("no finding with a passage")
	}
	test.Tap(review.lines[forms.Blocker][line])
	if e, ok := r.win.Canvas().Focused().(*prose.Editor); !ok || e.SelectedText() == "" || !strings.Contains("Atlas 900 A3（单封装）的显存容量为 77 GB", e.SelectedText()) {
		t.Errorf("led to %T", r.win.Canvas().Focused())
	}
	r.desk.Set(technical, before)
	if e := r.editor(technical); len(e.Marks()) != 0 {
		t.Errorf("mended, but marked: %v", e.Marks())
	}
}
