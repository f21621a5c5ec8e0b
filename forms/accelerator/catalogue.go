package accelerator

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"h200filing/forms/names"
)

// Catalogue is the checked content of a catalogue file.
type Catalogue struct {
	Version string
	Date    time.Time // day of the dossier that it was made from
	Parts   []Part    // in file order
}

// ByID finds a part; false when there is none of that id.
func (c *Catalogue) ByID(id string) (Part, bool) {
	i := slices.IndexFunc(c.Parts, func(p Part) bool { return p.ID == id })
	if i < 0 {
		return Part{}, false
	}
	return c.Parts[i], true
}

// Find looks a part up by product name or alias, as people write it: case, spaces and full-width forms do not matter.
// False when no part, or more than one, bears the name.
func (c *Catalogue) Find(name string) (Part, bool) {
	want := names.Fold(name)
	var found []Part
	for _, p := range c.Parts {
		if names.Fold(p.Product) == want || slices.ContainsFunc(p.Aliases, func(a string) bool { return names.Fold(a) == want }) {
			found = append(found, p)
		}
	}
	if want == "" || len(found) != 1 {
		return Part{}, false
	}
	return found[0], true
}

// With returns a catalogue in which the given parts stand too. A part with a known id corrects it: its figures replace
// those of the same metric and the rest stays. A new id is added at the end. The figures are held to the rules of the
// file; errors name part and metric. A TPP that was derived follows corrected compute figures, unless it is corrected
// itself. The receiver is left as it was.
func (c *Catalogue) With(extra []Part, today time.Time) (*Catalogue, error) {
	out := &Catalogue{Version: c.Version, Date: c.Date, Parts: slices.Clone(c.Parts)}
	for _, p := range extra {
		if err := checkPart(p, today); err != nil {
			return nil, fmt.Errorf("part %q: %w", p.ID, err)
		}
		i := slices.IndexFunc(out.Parts, func(q Part) bool { return q.ID == p.ID })
		if i < 0 {
			out.Parts = append(out.Parts, p)
			continue
		}
		out.Parts[i].Figures = corrected(out.Parts[i].Figures, p.Figures)
	}
	return out, nil
}

// corrected lays figures over others. The TPP, arithmetic on the compute figures, is worked out again where one of
// them changed and bears the source of the figure that decides it.
func corrected(figures, by map[string]Figure) map[string]Figure {
	out := maps.Clone(figures)
	if out == nil {
		out = map[string]Figure{}
	}
	maps.Copy(out, by)
	if _, own := by["tpp"]; own || !slices.ContainsFunc(metrics[:], func(m Metric) bool { _, new := by[m.ID]; return new && m.Kind == Compute }) {
		return out
	}
	if tpp, metric, ok := TPP(out); ok {
		out["tpp"] = Figure{Value: tpp, Grade: Derived, Source: out[metric].Source, RetrievedOn: out[metric].RetrievedOn}
	}
	return out
}
