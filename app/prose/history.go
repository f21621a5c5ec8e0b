package prose

import (
	"time"
	"unicode/utf8"
)

// editKind says how a change came about; changes of different kinds are never one
// step of undo.
type editKind uint8

const (
	typing editKind = iota
	erasing
	deleting
	whole // paste, replace, cut, a line break: a step of its own
)

// When a burst of typing ends: after a pause, or when it has become this long.
const (
	burstPause = 900 * time.Millisecond
	burstLimit = 30 // characters
)

// edit replaces, at an offset in characters, one text by another.
type edit struct {
	at                int
	removed, inserted string
}

// step is what one undo takes back.
type step struct {
	edits         []edit // in order
	kind          editKind
	last          time.Time
	before, after selection
}

// history remembers changes. The clock is the caller's.
type history struct {
	now          func() time.Time
	done, undone []step
	sealed       bool
}

// limits of what is remembered: steps.
const longestHistory = 2000

// add remembers a change, as a part of the last step if it goes on with it.
func (h *history) add(e edit, kind editKind, before, after selection) {
	now := h.now()
	h.undone = nil
	if n := len(h.done); n > 0 && !h.sealed && h.done[n-1].join(e, kind, now) {
		h.done[n-1].last, h.done[n-1].after = now, after
		return
	}
	h.sealed = false
	h.done = append(h.done, step{[]edit{e}, kind, now, before, after})
	if len(h.done) > longestHistory {
		h.done = append(h.done[:0], h.done[longestHistory/4:]...)
	}
}

// amend adds a change to the last step, whatever they are.
func (h *history) amend(e edit, after selection) {
	s := &h.done[len(h.done)-1]
	s.edits = append(s.edits, e)
	s.after = after
}

// seal ends the burst: the caret was moved.
func (h *history) seal() { h.sealed = true }

// join takes a change into the step if it continues its burst.
func (s *step) join(e edit, kind editKind, now time.Time) bool {
	if kind == whole || kind != s.kind || now.Sub(s.last) > burstPause || len(s.edits) != 1 {
		return false
	}
	one := &s.edits[0]
	if utf8.RuneCountInString(one.inserted)+utf8.RuneCountInString(one.removed) >= burstLimit {
		return false
	}
	switch kind {
	case typing:
		if e.removed != "" || e.at != one.at+utf8.RuneCountInString(one.inserted) {
			return false
		}
		one.inserted += e.inserted
	case erasing:
		if e.at+utf8.RuneCountInString(e.removed) != one.at {
			return false
		}
		one.at, one.removed = e.at, e.removed+one.removed
	case deleting:
		if e.at != one.at {
			return false
		}
		one.removed += e.removed
	}
	return true
}

// undo gives the last step, to be taken back by its edits in reverse.
func (h *history) undo() (step, bool) {
	n := len(h.done)
	if n == 0 {
		return step{}, false
	}
	s := h.done[n-1]
	h.done, h.undone, h.sealed = h.done[:n-1], append(h.undone, s), true
	return s, true
}

// redo gives the last step taken back.
func (h *history) redo() (step, bool) {
	n := len(h.undone)
	if n == 0 {
		return step{}, false
	}
	s := h.undone[n-1]
	h.undone, h.done, h.sealed = h.undone[:n-1], append(h.done, s), true
	return s, true
}
