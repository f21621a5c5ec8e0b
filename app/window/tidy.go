package window

import "time"

// tidyAfter is how long the window is left alone after something was opened, before
// the memory that opening it took is given back: by then the first frames are drawn.
const tidyAfter = 2 * time.Second

// tidyLater gives memory that is no longer used back to the system, in the background.
// Loading the form pack, the fonts and an application allocates several times what is
// kept of them, and the Go runtime would hold most of that for reuse for minutes.
func (w *Window) tidyLater() {
	w.border.after(tidyAfter, func() { w.border.aside(w.tidy, func() {}) })
}
