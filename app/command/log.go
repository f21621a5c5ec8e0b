package command

import (
	"time"

	"h200filing/app/session"
	"h200filing/forms"
	"h200filing/forms/file"
)

// logCommand lists the change log and verifies its chain.
type logCommand struct {
	File string `arg:"" help:"${help_file}"`
	JSON bool   `help:"${help_json}"`
}

// logResult is the answer of log --json.
type logResult struct {
	Whole   bool       `json:"whole"`
	Broken  *logBreak  `json:"broken"` // null where the chain holds
	Entries []logEntry `json:"entries"`
}

// logBreak is the first place where the chain does not hold.
type logBreak struct {
	Seq   int64      `json:"seq"`
	Fault file.Fault `json:"fault"`
	Field string     `json:"field"`
	Label string     `json:"label"`
}

// logEntry is one entry. Field is the path with the row positions of today; a row
// that is gone keeps its id.
type logEntry struct {
	Seq    int64  `json:"seq"`
	Step   int64  `json:"step"`
	Undoes int64  `json:"undoes,omitempty"`
	At     string `json:"at"`
	Who    string `json:"who"`
	Op     string `json:"op"`
	Field  string `json:"field"`
	Label  string `json:"label"`
	Old    string `json:"old"`
	New    string `json:"new"`
	Why    string `json:"why"`
	Late   bool   `json:"late,omitempty"` // a requirement changed after the comparison had begun
}

func (c *logCommand) Run(r *run) (err error) {
	s, err := r.look(c.File)
	if err != nil {
		return err
	}
	defer closing(s, &err)
	broken, err := s.CheckLog()
	if err != nil {
		return err
	}
	result := logResult{Whole: broken == nil, Entries: []logEntry{}}
	var lateness session.Lateness
	for e, err := range s.Log() {
		if broken != nil && e.Seq >= broken.Seq {
			break // from here on nothing can be relied on
		}
		if err != nil {
			return err
		}
		late := lateness.Late(e)
		if !forms.IsMemory(forms.Path(e.Path)) {
			entry := r.entry(s, e)
			entry.Late = late
			result.Entries = append(result.Entries, entry)
		}
	}
	if broken != nil {
		result.Broken = &logBreak{Seq: broken.Seq, Fault: broken.Fault, Field: s.Report().Public(forms.Path(broken.Entry.Path)),
			Label: r.describer(s).Label(forms.Path(broken.Entry.Path))}
	}
	if c.JSON {
		err = writeJSON(r.Out, result)
	} else {
		r.printLog(result)
	}
	if err == nil && broken != nil {
		return &verdict{text: r.words.Text("log."+string(broken.Fault), "n", itoa(int(broken.Seq)), "label", result.Broken.Label)}
	}
	return err
}

func (r *run) entry(s *session.Session, e file.Entry) logEntry {
	told := r.describer(s).Entry(e)
	return logEntry{Seq: e.Seq, Step: e.Step, Undoes: e.Undoes, At: e.At.Format(time.RFC3339), Who: e.Who, Op: e.Op,
		Field: told.Field, Label: told.Label, Old: told.Old, New: told.New, Why: e.Why}
}

func (r *run) printLog(result logResult) {
	for _, e := range result.Entries {
		at := e.At
		if t, err := time.Parse(time.RFC3339, e.At); err == nil {
			at = t.Local().Format(time.DateTime)
		}
		line := r.words.Text("log."+e.Op, "label", e.Label, "field", e.Field, "old", shortened(e.Old), "new", shortened(e.New))
		if e.Why != "" {
			line += r.words.Text("log.why", "why", oneLine(e.Why))
		}
		if e.Late {
			line += r.words.Text("log.late")
		}
		if e.Undoes != 0 && e.Seq == e.Step {
			line += r.words.Text("log.undoes", "n", itoa(int(e.Undoes)))
		}
		r.say("%s  %s  %s  %s\n", itoa(int(e.Seq)), at, e.Who, line)
	}
	if result.Whole {
		r.say("%s\n", r.words.Text("log.whole", "n", itoa(len(result.Entries))))
	}
}
