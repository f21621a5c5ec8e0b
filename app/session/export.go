package session

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"h200filing/forms"
)

// Wanted says which outputs an export makes, and how they are protected.
type Wanted struct {
	PDF, XLSX, Pack bool
	Protection      Protection
}

// Outputs are the finished files; what was not wanted is nil.
type Outputs struct{ PDF, XLSX, Pack []byte }

// Preparation is what outputs are made of: a report and the attachments that it
// names, as they were. It may be used on any goroutine while the session goes on.
type Preparation struct {
	report      *forms.Report
	practice    bool
	attachments map[string]kept
}

// kept is the content of an attachment, or why it could not be read.
type kept struct {
	content []byte
	err     error
}

// ErrNotReady tells that the final outputs may not be made yet.
var ErrNotReady = errors.New("not ready for the final filing")

// Prepare takes a snapshot to make outputs of, as of today: a report of yesterday
// is computed again. The attachments are read into memory.
func (s *Session) Prepare() *Preparation {
	if !s.report.Context.Today.Equal(s.Today()) {
		s.publish(s.evaluated(s.file.Answers()))
	}
	p := &Preparation{report: s.Report(), practice: s.IsPractice(), attachments: map[string]kept{}}
	for _, q := range p.report.Questions() {
		a, ok := q.Value.(forms.Attachment)
		if !ok || a.SHA256 == "" {
			continue
		}
		content, err := s.Attachment(a.SHA256)
		p.attachments[a.SHA256] = kept{content, err}
	}
	return p
}

// Ready reports whether the final outputs may be made.
func (p *Preparation) Ready() bool { return p.report.Ready() }

func (p *Preparation) attachment(sum string) ([]byte, error) {
	a, ok := p.attachments[sum]
	if !ok {
		return nil, fmt.Errorf("attachment %s: %w", sum, fs.ErrNotExist)
	}
	return a.content, a.err
}

// Export makes outputs of the current report, drafts with the watermark. What is no
// draft fails with ErrNotReady where it may not be made yet, a password that cannot
// be used with lock.ErrPassword.
func (s *Session) Export(wanted Wanted, draft bool) (Outputs, error) {
	return s.Prepare().Export(wanted, draft)
}

// Export makes outputs, as Session.Export does.
func (p *Preparation) Export(wanted Wanted, draft bool) (Outputs, error) {
	return p.Make(context.Background(), wanted, draft, func(Stage) {})
}
