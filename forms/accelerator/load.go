package accelerator

import (
	"errors"
	"fmt"
	"time"

	"go.yaml.in/yaml/v3"
)

// Error is one fault of a catalogue file.
type Error struct {
	Line   int    // 1-based; 0 when the file has no lines to point at
	Path   string // such as parts[3].figures.memory_gb
	Reason string
}

// Error gives line, place and reason.
func (e *Error) Error() string {
	return fmt.Sprintf("accelerator catalogue: line %d: %s: %s", e.Line, e.Path, e.Reason)
}

// Load reads a catalogue file, UTF-8 YAML as in assets/accelerators. today is the day after which no date may lie.
// All faults are reported together, each an *Error with its line, joined by errors.Join; then the catalogue is nil.
func Load(data []byte, today time.Time) (*Catalogue, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return nil, fmt.Errorf("accelerator catalogue: %w", err)
	}
	if len(doc.Content) != 1 {
		return nil, &Error{Path: "catalogue", Reason: "the file is empty"}
	}
	r := &reader{today: today}
	c := r.catalogue(doc.Content[0])
	if len(r.faults) > 0 {
		return nil, errors.Join(r.faults...)
	}
	return c, nil
}

func (r *reader) catalogue(n *yaml.Node) *Catalogue {
	f := r.fields(n, "catalogue", "version", "date", "units", "parts")
	c := &Catalogue{
		Version: r.text(f["version"], n, "version"),
		Date:    r.day(f["date"], n, "date"),
	}
	r.units(f["units"], n)
	parts := f["parts"]
	if parts == nil || parts.Kind != yaml.SequenceNode {
		r.fault(n, "parts", "a list of parts is required")
		return c
	}
	seen := map[string]int{}
	for i, p := range parts.Content {
		path := fmt.Sprintf("parts[%d]", i)
		part := r.part(p, path)
		if first, dup := seen[part.ID]; dup && part.ID != "" {
			r.fault(p, path+".id", fmt.Sprintf("%q is already the id on line %d", part.ID, first))
		}
		seen[part.ID] = p.Line
		c.Parts = append(c.Parts, part)
	}
	return c
}

// units demands that the file declares every metric in the one unit of the metric table, so that nobody can mean GiB.
func (r *reader) units(n, parent *yaml.Node) {
	if n == nil || n.Kind != yaml.MappingNode {
		r.fault(parent, "units", "the unit of every metric is required")
		return
	}
	ids := make([]string, 0, len(metrics))
	for _, m := range metrics {
		ids = append(ids, m.ID)
	}
	f := r.fields(n, "units", ids...)
	for _, m := range metrics {
		if got := r.text(f[m.ID], n, "units."+m.ID); got != "" && got != m.Unit {
			r.fault(f[m.ID], "units."+m.ID, fmt.Sprintf("unit %s, but the metric is stated in %s", got, m.Unit))
		}
	}
}

func (r *reader) part(n *yaml.Node, path string) Part {
	f := r.fields(n, path, "id", "supplier", "product", "role", "aliases", "memory_type", "software", "status", "official_path", "notes", "figures")
	p := Part{
		ID:         r.text(f["id"], n, path+".id"),
		Supplier:   r.text(f["supplier"], n, path+".supplier"),
		Product:    r.text(f["product"], n, path+".product"),
		Role:       Role(r.text(f["role"], n, path+".role")),
		Aliases:    r.texts(f["aliases"], path+".aliases"),
		MemoryType: r.optional(f["memory_type"], path+".memory_type"),
		Software:   r.optional(f["software"], path+".software"),
		Status:     r.trilingual(f["status"], path+".status"),
		Figures:    r.figures(f["figures"], path+".figures"),
	}
	if !roles[p.Role] {
		r.fault(n, path+".role", fmt.Sprintf("unknown role %q", p.Role))
	}
	if o := f["official_path"]; o != nil {
		p.OfficialPath = r.path(o, path+".official_path")
	}
	for i, t := range r.list(f["notes"], path+".notes") {
		p.Notes = append(p.Notes, r.trilingual(t, fmt.Sprintf("%s.notes[%d]", path, i)))
	}
	return p
}

func (r *reader) path(n *yaml.Node, path string) *Path {
	f := r.fields(n, path, "text", "source", "retrieved_on")
	return &Path{
		Text:        r.trilingual(f["text"], path+".text"),
		Source:      r.text(f["source"], n, path+".source"),
		RetrievedOn: r.day(f["retrieved_on"], n, path+".retrieved_on"),
	}
}

func (r *reader) figures(n *yaml.Node, path string) map[string]Figure {
	out := map[string]Figure{}
	if n == nil {
		return out
	}
	for id, v := range r.entries(n, path) {
		at := path + "." + id
		m, ok := MetricByID(id)
		if !ok {
			r.fault(v, at, "unknown metric")
			continue
		}
		out[id] = r.figure(v, at, m)
	}
	return out
}

func (r *reader) figure(n *yaml.Node, path string, m Metric) Figure {
	before := len(r.faults)
	f := r.fields(n, path, "value", "unit", "dense", "approximate", "grade", "source", "retrieved_on")
	out := Figure{
		Value:       r.value(f["value"], n, path+".value", m),
		Dense:       r.yes(f["dense"], path+".dense"),
		Approximate: r.yes(f["approximate"], path+".approximate"),
		Grade:       Grade(r.optional(f["grade"], path+".grade")),
		Source:      r.optional(f["source"], path+".source"),
		RetrievedOn: r.day(f["retrieved_on"], n, path+".retrieved_on"),
	}
	if u := r.optional(f["unit"], path+".unit"); u != "" && u != m.Unit {
		r.fault(f["unit"], path+".unit", fmt.Sprintf("unit %s, but the metric is stated in %s", u, m.Unit))
	}
	if len(r.faults) > before { // the reason is told already
		return out
	}
	if err := checkFigure(m, out, r.today); err != nil {
		r.fault(n, path, err.Error())
	}
	return out
}
