package window

import (
	"errors"
	"slices"
	"time"

	"h200filing/forms"
)

// pause is how long after the last key what was typed is written.
const pause = 400 * time.Millisecond

// saver holds what is being typed until it is written to the application: pause after
// the last key, when the field loses the focus, or before anything else is done. What
// cannot be written stays here and on the screen, and is tried again.
type saver struct {
	border border
	write  func(p forms.Path, text string) error
	told   func(err error) // called after every attempt, nil for success

	typed   []typed
	writing bool
	stop    func() // stops the timer; nil when none runs
}

// typed is a text that is not written yet; each question has at most one.
type typed struct {
	path forms.Path
	text string
}

func newSaver(b border, write func(forms.Path, string) error, told func(error)) *saver {
	return &saver{border: b, write: write, told: told}
}

// put takes the text of a question and starts the timer again.
func (s *saver) put(p forms.Path, text string) {
	if i := s.find(p); i >= 0 {
		s.typed[i].text = text
	} else {
		s.typed = append(s.typed, typed{p, text})
	}
	s.halt()
	s.stop = s.border.after(pause, func() {
		s.stop = nil
		_ = s.flush() // told has been called with the error
	})
}

// get returns a text that is not written yet.
func (s *saver) get(p forms.Path) (string, bool) {
	if i := s.find(p); i >= 0 {
		return s.typed[i].text, true
	}
	return "", false
}

func (s *saver) find(p forms.Path) int {
	return slices.IndexFunc(s.typed, func(t typed) bool { return t.path == p })
}

func (s *saver) halt() {
	if s.stop != nil {
		s.stop()
		s.stop = nil
	}
}

// flush writes everything, in the order in which it was begun, each once. Writing
// brings a new report, and that may type or flush in turn: what is typed meanwhile
// is written too, and a flush within a flush leaves it to the one that runs.
func (s *saver) flush() error {
	if s.writing || len(s.typed) == 0 {
		return nil
	}
	s.writing = true
	defer func() { s.writing = false }()
	var errs []error
	for failed := 0; failed < len(s.typed); {
		next := s.typed[failed]
		s.typed = slices.Delete(s.typed, failed, failed+1) // the report that comes of it is newer
		err := s.write(next.path, next.text)
		if err == nil {
			continue
		}
		errs = append(errs, err)
		if s.find(next.path) < 0 { // nothing newer was typed meanwhile
			s.typed = slices.Insert(s.typed, failed, next)
			failed++
		}
	}
	s.halt()
	err := errors.Join(errs...)
	s.told(err)
	return err
}
