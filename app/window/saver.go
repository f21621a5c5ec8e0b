package window

import (
	"errors"
	"time"

	"h200filing/forms"
)

// pause is how long the typing has to rest before it is written.
const pause = 400 * time.Millisecond

// saver holds what is being typed until it is written: a moment after the last
// key, when the field is left, before anything else is done. What cannot be
// written stays here and on the screen.
type saver struct {
	border border
	write  func(p forms.Path, text string) error
	told   func(err error) // after every attempt

	typed map[forms.Path]string
	order []forms.Path
	stop  func() // the timer's; nil when none runs
}

func newSaver(b border, write func(forms.Path, string) error, told func(error)) *saver {
	return &saver{border: b, write: write, told: told, typed: map[forms.Path]string{}}
}

// put takes a text and has it written soon.
func (s *saver) put(p forms.Path, text string) {
	if _, ok := s.typed[p]; !ok {
		s.order = append(s.order, p)
	}
	s.typed[p] = text
	s.halt()
	s.stop = s.border.after(pause, func() {
		s.stop = nil
		_ = s.flush() // told has it
	})
}

// get returns a text that is not written yet.
func (s *saver) get(p forms.Path) (string, bool) {
	text, ok := s.typed[p]
	return text, ok
}

// forget drops what was typed in a row that is gone.
func (s *saver) forget(row forms.Path) {
	for p := range s.typed {
		if p.Within(row) {
			delete(s.typed, p)
		}
	}
}

func (s *saver) halt() {
	if s.stop != nil {
		s.stop()
		s.stop = nil
	}
}

// flush writes everything, in the order in which it was typed.
func (s *saver) flush() error {
	s.halt()
	if len(s.typed) == 0 {
		s.order = nil
		return nil
	}
	var errs []error
	var failed []forms.Path
	for _, p := range s.order {
		text, ok := s.typed[p]
		if !ok {
			continue
		}
		delete(s.typed, p) // the report that comes of it is newer
		if err := s.write(p, text); err != nil {
			errs, failed = append(errs, err), append(failed, p)
			s.typed[p] = text
		}
	}
	s.order = failed
	err := errors.Join(errs...)
	s.told(err)
	return err
}
