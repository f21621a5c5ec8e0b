package typeset

import "sync"

// scratch are the lists that a paragraph needs until its lines are set. They are
// used again, for nothing in them outlives the lines.
type scratch struct {
	items    []item
	cuts     []cut
	advances []float64
	spans    []Span
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}
