package window

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"h200filing/app/session"
	"h200filing/app/window/look"
	"h200filing/app/window/question"
	"h200filing/forms"
)

// Reviewing implements question.Desk: whether answers are being ticked.
func (d *desk) Reviewing() bool { return d.preferences.Bool(reviewingKey) && !d.Fixed() }

// Ticked implements question.Desk.
func (d *desk) Ticked(p forms.Path) (said string, on bool) {
	t, on := d.application.Ticked(p)
	if !on {
		return "", false
	}
	return d.words.Text("window.tick.by", "name", t.Who, "time", moment(t.At)), true
}

// SetTick implements question.Desk.
func (d *desk) SetTick(p forms.Path, on bool) {
	do := d.application.Untick
	if on {
		do = d.application.Tick
	}
	if d.change(func() error { return do(p) }) {
		d.refresh()
	}
}

// onReviewing begins to tick answers, or ends it.
func (d *desk) onReviewing() {
	d.preferences.SetBool(reviewingKey, !d.preferences.Bool(reviewingKey))
	d.rebuild()
}

// reviewedText says in the task list how many answers of a section are ticked,
// while answers are being ticked.
func (d *desk) reviewedText(s *forms.Section) string {
	if !d.Reviewing() {
		return ""
	}
	n, of := d.application.Reviewed(s)
	return d.words.Text("window.tick.count", "n", strconv.Itoa(n), "of", strconv.Itoa(of))
}

// ticksCard says on the review page how many answers are ticked, begins and ends
// the ticking, and leads to the next answer that is not.
func (d *desk) ticksCard() fyne.CanvasObject {
	n, of := d.application.Reviewed(nil)
	text := question.Body(d.words.Text("window.tick.all", "n", strconv.Itoa(n), "of", strconv.Itoa(of)))
	key := "window.tick.begin"
	if d.Reviewing() {
		key = "window.tick.end"
	}
	begin := d.newButton(d.words.Text(key), theme.CheckButtonCheckedIcon(), d.onReviewing)
	next := d.newButton(d.words.Text("window.tick.next"), theme.NavigateNextIcon(), d.onNextUnticked)
	if d.Fixed() {
		begin.Disable()
	}
	if n == of {
		next.Disable()
	}
	return question.Card(look.ColorNamePanel, container.New(question.Column(2, 0), text, container.New(question.Flow(), begin, next)))
}

// onNextUnticked shows the first question after the current one that is not ticked.
func (d *desk) onNextUnticked() {
	all := d.Report().Questions()
	here := -1
	for i, q := range all {
		if q.Path == d.at {
			here = i
		}
	}
	for i := range all {
		q := all[(here+1+i)%len(all)]
		if _, on := d.application.Ticked(q.Path); !on && session.Reviewable(q) {
			d.jump(q.Path)
			return
		}
	}
	d.status.say(d.words.Text("window.tick.none"))
}
