package gap

import "github.com/shopspring/decimal"

// PointKey names an argument for a candidate.
type PointKey string

// The arguments, in the order in which they are listed.
const (
	NothingAgainst    PointKey = "nothing_against"    // no figure is short and no ground excludes it
	MeetsDecisive     PointKey = "meets_decisive"     // met, total
	OnlySilence       PointKey = "only_silence"       // nothing but an unanswered inquiry excludes it
	ShortByLittle     PointKey = "short_by_little"    // value, threshold, gap_percent
	WeakEvidence      PointKey = "weak_evidence"      // value, threshold: short, but not on strong evidence
	MoreDevices       PointKey = "more_devices"       // devices, reference_devices
	MoreAtLeast       PointKey = "more_at_least"      // devices, the least that it takes; reference_devices
	QuantisedFits     PointKey = "quantised_fits"     // devices, reference_devices; Detail is the precision
	DeliveryFits      PointKey = "delivery_fits"      // lead_time_days, allowed_days
	LaterDelivery     PointKey = "later_delivery"     // lead_time_days, allowed_days, extra_days
	QuantityAvailable PointKey = "quantity_available" // available, needed: as sized for this product
	QuantityAtLeast   PointKey = "quantity_at_least"  // available, needed: the least that it takes
	QuantityUnsized   PointKey = "quantity_unsized"   // available, needed: of the product applied for
	LowerPrice        PointKey = "lower_price"        // price_cny, reference_price_cny
	LowerLanded       PointKey = "lower_landed"       // price_cny, reference_price_cny: the landed cost of one device
	OfficialPath      PointKey = "official_path"      // Detail is the source
	NotTested         PointKey = "not_tested"         // the applicant has not tried it
)

// NearMissPercent is the gap up to which a shortfall counts as little.
const NearMissPercent = 15

// Named is a number of a point.
type Named struct {
	Name  string          `json:"name"`
	Value decimal.Decimal `json:"value"`
}

// Point is one argument for a candidate, as data.
type Point struct {
	Key         PointKey `json:"key"`
	Requirement string   `json:"requirement,omitempty"`
	Metric      string   `json:"metric,omitempty"`
	Numbers     []Named  `json:"numbers,omitempty"`
	Detail      string   `json:"detail,omitempty"`
}

// pooled are the metrics that add up over devices.
var pooled = map[string]bool{
	"memory_gb": true, "memory_bandwidth_gbs": true, "fp32_tflops": true, "bf16_tflops": true,
	"fp16_tflops": true, "fp8_tflops": true, "fp4_tflops": true, "int8_tops": true,
}

// otherPoints is about how many points there are beside those of what falls short.
const otherPoints = 8

// advocate makes the case for a candidate.
func (e *evaluation) advocate(i int, x *Examined) []Point {
	c := e.columns[i].candidate
	out := make([]Point, 0, e.shorts(i)+otherPoints)
	out = append(out, e.standing(i, x)...)
	out = e.shortfalls(i, out)
	if key, devices, ok := e.moreDevices(i); ok {
		out = append(out, Point{Key: key, Numbers: []Named{{"devices", devices}, {"reference_devices", *e.in.Need.Quantity}}})
	}
	if c.Quantised != nil {
		p := Point{Key: QuantisedFits, Detail: c.Quantised.Precision, Numbers: []Named{{"devices", c.Quantised.Devices}}}
		if e.in.Need.Quantity != nil {
			p.Numbers = append(p.Numbers, Named{"reference_devices", *e.in.Need.Quantity})
		}
		out = append(out, p)
	}
	out = append(out, e.delivery(i)...)
	out = append(out, e.offer(i)...)
	if c.OfficialPath != "" {
		out = append(out, Point{Key: OfficialPath, Detail: c.OfficialPath})
	}
	if !c.Tested {
		out = append(out, Point{Key: NotTested})
	}
	return out
}

// standing says how much of the need the candidate meets.
func (e *evaluation) standing(i int, x *Examined) []Point {
	var out []Point
	met, total, short := 0, 0, 0
	for r := range e.criteria {
		verdict := e.cell(r, i).Verdict
		if verdict == Short {
			short++
		}
		if e.criteria[r].decisive && verdict != NotApplicable {
			total++
			if verdict == Meets {
				met++
			}
		}
	}
	if short == 0 && !x.Excluded {
		out = append(out, Point{Key: NothingAgainst})
	}
	if met > 0 {
		out = append(out, Point{Key: MeetsDecisive, Numbers: []Named{{"met", decimal.NewFromInt(int64(met))}, {"total", decimal.NewFromInt(int64(total))}}})
	}
	if len(x.Grounds) == 1 && x.Grounds[0].Ground == InquiryUnanswered {
		out = append(out, Point{Key: OnlySilence})
	}
	return out
}

// shorts counts the decisive requirements that a candidate falls short of.
func (e *evaluation) shorts(i int) int {
	count := 0
	for r := range e.criteria {
		if e.criteria[r].decisive && e.cell(r, i).Verdict == Short {
			count++
		}
	}
	return count
}

// shortfalls appends the decisive requirements that are missed by little or on doubtful evidence.
func (e *evaluation) shortfalls(i int, out []Point) []Point {
	limit := tenths()[NearMissPercent*10] // of the exponent of a gap, which makes comparing cheap
	for r := range e.criteria {
		c, cell := &e.criteria[r], e.cell(r, i)
		if !c.decisive || cell.Verdict != Short {
			continue
		}
		little := cell.GapPercent != nil && cell.GapPercent.LessThanOrEqual(limit)
		if cell.Strength == Strong && !little {
			continue
		}
		numbers := append(make([]Named, 0, 3), Named{"value", *cell.Fact.Value}, Named{"threshold", c.threshold.value})
		p := Point{Requirement: c.id, Metric: c.metric, Numbers: numbers}
		if cell.Strength != Strong {
			weak := p
			weak.Key = WeakEvidence
			out = append(out, weak)
		}
		if little {
			p.Key = ShortByLittle
			p.Numbers = append(p.Numbers, Named{"gap_percent", *cell.GapPercent})
			out = append(out, p)
		}
	}
	return out
}

// moreDevices is how many of the candidate would do instead: as sized or, where that lacks a figure, the least that it
// takes; else scaled.
func (e *evaluation) moreDevices(i int) (PointKey, decimal.Decimal, bool) {
	need, ok := newNumber(e.in.Need.Quantity)
	if !ok {
		return "", decimal.Zero, false
	}
	c := e.columns[i].candidate
	if sized, ok := newNumber(c.Devices); ok {
		return MoreDevices, sized.value, sized.cmp(need) > 0
	}
	if least, ok := newNumber(c.DevicesAtLeast); ok {
		return MoreAtLeast, least.value, least.cmp(need) > 0
	}
	scaled, ok := e.scaled(i, need)
	return MoreDevices, scaled, ok
}

// scaled is a need of devices scaled by the worst of the metrics that add up over devices. False when the candidate
// falls short of none of them, or by a metric of no figure.
func (e *evaluation) scaled(i int, need number) (decimal.Decimal, bool) {
	most := decimal.Zero
	for r := range e.criteria {
		c, cell := &e.criteria[r], e.cell(r, i)
		if !c.decisive || !pooled[c.metric] {
			continue
		}
		switch {
		case cell.Verdict == Unknown, cell.Verdict == Short && !cell.Fact.Value.IsPositive():
			return decimal.Zero, false
		case cell.Verdict == Short && (c.op == AtLeast || c.op == Above):
			q, over := need.value.Mul(c.threshold.value).QuoRem(*cell.Fact.Value, 0)
			if over.IsPositive() {
				q = q.Add(decimal.NewFromInt(1))
			}
			most = decimal.Max(most, q)
		}
	}
	return most, most.GreaterThan(need.value)
}

// delivery weighs the lead time against what the project allows.
func (e *evaluation) delivery(i int) []Point {
	var out []Point
	for r := range e.criteria {
		c, cell := &e.criteria[r], e.cell(r, i)
		if c.metric != MetricLeadTime || cell.Verdict != Meets && cell.Verdict != Short {
			continue
		}
		p := Point{Key: DeliveryFits, Requirement: c.id, Metric: c.metric,
			Numbers: []Named{{"lead_time_days", *cell.Fact.Value}, {"allowed_days", c.threshold.value}}}
		if cell.Verdict == Short {
			p.Key = LaterDelivery
			p.Numbers = append(p.Numbers, Named{"extra_days", cell.Fact.Value.Sub(c.threshold.value).Abs()})
		}
		out = append(out, p)
	}
	return out
}

// offer weighs quantity and price.
func (e *evaluation) offer(i int) []Point {
	var out []Point
	c := e.columns[i].candidate
	key, needed := QuantityUnsized, e.in.Need.Quantity
	switch {
	case c.Devices != nil:
		key, needed = QuantityAvailable, c.Devices
	case c.DevicesAtLeast != nil:
		key, needed = QuantityAtLeast, c.DevicesAtLeast
	}
	if cell, ok := e.term(i, termCheck{NeedQuantity, MetricQuantity, AtLeast, needed}, everything); ok && cell.Verdict == Meets {
		out = append(out, Point{Key: key, Metric: MetricQuantity, Numbers: []Named{{"available", *cell.Fact.Value}, {"needed", *needed}}})
	}
	if key, price := e.referencePrice(); price != nil {
		if cell, ok := e.term(i, termCheck{NeedPriceCeiling, MetricPrice, Below, price}, everything); ok && cell.Verdict == Meets {
			out = append(out, Point{Key: key, Metric: MetricPrice, Numbers: []Named{{"price_cny", *cell.Fact.Value}, {"reference_price_cny", *price}}})
		}
	}
	return out
}

// referencePrice is what one device of the product applied for costs: landed, else by its price.
func (e *evaluation) referencePrice() (PointKey, Quantity) {
	if landed := e.in.Reference.LandedCNY; landed != nil {
		return LowerLanded, landed
	}
	if price, ok := e.in.Reference.Figures[MetricPrice]; ok {
		return LowerPrice, &price
	}
	return "", nil
}
