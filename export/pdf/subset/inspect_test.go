package subset

import "slices"

// Codes lists every code the subset maps, ascending. The caller owns the list.
func (s *Subset) Codes() []rune { return slices.Clone(s.codes) }
