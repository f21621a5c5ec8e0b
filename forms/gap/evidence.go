package gap

import (
	"strings"
	"time"
)

// StaleAfterDays is the age past which a source warns.
const StaleAfterDays = 180

// evidence is a fact made ready for comparison.
type evidence struct {
	fact   *Fact
	number number
	day    int32 // of retrieval; 0 when undated
	rank   rank
	valued bool // the number is known
}

// rank orders strengths; 0 is none.
type rank int8

const (
	weak rank = 1 + iota
	medium
	strong
)

func rankOf(g Grade) rank {
	switch g {
	case Official, Quoted, Tested:
		return strong
	case Derived, Field:
		return medium
	default:
		return weak
	}
}

var strengthOf = [...]Strength{weak: Weak, medium: Medium, strong: Strong}

// weigh makes evidence of a fact. Without a source, without a date or with one after today it is weak, whatever its
// grade. False for a fact that says nothing.
func weigh(f *Fact, today int32) (evidence, bool) {
	e := evidence{fact: f, day: dayOf(f.RetrievedOn), rank: rankOf(f.Grade)}
	e.number, e.valued = newNumber(f.Value)
	if f.NotApplicable {
		e.valued = false
	} else if !e.valued {
		return evidence{}, false
	}
	if strings.TrimSpace(f.Source) == "" || e.day == 0 || e.day > today {
		e.rank = weak
	}
	return e, true
}

// Strength is what a fact proves on a day: by its grade, and weak without source or date.
func (f Fact) Strength(today time.Time) Strength {
	f.NotApplicable = true // the value does not matter
	e, _ := weigh(&f, dayOf(today))
	return strengthOf[e.rank]
}

// gather lists the evidence of a candidate: its facts, then the figures of its reply, which are weak when the inquiry
// went by telephone or in person: only a written quote is strong.
func gather(c *Candidate, today int32) []evidence {
	out := make([]evidence, 0, len(c.Facts)+3)
	for i := range c.Facts {
		if e, ok := weigh(&c.Facts[i], today); ok {
			out = append(out, e)
		}
	}
	if !answered(c.Reply) || c.RepliedOn.IsZero() {
		return out
	}
	for _, r := range [...]struct {
		metric string
		value  Quantity
	}{{MetricLeadTime, c.LeadTimeDays}, {MetricQuantity, c.AvailableQuantity}, {MetricPrice, c.UnitPriceCNY}} {
		f := Fact{Metric: r.metric, Value: r.value, Grade: Quoted, Source: SourceReply, RetrievedOn: c.RepliedOn}
		e, ok := weigh(&f, today)
		if !ok {
			continue
		}
		if oralChannel(c.Channel) { // what was only said proves little
			e.rank = weak
		}
		out = append(out, e)
	}
	return out
}

func answered(r Reply) bool { return r == QuotedReply || r == PartReply }

// metricNames maps other names of a metric to the one that is used here.
var metricNames = map[string]string{"quoted_unit_price_cny": MetricPrice, "unit_price_cny": MetricPrice}

func canonical(metric string) string {
	if name, ok := metricNames[metric]; ok {
		return name
	}
	return metric
}

// prefer reports whether a is the figure to go by rather than b: the stronger, then the later, then the one that is
// better for the candidate; what is left is settled so that the order of rows does not matter.
func prefer(a, b *evidence, want *criterion) bool {
	if a.rank != b.rank {
		return a.rank > b.rank
	}
	if a.day != b.day {
		return a.day > b.day
	}
	if a.valued != b.valued {
		return a.valued
	}
	if a.valued {
		if c := want.favour(a.number, b.number); c != 0 {
			return c > 0
		}
	}
	if replyA, replyB := a.fact.Source == SourceReply, b.fact.Source == SourceReply; replyA != replyB {
		return replyB
	}
	if a.fact.Source != b.fact.Source {
		return a.fact.Source < b.fact.Source
	}
	return a.fact.Grade < b.fact.Grade
}

// dayOf numbers calendar days from 1 January 1970; 0 for no date.
func dayOf(t time.Time) int32 {
	if t.IsZero() {
		return 0
	}
	y, m, d := t.Date()
	return int32(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}
