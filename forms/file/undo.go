package file

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"h200filing/forms"
)

// trail names the steps that are next to be taken back: undo that of Undo, redo
// that of Redo, 0 where there is none. Each is the top of a stack that the log
// itself keeps: Below of its entries names the step beneath. So the two reach
// back to the first change, survive a restart, and cost nothing to open.
type trail struct{ undo, redo int64 }

func (t trail) text() string {
	if t == (trail{}) {
		return ""
	}
	return fmt.Sprintf("%d %d", t.undo, t.redo)
}

func readTrail(text string) (t trail, err error) {
	if text == "" {
		return t, nil
	}
	if n, err := fmt.Sscanf(text, "%d %d", &t.undo, &t.redo); n != 2 {
		return t, fmt.Errorf("trail: %w", err)
	}
	return t, nil
}

// done makes the current change one that Undo takes back first, and that ends
// what could be redone.
func (w *writer) done() {
	w.entry.Below = w.base.trail.undo
	w.trail = trail{undo: w.entry.Step}
}

// Step is a step of the log: everything that one change has done.
type Step struct {
	Seq     int64     // that of its first entry, which names it
	Undoes  int64     // the step that it takes back, 0 for none
	At      time.Time // UTC
	Who     string
	Entries []Entry // oldest first
}

// CanUndo tells whether there is a change of answers to take back.
func (f *File) CanUndo() bool { return f.now.trail.undo != 0 }

// CanRedo tells whether there is a change that Undo has taken back and nothing
// has been changed since.
func (f *File) CanRedo() bool { return f.now.trail.redo != 0 }

// Undo takes back the newest change of answers that stands, with a step of its
// own that refers to it, and gives the step that was taken back. Properties,
// ticks and named versions are left as they are, except that ticks fall where
// answers change. It fails with NoStep where there is nothing to take back.
func (f *File) Undo(who string, at time.Time) (Step, error) {
	return f.takeBack(who, at, func(now trail) int64 { return now.undo },
		func(now trail, taken Entry, step int64) (int64, trail) {
			return now.redo, trail{undo: taken.Below, redo: step}
		})
}

// Redo takes back the newest Undo, likewise, and gives the step of that Undo. It
// fails with NoStep where there is nothing to take back.
func (f *File) Redo(who string, at time.Time) (Step, error) {
	return f.takeBack(who, at, func(now trail) int64 { return now.redo },
		func(now trail, taken Entry, step int64) (int64, trail) {
			return now.undo, trail{undo: step, redo: taken.Below}
		})
}

// takeBack writes the inverse of the step that which names. after gives Below of
// the new step, and the trail that it leaves.
func (f *File) takeBack(who string, at time.Time, which func(trail) int64,
	after func(now trail, taken Entry, step int64) (int64, trail)) (taken Step, err error) {
	err = f.change(Entry{Who: who, At: at}, func(w *writer) error {
		seq := which(w.base.trail)
		if seq == 0 {
			return NoStep
		}
		if taken, err = w.db.step(seq); err != nil {
			return err
		}
		changes, err := inverse(taken.Entries)
		if err != nil {
			return err
		}
		w.entry.Undoes = seq
		w.entry.Below, w.trail = after(w.base.trail, taken.Entries[0], w.entry.Step)
		if err := w.apply(changes); err != nil {
			return err
		}
		if w.next.head.seq == w.base.head.seq {
			return fmt.Errorf("log: step %d has changed nothing", seq)
		}
		return nil
	})
	if err != nil {
		return Step{}, err
	}
	return taken, nil
}

// step reads a step of the log.
func (d *database) step(seq int64) (Step, error) {
	step := Step{Seq: seq}
	err := d.entries(seq-1, func(e Entry) error {
		if e.Step != seq {
			return errEnough
		}
		step.Entries = append(step.Entries, e)
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return Step{}, err
	}
	if len(step.Entries) == 0 {
		return Step{}, fmt.Errorf("log: no step %d", seq)
	}
	first := step.Entries[0]
	step.Undoes, step.At, step.Who = first.Undoes, first.At, first.Who
	return step, nil
}

// inverse lists the changes that take entries back, the newest first. What is no
// change of answers is passed over.
func inverse(entries []Entry) ([]forms.Change, error) {
	var changes []forms.Change
	for _, e := range slices.Backward(entries) {
		c, ok, err := e.inverse()
		if err != nil {
			return nil, err
		}
		if ok {
			changes = append(changes, c)
		}
	}
	return changes, nil
}

// opposites are the operations that take each other back.
var opposites = map[forms.Op]forms.Op{
	forms.Set: forms.Set, forms.Move: forms.Move, forms.Insert: forms.Remove, forms.Remove: forms.Insert,
}

// change gives the change that an entry tells of; ok is false for an entry that
// is no change of answers.
func (e Entry) change() (c forms.Change, ok bool, err error) {
	c = forms.Change{Op: forms.Op(e.Op), Path: forms.Path(e.Path)}
	switch c.Op {
	case forms.Set:
		c.Value = e.New
	case forms.Insert, forms.Move:
		c.At, err = strconv.Atoi(e.New)
	}
	if err != nil {
		err = fmt.Errorf("log entry %d: %w", e.Seq, err)
	}
	_, ok = opposites[c.Op]
	return c, ok, err
}

// inverse gives the change that takes an entry back, likewise.
func (e Entry) inverse() (c forms.Change, ok bool, err error) {
	if e.Op = string(opposites[forms.Op(e.Op)]); e.Op == "" {
		return c, false, nil
	}
	e.Old, e.New = e.New, e.Old
	return e.change()
}
