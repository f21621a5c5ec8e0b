package accelerator

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v3"
)

// reader walks YAML nodes strictly and gathers faults with their lines. Its methods accept a nil node as "absent".
type reader struct {
	today  time.Time
	faults []error
}

func (r *reader) fault(n *yaml.Node, path, reason string) {
	r.faults = append(r.faults, &Error{Line: n.Line, Path: path, Reason: reason})
}

// entries yields the keys and values of a mapping in file order; a repeated key is a fault and comes once.
func (r *reader) entries(n *yaml.Node, path string) iter.Seq2[string, *yaml.Node] {
	return func(yield func(string, *yaml.Node) bool) {
		if n.Kind != yaml.MappingNode {
			r.fault(n, path, "a mapping is required")
			return
		}
		seen := map[string]bool{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i].Value
			if seen[key] {
				r.fault(n.Content[i], path+"."+key, "the key stands twice")
				continue
			}
			seen[key] = true
			if !yield(key, n.Content[i+1]) {
				return
			}
		}
	}
}

// fields is a mapping whose keys are all among the known ones.
func (r *reader) fields(n *yaml.Node, path string, known ...string) map[string]*yaml.Node {
	out := map[string]*yaml.Node{}
	for key, v := range r.entries(n, path) {
		if !slices.Contains(known, key) {
			r.fault(v, path+"."+key, "unknown key")
			continue
		}
		out[key] = v
	}
	return out
}

func (r *reader) list(n *yaml.Node, path string) []*yaml.Node {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		r.fault(n, path, "a list is required")
		return nil
	}
	return n.Content
}

// text is a scalar that must be there; the parent gives the line when it is not.
func (r *reader) text(n, parent *yaml.Node, path string) string {
	if n == nil {
		r.fault(parent, path, "missing")
		return ""
	}
	s := r.optional(n, path)
	if s == "" && n.Kind == yaml.ScalarNode {
		r.fault(n, path, "empty")
	}
	return s
}

func (r *reader) optional(n *yaml.Node, path string) string {
	if n == nil {
		return ""
	}
	if n.Kind != yaml.ScalarNode {
		r.fault(n, path, "a single value is required")
		return ""
	}
	return strings.TrimSpace(n.Value)
}

func (r *reader) texts(n *yaml.Node, path string) []string {
	var out []string
	for i, e := range r.list(n, path) {
		out = append(out, r.text(e, n, fmt.Sprintf("%s[%d]", path, i)))
	}
	return out
}

func (r *reader) trilingual(n *yaml.Node, path string) Text {
	if n == nil {
		return nil
	}
	f := r.fields(n, path, Languages[:]...)
	out := Text{}
	for _, lang := range Languages {
		out[lang] = r.text(f[lang], n, path+"."+lang)
	}
	return out
}

func (r *reader) day(n, parent *yaml.Node, path string) time.Time {
	s := r.text(n, parent, path)
	if s == "" {
		return time.Time{}
	}
	day, err := time.Parse(time.DateOnly, s)
	if err != nil {
		r.fault(n, path, fmt.Sprintf("%q is no date of the form 2006-01-02", s))
		return time.Time{}
	}
	if err := checkDay(day, r.today); err != nil {
		r.fault(n, path, err.Error())
	}
	return day
}

func (r *reader) yes(n *yaml.Node, path string) bool {
	switch s := r.optional(n, path); s {
	case "true":
		return true
	case "false", "":
		return false
	default:
		r.fault(n, path, fmt.Sprintf("%q is neither true nor false", s))
		return false
	}
}

func (r *reader) value(n, parent *yaml.Node, path string, m Metric) decimal.Decimal {
	s := r.text(n, parent, path)
	if s == "" {
		return decimal.Zero
	}
	if m.Kind == Flag {
		if r.yes(n, path) {
			return decimal.NewFromInt(1)
		}
		return decimal.Zero
	}
	if len(s) > maxDigits || strings.ContainsAny(s, "eE") {
		r.fault(n, path, fmt.Sprintf("%.40q is no plain decimal number", s))
		return decimal.Zero
	}
	v, err := decimal.NewFromString(s)
	if err != nil {
		r.fault(n, path, fmt.Sprintf("%q is no decimal number", s))
	}
	return v
}

// maxDigits bounds the length of a figure, so that a hostile file cannot ask for endless arithmetic.
const maxDigits = 24
