package window

import (
	"fyne.io/fyne/v2"

	"h200filing/app/session"
)

// protectionCheck has the outputs that are made next locked with a password.
func (d *desk) protectionCheck(see func(fyne.CanvasObject)) fyne.CanvasObject {
	c := newCheck(d.words.Text("window.protect.do"), func(on bool) { d.protect = on }, see)
	c.put(d.protect)
	return c
}

// protected asks for the password of outputs that are to be locked, and goes on with
// it; where they are not, it goes on at once.
func (d *desk) protected(on bool, goOn func(session.Protection)) {
	if !on {
		goOn(session.Protection{})
		return
	}
	var by session.Protection
	f := d.newPasswordForm("window.protect.title", d.words.Text("window.protect.text"), "window.part.next", "window.protect.password", "window.password.again")
	f.done = func(given []string) error {
		if given[0] != given[1] {
			return errDiffer
		}
		by.Password = given[0]
		return by.Check()
	}
	f.said = func() { goOn(by) }
	f.show()
}

// askToRead asks for the password of a workbook that is to be imported.
func (d *desk) askToRead(path string, wrong bool) {
	text := "window.protect.ask"
	if wrong {
		text = "window.password.wrong"
	}
	f := d.newPasswordForm("window.protect.title", d.words.Text(text), "window.password.open", "window.protect.password")
	f.said = func() { d.readWorkbook(path, session.Protection{Password: f.entries[0].Text}) }
	f.show()
}
