package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/window/question"
)

// statusLine says at the foot of the window what is saved, and whether the
// application is ready.
type statusLine struct {
	desk   *desk
	object fyne.CanvasObject
	icon   *widget.Icon
	state  *widget.Label
	retry  *question.Button
	ready  *question.Button
}

func newStatusLine(d *desk) *statusLine {
	s := &statusLine{desk: d, icon: widget.NewIcon(theme.ConfirmIcon())}
	s.state = widget.NewLabel(d.words.Text("window.save.open"))
	if d.Fixed() {
		s.icon.SetResource(theme.InfoIcon())
		s.state.SetText(d.words.Text("window.fixed.looking"))
	}
	s.state.Truncation = fyne.TextTruncateEllipsis
	s.retry = d.newButton(d.words.Text("window.save.retry"), nil, s.onRetry)
	s.retry.Importance = widget.DangerImportance
	s.retry.Hide()
	s.ready = d.newButton("", nil, d.onReadiness)
	s.ready.Importance = widget.LowImportance
	left := container.NewHBox(container.NewPadded(s.icon), s.retry)
	s.object = question.Panel(container.NewVBox(widget.NewSeparator(), container.NewBorder(nil, nil, left, s.ready, s.state)))
	return s
}

func (s *statusLine) onRetry() { _ = s.desk.flush() } // saved hears of it

// typing says that something is not on disk yet.
func (s *statusLine) typing() {
	if !s.retry.Visible() {
		s.set(theme.DocumentCreateIcon(), s.desk.words.Text("window.save.typing"), widget.MediumImportance)
	}
}

// saved says how writing went. What failed is kept on the screen and can be tried
// again.
func (s *statusLine) saved(err error) {
	if err == nil {
		s.retry.Hide()
		at := s.desk.setting.Now().Format("15:04:05")
		s.set(theme.NewSuccessThemedResource(theme.ConfirmIcon()), s.desk.words.Text("window.save.saved", "time", at), widget.MediumImportance)
		return
	}
	s.retry.Show()
	s.set(theme.NewErrorThemedResource(theme.ErrorIcon()), s.desk.words.Text("window.save.failed", "why", s.desk.reason(err)), widget.DangerImportance)
}

// say shows a remark until something is typed or saved.
func (s *statusLine) say(text string) {
	if !s.retry.Visible() {
		s.set(theme.InfoIcon(), text, widget.MediumImportance)
	}
}

func (s *statusLine) set(icon fyne.Resource, text string, importance widget.Importance) {
	s.icon.SetResource(icon)
	s.state.Importance = importance
	s.state.SetText(text)
}

// show updates the readiness from the report.
func (s *statusLine) show() {
	text, icon := s.desk.readiness(s.desk.Report())
	if s.ready.Text != text {
		s.ready.SetIcon(icon)
		s.ready.SetText(text)
		s.object.Refresh() // it may be wider by now
	}
}
