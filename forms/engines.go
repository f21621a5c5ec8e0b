package forms

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"h200filing/forms/gap"
	"h200filing/forms/sizing"
)

// engines runs the engines on what is known so far. Their inputs are read by
// path, so a field that the pack renames shows up as a missing input, not as a
// wrong number.
func (e *evaluation) engines() {
	e.size()
	e.compare()
}

// engineValues gives, by the engine key of a field ("sizing.memory"), the
// function that finds its value.
var engineValues = map[string]func(*evaluation, *Question){
	"sizing.memory":      sized(sizing.MemoryNeeded),
	"sizing.bandwidth":   sized(sizing.BandwidthNeeded),
	"sizing.compute":     sized(sizing.ComputeNeeded),
	"sizing.per_replica": sized(sizing.PerReplica),
	"sizing.devices":     sized(sizing.Devices),
	"sizing.nodes":       sized(sizing.Nodes),
	"sizing.racks":       sized(sizing.Racks),
	"sizing.power":       sized(sizing.ITPower),
	"sizing.binding":     (*evaluation).binding,
	"sizing.annual_kwh":  (*evaluation).annualEnergy,

	"file.pages":  fileValue(func(f FileInfo) any { return positive(int64(f.Pages)) }),
	"file.size":   fileValue(func(f FileInfo) any { return decimal.NewFromInt(f.Size) }),
	"file.sha256": (*evaluation).fileSum,

	"device.tpp":       (*evaluation).productTPP,
	"device.bandwidth": (*evaluation).productBandwidth,

	"gap.verdict":      (*evaluation).candidateVerdict,
	"gap.beyond_doubt": (*evaluation).beyondDoubt,
	"gap.argument":     (*evaluation).counterArgument,
	"gap.technical":    support(gap.TechnicalFit),
	"gap.quantity":     support(gap.QuantityTiming),
	"gap.commercial":   support(gap.Commercial),
	"gap.supported":    (*evaluation).claimSupported,
	"gap.standing":     (*evaluation).standingCandidates,
	"gap.sensitivity":  (*evaluation).sensitivityText,
}

// engineValue takes the value of a field that an engine computes.
func (e *evaluation) engineValue(q *Question) {
	q.State = Incomplete
	if f := engineValues[q.Field.Engine]; f != nil {
		f(e, q)
	}
}

// settle sets a computed value, or leaves it incomplete where v is nil.
func (q *Question) settle(v any) {
	if v != nil {
		q.State, q.Value, q.Missing = Computed, q.Field.fit(v), nil
	}
}

// Sized is a workload on the product applied for and on every candidate.
type Sized struct {
	Workload   Path // the row
	Product    sizing.Result
	Candidates []SizedCandidate
}

// SizedCandidate is a workload on one candidate.
type SizedCandidate struct {
	Candidate Path // the row of suppliers
	Result    sizing.Result
}

func (e *evaluation) size() {
	site := e.site()
	device := e.productDevice()
	for _, row := range e.rowPaths("workloads") {
		w := e.workload(row)
		s := Sized{Workload: row, Product: sizing.Size(w, device, site)}
		for _, candidate := range e.rowPaths("suppliers") {
			s.Candidates = append(s.Candidates, SizedCandidate{candidate, sizing.Size(w, e.candidateDevice(candidate), site)})
		}
		e.report.Sizing = append(e.report.Sizing, s)
	}
}

// SizedAt returns the sizing of a workload row, or nil.
func (r *Report) SizedAt(row Path) *Sized {
	for i := range r.Sizing {
		if r.Sizing[i].Workload == row {
			return &r.Sizing[i]
		}
	}
	return nil
}

func (e *evaluation) rowPaths(list string) []Path {
	var out []Path
	for _, at := range e.rows[e.report.Form.fields[list]] {
		out = append(out, at.row)
	}
	return out
}

// quantity reads a known number; nil is unknown.
func (e *evaluation) quantity(p Path) sizing.Quantity {
	if q := e.report.byPath[p]; q != nil && q.State.Known() {
		if n, ok := q.Value.(decimal.Decimal); ok {
			return &n
		}
	}
	return nil
}

// word reads a known text or choice; "" is unknown.
func (e *evaluation) word(p Path) string {
	if q := e.report.byPath[p]; q != nil && q.State.Known() {
		s, _ := q.Value.(string)
		return s
	}
	return ""
}

func (e *evaluation) site() sizing.Site {
	return sizing.Site{
		PUE:              e.quantity("project.pue_design"),
		RackPowerKW:      e.quantity("project.rack_power_kw"),
		Utilisation:      e.quantity("energy.utilisation"),
		PriceCNYkWh:      e.quantity("energy.price_cny_kwh"),
		SubsidisedCNYkWh: e.quantity("energy.subsidised_price_cny_kwh"),
		PowerOverhead:    e.quantity("energy.overhead_factor"),
		WholeNodes:       e.word("product.form") == "hgx_8gpu",
	}
}

func (e *evaluation) workload(row Path) sizing.Workload {
	number := func(key string) sizing.Quantity { return e.quantity(row.Join(key)) }
	return sizing.Workload{
		Name:                  e.word(row.Join("name")),
		Kind:                  sizing.Kind(e.word(row.Join("kind"))),
		Precision:             sizing.Precision(e.word(row.Join("precision"))),
		KVPrecision:           sizing.Precision(e.word(row.Join("kv_precision"))),
		ParamsTotalB:          number("params_total_b"),
		ParamsActiveB:         number("params_active_b"),
		Replicas:              number("replicas"),
		TokensB:               number("tokens_b"),
		Days:                  number("days"),
		MFU:                   number("mfu"),
		Layers:                number("layers"),
		KVHeads:               number("kv_heads"),
		HeadDim:               number("head_dim"),
		KVBytesPerToken:       number("kv_bytes_per_token"),
		ContextTokens:         number("context_tokens"),
		Concurrent:            number("concurrent"),
		TokensPerSecond:       number("tokens_per_second"),
		PromptTokensPerSecond: number("prompt_tokens_per_second"),
		BandwidthEfficiency:   number("bandwidth_efficiency"),
		ComputeEfficiency:     number("compute_efficiency"),
	}
}

// productDevice is the accelerator applied for, with the catalogue's figures and
// the price at which it is applied for.
func (e *evaluation) productDevice() sizing.Device {
	part := e.productPart()
	d := sizing.Device{Name: cmp.Or(part.Product, e.word("product.model")), Figures: map[string]sizing.Cited{}}
	for metric, f := range part.Figures {
		d.Figures[metric] = sizing.Cited{Value: &f.Value, Source: f.Source}
	}
	delete(d.Figures, gap.MetricPrice) // what others paid is not what this one costs
	if price := e.productPrice(); price != nil {
		d.Figures[gap.MetricPrice] = sizing.Cited{Value: price, Source: sourceApplication}
	}
	return d
}

// productPrice is the price of one device applied for, in yuan.
func (e *evaluation) productPrice() sizing.Quantity {
	price, rate := e.quantity("product.unit_price"), e.quantity("product.fx_rate")
	switch {
	case price == nil || e.word("product.currency") == "CNY":
		return price
	case rate != nil:
		yuan := price.Mul(*rate)
		return &yuan
	}
	return nil
}

// sized gives the figure of the question's workload on the product.
func sized(key sizing.Key) func(*evaluation, *Question) {
	return func(e *evaluation, q *Question) {
		row := q.Path.Parent()
		s := e.report.SizedAt(row)
		if s == nil {
			return
		}
		f := s.Product.Figure(key)
		if f.State == sizing.Complete {
			q.settle(f.Value)
			return
		}
		q.Missing = e.inputPaths(row, f)
	}
}

// inputPaths turns the input keys that a figure lacks into paths.
func (e *evaluation) inputPaths(row Path, f sizing.Figure) []Path {
	var out []Path
	for _, key := range slices.Concat(f.Missing, f.Unusable) {
		switch {
		case strings.HasPrefix(key, "device."):
			out = append(out, "product.model")
		case strings.Contains(key, "."):
			out = append(out, Path(key))
		case e.report.byPath[row.Join(key)] != nil:
			out = append(out, row.Join(key))
		}
	}
	return out
}

func (e *evaluation) binding(q *Question) {
	if s := e.report.SizedAt(q.Path.Parent()); s != nil && s.Product.Binding != "" {
		q.settle(strings.TrimPrefix(string(s.Product.Binding), "devices_by_"))
	}
}

// annualEnergy adds up the workloads. One that is incomplete makes the sum so.
func (e *evaluation) annualEnergy(q *Question) {
	if len(e.report.Sizing) == 0 {
		q.Missing = []Path{"workloads"}
		return
	}
	sum := decimal.Zero
	for _, s := range e.report.Sizing {
		f := s.Product.Figure(sizing.AnnualEnergy)
		if f.State != sizing.Complete {
			q.Missing = append(q.Missing, e.inputPaths(s.Workload, f)...)
			continue
		}
		sum = sum.Add(f.Value)
	}
	if len(q.Missing) == 0 {
		q.settle(sum)
	}
}

func fileValue(get func(FileInfo) any) func(*evaluation, *Question) {
	return func(e *evaluation, q *Question) {
		if info, ok := e.report.Context.Files[e.attachment(q).SHA256]; ok {
			q.settle(get(info))
		}
	}
}

func (e *evaluation) attachment(q *Question) Attachment {
	if file := e.report.byPath[q.Path.Parent().Join("file")]; file != nil {
		a, _ := file.Value.(Attachment)
		return a
	}
	return Attachment{}
}

func (e *evaluation) fileSum(q *Question) {
	if sum := e.attachment(q).SHA256; sum != "" {
		q.settle(sum)
	}
}

func positive(n int64) any {
	if n <= 0 {
		return nil
	}
	return decimal.NewFromInt(n)
}
