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
	key    func(fyne.KeyName) bool
	days   *fyne.Container
	picked func(time.Time)
}

var weekdays = []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

func newCalendar(desk Desk, day time.Time, picked func(time.Time)) *calendar {
	c := &calendar{words: desk.Words(), key: desk.Key, chosen: day, month: day.AddDate(0, 0, 1-day.Day()), picked: picked}
	c.title = widget.NewLabelWithStyle("", fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	c.days = container.NewGridWithColumns(len(weekdays))
	turn := func(icon fyne.Resource, months int) *Button {
		b := NewButton("", icon, desk.Key, func() { c.turn(months) })
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
	for _, name := range weekdays {
		l := Line(c.words.Text("toolkit."+name+".short"), false)
		l.Alignment = fyne.TextAlignCenter
		c.days.Add(l)
	}
	for range (int(c.month.Weekday()) + 6) % 7 {
		c.days.Add(layout.NewSpacer())
	}
	for day := c.month; day.Month() == c.month.Month(); day = day.AddDate(0, 0, 1) {
		b := NewButton(strconv.Itoa(day.Day()), nil, c.key, func() { c.picked(day) })
		b.Importance = widget.LowImportance
		if day.Equal(c.chosen) {
			b.Importance = widget.HighImportance
		}
		c.days.Add(b)
	}
	c.days.Refresh()
}
