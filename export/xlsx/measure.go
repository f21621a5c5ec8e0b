package xlsx

import (
	"math"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Geometry in Excel's units: widths in digits of the standard font, heights in
// points.
const (
	fontSize   = 10.0
	lineHeight = 14.0
	rowPadding = 5.0
	maxHeight  = 409.0 // the highest row that Excel has
	cellUnits  = 32767 // UTF-16 units that a cell holds
)

// maxLines is how many lines the highest row shows.
const maxLines = 28 // (maxHeight - rowPadding) / lineHeight, rounded down

// runeWidth is 2 for what is set square, as Chinese characters are, else 1.
func runeWidth(r rune) int {
	if r >= 0x1100 && (r <= 0x115f || r >= 0x2e80) || r >= 0x2010 && r <= 0x203b {
		return 2
	}
	return 1
}

func textWidth(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

// lines estimates how many lines a text takes in a cell of a width.
func lines(s string, width float64) int {
	room := int(math.Max(2, width-3))
	n := 0
	for line := range strings.SplitSeq(s, "\n") {
		n += max(1, (textWidth(line)+room-1)/room)
	}
	return n
}

// height is that of a row with so many lines.
func height(lines int) float64 {
	return math.Min(maxHeight, math.Max(1, float64(lines))*lineHeight+rowPadding)
}

// splitText cuts a text into parts that each fit a cell of the width and, if it
// can be, the highest row. Joined, the parts are the text again. limit is the
// greatest number of parts for the eye's sake; the capacity of a cell is held to
// in any case. 0 is no limit.
func splitText(s string, width float64, limit int) []string {
	for allowed := maxLines; ; allowed *= 2 {
		parts := cut(s, width, allowed)
		if limit == 0 || len(parts) <= limit || allowed > cellUnits {
			return parts
		}
	}
}

// cut takes parts of at most so many lines, breaking after a line or a sentence
// where the second half of a part has such a place.
func cut(s string, width float64, allowed int) []string {
	var parts []string
	for {
		n := take(s, int(math.Max(2, width-3)), allowed)
		if n == len(s) {
			return append(parts, s)
		}
		parts = append(parts, s[:n])
		s = s[n:]
	}
}

// take gives the length of the first part of a text, in bytes.
func take(s string, room, allowed int) int {
	units, line, column, pause := 0, 1, 0, 0
	for at, r := range s {
		w := runeWidth(r)
		if r == '\n' {
			line, column = line+1, 0
		} else if column += w; column > room {
			line, column = line+1, w
		}
		if units += utf16.RuneLen(r); units > cellUnits || line > allowed+1 || line > allowed && r != '\n' {
			if pause > at/2 {
				return pause
			}
			return at
		}
		if strings.ContainsRune("\n。！？；", r) {
			pause = at + utf8.RuneLen(r)
		}
	}
	return len(s)
}

// clean replaces what is no UTF-8 and the control characters that XML cannot
// hold by the replacement character, so that a text is written as it will be
// read.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == 0xfffe || r == 0xffff {
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(s, string(utf8.RuneError)))
}
