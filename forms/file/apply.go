package file

import (
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"h200filing/forms"
)

// Apply carries changes out, all or none, as one step of the log: it returns
// when they are on disk. who did it and when; why is the reason logged for every
// change that has none of its own. A change that changes nothing is not logged.
// It fails, altering nothing, where a change does not fit the answers (the error
// is that of forms.Answers.Apply) or cannot be written (an *Error).
func (f *File) Apply(who, why string, at time.Time, changes ...forms.Change) error {
	return f.change(Entry{Who: who, Why: why, At: at}, func(w *writer) error {
		w.done()
		return w.apply(changes)
	})
}

// Begin carries changes out as Apply does, as what the file begins with: Undo does
// not take them back, nor reach back beyond them.
func (f *File) Begin(who, why string, at time.Time, changes ...forms.Change) error {
	return f.change(Entry{Who: who, Why: why, At: at}, func(w *writer) error {
		w.entry.Below, w.trail = w.entry.Step, trail{}
		return w.apply(changes)
	})
}

// apply carries changes to the answers out.
func (w *writer) apply(changes []forms.Change) error {
	answers, lists := map[forms.Path]bool{}, map[forms.Path]bool{}
	for _, c := range changes {
		inverse, err := w.next.answers.Apply(c)
		if err != nil {
			return &refusal{err}
		}
		if c.Op == forms.Set {
			answers[c.Path] = true
		} else {
			lists[c.Path[:strings.LastIndexByte(string(c.Path), '[')]] = true
		}
		if err := w.logChange(c, inverse); err != nil {
			return err
		}
	}
	if err := w.putAnswers(answers); err != nil {
		return err
	}
	if err := w.putLists(lists); err != nil {
		return err
	}
	if err := w.putNext(); err != nil {
		return err
	}
	return w.end()
}

// logChange writes what a change has changed, and lets the ticks fall that were
// set for what was there before.
func (w *writer) logChange(c, inverse forms.Change) error {
	old, value := inverse.Value, c.Value
	switch c.Op {
	case forms.Insert:
		old, value = "", strconv.Itoa(c.At)
	case forms.Remove:
		old, value = strconv.Itoa(inverse.At), ""
	case forms.Move:
		old, value = strconv.Itoa(inverse.At), strconv.Itoa(c.At)
	}
	if old == value {
		return nil
	}
	if err := w.log(string(c.Op), string(c.Path), old, value, c.Why); err != nil {
		return err
	}
	return w.dropStaleTicks(c)
}

func (w *writer) putAnswers(touched map[forms.Path]bool) error {
	for p := range touched {
		if err := w.put("answers", string(p), w.base.answers.Get(p), w.next.answers.Get(p)); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) putLists(touched map[forms.Path]bool) error {
	for list := range touched {
		old, err := rowsText(w.base.answers.Rows(list))
		if err != nil {
			return err
		}
		text, err := rowsText(w.next.answers.Rows(list))
		if err != nil {
			return err
		}
		if err := w.put("lists", string(list), old, text); err != nil {
			return err
		}
	}
	return nil
}

// putNext keeps the number of the next row. An id with the largest number there
// is would make it overflow.
func (w *writer) putNext() error {
	next := w.next.answers.NextRow()
	switch {
	case next < w.base.answers.NextRow():
		return &refusal{errors.New("the numbers of rows are used up")}
	case next == w.base.answers.NextRow():
		return nil
	}
	return w.putMeta(nextKey, strconv.Itoa(next))
}

// SetMeta changes the properties of the file, logged with OpMeta and the key as
// path. The time of creation stays as it is.
func (f *File) SetMeta(who, why string, at time.Time, meta Meta) error {
	return f.change(Entry{Who: who, Why: why, At: at}, func(w *writer) error {
		meta.Created = w.base.meta.Created
		records, err := meta.records()
		if err != nil {
			return &refusal{err}
		}
		for _, key := range slices.Sorted(maps.Keys(records)) {
			old := w.base.records[key]
			if old == records[key] {
				continue
			}
			if err := w.log(OpMeta, key, old, records[key], ""); err != nil {
				return err
			}
			if err := w.putMeta(key, records[key]); err != nil {
				return err
			}
		}
		w.next.meta = meta
		return w.end()
	})
}
