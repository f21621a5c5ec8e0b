package session

import (
	"time"

	"h200filing/forms"
	"h200filing/forms/file"
)

// Undo takes back the newest change that stands, whoever made it, and returns the
// question that it was about, which may not be asked any more. It fails with
// file.NoStep where there is nothing to take back.
func (s *Session) Undo() (forms.Path, error) { return s.takeBack(s.file.Undo) }

// Redo does again what Undo took back last, likewise.
func (s *Session) Redo() (forms.Path, error) { return s.takeBack(s.file.Redo) }

func (s *Session) takeBack(do func(who string, at time.Time) (file.Step, error)) (forms.Path, error) {
	step, err := do(s.User, s.Now())
	if err != nil {
		return "", err
	}
	s.publish(s.evaluated(s.file.Answers()))
	for _, e := range step.Entries {
		if p := forms.Path(e.Path); !forms.IsMemory(p) {
			return p, nil
		}
	}
	return "", nil
}
