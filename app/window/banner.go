package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/window/look"
	"h200filing/app/window/question"
)

// banner says above everything what is special about the application at work: that
// it is an exercise, or that it can only be looked at and why. It is nil where
// nothing is.
func (d *desk) banner() fyne.CanvasObject {
	box := container.New(question.Column(2, 0))
	if d.application.IsPractice() {
		box.Add(d.remark(theme.InfoIcon(), d.words.Text("window.practice.mark"), nil))
	}
	if d.Fixed() {
		retry := d.newButton(d.words.Text("window.fixed.retry"), theme.ViewRefreshIcon(), d.onClaim)
		box.Add(d.remark(theme.NewWarningThemedResource(theme.WarningIcon()), d.fixedText(), retry))
	}
	if remark := d.versionRemark(); remark != nil {
		box.Add(remark)
	}
	if len(box.Objects) == 0 {
		return nil
	}
	return box
}

func (w *Window) remark(icon fyne.Resource, text string, button fyne.CanvasObject) fyne.CanvasObject {
	return question.Card(look.ColorNameNotice, container.NewBorder(nil, nil, widget.NewIcon(icon), button, question.Body(text)))
}

// fixedText says why nothing can be changed.
func (d *desk) fixedText() string {
	by, held := d.application.Holder()
	switch {
	case !held:
		return d.words.Text("window.fixed.unwritable")
	case by.User == "" && by.Host == "":
		return d.words.Text("window.fixed.held")
	}
	return d.words.Text("window.fixed.held_by", "name", by.User, "host", by.Host, "time", by.Since.Local().Format("2006-01-02 15:04"))
}

// Fixed implements question.Desk.
func (d *desk) Fixed() bool { return !d.application.Writable() }

// onClaim tries whether the application is free by now.
func (d *desk) onClaim() {
	if err := d.application.Claim(); err != nil || d.Fixed() {
		d.status.say(d.words.Text("window.fixed.still"))
		return
	}
	d.rebuild()
}

// versionRemark says that the application was drafted by another version of the
// form, and what has changed; nil where it was not.
func (d *desk) versionRemark() fyne.CanvasObject {
	other, ok, err := d.application.OtherVersion()
	if err != nil {
		return d.remark(theme.NewWarningThemedResource(theme.WarningIcon()), d.reason(err), nil)
	}
	if !ok {
		return nil
	}
	lines := other.Lines(d.setting.Form, d.words)
	what := d.newButton(d.words.Text("window.form.what"), nil, func() {
		box := container.New(question.Column(-6, 0))
		for _, line := range lines {
			box.Add(question.Body(line))
		}
		d.sheet(d.words.Text("window.form.what"), box)
	})
	done := d.newButton(d.words.Text("window.form.adopt"), nil, d.onAdopt)
	if d.Fixed() {
		done.Disable()
	}
	return d.remark(theme.InfoIcon(), lines[0], container.NewHBox(what, done))
}

// onAdopt notes that the changes of the form have been seen.
func (d *desk) onAdopt() {
	if d.change(d.application.Adopt) {
		d.rebuild()
	}
}
