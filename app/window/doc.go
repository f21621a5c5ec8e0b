// Package window is the program's main window: the start page, and for an open
// application the task list, one page for each section of the form, the help beside
// it, the review and the export. It decides nothing: what it shows comes from a
// forms.Report, and what the user does becomes a change of the application
// (app/session).
//
// Each page is one struct with named handlers. All code runs on the goroutine of the
// user interface, except what is passed to border.aside (exports, reading of files);
// results and timers come back through fyne.Do. Only border.go starts goroutines and
// timers.
//
// The types to know first: Window (window.go) owns everything; desk (desk.go) is an
// open application in it; page (desk.go) is what fills its middle; saver (saver.go)
// writes what is typed; the questions themselves are in app/window/question.
//
// Floor 3 of the house. It imports app/session and what is below, but never
// fyne.io/fyne/v2/app: main gives it the toolkit's application, tests give it
// one without a display.
package window
