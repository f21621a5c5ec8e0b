package window

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/prose"
	"h200filing/app/session"
	"h200filing/app/window/question"
	"h200filing/forms"
	"h200filing/i18n"
)

// leastTarget is the least side of what can be tapped (WCAG 2.2, 2.5.8), in pixels
// at 100 %.
const leastTarget = 24

// everyPage shows every page of the window, and with it the start page.
func (r *rig) everyPage(visit func(name string)) {
	r.desk.application.NameVersion("初稿")
	r.desk.preferences.SetBool(reviewingKey, true)
	for _, s := range r.setting.Form.Sections {
		r.desk.openSection(s)
		if live := r.live(); live.root.Visible() && !live.open {
			live.open = true
			live.draw()
		}
		opened := map[forms.Path]bool{}
		for _, q := range r.desk.Report().Questions() {
			if row := q.Path.Parent(); q.Field.Section == s && row != "" && !opened[row] {
				opened[row] = true
				r.desk.page.reveal(q.Path) // chooses its row
			}
		}
		visit(s.ID)
	}
	r.desk.openReview()
	visit("review")
	r.answers()
	visit("answers")
	r.desk.openPreview()
	visit("preview")
	for i, name := range []string{"log", "versions", "comparison"} {
		r.desk.turn(newHistoryPage(r.desk, i))
		visit(name)
	}
	r.desk.readWorkbook(r.filled(map[string]string{"product.quantity": "24", "applicant.employees": "=1+1"}), session.Protection{})
	visit("import")
	r.onCloseFile()
	visit("start")
}

// TestTargets: whatever can be tapped is large enough to be hit.
func TestTargets(t *testing.T) {
	r := practise(t)
	r.viewer = &copies{n: 2}
	r.everyPage(func(name string) {
		walk(r.win.Content(), func(o fyne.CanvasObject) {
			switch o.(type) {
			case *item, *widget.Button, interface{ Plain() *widget.Button }, *widget.Check, interface{ Plain() *widget.Check }, *widget.Entry, *prose.Editor:
			default:
				return
			}
			if s := o.Size(); s.Width < leastTarget || s.Height < leastTarget {
				t.Errorf("%s: a %T of %v: %v", name, o, s, texts(o))
			}
		})
	})
}

// TestNothingClipped: at every text size, in every language, each text and button
// has the room that it needs.
func TestNothingClipped(t *testing.T) {
	for _, lang := range []i18n.Lang{i18n.Hans, i18n.English} {
		t.Run(string(lang), func(t *testing.T) {
			r := practise(t)
			r.viewer = &copies{n: 2}
			r.setLang(lang)
			r.setTextPercent(200)
			r.everyPage(func(name string) {
				walk(r.win.Content(), func(o fyne.CanvasObject) { r.unclipped(name, o) })
			})
		})
	}
}

// unclipped complains of an object that has less room than it needs; what ends in
// an ellipsis says so itself.
func (r *rig) unclipped(name string, o fyne.CanvasObject) {
	switch o := o.(type) {
	case *widget.Label:
		if o.Truncation != fyne.TextTruncateOff {
			return
		}
	case *question.Paragraph, *widget.Button, *widget.Check, *widget.RichText, interface{ Plain() *widget.Button }, interface{ Plain() *widget.Check }:
	default:
		return
	}
	need, has := o.MinSize(), o.Size()
	if need.Height > has.Height+1 || need.Width > has.Width+1 {
		r.t.Errorf("%s: %T %.40q needs %v, has %v", name, o, fmt.Sprint(texts(o)), need, has)
	}
}

// TestNothingBeyond: at 200 % no page is wider than its part of the window.
func TestNothingBeyond(t *testing.T) {
	r := practise(t)
	r.viewer = &copies{n: 2}
	r.setTextPercent(200)
	r.everyPage(func(name string) {
		if r.desk == nil {
			return
		}
		var scroll *container.Scroll
		walk(r.desk.page.object(), func(o fyne.CanvasObject) {
			if s, ok := o.(*container.Scroll); ok && scroll == nil && s.Direction == container.ScrollVerticalOnly {
				scroll = s
			}
		})
		if scroll != nil && scroll.Content.MinSize().Width > scroll.Size().Width {
			t.Errorf("%s: %v wide, there is room for %v: %s", name, scroll.Content.MinSize().Width, scroll.Size().Width, widestIn(scroll.Content, scroll.Size().Width))
		}
	})
}

// widestIn names the innermost object that needs more than a width.
func widestIn(o fyne.CanvasObject, width float32) string {
	name := ""
	walk(o, func(o fyne.CanvasObject) {
		if o.MinSize().Width > width-60 {
			name = fmt.Sprintf("%T %.60q", o, fmt.Sprint(texts(o)))
		}
	})
	return name
}
