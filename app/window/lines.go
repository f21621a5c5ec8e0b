package window

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// lineView shows a long plain text by its lines, of which it draws those that can be
// seen: a licence has thousands.
type lineView struct {
	list  *widget.List
	lines []string
}

func newLineView() *lineView {
	v := &lineView{}
	v.list = widget.NewList(func() int { return len(v.lines) },
		func() fyne.CanvasObject { return canvas.NewText("", nil) },
		func(i widget.ListItemID, o fyne.CanvasObject) {
			line := o.(*canvas.Text)
			line.Text, line.Color, line.TextSize = v.lines[i], theme.Color(theme.ColorNameForeground), theme.TextSize()
			line.Refresh()
		})
	v.list.HideSeparators = true
	v.list.OnSelected = func(i widget.ListItemID) { v.list.Unselect(i) } // it is only read
	return v
}

// put shows a text from its beginning.
func (v *lineView) put(text string) {
	v.lines = broken(text, int(v.list.Size().Width/widestLetter(theme.TextSize())))
	v.list.Refresh()
	v.list.ScrollToTop()
}

// widestLetter is the room of a Latin letter at a text size, seldom exceeded by the
// mean of a line; a Han character has the room of two.
func widestLetter(size float32) float32 { return size * 0.58 }

// broken breaks a text into lines of so many letters at most, at blanks where there
// are any. A line that is not too long stays as it is.
func broken(text string, columns int) []string {
	columns = max(columns, 16)
	var out []string
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\t", "    "), "\n") {
		line = strings.TrimRight(line, " ")
		for end := fits(line, columns); end < len(line); end = fits(line, columns) {
			if blank := strings.LastIndexByte(line[:end+1], ' '); blank > 0 && strings.TrimSpace(line[:blank]) != "" {
				end = blank
			}
			out = append(out, strings.TrimRight(line[:end], " "))
			line = strings.TrimLeft(line[end:], " ")
		}
		out = append(out, line)
	}
	return out
}

// fits is how many bytes of a line have room in so many columns.
func fits(line string, columns int) int {
	for i, r := range line {
		if columns--; r >= 0x2e80 && utf8.RuneLen(r) > 2 {
			columns--
		}
		if columns < 0 {
			return i
		}
	}
	return len(line)
}
