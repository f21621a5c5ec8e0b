package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"h200filing/forms"
)

// seek jumps to the next finding (1) or the one before (-1), going round at the
// ends.
func (d *desk) seek(by int) {
	if d.flush() != nil {
		return // the status line says why
	}
	findings := d.Report().Findings
	if len(findings) == 0 {
		d.status.say(d.words.Text("window.seek.none"))
		return
	}
	at := slices.IndexFunc(findings, func(f forms.Finding) bool { return sameFinding(f, d.sought) })
	if at < 0 || findings[at].Path != d.at {
		at = d.between(findings, by)
	} else {
		at += by
	}
	f := findings[(at+len(findings))%len(findings)]
	d.sought = f
	d.jumpTo(f)
}

// between is the finding next to where the user is.
func (d *desk) between(findings []forms.Finding, by int) int {
	order := map[forms.Path]int{}
	here := -1
	for i, q := range d.Report().Questions() {
		order[q.Path] = i
		if q.Path == d.at || here < 0 && d.at == "" && q.Field.Section == d.page.section() {
			here = i
		}
	}
	next := slices.IndexFunc(findings, func(f forms.Finding) bool { return order[f.Path] >= here })
	if next < 0 {
		next = len(findings)
	}
	if by < 0 {
		return next - 1
	}
	return next
}

func sameFinding(a, b forms.Finding) bool {
	if a.Rule != b.Rule || a.Path != b.Path || (a.Passage == nil) != (b.Passage == nil) {
		return false
	}
	return a.Passage == nil || a.Passage.At == b.Passage.At
}

// Key implements question.Desk: the keys that work without Ctrl, whatever has the
// focus. While a dialog asks something, Escape takes it back, Enter agrees to it, and
// the others rest.
func (w *Window) Key(name fyne.KeyName) bool {
	if w.win.Canvas().Overlays().Top() != nil {
		return name == fyne.KeyEscape && w.escape() || (name == fyne.KeyReturn || name == fyne.KeyEnter) && w.agree()
	}
	switch {
	case name == fyne.KeyF1:
		w.onGuide()
	case name == fyne.KeyF8 && w.desk != nil && w.shifted():
		w.desk.seek(-1)
	case name == fyne.KeyF8 && w.desk != nil:
		w.desk.seek(1)
	default:
		return false
	}
	return true
}

// shifted reports whether Shift is held.
func (w *Window) shifted() bool {
	d, ok := w.app.Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// listen hears the keys that no text field gets.
func (w *Window) listen() {
	// Not where a key goes down: the field that F8 leads to would get the key as well.
	w.win.Canvas().SetOnTypedKey(func(key *fyne.KeyEvent) { w.Key(key.Name) })
	w.win.Canvas().AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) {
		if w.desk != nil {
			w.desk.onRedo()
		}
	})
}
