package honesty

import "slices"

// topic is what a stretch of text speaks of.
type topic struct {
	groups   [][]int   // subjects, a group for each name; a name of several subjects means any of them
	unlisted []mention // products that were not examined
	need     bool      // the requirement
	own      bool      // the applicant
	generic  bool      // domestic supply at large
	unnamed  bool      // a product that the text does not name
}

// mention is a name where it stands.
type mention struct {
	label    string
	from, to int
}

func (t *topic) named() bool { return len(t.groups)+len(t.unlisted) > 0 }

func (t *topic) empty() bool { return !t.named() && !t.need && !t.own && !t.generic && !t.unnamed }

// join adds what is named beside the other.
func (t *topic) join(o topic) {
	t.groups = append(slices.Clip(t.groups), o.groups...)
	t.unlisted = append(slices.Clip(t.unlisted), o.unlisted...)
}

// refine narrows the last name by one that stands right behind it, as a product behind its vendor. False where the two
// have nothing in common.
func (t *topic) refine(o topic) bool {
	if len(o.groups) == 0 || len(t.groups) == 0 {
		return false
	}
	last := t.groups[len(t.groups)-1]
	var common []int
	for _, s := range o.groups[0] {
		if slices.Contains(last, s) {
			common = append(common, s)
		}
	}
	if common == nil {
		return false
	}
	t.groups = append(slices.Clone(t.groups[:len(t.groups)-1]), common)
	return true
}

// replaceLast puts another name in the place of the last one.
func (t *topic) replaceLast(o topic) {
	switch {
	case len(t.groups) > 0:
		t.groups = slices.Clone(t.groups[:len(t.groups)-1])
	case len(t.unlisted) > 0:
		t.unlisted = slices.Clone(t.unlisted[:len(t.unlisted)-1])
	}
	t.join(o)
}
