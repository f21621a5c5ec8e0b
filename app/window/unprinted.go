package window

import (
	"errors"

	"h200filing/app/printing"
)

// unprinted says why pages were not printed.
func (w *Window) unprinted(err error) string {
	for _, r := range []struct {
		err error
		key string
	}{
		{printing.ErrNone, "window.print.none"},
		{printing.ErrNoPrinter, "window.print.no_printer"},
		{printing.ErrStopped, "window.print.stopped"},
	} {
		if errors.Is(err, r.err) {
			return w.words.Text(r.key)
		}
	}
	return w.words.Text("window.print.refused")
}
