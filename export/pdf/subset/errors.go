package subset

import (
	"errors"
	"fmt"
	"strings"
)

// Reasons to refuse a font or a request. Errors returned by this package wrap
// one of them, with the place.
var (
	// ErrCollection marks a font collection (.ttc, .otc): several faces in
	// one file, of which none is named.
	ErrCollection = errors.New("font collection, not a single face")
	// ErrOutlines marks a font without glyf outlines (CFF, bitmap, Type 1).
	ErrOutlines = errors.New("font without TrueType outlines")
	// ErrFormat marks bytes that are no TrueType font, or a damaged one.
	ErrFormat = errors.New("damaged TrueType font")
	// ErrCharacterMap marks a font without a Unicode cmap of format 4 or 12.
	ErrCharacterMap = errors.New("font without a usable Unicode character map")
	// ErrLicence marks a font whose OS/2.fsType forbids embedding its
	// outlines or cutting them.
	ErrLicence = errors.New("font licence bits forbid embedding a subset")
	// ErrTooMany marks a request that does not fit: more than 6,400
	// supplementary characters, or a character map over 64 KiB.
	ErrTooMany = errors.New("too many characters for one subset")
)

// MissingError says which requested characters the font does not have.
type MissingError struct {
	Runes []rune // ascending, each once
}

// Error lists the first few missing characters by code point.
func (e *MissingError) Error() string {
	const shown = 8
	var b strings.Builder
	fmt.Fprintf(&b, "font lacks %d character(s):", len(e.Runes))
	for i, r := range e.Runes {
		if i == shown {
			b.WriteString(" …")
			break
		}
		fmt.Fprintf(&b, " U+%04X", r)
	}
	return b.String()
}
