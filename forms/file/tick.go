package file

import (
	"maps"
	"slices"
	"strings"
	"time"

	"h200filing/forms"
)

// Tick is a reviewer's mark that a question was looked at and is right.
type Tick struct {
	Path forms.Path // with row ids
	Who  string
	At   time.Time // UTC
}

// text is how a tick is kept: "2026-11-24T04:00:00Z 王芳".
func (t Tick) text() string { return stamp(t.At) + " " + t.Who }

func readTick(path, text string) (Tick, error) {
	at, who, err := cutStamp(text)
	return Tick{forms.Path(path), who, at}, err
}

func cutStamp(text string) (at time.Time, rest string, err error) {
	first, rest, _ := strings.Cut(text, " ")
	at, err = time.Parse(time.RFC3339Nano, first)
	return at, rest, err
}

// Ticks lists the ticks that stand, by path.
func (f *File) Ticks() []Tick {
	out := make([]Tick, 0, len(f.now.ticks))
	for _, path := range slices.Sorted(maps.Keys(f.now.ticks)) {
		out = append(out, f.now.ticks[path])
	}
	return out
}

// Ticked gives the tick of a question, if one stands.
func (f *File) Ticked(path forms.Path) (Tick, bool) {
	tick, there := f.now.ticks[string(path)]
	return tick, there
}

// Tick marks a question as reviewed, answered or not. The tick falls, in the same
// step of the log, when the answer changes or its row is removed, and does not
// come back with the old answer: somebody has to look again. A path in a row
// that is not there is refused with the error of forms.Answers.Apply.
func (f *File) Tick(path forms.Path, who string, at time.Time) error {
	return f.change(Entry{Who: who, At: at}, func(w *writer) error {
		// A change that changes nothing tells whether the row is there.
		_, err := w.next.answers.Apply(forms.Change{Op: forms.Set, Path: path, Value: w.next.answers.Get(path)})
		if err != nil {
			return &refusal{err}
		}
		if err := w.dropTick(path); err != nil {
			return err
		}
		tick := Tick{path, who, at.UTC()}
		w.next.ticks[string(path)] = tick
		if err := w.log(OpTick, string(path), "", who, ""); err != nil {
			return err
		}
		if err := w.put("ticks", string(path), "", tick.text()); err != nil {
			return err
		}
		return w.end()
	})
}

// Untick takes a tick back. Where there is none it does nothing.
func (f *File) Untick(path forms.Path, who string, at time.Time) error {
	return f.change(Entry{Who: who, At: at}, func(w *writer) error {
		if err := w.dropTick(path); err != nil {
			return err
		}
		return w.end()
	})
}

// dropStaleTicks removes the ticks that a change of answers has made void.
func (w *writer) dropStaleTicks(c forms.Change) error {
	switch c.Op {
	case forms.Set:
		return w.dropTick(c.Path)
	case forms.Remove:
		for _, path := range slices.Sorted(maps.Keys(w.next.ticks)) {
			if forms.Path(path).Within(c.Path) {
				if err := w.dropTick(forms.Path(path)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// dropTick removes a tick, if there is one, and logs whose it was.
func (w *writer) dropTick(path forms.Path) error {
	tick, there := w.next.ticks[string(path)]
	if !there {
		return nil
	}
	delete(w.next.ticks, string(path))
	if err := w.log(OpTick, string(path), tick.Who, "", ""); err != nil {
		return err
	}
	return w.put("ticks", string(path), tick.text(), "")
}
