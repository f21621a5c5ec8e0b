package window

import (
	"strconv"

	"fyne.io/fyne/v2"
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
// left to do; each line leads to its question.
type reviewPage struct {
	desk   *desk
	box    *fyne.Container
	scroll *container.Scroll
	shown  *forms.Report

	drafts, finals []*widget.Button
	lines          map[forms.Level][]*item // and those not checked under ""
}

func newReviewPage(d *desk) *reviewPage {
	p := &reviewPage{desk: d, box: container.New(question.Column(8, widest))}
	p.scroll = container.NewVScroll(container.NewPadded(container.NewPadded(p.box)))
	p.show()
	return p
}

func (p *reviewPage) object() fyne.CanvasObject { return p.scroll }
func (p *reviewPage) section() *forms.Section   { return nil }
func (p *reviewPage) title() string             { return p.desk.words.Text("window.tasks.review") }
func (p *reviewPage) reveal(forms.Path)         {} // no question stands here
func (p *reviewPage) see(fyne.CanvasObject)     {}
func (p *reviewPage) wheel(e *fyne.ScrollEvent) { p.scroll.Scrolled(e) }
func (p *reviewPage) begin()                    { p.desk.win.Canvas().Unfocus() }

func (p *reviewPage) show() {
	report := p.desk.Report()
	if report == p.shown {
		return
	}
	p.shown, p.lines = report, map[forms.Level][]*item{}
	p.box.Objects = []fyne.CanvasObject{
		question.Heading(p.title(), theme.SizeNameHeadingText),
		p.banner(report),
		p.exports(report),
		p.list("window.review.must", report.Of(forms.Blocker)),
		p.list("window.review.should", append(report.Of(forms.Warning), report.Of(forms.Quality)...)),
		p.listUnchecked(report.Unchecked),
		p.desk.ticksCard(),
	}
	p.box.Refresh()
}

// banner says in one sentence how things stand.
func (p *reviewPage) banner(report *forms.Report) fyne.CanvasObject {
	words := p.desk.words
	title, icon := words.Text("window.review.ready"), theme.NewSuccessThemedResource(theme.ConfirmIcon())
	var sign fyne.Resource = icon
	body := words.Text("window.review.ready_next")
	if n := len(report.Of(forms.Blocker)); n > 0 {
		title, sign = words.Text("window.review.not_ready", "n", strconv.Itoa(n)), theme.NewWarningThemedResource(theme.WarningIcon())
		body = words.Text("window.review.not_ready_next")
	}
	return question.Card(look.ColorNameNotice, container.NewBorder(nil, nil, container.NewPadded(widget.NewIcon(sign)), nil,
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
	row := func(key string, buttons []*widget.Button) fyne.CanvasObject {
		line := container.NewHBox(widget.NewLabelWithStyle(words.Text(key), fyne.TextAlignLeading, fyne.TextStyle{Bold: true}), layout.NewSpacer())
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
		box.Add(question.Muted(words.Text("window.export.not_ready", "n", strconv.Itoa(len(report.Of(forms.Blocker))))))
	}
	box.Add(p.desk.protectionCheck(p.see))
	return question.Card(look.ColorNamePanel, box)
}

func (p *reviewPage) buttons(draft bool) []*widget.Button {
	var out []*widget.Button
	for i, o := range outputs {
		b := widget.NewButtonWithIcon(p.desk.words.Text(o.key), theme.DocumentSaveIcon(), func() { p.desk.onExport(i, draft) })
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

func (p *reviewPage) listUnchecked(unchecked []forms.Unchecked) fyne.CanvasObject {
	objects := p.heading("window.review.unchecked", len(unchecked))
	for _, u := range unchecked {
		line := question.Body(p.desk.Report().UncheckedMessage(u, p.desk.words.Lang))
		objects = append(objects, p.line("", widget.NewIcon(theme.QuestionIcon()), line, func() { p.desk.jump(u.Path) }))
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
