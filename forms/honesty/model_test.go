package honesty_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v3"

	. "h200filing/forms/honesty"
)

// modelFile is a model as testdata writes it.
type modelFile struct {
	Enough     bool
	Reference  Subject
	Items      []Subject
	Unlisted   []Name
	Candidates []struct {
		ID, Label, Path     string
		Products, Suppliers []string
		Excluded            bool
		Reply               Reply
	}
	Requirements []struct {
		Metric, Threshold, Label, Path string
		AtMost                         bool `yaml:"at_most"`
	}
	Values []struct {
		Metric, Subject, Amount, Label string
		Unit                           Unit
		On                             string
		Soft                           bool
	}
}

func readYAML(t testing.TB, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

func readModel(t testing.TB, name string) Model {
	t.Helper()
	var f modelFile
	readYAML(t, "model-"+name+".yaml", &f)
	m := Model{Enough: f.Enough, Reference: f.Reference, Items: f.Items, Unlisted: f.Unlisted}
	for _, c := range f.Candidates {
		m.Candidates = append(m.Candidates, Candidate{ID: c.ID, Label: c.Label, ProductNames: c.Products, SupplierNames: c.Suppliers,
			Excluded: c.Excluded, Reply: c.Reply, Path: c.Path})
	}
	for _, r := range f.Requirements {
		m.Requirements = append(m.Requirements, Requirement{Metric: r.Metric, Threshold: decimal.RequireFromString(r.Threshold),
			AtMost: r.AtMost, Label: r.Label, Path: r.Path})
	}
	for _, v := range f.Values {
		value := Value{Metric: v.Metric, Subject: v.Subject, Unit: v.Unit, Label: v.Label, Soft: v.Soft}
		if v.On != "" {
			on, err := time.Parse(time.DateOnly, v.On)
			if err != nil {
				t.Fatal(err)
			}
			value.On = on
		} else {
			value.Amount = decimal.RequireFromString(v.Amount)
		}
		m.Values = append(m.Values, value)
	}
	return m
}

// passage is a text of an application, or one made up to be true or false.
type passage struct {
	Model, About, Path, Text string
	Kind                     Kind   // that a false passage is found as
	Words                    string // that are found
}

func readPassages(t testing.TB, name string) []passage {
	t.Helper()
	var out []passage
	readYAML(t, name, &out)
	return out
}

// checkers makes each model ready once.
type checkers map[string]*Checker

func (c checkers) of(t testing.TB, name string) *Checker {
	t.Helper()
	if c[name] == nil {
		c[name] = NewChecker(readModel(t, name))
	}
	return c[name]
}

func newChecker(m Model) *Checker { return NewChecker(m) }
