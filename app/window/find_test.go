package window

import (
	"testing"

	"h200filing/app/prose"
)

// TestFindFromTheMenu: the menu leads to where something is found on every page: the
// long text at hand, the first of the section, or the page's own field; where there is
// none, it says so.
func TestFindFromTheMenu(t *testing.T) {
	r := newFile(t)
	entry := func() bool {
		_, ok := r.win.Canvas().Focused().(*prose.Editor)
		return r.win.Canvas().Focused() != nil && !ok
	}
	r.section("project")
	r.desk.onFind()
	if !entry() || r.desk.at != "project.background" {
		t.Errorf("on a section the focus is on %T, the attention at %q", r.win.Canvas().Focused(), r.desk.at)
	}
	r.section("justification")
	r.focus("justification.commercial")
	r.desk.onFind()
	if !entry() || r.desk.at != "justification.commercial" {
		t.Errorf("from a text the focus is on %T, the attention at %q", r.win.Canvas().Focused(), r.desk.at)
	}
	r.section("eligibility")
	r.desk.onFind()
	if got := r.desk.status.state.Text; got != r.words.Text("window.find.nowhere") {
		t.Errorf("without a long text: %q", got)
	}
	for name, open := range map[string]func(){"review": r.desk.openReview, "history": r.desk.openHistory, "preview": r.desk.openPreview} {
		open()
		r.desk.onFind()
		p := r.desk.page.(finder)
		if field := p.findField(); field == nil || any(field) != any(r.win.Canvas().Focused()) {
			t.Errorf("%s: the focus is on %T", name, r.win.Canvas().Focused())
		}
	}
}
