package window

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/session"
	"h200filing/app/window/look"
	"h200filing/app/window/question"
	"h200filing/forms"
)

// reviewPage says whether the application is ready, exports it, and lists what is
// left to do; behind it stand all answers. Each line leads to its question.
type reviewPage struct {
	desk   *desk
	root   fyne.CanvasObject
	views  *parts // that can be turned to: what is left to do, all answers
	view   int
	centre *fyne.Container
	box    *fyne.Container
	scroll *container.Scroll
	all    *answerPage // nil until it is turned to
	shown  *forms.Report

	drafts, finals []*question.Button
	lines          map[forms.Level][]*item // and those not checked under ""
}

// The views of the review.
const (
	findingsView = iota
	answersView
)

func newReviewPage(d *desk) *reviewPage {
	p := &reviewPage{desk: d, box: container.New(question.Column(8, widest)), centre: container.NewStack()}
	p.scroll = container.NewVScroll(container.NewPadded(container.NewPadded(p.box)))
	p.views = newParts(d.Window, layout.NewHBoxLayout(), []string{"window.review.findings", "window.review.answers"}, p.turn)
	head := container.New(question.Column(0, widest), question.Heading(p.title(), theme.SizeNameHeadingText), p.views.root)
	top := container.NewPadded(container.NewPadded(head))
	p.root = container.New(layout.NewBorderLayout(top, nil, nil, nil), top, p.centre) // Tab goes in this order
	p.turn(findingsView)
	return p
}

// turn shows one of the views.
func (p *reviewPage) turn(view int) {
	p.view = view
	p.views.mark(view)
	p.show()
	p.centre.Objects = []fyne.CanvasObject{p.scroll}
	if view == answersView {
		p.centre.Objects[0] = p.all.root
	}
	p.centre.Refresh()
}

// anew is the page made again, with the same view.
func (p *reviewPage) anew() page {
	again := newReviewPage(p.desk)
	again.turn(p.view)
	return again
}

func (p *reviewPage) object() fyne.CanvasObject { return p.root }
func (p *reviewPage) section() *forms.Section   { return nil }
func (p *reviewPage) title() string             { return p.desk.words.Text("window.tasks.review") }
func (p *reviewPage) reveal(forms.Path)         {} // no question stands here
func (p *reviewPage) see(fyne.CanvasObject)     {}

// begin focuses the current view, so that Tab goes on to what can be exported and
// done instead of through the list of sections first.
func (p *reviewPage) begin() {
	if p.desk.win.Content() == p.desk.object {
		p.desk.win.Canvas().Focus(p.views.heads[p.view])
	}
}

func (p *reviewPage) wheel(e *fyne.ScrollEvent) {
	if p.view == findingsView {
		p.scroll.Scrolled(e)
	}
}

func (p *reviewPage) show() {
	if p.view == answersView {
		if p.all == nil {
			p.all = newAnswerPage(p.desk)
		}
		p.all.show()
		return
	}
	report := p.desk.Report()
	if report == p.shown {
		return
	}
	p.shown, p.lines = report, map[forms.Level][]*item{}
	p.box.Objects = []fyne.CanvasObject{
		p.banner(report),
		p.exports(report),
		p.list("window.review.must", p.mending(report)),
		p.list("window.review.should", report.Of(forms.Warning)),
		p.list("window.review.could", report.Of(forms.Quality)),
		p.listUnchecked(report.UncheckedLines(p.desk.words.Lang)),
		p.desk.lateCard(report),
		p.desk.ticksCard(),
	}
	p.box.Refresh()
}

// mending lists the blockers that can be put right: what rules the application out
// stands above them.
func (p *reviewPage) mending(report *forms.Report) []forms.Finding {
	var out []forms.Finding
	for _, f := range report.Of(forms.Blocker) {
		if !report.KnocksOut(f) {
			out = append(out, f)
		}
	}
	return out
}

// banner says in one sentence how things stand; where the application is ruled out,
// why and what next.
func (p *reviewPage) banner(report *forms.Report) fyne.CanvasObject {
	if len(report.KnockOuts()) > 0 {
		return p.desk.ruledOut()
	}
	words := p.desk.words
	body := words.Text("window.review.ready_next")
	title, icon := words.Text("window.review.ready"), fyne.Resource(theme.NewSuccessThemedResource(theme.ConfirmIcon()))
	if n := len(report.Of(forms.Blocker)); n > 0 {
		title, icon = words.Text("window.review.not_ready", "n", strconv.Itoa(n)), theme.NewWarningThemedResource(theme.WarningIcon())
		body = words.Text("window.review.not_ready_next")
	}
	return question.Card(look.ColorNameNotice, container.NewBorder(nil, nil, container.NewPadded(widget.NewIcon(icon)), nil,
		container.New(question.Column(-8, 0), question.Heading(title, theme.SizeNameSubHeadingText), question.Body(body),
			question.Muted(p.desk.text(report.Form).Notice))))
}

// outputs are what can be exported, in the order of the buttons.
var outputs = []struct {
	key       string
	wanted    session.Wanted
	extension string
	content   func(session.Outputs) []byte
}{
	{"window.export.pdf", session.Wanted{PDF: true}, ".pdf", func(o session.Outputs) []byte { return o.PDF }},
	{"window.export.xlsx", session.Wanted{XLSX: true}, ".xlsx", func(o session.Outputs) []byte { return o.XLSX }},
	{"window.export.pack", session.Wanted{Pack: true}, ".zip", func(o session.Outputs) []byte { return o.Pack }},
}

// exports are the buttons for drafts and for the final filing, which wait until
// no blocker stands.
func (p *reviewPage) exports(report *forms.Report) fyne.CanvasObject {
	words := p.desk.words
	p.drafts, p.finals = p.buttons(true), p.buttons(false)
	row := func(key string, buttons []*question.Button) fyne.CanvasObject {
		room := canvas.NewRectangle(color.Transparent)
		room.SetMinSize(fyne.NewSize(6*theme.TextSize(), 0))
		name := widget.NewLabelWithStyle(words.Text(key), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
		line := container.New(question.Flow(), container.NewStack(room, name))
		for _, b := range buttons {
			line.Add(b)
		}
		return line
	}
	box := container.New(question.Column(2, 0), row("window.export.draft", p.drafts), row("window.export.final", p.finals))
	if !report.Ready() {
		for _, b := range p.finals {
			b.Disable()
		}
		if n := len(report.Of(forms.Blocker)); len(report.KnockOuts()) == 0 {
			box.Add(question.Muted(words.Text("window.export.not_ready", "n", strconv.Itoa(n))))
		}
	}
	box.Add(p.desk.protectionCheck(p.see))
	return question.Card(look.ColorNamePanel, box)
}

func (p *reviewPage) buttons(draft bool) []*question.Button {
	var out []*question.Button
	for i, o := range outputs {
		b := p.desk.newButton(p.desk.words.Text(o.key), theme.DocumentSaveIcon(), func() { p.desk.onExport(i, draft) })
		if !draft {
			b.Importance = widget.HighImportance
		}
		out = append(out, b)
	}
	return out
}

// list shows findings under a heading, by section.
func (p *reviewPage) list(key string, findings []forms.Finding) fyne.CanvasObject {
	objects := p.heading(key, len(findings))
	report := p.desk.Report()
	var at *forms.Section
	for _, f := range findings {
		if q := report.Question(f.Path); q != nil && q.Field.Section != at {
			at = q.Field.Section
			objects = append(objects, question.Strong(p.desk.tasks.name(at)))
		}
		message := report.Message(f, p.desk.words.Lang)
		line := question.Body(message.String())
		if f.Missing() {
			line.Put(message.What) // why and how are the same for all of them
		}
		objects = append(objects, p.line(f.Level, question.LevelIcon(f.Level), line, func() { p.desk.jumpTo(f) }))
	}
	return container.New(question.Column(-6, 0), objects...)
}

func (p *reviewPage) listUnchecked(unchecked []forms.UncheckedLine) fyne.CanvasObject {
	objects := p.heading("window.review.unchecked", len(unchecked))
	for _, u := range unchecked {
		objects = append(objects, p.line("", widget.NewIcon(theme.QuestionIcon()), question.Body(u.Text), func() { p.desk.jump(u.Path) }))
	}
	return container.New(question.Column(-6, 0), objects...)
}

// heading begins a list of n findings.
func (p *reviewPage) heading(key string, n int) []fyne.CanvasObject {
	words := p.desk.words
	title := words.Text("window.review.list", "kind", words.Text(key), "n", strconv.Itoa(n))
	objects := []fyne.CanvasObject{question.Heading(title, theme.SizeNameSubHeadingText)}
	if n == 0 {
		objects = append(objects, question.Muted(words.Text("window.review.none")))
	}
	return objects
}

// line leads to a question.
func (p *reviewPage) line(level forms.Level, icon *widget.Icon, text fyne.CanvasObject, lead func()) fyne.CanvasObject {
	arrow := widget.NewIcon(theme.NavigateNextIcon())
	line := p.desk.newItem(container.NewBorder(nil, nil, container.NewPadded(icon), container.NewPadded(arrow), text), lead)
	p.lines[level] = append(p.lines[level], line)
	return line
}
