package question

import "fyne.io/fyne/v2"

// fix disables parts that change answers where the application cannot be changed.
func fix(desk Desk, parts ...fyne.Disableable) {
	for _, p := range parts {
		if desk.Fixed() {
			p.Disable()
		}
	}
}

// setEnabled enables a widget or disables it, and leaves alone one that is as it should
// be.
func setEnabled(w fyne.Disableable, on bool) {
	switch {
	case on && w.Disabled():
		w.Enable()
	case !on && !w.Disabled():
		w.Disable()
	}
}

// setVisible shows an object or hides it, and leaves alone one that is as it should be.
func setVisible(o fyne.CanvasObject, on bool) {
	switch {
	case on && !o.Visible():
		o.Show()
	case !on && o.Visible():
		o.Hide()
	}
}
