package question

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/forms"
)

// dateInput is a day, typed in any of the usual ways or picked from a calendar.
// Beside it stands how it was understood.
type dateInput struct {
	*block
	entry *entry
	pick  *Button
	read  *widget.Label
}

func newDateInput(b *block) input {
	in := &dateInput{block: b, read: Line("", false)}
	in.entry = b.newEntry()
	in.entry.SetPlaceHolder(b.desk.Words().Text("window.field.date"))
	in.pick = newButton(b.desk, b.desk.Words().Text("window.field.calendar"), theme.CalendarIcon(), b.enter, in.open)
	fix(b.desk, in.pick)
	return in
}

func (in *dateInput) object() fyne.CanvasObject {
	return container.New(beside{width: 14}, in.entry, in.pick, in.read)
}
func (in *dateInput) target() fyne.Focusable { return in.entry }

func (in *dateInput) show(q *forms.Question) {
	in.putRaw(in.entry, q)
	text := ""
	if q.State.Known() {
		text = in.desk.Report().Display(q, in.desk.Words().Lang)
	}
	if in.read.Text != text {
		in.read.SetText(text)
	}
}

func (in *dateInput) open() {
	c := fyne.CurrentApp().Driver().CanvasForObject(in.pick)
	if c == nil {
		return
	}
	day := in.desk.Report().Context.Today
	if q := in.desk.Report().Question(in.path); q != nil && q.State.Known() {
		if t, ok := q.Value.(time.Time); ok {
			day = t
		}
	}
	var popUp *widget.PopUp
	sheet := newCalendar(in.desk, day, func(t time.Time) {
		popUp.Hide()
		in.desk.Set(in.path, t.Format(time.DateOnly))
	}, func() { popUp.Hide() })
	popUp = widget.NewPopUp(sheet.object, c)
	popUp.ShowAtRelativePosition(fyne.NewPos(0, in.pick.Size().Height), in.pick)
	sheet.focus(day)
}
