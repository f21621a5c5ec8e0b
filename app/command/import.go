package command

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"h200filing/app/session"
	"h200filing/export/xlsx/cells"
	"h200filing/export/xlsx/fill"
)

// importCommand compares a filled workbook with the application and, when asked,
// takes over what differs.
type importCommand struct {
	File      string `arg:"" help:"${help_file}"`
	Workbook  string `arg:"" help:"${help_workbook}"`
	Apply     bool   `help:"${help_apply}"`
	Overwrite bool   `help:"${help_overwrite}"`
	JSON      bool   `help:"${help_json}"`
}

func (c *importCommand) Run(r *run) (err error) {
	open := r.look
	if c.Apply {
		open = r.open
	}
	s, err := open(c.File)
	if err != nil {
		return err
	}
	defer closing(s, &err)
	data, err := readWorkbook(c.Workbook)
	if err != nil {
		return err
	}
	if data, err = r.unlocked(c.Workbook, data); err != nil {
		return err
	}
	found, err := fill.Read(data, s.Report(), r.Lang)
	if err != nil {
		return &workbookError{path: c.Workbook, err: err}
	}
	chosen := fill.Accepted
	if c.Overwrite {
		chosen = fill.Overriding
	}
	applied, err := c.apply(r, s, found, chosen)
	if err != nil {
		return err
	}
	result := r.imported(found, chosen, applied)
	if c.JSON {
		return writeJSON(r.Out, result)
	}
	r.printImport(result)
	return nil
}

// apply takes over what is chosen, in one transaction, and reports whether
// anything was changed.
func (c *importCommand) apply(r *run, s *session.Session, found *fill.Import, chosen func(*fill.Difference) bool) (bool, error) {
	if !c.Apply {
		return false, nil
	}
	changes, err := found.Changes(s.Answers(), chosen)
	if err != nil || len(changes) == 0 {
		return false, err
	}
	return true, s.Change(r.words.Text("import.why", "name", filepath.Base(c.Workbook)), changes...)
}

// readWorkbook reads a file of bounded size.
func readWorkbook(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, &workbookError{path: path, err: err}
	}
	data, err := io.ReadAll(io.LimitReader(f, cells.MaxFile+1))
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, &workbookError{path: path, err: err}
	}
	return data, nil
}

// workbookError is a workbook that cannot be imported.
type workbookError struct {
	path string
	err  error
}

func (e *workbookError) Error() string { return e.path + ": " + e.err.Error() }
func (e *workbookError) Unwrap() error { return e.err }

// kind says what is wrong, as the words name it.
func (e *workbookError) kind() string {
	var refused *fill.Error
	switch {
	case errors.As(e.err, &refused):
		return string(refused.Kind)
	case errors.Is(e.err, os.ErrNotExist):
		return "not_found"
	}
	return "unreadable"
}

// importResult is the answer of import --json.
type importResult struct {
	Differences []importDifference `json:"differences"`
	Notes       []importNote       `json:"notes"`
	Applied     bool               `json:"applied"`
}

// importDifference is one difference. Field is a path with row positions, Reason
// the code of why it is refused.
type importDifference struct {
	Kind     fill.Kind   `json:"kind"`
	Field    string      `json:"field"`
	Label    string      `json:"label"`
	Cell     string      `json:"cell"`
	Old      string      `json:"old"`
	New      string      `json:"new"`
	Accepted bool        `json:"accepted"`
	Reason   fill.Reason `json:"reason"`
}

// importNote is a remark on the workbook as a whole.
type importNote struct {
	Code    fill.NoteCode `json:"code"`
	Message string        `json:"message"`
}

func (r *run) imported(found *fill.Import, chosen func(*fill.Difference) bool, applied bool) importResult {
	result := importResult{Differences: []importDifference{}, Notes: []importNote{}, Applied: applied}
	for _, d := range found.Differences {
		one := importDifference{d.Kind, d.Field, d.Label, d.Cell, d.Old, d.New, chosen(d), d.Reason}
		if one.Accepted {
			one.Reason = ""
		}
		result.Differences = append(result.Differences, one)
	}
	for _, n := range found.Notes {
		result.Notes = append(result.Notes, importNote{n.Code, r.words.Text("import.note."+string(n.Code), "subject", n.Subject)})
	}
	return result
}

func (r *run) printImport(result importResult) {
	for _, n := range result.Notes {
		r.say("%s\n", n.Message)
	}
	accepted := 0
	for _, d := range result.Differences {
		if d.Accepted {
			accepted++
		}
		r.say("\n%s\n", r.words.Text("import.difference."+string(d.Kind), "field", d.Field, "label", d.Label, "cell", d.Cell))
		before, after := excerpts(d.Old, d.New)
		r.say("  %s\n  %s\n", r.words.Text("import.old", "value", r.orNothing(before)), r.words.Text("import.new", "value", r.orNothing(after)))
		if d.Reason != "" {
			r.say("  %s\n", r.words.Text("import.refused", "reason", r.words.Text("import.reason."+string(d.Reason))))
		}
	}
	n, m := itoa(accepted), itoa(len(result.Differences)-accepted)
	switch {
	case len(result.Differences) == 0:
		r.say("%s\n", r.words.Text("import.same"))
	case result.Applied:
		r.say("\n%s\n", r.words.Text("import.applied", "n", n, "m", m))
	case accepted == 0:
		r.say("\n%s\n", r.words.Text("import.none", "m", m))
	default:
		r.say("\n%s\n", r.words.Text("import.preview", "n", n, "m", m))
	}
}

func (r *run) orNothing(s string) string {
	if s == "" {
		return r.words.Text("import.nothing")
	}
	return s
}

// Lengths of an excerpt, in characters: what stands before the first difference,
// and all.
const (
	excerptLead = 12
	excerptSize = 80
)

// excerpts cuts two texts to where they differ, each to one line.
func excerpts(a, b string) (before, after string) {
	a, b = oneLine(a), oneLine(b)
	if utf8.RuneCountInString(a) <= excerptSize && utf8.RuneCountInString(b) <= excerptSize {
		return a, b
	}
	x, y := []rune(a), []rune(b)
	same := 0
	for same < len(x) && same < len(y) && x[same] == y[same] {
		same++
	}
	from := max(0, same-excerptLead)
	return excerpt(x, from), excerpt(y, from)
}

func excerpt(s []rune, from int) string {
	var b strings.Builder
	if from > 0 {
		b.WriteString("…")
	}
	to := min(len(s), from+excerptSize)
	b.WriteString(string(s[min(from, to):to]))
	if to < len(s) {
		b.WriteString("…")
	}
	return b.String()
}
