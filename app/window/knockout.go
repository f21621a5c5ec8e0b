package window

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"h200filing/app/window/look"
	"h200filing/app/window/question"
	"h200filing/forms"
)

// ruledOut explains calmly why the application makes no sense as answered, and what
// can be done: it is no error of the user. Each reason leads to its question.
func (d *desk) ruledOut() fyne.CanvasObject {
	words, report := d.words, d.Report()
	box := container.New(question.Column(-4, 0), question.Heading(words.Text("window.knocked_out.title"), theme.SizeNameSubHeadingText))
	next := container.New(question.Column(-8, 0), question.Strong(words.Text("window.knocked_out.next")))
	for _, f := range report.KnockOuts() {
		message := report.Message(f, words.Lang)
		reason := container.New(question.Column(-9, 0), question.Strong(report.Label(f.Path, words.Lang)), question.Body(message.What), question.Body(message.Why))
		box.Add(d.newItem(reason, func() { d.jumpTo(f) }))
		next.Add(question.Body(message.Fix))
	}
	next.Add(question.Muted(words.Text("window.knocked_out.kept")))
	box.Add(next)
	return question.Card(look.ColorNameNotice, box)
}

// readiness says in a few words how an application stands, with its sign.
func (w *Window) readiness(report *forms.Report) (text string, icon fyne.Resource) {
	n := len(report.Of(forms.Blocker))
	switch {
	case len(report.KnockOuts()) > 0:
		return w.words.Text("window.knocked_out.title"), theme.InfoIcon()
	case n > 0:
		return w.words.Text("window.ready.no", "n", strconv.Itoa(n)), theme.WarningIcon()
	}
	return w.words.Text("window.ready.yes"), theme.ConfirmIcon()
}

// onReadiness leads to where the readiness is explained.
func (d *desk) onReadiness() {
	if out := d.Report().KnockOuts(); len(out) > 0 {
		d.jumpTo(out[0])
		return
	}
	d.openReview()
}

// standing is the state of a section in words, with its sign. One whose only
// problem is that the application is ruled out has no problem of the user's.
func (d *desk) standing(s *forms.Section, p forms.Progress) (text string, icon fyne.Resource) {
	out := 0
	for _, f := range d.Report().KnockOuts() {
		if q := d.Report().Question(f.Path); q != nil && q.Field.Section == s {
			out++
		}
	}
	if out > 0 && out == p.Problems && p.Missing == 0 {
		return d.words.Text("window.knocked_out.short"), theme.NewWarningThemedResource(theme.InfoIcon())
	}
	return question.StateText(d.words, p), question.StatusIcon(p.Status)
}
