package forms

import (
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"h200filing/forms/accelerator"
	"h200filing/forms/gap"
	"h200filing/forms/honesty"
	"h200filing/forms/sizing"
)

// factModel states what the data shows, for the honesty of prose; the fields are
// those that the documentation of package honesty names.
func (e *evaluation) factModel() honesty.Model {
	m := modeller{evaluation: e}
	m.candidates()
	m.reference()
	m.items()
	m.requirements()
	m.answers()
	m.unlisted()
	return m.model
}

// modeller gathers a model.
type modeller struct {
	*evaluation
	model honesty.Model
}

func (m *modeller) value(metric, subject string, amount sizing.Quantity, path Path) {
	if amount != nil {
		m.model.Values = append(m.model.Values, honesty.Value{Metric: metric, Subject: subject, Amount: *amount, Path: m.report.Public(path)})
	}
}

func (m *modeller) date(metric, subject string, path Path) {
	if day := m.day(path); !day.IsZero() {
		m.model.Values = append(m.model.Values, honesty.Value{Metric: metric, Subject: subject, On: day, Path: m.report.Public(path)})
	}
}

func (m *modeller) candidates() {
	for _, row := range m.rowPaths("suppliers") {
		id, product, supplier := m.report.Public(row), m.word(row.Join("product")), m.word(row.Join("supplier"))
		examined, _ := m.report.Gap.Candidate(id)
		c := honesty.Candidate{
			ID: id, Label: product, Excluded: examined.Excluded, Reply: honesty.Reply(m.word(row.Join("reply"))), Path: id,
			ProductNames: honesty.ShortNames(product), SupplierNames: append([]string{supplier}, honesty.ShortNames(supplier)...),
		}
		if part, ok := m.part(row); ok {
			c.ProductNames = append(c.ProductNames, append(part.Aliases, part.Product)...)
		}
		m.model.Candidates = append(m.model.Candidates, c)
		m.offer(id, row)
		m.sized(id, row)
	}
	s := m.report.Gap.Support
	m.model.Enough = s.Candidates >= gap.MinCandidates && s.Suppliers >= gap.MinSuppliers
}

// offer states what a candidate's row says of it.
func (m *modeller) offer(id string, row Path) {
	for _, fact := range m.rowsWithin(row.Join("facts")) {
		m.value(m.word(fact.Join("metric")), id, m.quantity(fact.Join("value")), fact.Join("value"))
	}
	m.value(honesty.LeadTime, id, m.quantity(row.Join("lead_time_days")), row.Join("lead_time_days"))
	m.value(honesty.AvailableQuantity, id, m.quantity(row.Join("available_quantity")), row.Join("available_quantity"))
	m.value(honesty.UnitPrice, id, m.quantity(row.Join("quoted_unit_price_cny")), row.Join("quoted_unit_price_cny"))
	m.date(honesty.InquiredOn, id, row.Join("inquired_on"))
	m.date(honesty.RepliedOn, id, row.Join("replied_on"))
	for _, f := range honesty.Figures(m.word(row.Join("test_summary"))) {
		if f.Unit == honesty.TokensPerSecond {
			m.value(honesty.MeasuredSpeed, id, &f.Amount, row.Join("test_summary"))
		}
	}
}

// sized states what the workloads take of a candidate. A difference from it
// warns only: an applicant may size otherwise.
func (m *modeller) sized(id string, row Path) {
	for _, s := range m.report.Sizing {
		for _, c := range s.Candidates {
			if c.Candidate == row {
				m.sizing(id, c.Result, s.Workload, true)
			}
		}
	}
	if total := m.candidateDevices(row); total != nil {
		v := honesty.Value{Metric: honesty.Devices, Subject: id, Amount: *total, Path: "product.devices_needed", Soft: true}
		m.model.Values = append(m.model.Values, v)
	}
}

var thousand = decimal.NewFromInt(1000)

// sizing states devices and power of one workload on one subject.
func (m *modeller) sizing(subject string, result sizing.Result, workload Path, soft bool) {
	one := decimal.NewFromInt(1)
	for _, f := range []struct {
		metric, field string
		key           sizing.Key
		scale         decimal.Decimal
	}{
		{honesty.Devices, "devices_needed", sizing.Devices, one},
		{honesty.DevicesPerReplica, "devices_per_replica", sizing.PerReplica, one},
		{honesty.ITPower, "power_needed_kw", sizing.ITPower, thousand}, // watts
	} {
		if figure := result.Figure(f.key); figure.State == sizing.Complete {
			path := m.report.Public(workload.Join(f.field))
			v := honesty.Value{Metric: f.metric, Subject: subject, Amount: figure.Value.Mul(f.scale), Path: path, Soft: soft}
			m.model.Values = append(m.model.Values, v)
		}
	}
}

// applied are the words by which prose calls the product applied for.
const applied = "拟购产品 拟购加速器 拟购设备"

// needMetrics are the figures of a workload that prose may name, whatever they are
// said of.
var needMetrics = []struct {
	key    sizing.Key
	metric string
}{
	{sizing.Weights, "workloads[].weights_gb"},
	{sizing.KVCache, "workloads[].kv_cache_gb"},
	{sizing.MemoryNeeded, "workloads[].memory_needed_gb"},
	{sizing.BandwidthNeeded, "workloads[].bandwidth_needed_gbs"},
	{sizing.Devices, "workloads[].devices_needed"},
}

func (m *modeller) reference() {
	device := m.productDevice()
	m.model.Reference = honesty.Subject{ID: honesty.Reference, Label: device.Name, Names: strings.Fields(applied)}
	if m.report.Context.Catalogue != nil {
		if part, ok := m.report.Context.Catalogue.ByID(m.word("product.model")); ok {
			m.model.Reference.Names = append(m.model.Reference.Names, part.Aliases...)
		}
	}
	for _, metric := range sortedKeys(device.Figures) {
		m.value(metric, honesty.Reference, device.Figures[metric].Value, "product.model")
	}
	for _, s := range m.report.Sizing {
		m.sizing(honesty.Reference, s.Product, s.Workload, false)
		for _, n := range needMetrics {
			if f := s.Product.Figure(n.key); f.State == sizing.Complete {
				m.value(n.metric, "", &f.Value, s.Workload)
			}
		}
	}
}

// items are the accelerators in use and those to be bought besides. One that is
// a candidate too gets its counts there.
func (m *modeller) items() {
	for _, list := range []struct{ id, title, count, metric string }{
		{"project.fleet", "model", "count", honesty.FleetCount},
		{"substitution.domestic_purchases", "product", "quantity", honesty.PurchaseCount},
	} {
		for _, row := range m.rowPaths(list.id) {
			m.value(list.metric, m.itemID(m.word(row.Join(list.title))), m.quantity(row.Join(list.count)), row.Join(list.count))
		}
	}
}

// itemID finds the subject of a product, or makes one.
func (m *modeller) itemID(product string) string {
	for _, c := range m.model.Candidates {
		if c.Label == product {
			return c.ID
		}
	}
	for _, item := range m.model.Items {
		if item.Label == product {
			return item.ID
		}
	}
	if product == "" {
		return ""
	}
	item := honesty.Subject{ID: "item:" + product, Label: product, Names: honesty.ShortNames(product)}
	m.model.Items = append(m.model.Items, item)
	return item.ID
}

func (m *modeller) requirements() {
	for _, row := range m.rowPaths("requirements") {
		threshold := m.quantity(row.Join("threshold"))
		if threshold == nil {
			continue
		}
		op := m.word(row.Join("op"))
		m.model.Requirements = append(m.model.Requirements, honesty.Requirement{
			Metric: m.word(row.Join("metric")), Threshold: *threshold, AtMost: op == "<=" || op == "<", Path: m.report.Public(row.Join("threshold")),
		})
	}
}

// answers states the answers and computed values that are metrics by their own
// id.
func (m *modeller) answers() {
	for _, info := range honesty.Metrics() {
		field := m.report.Form.fields[info.ID]
		if field == nil || strings.HasPrefix(info.ID, "suppliers[]") || field.List != nil && field.List.ID != "workloads" {
			continue
		}
		if field.Engine != "" && field.List != nil {
			continue // stated with the sizing
		}
		for _, at := range m.places(field) {
			path := Path(field.ID)
			if field.List != nil {
				path = at.row.Join(field.Key)
			}
			m.answer(info, m.report.byPath[path])
		}
	}
	for _, id := range []Path{"substitution.share_before", "substitution.share_after"} {
		m.value("substitution.share", "", m.quantity(id), id)
	}
}

func (m *modeller) answer(info honesty.MetricInfo, q *Question) {
	if q == nil || !q.State.Known() {
		return
	}
	v := honesty.Value{Metric: info.ID, Path: m.report.Public(q.Path)}
	switch value := q.Value.(type) {
	case time.Time:
		v.On = value
	case decimal.Decimal:
		v.Amount = value
		if info.Unit == honesty.Watt && q.Field.Unit == "kw" {
			v.Amount = value.Mul(thousand)
		}
	case string:
		n, err := decimal.NewFromString(value)
		if err != nil {
			return // a choice that is no number
		}
		v.Amount = n
	default:
		return
	}
	if q.Field.Type == TypeMoney && m.report.Currency(q) == "USD" {
		if rate := m.quantity("product.fx_rate"); rate != nil {
			inYuan := v
			inYuan.Amount = v.Amount.Mul(*rate)
			m.model.Values = append(m.model.Values, inYuan)
		}
		v.Unit = honesty.USD
	}
	m.model.Values = append(m.model.Values, v)
}

func (m *modeller) unlisted() {
	m.model.Unlisted = honesty.Vendors()
	if m.report.Context.Catalogue == nil {
		return
	}
	for _, part := range m.report.Context.Catalogue.Parts {
		if part.Role == accelerator.Domestic {
			m.model.Unlisted = append(m.model.Unlisted, honesty.Name{Label: part.Product, Names: part.Aliases})
		}
	}
}
