package prose

// selection is what is selected, by offsets in characters: from anchor, where it
// was begun, to caret. Without a selection both are the same. atEnd is set if a
// caret at the seam of two lines stands at the end of the first.
type selection struct {
	anchor, caret int
	atEnd         bool
}

func caretAt(offset int) selection { return selection{anchor: offset, caret: offset} }

func (s selection) empty() bool { return s.anchor == s.caret }

func (s selection) bounds() (from, to int) {
	return min(s.anchor, s.caret), max(s.anchor, s.caret)
}
