// Package batch exports every application of a folder: PDF, workbook and pack, each
// in a folder of its own. One bad file does not stop the rest; what was exported
// already and has not changed since is left as it is, so that a batch that was
// interrupted goes on where it stopped.
//
// Floor 3 of the house, beside the session that it works through; it imports no
// Fyne.
package batch

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"h200filing/app/session"
	"h200filing/forms"
	"h200filing/i18n"
)

// Extension is that of application files.
const Extension = ".h200"

// Status tells what became of an application.
type Status string

// What can become of an application. All but Failed have their three files.
const (
	Final   Status = "final"   // exported
	Draft   Status = "draft"   // exported as a draft, for it is not ready
	Current Status = "current" // it was exported before and has not changed
	Failed  Status = "failed"
)

// Outcome is what became of one application and what it is about.
type Outcome struct {
	Index  int    // of the file in the batch, from 0
	Name   string // of the file, without its extension
	Status Status
	Err    error // of Failed

	Applicant, Project, Model, Quantity, Total string // as people read them
	Blockers, Warnings                         int
	Supported                                  bool
	Digest                                     string
}

// Job is a batch.
type Job struct {
	Setting  *session.Setting
	From, To string
	Jobs     int                // how many at a time; less than 1 is 1
	Done     func(Outcome, int) // called one at a time, with the number of files; may be nil

	Protection session.Protection // of the outputs
}

// ErrNone tells that a folder holds no application.
var ErrNone = errors.New("no application in the folder")

// Run exports the applications of a folder, not of those below it, in the order of
// their names. At any time no more applications are in memory than there are jobs.
// The error is one of the folders; what is wrong with a file is in its outcome.
func (j Job) Run() ([]Outcome, error) {
	names, err := j.names()
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(j.To, 0o700); err != nil {
		return nil, err
	}
	outcomes := make([]Outcome, len(names))
	next := make(chan int)
	var told sync.Mutex
	var group sync.WaitGroup
	for range min(max(j.Jobs, 1), len(names)) {
		group.Go(func() {
			for i := range next {
				outcomes[i] = j.one(i, names[i])
				if j.Done != nil {
					told.Lock()
					j.Done(outcomes[i], len(names))
					told.Unlock()
				}
			}
		})
	}
	for i := range names {
		next <- i
	}
	close(next)
	group.Wait()
	return outcomes, nil
}

// names lists the applications, without their extension.
func (j Job) names() ([]string, error) {
	entries, err := os.ReadDir(j.From)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), Extension); ok && name != "" && !e.IsDir() {
			out = append(out, name)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: %w", j.From, ErrNone)
	}
	slices.Sort(out)
	return out, nil
}

// one exports one application.
func (j Job) one(i int, name string) (out Outcome) {
	out = Outcome{Index: i, Name: name}
	defer func() {
		if r := recover(); r != nil { // a fault of the program must not stop the rest
			out.Status, out.Err = Failed, fmt.Errorf("%s: %v", name, r)
		}
	}()
	s, err := j.Setting.OpenReadOnly(filepath.Join(j.From, name+Extension))
	if err == nil {
		out.about(s.Report(), s)
		out.Status, err = j.export(s, name)
		err = errors.Join(err, s.Close())
	}
	if err != nil {
		out.Status, out.Err = Failed, err
	}
	return out
}

// about notes what an application is about.
func (o *Outcome) about(r *forms.Report, s *session.Session) {
	show := func(p forms.Path) string {
		if q := r.Question(p); q != nil {
			return r.Display(q, i18n.Hans)
		}
		return ""
	}
	o.Applicant, o.Project, o.Model = show("applicant.name"), show("project.name"), show("product.model")
	o.Quantity, o.Total = show("product.quantity"), show("product.total_cny")
	o.Blockers, o.Warnings = len(r.Of(forms.Blocker)), len(r.Of(forms.Warning))
	o.Supported, o.Digest = r.Supported(), r.Digest()
}

// export writes the three files, the pack last: where it is, the others are.
func (j Job) export(s *session.Session, name string) (Status, error) {
	draft := !s.Report().Ready()
	dir := filepath.Join(j.To, name)
	if j.upToDate(dir, name, s.Report(), draft) {
		return Current, nil
	}
	outputs, err := s.Export(session.Wanted{PDF: true, XLSX: true, Pack: true, Protection: j.Protection}, draft)
	if err != nil {
		return Failed, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return Failed, err
	}
	for _, f := range []struct {
		extension string
		content   []byte
	}{{".pdf", outputs.PDF}, {".xlsx", outputs.XLSX}, {".zip", outputs.Pack}} {
		if err := session.WriteFile(filepath.Join(dir, name+f.extension), f.content); err != nil {
			return Failed, err
		}
	}
	if draft {
		return Draft, nil
	}
	return Final, nil
}
