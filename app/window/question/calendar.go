package question

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/i18n"
)

// calendar is a sheet of one month, weeks from Monday, to pick a day from.
type calendar struct {
	object fyne.CanvasObject
	words  *i18n.Words
	chosen time.Time
	month  time.Time // its first day
	title  *widget.Label
	key    func(fyne.KeyName) bool // gets the keys without a use here
	closed func()                  // it is given up
	at     map[time.Time]*Button   // the days of the month
	days   *fyne.Container
	picked func(time.Time)
}

var weekdays = []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

func newCalendar(desk Desk, day time.Time, picked func(time.Time), closed func()) *calendar {
	c := &calendar{words: desk.Words(), key: desk.Key, closed: closed, chosen: day, month: day.AddDate(0, 0, 1-day.Day()), picked: picked}
	c.title = widget.NewLabelWithStyle("", fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	c.days = container.NewGridWithColumns(len(weekdays))
	turn := func(icon fyne.Resource, months int) *Button {
		b := NewButton("", icon, c.escape, func() { c.turn(months) })
		b.Importance = widget.LowImportance
		return b
	}
	head := container.NewHBox(turn(theme.MediaFastRewindIcon(), -12), turn(theme.NavigateBackIcon(), -1),
		layout.NewSpacer(), c.title, layout.NewSpacer(),
		turn(theme.NavigateNextIcon(), 1), turn(theme.MediaFastForwardIcon(), 12))
	c.object = container.NewPadded(container.NewVBox(head, c.days))
	c.draw()
	return c
}

func (c *calendar) turn(months int) {
	c.month = c.month.AddDate(0, months, 0)
	c.draw()
}

func (c *calendar) draw() {
	c.title.SetText(c.words.Text("window.calendar.month",
		"year", strconv.Itoa(c.month.Year()), "month", strconv.Itoa(int(c.month.Month()))))
	c.days.RemoveAll()
	c.at = map[time.Time]*Button{}
	for _, name := range weekdays {
		l := Line(c.words.Text("toolkit."+name+".short"), false)
		l.Alignment = fyne.TextAlignCenter
		c.days.Add(l)
	}
	for range (int(c.month.Weekday()) + 6) % 7 {
		c.days.Add(layout.NewSpacer())
	}
	for day := c.month; day.Month() == c.month.Month(); day = day.AddDate(0, 0, 1) {
		b := NewButton(strconv.Itoa(day.Day()), nil, func(key fyne.KeyName) bool { return c.step(day, key) }, func() { c.picked(day) })
		b.Importance = widget.LowImportance
		if day.Equal(c.chosen) {
			b.Importance = widget.HighImportance
		}
		c.at[day] = b
		c.days.Add(b)
	}
	c.days.Refresh()
}

// calendarSteps are how far a key leads from a day.
var calendarSteps = map[fyne.KeyName]struct{ months, days int }{
	fyne.KeyLeft: {0, -1}, fyne.KeyRight: {0, 1}, fyne.KeyUp: {0, -7}, fyne.KeyDown: {0, 7},
	fyne.KeyPageUp: {-1, 0}, fyne.KeyPageDown: {1, 0},
}

// step leads from a day to another by a key.
func (c *calendar) step(day time.Time, key fyne.KeyName) bool {
	by, ok := calendarSteps[key]
	if !ok {
		return c.escape(key)
	}
	month := day.AddDate(0, by.months, 1-day.Day())
	last := month.AddDate(0, 1, -1).Day()
	c.focus(month.AddDate(0, 0, min(day.Day(), last)-1+by.days))
	return true
}

// escape gives the calendar up.
func (c *calendar) escape(key fyne.KeyName) bool {
	if key != fyne.KeyEscape {
		return c.key(key)
	}
	c.closed()
	return true
}

// focus puts the focus on a day, in whatever month it is.
func (c *calendar) focus(day time.Time) {
	if first := day.AddDate(0, 0, 1-day.Day()); !first.Equal(c.month) {
		c.month = first
		c.draw()
	}
	b := c.at[day]
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c.days); canvas != nil && b != nil {
		canvas.Focus(b)
	}
}
