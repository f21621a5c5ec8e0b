package command

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"h200filing/app/session"
	"h200filing/export/xlsx"
	"h200filing/forms"
)

// exportCommand writes the outputs.
type exportCommand struct {
	File    string   `arg:"" help:"${help_file}"`
	PDF     string   `help:"${help_pdf}" placeholder:"PDF"`
	XLSX    string   `help:"${help_xlsx}" placeholder:"XLSX"`
	Pack    string   `help:"${help_pack}" placeholder:"ZIP"`
	Draft   bool     `help:"${help_draft}"`
	Only    []string `help:"${help_only}" placeholder:"PART"`
	Protect bool     `help:"${help_protect}"`
}

func (c *exportCommand) Run(r *run) (err error) {
	if c.PDF == "" && c.XLSX == "" && c.Pack == "" {
		return &usageError{text: r.words.Text("export.nothing")}
	}
	if len(c.Only) > 0 && (c.XLSX == "" || c.PDF != "" || c.Pack != "") {
		return &usageError{text: r.words.Text("export.only_xlsx")}
	}
	if err := r.placed(c.File, c.PDF, c.XLSX, c.Pack); err != nil {
		return err
	}
	protection, err := r.protecting(c.Protect)
	if err != nil {
		return err
	}
	s, err := r.look(c.File)
	if err != nil {
		return err
	}
	defer closing(s, &err)
	if len(c.Only) > 0 {
		return c.part(r, s, protection)
	}
	if !c.Draft && !s.Report().Ready() {
		return r.refuse(s.Report())
	}
	wanted := session.Wanted{PDF: c.PDF != "", XLSX: c.XLSX != "", Pack: c.Pack != "", Protection: protection}
	outputs, err := s.Export(wanted, c.Draft)
	if err != nil {
		return err
	}
	for _, out := range []struct {
		path    string
		content []byte
	}{{c.PDF, outputs.PDF}, {c.XLSX, outputs.XLSX}, {c.Pack, outputs.Pack}} {
		if err := r.save(out.path, out.content); err != nil {
			return err
		}
	}
	return nil
}

// part writes the workbook of a part, which is to be filled in and no filing, so
// that blockers do not forbid it.
func (c *exportCommand) part(r *run, s *session.Session, protection session.Protection) error {
	if _, err := xlsx.NewScope(s.Report(), c.Only); err != nil {
		return &usageError{text: r.words.Text("export.no_part", "parts", strings.Join(c.Only, ", "))}
	}
	workbook, err := s.ExportPart(c.Only)
	if err != nil {
		return err
	}
	out, err := protection.Lock(session.Outputs{XLSX: workbook})
	if err != nil {
		return err
	}
	return r.save(c.XLSX, out.XLSX)
}

// save writes an output, if it is wanted, and says where.
func (r *run) save(path string, content []byte) error {
	if path == "" {
		return nil
	}
	if err := session.WriteFile(path, content); err != nil {
		return err
	}
	r.say("%s\n", r.words.Text("export.written", "path", absolute(path)))
	return nil
}

// placed refuses outputs that would take the place of the application or of each
// other, or that cannot stand where they are asked for, before any is written; ""
// is none.
func (r *run) placed(application string, outputs ...string) error {
	for i, out := range outputs {
		if out == "" {
			continue
		}
		if session.SameFile(out, application) {
			return &usageError{text: r.words.Text("export.onto_application", "path", out)}
		}
		if slices.ContainsFunc(outputs[:i], func(o string) bool { return o != "" && session.SameFile(o, out) }) {
			return &usageError{text: r.words.Text("export.onto_another", "path", out)}
		}
		if err := session.CheckTarget(out); err != nil {
			return err
		}
	}
	return nil
}

// refuse lists what forbids the final export.
func (r *run) refuse(report *forms.Report) error {
	blockers := r.findings(report, forms.Blocker)
	for _, b := range blockers {
		r.complain(b.Field + "  " + oneLine(b.Message))
	}
	return &verdict{text: r.words.Text("export.refused", "n", itoa(len(blockers)))}
}

func (r *run) complain(lines ...string) {
	for _, line := range lines {
		fmt.Fprintln(r.Err, line)
	}
}

func absolute(path string) string {
	if a, err := filepath.Abs(path); err == nil {
		return a
	}
	return path
}

// lintCommand checks a form pack.
type lintCommand struct {
	Form string `help:"${help_form_dir}" placeholder:"DIR"`
}

func (c *lintCommand) Run(r *run) error {
	setting, err := r.setting("")
	if err != nil {
		return err
	}
	form, err := session.LoadForm(c.Form)
	if err != nil {
		return &packError{err: err}
	}
	faults := form.Lint(forms.Context{Today: setting.Today(), Catalogue: setting.Catalogue})
	r.complain(packErrors(r.words, faults)...)
	if len(faults) > 0 {
		return &verdict{text: r.words.Text("lint.faults", "n", itoa(len(faults)))}
	}
	fields := 0
	form.Walk(func(*forms.Field) { fields++ })
	r.say("%s\n", r.words.Text("lint.clean", "form", form.ID, "version", form.Version,
		"fields", itoa(fields), "rules", itoa(len(form.Rules))))
	return nil
}

// printCommand prints every question of a form pack.
type printCommand struct {
	Form string `help:"${help_form_dir}" placeholder:"DIR"`
	Out  string `short:"o" help:"${help_out}" placeholder:"FILE"`
}

func (c *printCommand) Run(r *run) error {
	setting, err := r.setting(c.Form)
	if err != nil {
		return err
	}
	text := setting.Form.Print(r.Lang, r.words)
	if c.Out == "" {
		r.say("%s", text)
		return nil
	}
	return session.WriteFile(c.Out, []byte(text))
}
