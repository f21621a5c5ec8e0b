package file

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"

	"h200filing/forms"
)

// Apply carries changes out, all or none, as one step of the log: it returns
// when they are on disk. who did it and when; why is the reason logged for every
// change that has none of its own. A change that changes nothing is not logged.
// It fails, altering nothing, where a change does not fit the answers (the error
// is that of forms.Answers.Apply) or cannot be written (an *Error).
func (f *File) Apply(who, why string, at time.Time, changes ...forms.Change) error {
	return f.change(who, why, at, func(w *writer) error {
		base := f.answersBefore(w)
		touched := map[forms.Path]bool{} // answers, and rows for their lists
		for _, c := range changes {
			inverse, err := w.next.answers.Apply(c)
			if err != nil {
				return &refusal{err}
			}
			if err := w.logChange(c, inverse); err != nil {
				return err
			}
			touched[subject(c)] = c.Op == forms.Set
		}
		if w.next.answers.NextRow() < base.NextRow() {
			return &refusal{fmt.Errorf("row numbers are used up")}
		}
		return w.putAnswers(base, touched)
	})
}

// SetMeta changes the properties of the file, logged with op "meta" and the key
// as path. The time of creation stays as it is.
func (f *File) SetMeta(who, why string, at time.Time, meta Meta) error {
	return f.change(who, why, at, func(w *writer) error {
		meta.Created = w.next.meta.Created
		records, err := meta.records()
		if err != nil {
			return &refusal{err}
		}
		for _, key := range slices.Sorted(maps.Keys(records)) {
			old := w.next.records[key]
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
