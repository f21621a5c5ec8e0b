package command

import (
	"encoding/json"
	"io"
	"slices"
	"strings"

	"h200filing/app/session"
	"h200filing/forms"
	"h200filing/forms/gap"
)

// checkCommand tells whether an application is ready, and what is not.
type checkCommand struct {
	File string `arg:"" help:"${help_file}"`
	JSON bool   `help:"${help_json}"`
}

func (c *checkCommand) Run(r *run) (err error) {
	s, err := r.look(c.File)
	if err != nil {
		return err
	}
	defer closing(s, &err)
	result := r.checked(s.Report())
	if c.JSON {
		err = writeJSON(r.Out, result)
	} else {
		err = r.tellVersion(s)
		r.print(result)
	}
	if err == nil && !result.Ready {
		return &verdict{}
	}
	return err
}

// checkResult is the answer of check --json.
type checkResult struct {
	Ready     bool              `json:"ready"`
	Supported bool              `json:"supported"`
	Blockers  []checkFinding    `json:"blockers"`
	Warnings  []checkFinding    `json:"warnings"`
	Quality   []checkFinding    `json:"quality"`
	Unchecked []checkFinding    `json:"unchecked"`
	Computed  map[string]string `json:"computed"`
	Gap       *gap.Result       `json:"gap"`
	Sizing    []sizingReport    `json:"sizing"`

	lines []checkFinding // unchecked, as people read them: each line once
}

// checkFinding is one finding. Field is a path with row positions.
type checkFinding struct {
	Rule    string `json:"rule"`
	Field   string `json:"field"`
	Message string `json:"message"`

	label string // of the question
}

func (r *run) checked(report *forms.Report) checkResult {
	result := checkResult{
		Ready: report.Ready(), Supported: report.Supported(), Computed: map[string]string{},
		Blockers: r.findings(report, forms.Blocker), Warnings: r.findings(report, forms.Warning),
		Quality: r.findings(report, forms.Quality), Unchecked: []checkFinding{},
		Gap: report.Gap, Sizing: sizingJSON(report),
	}
	for _, u := range report.Unchecked {
		result.Unchecked = append(result.Unchecked, checkFinding{u.Rule, report.Public(u.Path), report.UncheckedMessage(u, r.Lang), ""})
	}
	for _, u := range report.UncheckedLines(r.Lang) {
		result.lines = append(result.lines, checkFinding{Field: report.Public(u.Path), Message: u.Text})
	}
	for _, q := range report.Questions() {
		if q.State == forms.Computed {
			result.Computed[report.Public(q.Path)] = q.Plain()
		}
	}
	return result
}

func (r *run) findings(report *forms.Report, level forms.Level) []checkFinding {
	out := []checkFinding{}
	for _, f := range report.Of(level) {
		out = append(out, checkFinding{f.Rule, report.Public(f.Path), report.Message(f, r.Lang).String(), report.Label(f.Path, r.Lang)})
	}
	return out
}

func writeJSON(w io.Writer, v any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(v)
}

func (r *run) print(c checkResult) {
	if c.Ready {
		r.say("%s\n", r.words.Text("check.ready"))
	} else {
		r.say("%s\n", r.words.Text("check.not_ready"))
	}
	r.list("check.blockers", others(c.Blockers))
	r.unanswered(c.Blockers)
	r.list("check.warnings", c.Warnings)
	r.list("check.quality", c.Quality)
	r.list("check.unchecked", c.lines)
}

// others leaves out the questions without an answer, which are listed apart.
func others(findings []checkFinding) []checkFinding {
	return slices.DeleteFunc(slices.Clone(findings), func(f checkFinding) bool { return f.Rule == forms.RequiredRule })
}

// unanswered lists the required questions without an answer by their labels.
func (r *run) unanswered(findings []checkFinding) {
	var lines []string
	for _, f := range findings {
		if f.Rule == forms.RequiredRule {
			lines = append(lines, "  "+f.Field+"  "+f.label)
		}
	}
	if len(lines) > 0 {
		r.say("\n%s\n%s\n", r.words.Text("check.list", "kind", r.words.Text("check.unanswered"), "n", itoa(len(lines))), strings.Join(lines, "\n"))
	}
}

func (r *run) list(key string, findings []checkFinding) {
	if len(findings) == 0 {
		return
	}
	r.say("\n%s\n", r.words.Text("check.list", "kind", r.words.Text(key), "n", itoa(len(findings))))
	for _, f := range findings {
		r.say("  %s  %s\n", f.Field, strings.ReplaceAll(f.Message, "\n", "\n      "))
	}
}

// tellVersion says what has changed where the application was drafted by another
// version of the form.
func (r *run) tellVersion(s *session.Session) error {
	other, ok, err := s.OtherVersion()
	if !ok || err != nil {
		return err
	}
	for _, line := range other.Lines(s.Form, r.words) {
		r.say("%s\n", line)
	}
	return nil
}
