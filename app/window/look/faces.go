package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// ReadFaces makes the toolkit load the fonts of the current theme, with the fallback
// fonts of the toolkit and of the system. The toolkit loads a font when the first text
// in it is measured, which takes about half as long as creating a window: both can be
// done at the same time. It may be called on any goroutine, as long as no other one
// measures a text or changes the theme: the toolkit's caches have no lock.
func ReadFaces() {
	for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
		fyne.MeasureText("中", theme.TextSize(), style)
	}
}
