package window

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/window/question"
)

// waiting shows that something takes its time, and how far it is.
type waiting struct {
	dialog *dialog.CustomDialog
	bar    *widget.ProgressBar
	text   *widget.Label
	spent  *widget.Label // how long it has taken so far
}

// tellFrom is how long something takes before the window counts the seconds: a bar
// that stands still looks like a program that does.
const tellFrom = 3 * time.Second

// waiting tells of something in a number of steps, until its dialog is hidden. What
// cannot be called off has no cancel.
func (w *Window) waiting(title string, steps int, cancel func()) *waiting {
	v := &waiting{bar: widget.NewProgressBar(), text: widget.NewLabel(""), spent: widget.NewLabel("")}
	v.bar.Max = float64(steps)
	v.bar.TextFormatter = func() string { return "" }
	v.dialog = dialog.NewCustomWithoutButtons(title, container.NewPadded(container.NewVBox(container.NewBorder(nil, nil, nil, v.spent, v.text), v.bar)), w.win)
	if cancel != nil {
		var stop *question.Button
		stop = w.newButton(w.words.Text("window.cancel"), nil, func() {
			cancel()
			stop.Disable()
			v.dialog.Hide()
		})
		v.dialog.SetButtons([]fyne.CanvasObject{stop})
	}
	v.dialog.Resize(fyne.NewSize(420, 160))
	v.count(w)
	v.dialog.Show()
	return v
}

// count tells every second how long it has taken, until the dialog is hidden.
func (v *waiting) count(w *Window) {
	begun := w.setting.Now()
	var stop func()
	var tick func()
	tick = func() {
		if spent := w.setting.Now().Sub(begun); spent >= tellFrom {
			v.spent.SetText(w.words.Text("window.waiting.spent", "n", strconv.Itoa(int(spent/time.Second))))
		}
		stop = w.border.after(time.Second, tick)
	}
	stop = w.border.after(time.Second, tick)
	v.dialog.SetOnClosed(func() { stop() })
}

// at shows that a step has begun, from 0.
func (v *waiting) at(step int, text string) {
	v.text.SetText(text)
	v.bar.SetValue(float64(step) + 0.5)
}

// once does work in the background, with mark set until it ends. mark is cleared before
// done is called, and also where work panics, so that it can be done again.
func (w *Window) once(mark *bool, work, done func()) {
	*mark = true
	w.border.aside(func() {
		defer w.border.tell(func() { *mark = false })
		work()
	}, done)
}

// lengthy does work in the background that cannot be cancelled, and says so; the window
// stays open until it is done.
func (w *Window) lengthy(title string, work func() error, done func(error)) {
	wait := w.waiting(title, 1, nil)
	wait.at(0, "")
	w.busy = true
	var err error
	w.border.aside(func() {
		defer w.border.tell(func() { // also where work panics
			w.busy = false
			wait.dialog.Hide()
		})
		err = work()
	}, func() { done(err) })
}
