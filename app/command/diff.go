package command

import (
	"h200filing/app/session"
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
	differences, old, err := after.Diff(before)
	if err != nil {
		return diffResult{}, err
	}
	result := diffResult{Same: len(differences) == 0, Differences: []diffAnswer{}}
	for _, d := range r.describer(after).Differences(old, differences, after.Stands) {
		result.Differences = append(result.Differences, diffAnswer{d.Field, d.Label, d.Kind, d.Old, d.New})
	}
	return result, nil
}

// describer writes changes of an application as people read them.
func (r *run) describer(s *session.Session) session.Describer {
	return session.Describer{Report: s.Report(), Words: r.words}
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

// mostShown is how many characters of an answer a line shows.
const mostShown = 60

func shortened(s string) string { return session.Shortened(s, mostShown) }
