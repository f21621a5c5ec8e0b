package session

import (
	"slices"
	"strings"

	"h200filing/forms"
	"h200filing/forms/file"
)

// The need comes before any brand: a requirement that is changed once domestic
// products are entered may have been cut to fit, and is marked.

// The lists that this is about, and what of a requirement decides.
const (
	candidates   = "suppliers["
	requirements = "requirements["
)

var deciding = []string{"metric", "op", "threshold", "decisive"}

// Lateness follows a change log, entry by entry from the first, and tells which
// changes of requirements were made after the comparison had begun. It begins with
// the first answer about a domestic product; where all of them are taken out again,
// it has not begun.
type Lateness struct {
	Began file.Entry // the first answer about a product; zero where there is none
	last  int64      // the last entry of the same step
	n     int        // answers about products
}

// Late takes the next entry and reports whether it changes a requirement too late.
// What one step does, an import for example, it does at once.
func (l *Lateness) Late(e file.Entry) bool {
	p := forms.Path(e.Path)
	if forms.IsMemory(p) {
		return false
	}
	if strings.HasPrefix(e.Path, candidates) && forms.Op(e.Op) == forms.Set {
		l.count(e)
	}
	if l.Began.Step == e.Step {
		l.last = e.Seq
	}
	return l.Began.Seq != 0 && e.Step > l.Began.Step && decides(p)
}

func (l *Lateness) count(e file.Entry) {
	switch {
	case e.Old == "" && e.New != "":
		if l.n++; l.n == 1 {
			l.Began = e
		}
	case e.Old != "" && e.New == "":
		if l.n--; l.n == 0 {
			l.Began = file.Entry{}
		}
	}
}

// decides reports whether a path is of a requirement, or of what decides in one.
func decides(p forms.Path) bool {
	if !strings.HasPrefix(string(p), requirements) {
		return false
	}
	return isRow(p) || slices.Contains(deciding, strings.TrimPrefix(string(p[len(p.Parent()):]), "."))
}

// LateChanges are the requirements that differ from what they were when the
// comparison began.
type LateChanges struct {
	Began       file.Entry
	Differences []file.Difference // of a row that was added or removed, the row alone
	Then        *forms.Answers
}

// Late finds them; nil where there are none.
func (c *LogReader) Late() (*LateChanges, error) {
	f, err := c.open()
	if err != nil {
		return nil, err
	}
	out, err := late(f)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return out, err
}

func late(f *file.File) (*LateChanges, error) {
	var l Lateness
	some := false
	for e, err := range f.Log(0) {
		if err != nil {
			return nil, err
		}
		some = l.Late(e) || some
	}
	if !some || l.Began.Seq == 0 {
		return nil, nil
	}
	then, err := f.AnswersAt(l.last)
	if err != nil {
		return nil, err
	}
	out := &LateChanges{Began: l.Began, Then: then}
	whole := map[forms.Path]bool{} // rows that one side alone has
	for _, d := range file.Diff(then, f.Answers(), file.ByID) {
		switch {
		case !decides(d.Path), d.Kind == file.RowMoved, whole[d.Path.Parent()] && !isRow(d.Path):
			continue
		case isRow(d.Path):
			whole[d.Path] = true
		}
		out.Differences = append(out.Differences, d)
	}
	if len(out.Differences) == 0 {
		return nil, nil
	}
	return out, nil
}
