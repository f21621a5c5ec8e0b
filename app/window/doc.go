// Package window is the window: start page, task list, one page a section made
// from the form pack, help beside it, review and export. It decides nothing;
// what it shows comes from a report, and what the user does becomes a change of
// the application.
//
// One struct a page, with named handlers. All of it runs on the goroutine of the
// user interface; the few things that do not (an export, the timer that writes
// what was typed) come back through fyne.Do, in border.go and nowhere else.
//
// Floor 3 of the house. It imports app/session and what is below, but never
// fyne.io/fyne/v2/app: main gives it the toolkit's application, tests give it
// one without a display.
package window
