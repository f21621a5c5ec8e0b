package window

import "h200filing/app/session"

// Beginning is what a window shows first: an application file, a new practice
// application in the program's own folder, or with neither the start page.
type Beginning struct {
	File     string
	Practice bool
}

// Furnish gives the window its content. What goes wrong with a file is said in the
// window.
func (w *Window) Furnish(setting *session.Setting, begin Beginning) {
	announcing := *setting
	announcing.Announce = true
	w.furnish(setting, sessions{&announcing}, begin)
}

// furnish shows the start page before a file only where that takes long to open, or
// cannot be opened: enter and refuse show it then.
func (w *Window) furnish(setting *session.Setting, s shelf, begin Beginning) {
	w.setting, w.shelf = setting, s
	if begin == (Beginning{}) {
		w.rebuild()
	}
	w.tellFaults()
	switch {
	case begin.Practice:
		w.onPractice()
	case begin.File != "":
		w.Open(begin.File)
	}
	w.tidyLater()
}

// bare reports whether the window has no content yet.
func (w *Window) bare() bool { return w.win.MainMenu() == nil }

// Open opens an application file and shows its first unfinished section.
func (w *Window) Open(path string) { w.unlock(path, "") }
