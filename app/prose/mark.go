package prose

// MarkKind says how a mark is drawn. The kinds differ by the shape of the line and
// by the sign in the margin, not by colour alone.
type MarkKind uint8

// The kinds of marks.
const (
	Wrong    MarkKind = iota // a wavy line; an exclamation mark
	Doubtful                 // a dotted line; a question mark
	Note                     // a dashed line; an i
)

// Mark is a stretch of text that something is said about.
type Mark struct {
	From, To int // in characters from the beginning of the text, newlines counted
	Kind     MarkKind
	Message  string // what is said, in the user's language
}

// shift moves marks with a change at an offset that removed and inserted so many
// characters. What is inside the change stays around it; a mark whose text is gone
// goes.
func shift(marks []Mark, at, removed, inserted int) []Mark {
	kept := marks[:0]
	for _, m := range marks {
		was := m.To - m.From
		m.From = moved(m.From, at, removed, inserted, true)
		m.To = moved(m.To, at, removed, inserted, false)
		if m.To > m.From || was == 0 {
			kept = append(kept, m)
		}
	}
	return kept
}

// moved is where an offset is after a change. At the very place of an insertion a
// beginning moves behind it and an end stays.
func moved(offset, at, removed, inserted int, begins bool) int {
	switch {
	case offset < at, offset == at && !begins:
		return offset
	case offset == at && removed == 0:
		return offset + inserted
	case offset >= at+removed:
		return offset + inserted - removed
	case begins:
		return at + inserted
	}
	return at
}
