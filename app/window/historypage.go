package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"h200filing/app/session"
	"h200filing/app/window/question"
	"h200filing/forms"
)

// historyPage shows what was changed: the log, the named versions, and how another
// application differs.
type historyPage struct {
	sheet
	at    int // which part is shown
	heads *parts
	parts []historyPart
	body  *fyne.Container
}

// historyPart is a part of the page.
type historyPart interface {
	objects() []fyne.CanvasObject
	show() // updates it from the report
}

// The parts, in the order of their buttons.
const (
	inLog = iota
	inVersions
	inComparison
)

func newHistoryPage(d *desk, at int) *historyPage {
	p := &historyPage{sheet: newSheet(d, nil), body: newColumn()}
	p.heads = newParts(d.Window, question.Flow(), []string{"window.history.log", "window.history.versions", "window.history.compare"}, p.turn)
	p.parts = []historyPart{newLogList(p), newVersionList(p), newComparison(p)}
	p.box.Objects = []fyne.CanvasObject{question.Heading(p.title(), theme.SizeNameHeadingText), p.heads.root, p.body}
	p.turn(at)
	return p
}

func (p *historyPage) title() string { return p.desk.words.Text("window.history.title") }
func (p *historyPage) anew() page    { return newHistoryPage(p.desk, p.at) }
func (p *historyPage) show()         { p.parts[p.at].show() }

// turn shows a part.
func (p *historyPage) turn(at int) {
	p.at = at
	p.heads.mark(at)
	p.body.Objects = p.parts[at].objects()
	p.show()
	p.relayout()
	p.scroll.ScrollToTop()
}

// relayout lays the page out after its parts have changed.
func (p *historyPage) relayout() {
	p.body.Refresh()
	p.box.Refresh()
	p.scroll.Refresh()
}

// newColumn is a column for parts of a page.
func newColumn(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(question.Column(6, 0), objects...)
}

// moment is a time for people: of their place, to the minute.
func moment(at time.Time) string { return session.Moment(at) }

// lineTo is a line that leads to the question, or to the rest of the row, that a
// change was about.
func (d *desk) lineTo(p forms.Path, c change) fyne.CanvasObject {
	i := d.newItem(c.object(), func() { d.lead(p) })
	i.entered = func() { d.page.see(i) }
	return i
}
