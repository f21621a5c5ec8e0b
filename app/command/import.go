package command

import (
	"h200filing/app/session"
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
	found, err := session.ReadFilled(c.Workbook, r.protection(), s.Report(), r.Lang)
	if err != nil {
		return r.locked(c.Workbook, err)
	}
	chosen := fill.Accepted
	if c.Overwrite {
		chosen = fill.Overriding
	}
	applied := false
	if c.Apply {
		if applied, err = s.Take(found, chosen, r.words); err != nil {
			return err
		}
	}
	result := r.imported(found.Import, chosen, applied)
	if c.JSON {
		return writeJSON(r.Out, result)
	}
	r.printImport(result)
	return nil
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
		before, after := session.Excerpts(d.Old, d.New)
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
