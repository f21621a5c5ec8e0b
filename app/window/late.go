package window

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"h200filing/app/session"
	"h200filing/app/window/look"
	"h200filing/app/window/question"
	"h200filing/forms"
)

// lateCard lists on the review page the requirements that were changed after the
// comparison with domestic products had begun. The log is read in the background; nothing is
// shown where there are none.
func (d *desk) lateCard(report *forms.Report) fyne.CanvasObject {
	box := newColumn()
	box.Hide()
	log := d.application.LogReader()
	var found *session.LateChanges
	var err error
	d.border.aside(func() { found, err = log.Late() }, func() {
		if found != nil && report == d.Report() {
			d.tellLate(box, found)
		} else if err != nil {
			d.status.say(d.reason(err))
		}
	})
	return box
}

func (d *desk) tellLate(box *fyne.Container, found *session.LateChanges) {
	words := d.words
	old := forms.Evaluate(d.Report().Form, found.Then, d.Report().Context)
	describer := session.Describer{Report: d.Report(), Words: words}
	list := newFindings(d)
	list.put(describer.Differences(old, found.Differences, d.application.Stands), "window.late.then", "window.versions.now")
	list.said.Put(words.Text("window.late.why", "time", moment(found.Began.At), "name", found.Began.Who))
	title := words.Text("window.review.list", "kind", words.Text("window.late.title"), "n", strconv.Itoa(len(found.Differences)))
	box.Add(question.Card(look.ColorNameNotice, newColumn(question.Heading(title, theme.SizeNameSubHeadingText), list.root)))
	box.Show()
	if p, ok := d.page.(*reviewPage); ok {
		p.box.Refresh()
	}
}
