package ime

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

// oneLine is a clipboard whose text fits a field of one line: cells and lines of a table
// are parted by a blank, for which the toolkit would draw nothing it could show.
type oneLine struct{ fyne.Clipboard }

// Content implements fyne.Clipboard.
func (c oneLine) Content() string {
	text := strings.TrimFunc(c.Clipboard.Content(), unicode.IsControl)
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ReplaceAll(text, "\r\n", "\n"))
}
