package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"h200filing/app/window/question"
)

// TestTaskInView: whichever section is shown, its line can be seen in the list.
func TestTaskInView(t *testing.T) {
	r := newFile(t)
	r.win.Resize(fyne.NewSize(1280, 560))
	for _, s := range r.setting.Form.Sections {
		r.desk.openSection(s)
		l := r.desk.tasks
		for _, line := range l.tasks {
			if line.section != s {
				continue
			}
			top, bottom := line.Position().Y-l.scroll.Offset.Y, line.Position().Y+line.Size().Height-l.scroll.Offset.Y
			if top < 0 || bottom > l.scroll.Size().Height {
				t.Errorf("the line of %s stands from %.0f to %.0f of %.0f", s.ID, top, bottom, l.scroll.Size().Height)
			}
		}
	}
}

// TestTasksAreWhole: at the largest text size the names and states of sections stand in
// the list whole, on as many lines as they take, and the next one stands below.
func TestTasksAreWhole(t *testing.T) {
	r := newFile(t)
	r.desk.Set("applicant.uscc", "1")
	r.setTextPercent(200)
	l := r.desk.tasks
	if least := r.win.Content().MinSize(); least.Height > 720 {
		t.Errorf("the window is at least %v high", least.Height)
	}
	foot := float32(0)
	for _, line := range l.tasks {
		if line.Position().Y < foot-8 {
			t.Errorf("%s stands at %v, the one before ends at %v", line.section.ID, line.Position().Y, foot)
		}
		foot = line.Position().Y + line.Size().Height
		walk(line.content, func(o fyne.CanvasObject) {
			p, ok := o.(*question.Paragraph)
			if !ok {
				return
			}
			if plain := strings.NewReplacer("\n", "", " ", ""); plain.Replace(p.Text) != plain.Replace(p.Whole()) {
				t.Errorf("%q is shown as %q", p.Whole(), p.Text)
			}
			if p.MinSize().Height > p.Size().Height {
				t.Errorf("%q is %v high and needs %v", p.Whole(), p.Size().Height, p.MinSize().Height)
			}
		})
	}
}

// TestTaskGrows: the line of the section at hand stays in view when its state takes more
// lines; a list that was scrolled elsewhere stays there.
func TestTaskGrows(t *testing.T) {
	r := newFile(t)
	r.win.Resize(fyne.NewSize(1280, 560))
	r.section("experts")
	l := r.desk.tasks
	line := l.tasks[slices.IndexFunc(l.tasks, func(t *task) bool { return t.section.ID == "experts" })]
	seen := func() bool {
		return line.Position().Y >= l.scroll.Offset.Y && line.Position().Y+line.Size().Height <= l.scroll.Offset.Y+l.scroll.Size().Height
	}
	r.desk.onReviewing()
	r.desk.AddRow("experts")
	r.desk.Set(r.desk.Report().Rows("experts")[0].Join("phone"), "1")
	if !seen() {
		t.Errorf("the line stands from %v to %v of %v to %v", line.Position().Y, line.Position().Y+line.Size().Height, l.scroll.Offset.Y, l.scroll.Offset.Y+l.scroll.Size().Height)
	}
	l.scroll.ScrollToTop()
	r.desk.AddRow("experts")
	if l.scroll.Offset.Y != 0 {
		t.Errorf("the list has gone to %v", l.scroll.Offset.Y)
	}
}
