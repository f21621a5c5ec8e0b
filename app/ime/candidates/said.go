package candidates

// point is POINT.
type point struct{ x, y int32 }

// compositionForm is COMPOSITIONFORM: where what is being composed is drawn.
type compositionForm struct {
	style   uint32
	current point
	area    Area
}

// candidateForm is CANDIDATEFORM: where a list of candidates is drawn.
type candidateForm struct {
	index   uint32
	style   uint32
	current point
	area    Area
}

// The styles of both forms (imm.h).
const (
	atPoint     = 0x0002 // CFS_POINT: composed from this point on
	atCandidate = 0x0040 // CFS_CANDIDATEPOS: the list's upper left corner
	notOver     = 0x0080 // CFS_EXCLUDE: the list keeps clear of an area
)

// composing says that a composition stands where the caret is.
func composing(caret Area) compositionForm {
	return compositionForm{style: atPoint, current: point{caret.Left, caret.Top}}
}

// choosing says where the candidates belong: below the caret, and then, for the
// methods that find a better place by themselves, not over it. The last one said
// counts for those that heed both.
func choosing(caret Area) []candidateForm {
	return []candidateForm{
		{style: atCandidate, current: point{caret.Left, caret.Bottom}},
		{style: notOver, current: point{caret.Left, caret.Top}, area: caret},
	}
}
