package question

import "fyne.io/fyne/v2"

// fix disables what changes answers where nothing can be changed.
func fix(desk Desk, parts ...fyne.Disableable) {
	for _, p := range parts {
		if desk.Fixed() {
			p.Disable()
		}
	}
}

func setEnabled(w fyne.Disableable, on bool) {
	switch {
	case on && w.Disabled():
		w.Enable()
	case !on && !w.Disabled():
		w.Disable()
	}
}

func setVisible(o fyne.CanvasObject, on bool) {
	switch {
	case on && !o.Visible():
		o.Show()
	case !on && o.Visible():
		o.Hide()
	}
}
