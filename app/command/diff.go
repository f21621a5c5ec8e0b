package command

import (
	"strconv"
	"strings"

	"h200filing/app/session"
	"h200filing/forms"
	"h200filing/forms/file"
)

// diffCommand compares two applications question by question.
type diffCommand struct {
	Old  string `arg:"" help:"${help_old}"`
	New  string `arg:"" help:"${help_new_file}"`
	JSON bool   `help:"${help_json}"`
}

// diffResult is the answer of diff --json.
type diffResult struct {
	Same        bool         `json:"same"`
	Differences []diffAnswer `json:"differences"`
}

// diffAnswer is a question or row that differs. Old and New are as people read
// them; of a row, its positions.
type diffAnswer struct {
	Field string        `json:"field"`
	Label string        `json:"label"`
	Kind  file.DiffKind `json:"kind"`
	Old   string        `json:"old"`
	New   string        `json:"new"`
}

func (c *diffCommand) Run(r *run) (err error) {
	before, err := r.look(c.Old)
	if err != nil {
		return err
	}
	defer closing(before, &err)
	after, err := r.look(c.New)
	if err != nil {
		return err
	}
	defer closing(after, &err)
	result, err := r.diff(before, after)
	if err != nil {
		return err
	}
	if c.JSON {
		err = writeJSON(r.Out, result)
	} else {
		r.printDiff(result)
	}
	if err == nil && !result.Same {
		return &verdict{}
	}
	return err
}

func (r *run) diff(before, after *session.Session) (diffResult, error) {
	differences, aligned, err := after.Diff(before)
	if err != nil {
		return diffResult{}, err
	}
	old := forms.Evaluate(before.Form, aligned, before.Report().Context)
	result := diffResult{Same: len(differences) == 0, Differences: []diffAnswer{}}
	for _, d := range differences {
		a := diffAnswer{Kind: d.Kind, Old: d.Old, New: d.New}
		where := after.Report()
		if !standing(after.Answers(), d.Path) {
			where = old
		}
		a.Field = where.Public(d.Path)
		if strings.HasSuffix(string(d.Path), "]") {
			a.Label = where.RowTitle(d.Path, r.Lang)
			a.Old, a.New = r.position(d.Old), r.position(d.New)
		} else {
			a.Label = where.Label(d.Path, r.Lang)
			a.Old, a.New = r.answer(old, d.Path, d.Old), r.answer(after.Report(), d.Path, d.New)
		}
		result.Differences = append(result.Differences, a)
	}
	return result, nil
}

// standing tells whether the rows that a path names are there.
func standing(answers *forms.Answers, p forms.Path) bool {
	_, err := answers.Resolve(string(p))
	return err == nil
}

// position is the place of a row for people, who count from 1; "" stays.
func (r *run) position(index string) string {
	n, err := strconv.Atoi(index)
	if err != nil {
		return ""
	}
	return r.words.Text("diff.position", "n", strconv.Itoa(n+1))
}

// answer writes the text of an answer as people read it.
func (r *run) answer(report *forms.Report, p forms.Path, text string) string {
	field := report.Form.Field(p.Pattern())
	if field == nil || text == "" {
		return text
	}
	value, flaw := field.Value(text, report.Form.Choices)
	if flaw != "" && flaw != forms.NoContent {
		return text
	}
	if shown := report.Display(&forms.Question{Path: p, Field: field, State: forms.Answered, Raw: text, Value: value}, r.Lang); shown != "" {
		return shown
	}
	return text
}

func (r *run) printDiff(result diffResult) {
	if result.Same {
		r.say("%s\n", r.words.Text("diff.same"))
		return
	}
	r.say("%s\n", r.words.Text("diff.differs", "n", itoa(len(result.Differences))))
	for _, d := range result.Differences {
		r.say("  %s\n", r.words.Text("diff."+string(d.Kind), "label", d.Label, "field", d.Field,
			"old", shortened(d.Old), "new", shortened(d.New)))
	}
}

// mostShown is how much of a long text a line shows.
const mostShown = 60

// shortened is a text on one line, cut where it is long.
func shortened(s string) string {
	runes := []rune(oneLine(s))
	if len(runes) <= mostShown {
		return string(runes)
	}
	return string(runes[:mostShown]) + "…"
}
