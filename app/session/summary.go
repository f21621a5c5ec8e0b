package session

import (
	"errors"
	"time"

	"h200filing/forms"
	"h200filing/forms/file"
)

// Summary is what a list of applications says of one.
type Summary struct {
	Report    *forms.Report
	Practice  bool
	Changed   time.Time // the newest change; zero where there is none
	Who       string    // who made it
	Finished  int       // sections
	Numbered  int       // sections that an application has to finish
	Encrypted bool      // nothing more is known
}

// Summarize looks at an application file and leaves it to others. Of an encrypted
// one it tells only that. It may be called on any goroutine.
func (s *Setting) Summarize(path string) (Summary, error) {
	f, err := file.OpenReadOnly(path)
	if errors.Is(err, file.NeedsPassword) {
		return Summary{Encrypted: true}, nil
	}
	if err != nil {
		return Summary{}, err
	}
	out, err := s.summary(f)
	return out, errors.Join(err, f.Close())
}

func (s *Setting) summary(f *file.File) (Summary, error) {
	if f.Meta().Form != s.Form.ID {
		return Summary{}, ErrOtherForm
	}
	out := Summary{Report: s.start(f).Report(), Practice: f.Meta().Practice}
	for _, section := range s.Form.Sections {
		if section.Number == 0 {
			continue
		}
		out.Numbered++
		if out.Report.Progress(section).Status == forms.Finished {
			out.Finished++
		}
	}
	for e, err := range f.Log(0) {
		if err != nil {
			return Summary{}, err
		}
		out.Changed, out.Who = e.At, e.Who
	}
	return out, nil
}
