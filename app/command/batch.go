package command

import (
	"fmt"
	"path/filepath"
	"runtime"

	"h200filing/app/batch"
	"h200filing/app/session"
	"h200filing/export/summary"
)

// batchCommand exports every application of a folder.
type batchCommand struct {
	Dir     string `arg:"" help:"${help_batch_dir}"`
	Out     string `required:"" help:"${help_batch_out}" placeholder:"DIR"`
	Jobs    int    `help:"${help_jobs}" placeholder:"N"`
	Protect bool   `help:"${help_protect}"`
}

func (c *batchCommand) Run(r *run) error {
	protection, err := r.protecting(c.Protect)
	if err != nil {
		return err
	}
	setting, err := r.setting("")
	if err != nil {
		return err
	}
	if c.Jobs < 1 {
		c.Jobs = runtime.NumCPU()
	}
	done := 0
	outcomes, err := batch.Job{Setting: setting, From: c.Dir, To: c.Out, Jobs: c.Jobs, Protection: protection, Done: func(o batch.Outcome, of int) {
		done++
		r.say("%s\n", r.words.Text("batch.progress", "n", itoa(done), "of", itoa(of), "name", o.Name, "what", r.became(o)))
	}}.Run()
	if err != nil {
		return err
	}
	if err := r.summarise(outcomes, filepath.Join(c.Out, r.words.Text("batch.file")), protection); err != nil {
		return err
	}
	failed := 0
	for _, o := range outcomes {
		if o.Status == batch.Failed {
			failed++
			r.complain(o.Name + batch.Extension + "  " + r.failure(o.Err))
		}
	}
	if failed > 0 {
		return &verdict{text: r.words.Text("batch.failed.some", "n", itoa(failed), "of", itoa(len(outcomes)))}
	}
	r.say("%s\n", r.words.Text("batch.done", "n", itoa(len(outcomes))))
	return nil
}

// summarise writes the workbook that lists what became of the applications.
func (r *run) summarise(outcomes []batch.Outcome, path string, protection session.Protection) error {
	data, err := summary.Render(r.summary(outcomes))
	if err != nil {
		return err
	}
	locked, err := protection.Lock(session.Outputs{XLSX: data})
	if err != nil {
		return err
	}
	if err := session.WriteFile(path, locked.XLSX); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	r.say("%s\n", r.words.Text("export.written", "path", absolute(path)))
	return nil
}

// became says what became of an application, and why where it failed.
func (r *run) became(o batch.Outcome) string {
	return r.words.Text("batch."+string(o.Status), "n", itoa(o.Blockers), "why", r.failure(o.Err))
}

// failure is the sentence of an error, "" of none.
func (r *run) failure(err error) string {
	if err == nil {
		return ""
	}
	_, lines := explain(r.words, err)
	return oneLine(fmt.Sprint(lines[0]))
}

// summaryHeads are the columns of the summary.
var summaryHeads = []string{"file", "applicant", "project", "model", "quantity", "total", "status", "blockers", "warnings", "supported", "digest", "reason"}

func (r *run) summary(outcomes []batch.Outcome) summary.Table {
	t := summary.Table{Sheet: r.words.Text("batch.sheet")}
	for _, head := range summaryHeads {
		t.Heads = append(t.Heads, r.words.Text("batch.head."+head))
	}
	for _, o := range outcomes {
		supported := r.words.Text("batch.unsupported")
		switch {
		case o.Status == batch.Failed:
			supported = ""
		case o.Supported:
			supported = r.words.Text("batch.supported")
		}
		t.Rows = append(t.Rows, []any{o.Name + batch.Extension, o.Applicant, o.Project, o.Model, o.Quantity, o.Total,
			r.words.Text("batch.status." + string(o.Status)), o.Blockers, o.Warnings, supported, o.Digest, r.failure(o.Err)})
	}
	return t
}
