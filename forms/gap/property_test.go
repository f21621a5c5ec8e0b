package gap_test

import (
	"cmp"
	"fmt"
	"slices"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	. "h200filing/forms/gap"
)

var (
	metricNames = []string{"memory_gb", "memory_bandwidth_gbs", MetricLeadTime, MetricQuantity, MetricPrice}
	gradeNames  = []Grade{Official, Quoted, Tested, Derived, Field, Media, Estimate}
	channels    = []string{"", "letter", "phone"}
	replies     = []Reply{"", NoReply, Declined, PartReply, QuotedReply}
)

func drawn(t *rapid.T, name string) Quantity {
	if rapid.IntRange(0, 5).Draw(t, name+" known") == 0 {
		return nil
	}
	v := decimal.New(rapid.Int64Range(0, 40).Draw(t, name), 0)
	return &v
}

func drawDay(t *rapid.T, name string) time.Time {
	if rapid.IntRange(0, 5).Draw(t, name+" known") == 0 {
		return time.Time{}
	}
	return day("2026-11-25").AddDate(0, 0, -rapid.IntRange(0, 30).Draw(t, name))
}

func drawInput(t *rapid.T, factsPerMetric int) Input {
	in := Input{Today: day("2026-11-23"), Need: Need{Quantity: drawn(t, "need"), PriceCeilingCNY: drawn(t, "ceiling")}}
	for i := range rapid.IntRange(0, 5).Draw(t, "requirements") {
		in.Requirements = append(in.Requirements, Requirement{
			ID: fmt.Sprintf("r%d", i), Metric: rapid.SampledFrom(metricNames).Draw(t, "metric"), Threshold: drawn(t, "threshold"),
			Op: rapid.SampledFrom([]Op{AtLeast, Above, AtMost, Below}).Draw(t, "op"), Decisive: rapid.Bool().Draw(t, "decisive"),
		})
	}
	for i := range rapid.IntRange(0, 5).Draw(t, "candidates") {
		in.Candidates = append(in.Candidates, drawCandidate(t, fmt.Sprintf("c%d", i), factsPerMetric))
	}
	return in
}

func drawCandidate(t *rapid.T, id string, factsPerMetric int) Candidate {
	c := Candidate{
		ID: id, Supplier: rapid.SampledFrom([]string{"S", "T", "U", "V", ""}).Draw(t, "supplier"), Product: id,
		InquiredOn: drawDay(t, "inquired"), Channel: rapid.SampledFrom(channels).Draw(t, "channel"),
		Reply: rapid.SampledFrom(replies).Draw(t, "reply"), Devices: drawn(t, "devices"),
	}
	for _, m := range metricNames {
		for range rapid.IntRange(0, factsPerMetric).Draw(t, "facts") {
			c.Facts = append(c.Facts, Fact{Metric: m, Value: drawn(t, "value"), Grade: rapid.SampledFrom(gradeNames).Draw(t, "grade"),
				Source: rapid.SampledFrom([]string{"", "p", "q"}).Draw(t, "source"), RetrievedOn: drawDay(t, "retrieved")})
		}
	}
	return c
}

func excluded(r Result) map[string]bool {
	out := map[string]bool{}
	for _, x := range r.Candidates {
		out[x.ID] = x.Excluded
	}
	return out
}

// Property: raising a requirement admits nobody who was excluded on it.
func TestRaisingAdmitsNobody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t, 2)
		if len(in.Requirements) == 0 {
			return
		}
		r := &in.Requirements[rapid.IntRange(0, len(in.Requirements)-1).Draw(t, "which")]
		if r.Threshold == nil {
			return
		}
		on := func(x Examined) bool {
			return slices.ContainsFunc(x.Grounds, func(g Exclusion) bool { return g.Requirement == r.ID })
		}
		before := Evaluate(in)
		step := decimal.NewFromInt(rapid.Int64Range(0, 20).Draw(t, "step"))
		if r.Op == AtMost || r.Op == Below {
			step = step.Neg()
		}
		raised := r.Threshold.Add(step)
		r.Threshold = &raised
		after := Evaluate(in)
		for i, x := range before.Candidates {
			if on(x) && !on(after.Candidates[i]) {
				t.Fatalf("%s is no longer excluded on %s", x.ID, r.ID)
			}
		}
	})
}

// Property: another supplier makes an unsupported claim supported only where the number of suppliers was what lacked.
func TestAnotherSupplierSupportsNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t, 2)
		before := Evaluate(in).Support
		in.Candidates = append(in.Candidates, drawCandidate(t, "new", 2))
		after := Evaluate(in).Support
		few := slices.Contains(before.Reasons, TooFewCandidates) || slices.Contains(before.Reasons, TooFewSuppliers)
		stands := slices.Contains(before.Reasons, CandidatesStand)
		if after.Supported && !before.Supported && (!few || stands) {
			t.Fatalf("from %+v to %+v", before, after)
		}
	})
}

func weaker(t *rapid.T, g Grade) Grade {
	rank := map[Grade]int{Official: 3, Quoted: 3, Tested: 3, Derived: 2, Field: 2, Media: 1, Estimate: 1}
	var below []Grade
	for _, o := range gradeNames {
		if rank[o] < rank[g] {
			below = append(below, o)
		}
	}
	if len(below) == 0 {
		return g
	}
	return rapid.SampledFrom(below).Draw(t, "weaker")
}

// weakened evaluates before and after the grade of one fact is lowered, and fails when that excludes somebody new.
func weakened(t *rapid.T, in Input, may func(Fact) bool) {
	var facts []*Fact
	for i := range in.Candidates {
		for k := range in.Candidates[i].Facts {
			if f := &in.Candidates[i].Facts[k]; may(*f) {
				facts = append(facts, f)
			}
		}
	}
	if len(facts) == 0 {
		return
	}
	before := Evaluate(in)
	f := rapid.SampledFrom(facts).Draw(t, "fact")
	f.Grade = weaker(t, f.Grade)
	after := Evaluate(in)
	was := excluded(before)
	for id, now := range excluded(after) {
		if now && !was[id] {
			t.Fatalf("weakening %s excluded %s", f.Metric, id)
		}
	}
	if after.Support.Supported && !before.Support.Supported {
		t.Fatal("weakening supported the claim")
	}
}

// Property: weakening a grade never strengthens the claim, whatever the figure, where a metric has one figure.
func TestWeakeningNeverSupports(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weakened(t, drawInput(t, 1), func(Fact) bool { return true })
	})
}

// Property: nor where it has several, for a figure that speaks for the claim. (A figure that speaks against it gives way,
// once weakened, to a stronger one by the rule that the stronger decides.)
func TestWeakeningOneOfSeveralNeverSupports(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t, 3)
		weakened(t, in, func(f Fact) bool { return f.Value != nil && shortOfAll(in, f) })
	})
}

func shortOfAll(in Input, f Fact) bool {
	checks := slices.Clone(in.Requirements)
	if in.Need.Quantity != nil {
		checks = append(checks, Requirement{Metric: MetricQuantity, Op: AtLeast, Threshold: in.Need.Quantity})
		for _, c := range in.Candidates {
			if c.Devices != nil {
				checks = append(checks, Requirement{Metric: MetricQuantity, Op: AtLeast, Threshold: c.Devices})
			}
		}
	}
	checks = append(checks, Requirement{Metric: MetricPrice, Op: AtMost, Threshold: in.Need.PriceCeilingCNY})
	for _, r := range checks {
		if r.Metric != f.Metric || r.Threshold == nil {
			continue
		}
		d := f.Value.Cmp(*r.Threshold)
		if map[Op]bool{AtLeast: d >= 0, Above: d > 0, AtMost: d <= 0, Below: d < 0}[r.Op] {
			return false
		}
	}
	return true
}

// Property: an unknown excludes nobody; taking all facts and figures of the reply away leaves only the inquiry grounds.
func TestUnknownExcludesNobody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t, 0)
		for _, x := range Evaluate(in).Candidates {
			for _, g := range x.Grounds {
				if g.Ground != InquiryDeclined && g.Ground != InquiryUnanswered {
					t.Fatalf("%s is excluded by %s without a figure", x.ID, g.Ground)
				}
			}
			if !x.Excluded && len(x.Settle) == 0 {
				t.Fatalf("%s stands and nothing would settle it", x.ID)
			}
		}
	})
}

// Property: the order of rows and facts changes nothing.
func TestOrderChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t, 3)
		before := Evaluate(in)
		in.Requirements = rapid.Permutation(in.Requirements).Draw(t, "requirements")
		in.Candidates = rapid.Permutation(in.Candidates).Draw(t, "candidates")
		for i := range in.Candidates {
			in.Candidates[i].Facts = rapid.Permutation(in.Candidates[i].Facts).Draw(t, "facts")
		}
		after := Evaluate(in)
		if diff := gocmp.Diff(sorted(before), sorted(after)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// sorted brings the parts of a result that follow the order of rows into one order. Lists that the engine ranks itself
// (sensitivity's choices, joint, mixed) are left as they are.
func sorted(r Result) Result {
	var cells []Cell
	for _, row := range r.Matrix {
		cells = append(cells, row...)
	}
	by(cells, func(c Cell) string { return c.Requirement + " " + c.Candidate })
	r.Matrix = [][]Cell{cells}
	by(r.Candidates, func(x Examined) string { return x.ID })
	for i := range r.Candidates {
		x := &r.Candidates[i]
		by(x.Grounds, func(g Exclusion) string { return string(g.Ground) + g.Requirement })
		by(x.NearMisses, func(c Cell) string { return c.Requirement })
		by(x.Settle, func(s Settlement) string { return string(s.Key) + s.Requirement })
		by(x.Advocate, func(p Point) string { return string(p.Key) + p.Requirement })
	}
	slices.Sort(r.Support.Standing)
	for i := range r.Arguments {
		slices.Sort(r.Arguments[i].Candidates)
	}
	by(r.Sensitivity, func(s Sensitivity) string { return s.Requirement })
	for i := range r.Joint {
		by(r.Joint[i].Relaxations, func(x Relaxation) string { return x.Requirement })
	}
	by(r.Stale, func(s Stale) string { return fmt.Sprint(s.Candidate, *s.Fact) })
	for i := range r.Mixed {
		slices.Sort(r.Mixed[i].Open)
	}
	slices.Sort(r.Unusable)
	return r
}

func by[T any](list []T, key func(T) string) {
	slices.SortFunc(list, func(a, b T) int { return cmp.Compare(key(a), key(b)) })
}

// Property: moving the threshold to where Admits says makes the candidate stand.
func TestAdmissionHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t, 2)
		for i := range in.Requirements { // strict operators need a step past the value
			in.Requirements[i].Op = map[Op]Op{Above: AtLeast, Below: AtMost, AtLeast: AtLeast, AtMost: AtMost}[in.Requirements[i].Op]
		}
		for _, s := range Evaluate(in).Sensitivity {
			if s.Admits == nil {
				continue
			}
			relaxed := in
			relaxed.Requirements = slices.Clone(in.Requirements)
			i := slices.IndexFunc(relaxed.Requirements, func(r Requirement) bool { return r.ID == s.Requirement })
			relaxed.Requirements[i].Threshold = &s.Admits.To
			if x, _ := Evaluate(relaxed).Candidate(s.Admits.Candidate); x.Excluded {
				t.Fatalf("%s stays excluded at %s", x.ID, s.Admits.To)
			}
		}
	})
}
