package gap_test

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v3"

	. "h200filing/forms/gap"
)

// scenario is one entry of testdata/scenarios.yaml; the head of that file explains the shorthand.
type scenario struct {
	Name       string
	Today      string
	Need       string
	Ceiling    string
	Reference  map[string]string
	Require    []string
	Candidates []rowText
	Fill       int
	Want       want
}

type rowText struct {
	ID, Supplier, Product    string
	Facts                    []string
	Ask, Reply               string
	Lead, Available, Price   string
	Tested                   bool
	Devices, Quantised, Path string
}

type want struct {
	Supported bool
	Reasons   []string
	Standing  []string
	Excluded  map[string][]string
	Beyond    []string
	Cells     map[string]string
	Arguments string
	Nearest   map[string]string
	Admits    map[string]string
	Joint     []string
	Tailored  []string
	Stale     []string
	Mixed     []string
	Unusable  []string
	Settle    map[string][]string
	Near      map[string][]string
	Points    map[string][]string
}

func scenarios(t testing.TB) []scenario {
	t.Helper()
	data, err := os.ReadFile("testdata/scenarios.yaml")
	if err != nil {
		t.Fatal(err)
	}
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	var out []scenario
	if err := d.Decode(&out); err != nil {
		t.Fatal(err)
	}
	return out
}

func day(s string) time.Time {
	if s == "" || s == "-" {
		return time.Time{}
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

func num(s string) Quantity {
	if s == "" || s == "-" {
		return nil
	}
	v := decimal.RequireFromString(s)
	return &v
}

func requirement(s string) Requirement {
	f := strings.Fields(s)
	r := Requirement{ID: f[0], Metric: f[0], Op: Op(f[1]), Threshold: num(f[2])}
	for _, flag := range f[3:] {
		switch {
		case flag == "decisive":
			r.Decisive = true
		case strings.HasPrefix(flag, "id="):
			r.ID = strings.TrimPrefix(flag, "id=")
		default:
			r.Basis = Basis(flag)
		}
	}
	return r
}

func fact(s string) Fact {
	f := strings.Fields(s)
	out := Fact{Metric: f[0], Grade: Grade(f[2]), RetrievedOn: day(f[3]), Source: "page"}
	if f[1] == "na" {
		out.NotApplicable = true
	} else {
		out.Value = num(f[1])
	}
	if len(f) > 4 {
		out.Source = strings.TrimPrefix(f[4], "nosource")
	}
	return out
}

func candidate(r rowText) Candidate {
	c := Candidate{ID: r.ID, Supplier: r.Supplier, Product: r.Product, LeadTimeDays: num(r.Lead), AvailableQuantity: num(r.Available),
		UnitPriceCNY: num(r.Price), Tested: r.Tested, Devices: num(r.Devices), OfficialPath: r.Path}
	if c.Supplier == "" {
		c.Supplier = "supplier of " + r.ID
	}
	if c.Product == "" {
		c.Product = "product " + r.ID
	}
	for _, f := range r.Facts {
		c.Facts = append(c.Facts, fact(f))
	}
	if on, channel, ok := strings.Cut(r.Ask, " "); ok {
		c.InquiredOn, c.Channel = day(on), channel
	} else {
		c.InquiredOn = day(r.Ask)
	}
	reply, on, _ := strings.Cut(r.Reply, " ")
	c.Reply, c.RepliedOn = Reply(reply), day(on)
	if p, n, ok := strings.Cut(r.Quantised, " "); ok {
		c.Quantised = &Quantised{Precision: p, Devices: *num(n)}
	}
	return c
}

func (s scenario) input() Input {
	in := Input{Today: day("2026-11-23"), Need: Need{Quantity: num(s.Need), PriceCeilingCNY: num(s.Ceiling)}}
	if s.Today != "" {
		in.Today = day(s.Today)
	}
	if len(s.Reference) > 0 {
		in.Reference = Reference{Product: "H200", Figures: map[string]decimal.Decimal{}}
		for m, v := range s.Reference {
			in.Reference.Figures[m] = decimal.RequireFromString(v)
		}
	}
	for _, r := range s.Require {
		in.Requirements = append(in.Requirements, requirement(r))
	}
	for _, c := range s.Candidates {
		in.Candidates = append(in.Candidates, candidate(c))
	}
	for i := range s.Fill {
		in.Candidates = append(in.Candidates, candidate(rowText{ID: fmt.Sprintf("fill%d", i), Ask: "2026-10-01 letter", Reply: "declined 2026-10-05"}))
	}
	return in
}

// at joins a key with the requirement that it concerns.
func at(key, requirement string) string {
	if requirement == "" {
		return key
	}
	return key + "@" + requirement
}

func relaxation(r *Relaxation) string {
	if r == nil {
		return "-"
	}
	out := r.Candidate + " " + r.By.String()
	if r.Percent != nil {
		out += " " + r.Percent.String()
	}
	return out
}

func TestScenarios(t *testing.T) {
	all := scenarios(t)
	if len(all) < 60 {
		t.Errorf("only %d scenarios", len(all))
	}
	names := map[string]bool{}
	for _, s := range all {
		if names[s.Name] {
			t.Errorf("two scenarios are called %q", s.Name)
		}
		names[s.Name] = true
		t.Run(s.Name, func(t *testing.T) {
			r := Evaluate(s.input())
			s.Want.checkClaim(t, r)
			s.Want.checkCandidates(t, r)
			s.Want.checkFindings(t, r)
		})
	}
}

func same[T any](t *testing.T, what string, want, got T) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s: -want +got\n%s", what, diff)
	}
}

// some compares only when the scenario says something about it.
func some(t *testing.T, what string, want, got []string) {
	t.Helper()
	if want != nil && (len(want) > 0 || len(got) > 0) {
		same(t, what, want, got)
	}
}

func (w want) checkClaim(t *testing.T, r Result) {
	t.Helper()
	same(t, "supported", w.Supported, r.Support.Supported)
	if len(w.Standing) > 0 || len(r.Support.Standing) > 0 {
		same(t, "standing", w.Standing, r.Support.Standing)
	}
	var reasons []string
	for _, reason := range r.Support.Reasons {
		reasons = append(reasons, string(reason))
	}
	some(t, "reasons", w.Reasons, reasons)
	var extents []string
	for _, a := range r.Arguments {
		extents = append(extents, string(a.Extent))
	}
	if w.Arguments != "" {
		same(t, "arguments", w.Arguments, strings.Join(extents, " "))
	}
}

func (w want) checkCandidates(t *testing.T, r Result) {
	t.Helper()
	var beyond []string
	for _, x := range r.Candidates {
		if x.BeyondDoubt && !strings.HasPrefix(x.ID, "fill") {
			beyond = append(beyond, x.ID)
		}
		var grounds, settle, near, points []string
		for _, g := range x.Grounds {
			grounds = append(grounds, at(string(g.Ground), g.Requirement))
		}
		for _, s := range x.Settle {
			settle = append(settle, at(string(s.Key), s.Requirement))
		}
		for _, c := range x.NearMisses {
			near = append(near, c.Requirement)
		}
		for _, p := range x.Advocate {
			points = append(points, pointText(p))
		}
		some(t, "grounds of "+x.ID, w.Excluded[x.ID], grounds)
		some(t, "settle of "+x.ID, w.Settle[x.ID], settle)
		some(t, "near misses of "+x.ID, w.Near[x.ID], near)
		for _, p := range w.Points[x.ID] {
			if absent := strings.TrimPrefix(p, "no "); absent != p && slices.ContainsFunc(points, func(q string) bool { return strings.HasPrefix(q, absent) }) ||
				absent == p && !slices.Contains(points, p) {
				t.Errorf("points of %s: want %q in %q", x.ID, p, points)
			}
		}
	}
	some(t, "beyond doubt", w.Beyond, beyond)
}

func pointText(p Point) string {
	out := string(p.Key)
	for _, n := range p.Numbers {
		out += " " + n.Value.String()
	}
	if p.Detail != "" {
		out += " " + p.Detail
	}
	return out
}

func (w want) checkFindings(t *testing.T, r Result) {
	t.Helper()
	for key, text := range w.Cells {
		req, id, _ := strings.Cut(key, " ")
		c, ok := r.Cell(req, id)
		got := string(c.Verdict)
		if c.GapPercent != nil {
			got += " " + c.GapPercent.String()
		}
		if c.Fact != nil {
			got += " " + string(c.Strength)
		}
		if !ok || got != text {
			t.Errorf("cell %s is %q, want %q", key, got, text)
		}
	}
	for _, s := range r.Sensitivity {
		if text, ok := w.Nearest[s.Requirement]; ok {
			same(t, "nearest to "+s.Requirement, text, relaxation(s.Nearest))
		}
		if text, ok := w.Admits[s.Requirement]; ok {
			same(t, "admitted by "+s.Requirement, text, relaxation(s.Admits))
		}
	}
	var joint, tailored, stale, mixed []string
	for _, j := range r.Joint {
		joint = append(joint, fmt.Sprintf("%s %d", j.Candidate, len(j.Relaxations)))
	}
	for _, x := range r.Tailored {
		tailored = append(tailored, x.Requirement)
	}
	for _, x := range r.Stale {
		stale = append(stale, fmt.Sprintf("%s %s %d", x.Candidate, x.Fact.Metric, x.AgeDays))
	}
	for _, m := range r.Mixed {
		mixed = append(mixed, fmt.Sprintf("%s %s/%s/%s %s", m.Candidate, m.Available, m.Domestic, m.Remainder, strings.Join(m.Open, ",")))
	}
	some(t, "joint", w.Joint, joint)
	some(t, "tailored", w.Tailored, tailored)
	some(t, "stale", w.Stale, stale)
	some(t, "mixed", w.Mixed, mixed)
	some(t, "unusable", w.Unusable, r.Unusable)
}
