package sizing

import "github.com/shopspring/decimal"

// formula computes one figure from operands. Formulas of one key for different kinds of workloads stand side by side.
type formula struct {
	key   Key
	unit  string
	kinds []Kind // nil: every kind
	text  string
	needs []string
	eval  func(v []decimal.Decimal) decimal.Decimal
}

var (
	learning  = []Kind{Training, FineTuning}
	inference = []Kind{Inference}

	hundred = decimal.NewFromInt(100)
	million = decimal.NewFromInt(1_000_000)
)

func n(i int64) decimal.Decimal { return decimal.NewFromInt(i) }

// needFormulas: what the workload needs, whatever the device.
var needFormulas = []formula{
	{Weights, "GB", inference, "params_total_b × bytes_per_param", []string{"params_total_b", "bytes_per_param"}, product},
	{KVCache, "GB", inference, "kv_bytes_per_token × context_tokens × concurrent ÷ 10^9",
		[]string{"kv_bytes_per_token", "context_tokens", "concurrent"},
		func(v []decimal.Decimal) decimal.Decimal { return product(v).Shift(-9) }},
	{MemoryNeeded, "GB", inference, "1.1 × (weights_gb + kv_cache_gb)", []string{"weights_gb", "kv_cache_gb"},
		func(v []decimal.Decimal) decimal.Decimal { return v[0].Add(v[1]).Mul(decimal.New(11, -1)) }},
	{MemoryNeeded, "GB", learning, "16 × params_total_b × 1.2", []string{"params_total_b"},
		func(v []decimal.Decimal) decimal.Decimal { return v[0].Mul(decimal.New(192, -1)) }},
	{ReadPerStep, "GB", inference, "min(params_total_b, params_active_b × concurrent) × bytes_per_param + kv_cache_gb",
		[]string{"params_total_b", "params_active_b", "concurrent", "bytes_per_param", "kv_cache_gb"},
		func(v []decimal.Decimal) decimal.Decimal {
			return decimal.Min(v[0], v[1].Mul(v[2])).Mul(v[3]).Add(v[4])
		}},
	{BandwidthNeeded, "GB/s", inference, "read_per_step_gb × tokens_per_second", []string{"read_per_step_gb", "tokens_per_second"}, product},
	{ComputeTotal, "EFLOP", learning, "6 × params_active_b × tokens_b", []string{"params_active_b", "tokens_b"},
		func(v []decimal.Decimal) decimal.Decimal { return product(v).Mul(n(6)) }},
	{ComputeNeeded, "TFLOPS", learning, "compute_total_eflop × 10^6 ÷ (days × 86400)", []string{"compute_total_eflop", "days"},
		func(v []decimal.Decimal) decimal.Decimal {
			return v[0].Mul(million).DivRound(v[1].Mul(n(86400)), 6)
		}},
	{ComputeNeeded, "TFLOPS", inference, "2 × params_active_b × (concurrent × tokens_per_second + prompt_tokens_per_second) ÷ 1000",
		[]string{"params_active_b", "concurrent", "tokens_per_second", "prompt_tokens_per_second"},
		func(v []decimal.Decimal) decimal.Decimal {
			return v[1].Mul(v[2]).Add(v[3]).Mul(v[0]).Mul(n(2)).Shift(-3)
		}},
}

// deviceFormulas: how many devices of one kind satisfy each need. Quotients are rounded up from exact numbers.
var deviceFormulas = []formula{
	{ByMemory, "", nil, "ceil(memory_needed_gb ÷ (0.9 × device.memory_gb))", []string{"memory_needed_gb", "device.memory_gb"},
		func(v []decimal.Decimal) decimal.Decimal { return ceilDiv(v[0], v[1].Mul(decimal.New(9, -1))) }},
	{ByBandwidth, "", inference, "ceil(bandwidth_needed_gbs ÷ (device.memory_bandwidth_gbs × bandwidth_efficiency%))",
		[]string{"bandwidth_needed_gbs", "device.memory_bandwidth_gbs", "bandwidth_efficiency"},
		func(v []decimal.Decimal) decimal.Decimal { return ceilDiv(v[0].Mul(hundred), v[1].Mul(v[2])) }},
	{ByCompute, "", inference, "ceil(compute_needed_tflops ÷ (device.peak × compute_efficiency%))",
		[]string{"compute_needed_tflops", peak, "compute_efficiency"},
		func(v []decimal.Decimal) decimal.Decimal { return ceilDiv(v[0].Mul(hundred), v[1].Mul(v[2])) }},
	{ByCompute, "", learning, "ceil(compute_total_eflop × 10^6 ÷ (days × 86400 × device.peak × mfu%))",
		[]string{"compute_total_eflop", "days", peak, "mfu"},
		func(v []decimal.Decimal) decimal.Decimal {
			return ceilDiv(v[0].Mul(million).Mul(hundred), product(v[1:]).Mul(n(86400)))
		}},
}

// siteFormulas: what the devices draw and cost where they stand.
var siteFormulas = []formula{
	{Devices, "", nil, "devices_per_replica × replicas", []string{"devices_per_replica", "replicas"}, product},
	{Nodes, "", nil, "ceil(devices ÷ node_size)", []string{"devices", "node_size"},
		func(v []decimal.Decimal) decimal.Decimal { return ceilDiv(v[0], v[1]) }},
	{DevicesInNodes, "", nil, "nodes × node_size", []string{"nodes", "node_size"}, product},
}

// rackFormulas: what a node draws, and how many of them a rack can power.
var rackFormulas = []formula{
	{NodePower, "kW", nil, "device.tdp_w × node_size × power_overhead ÷ 1000", []string{"device.tdp_w", "node_size", "power_overhead"},
		func(v []decimal.Decimal) decimal.Decimal { return product(v).Shift(-3) }},
	{NodesPerRack, "", nil, "floor(project.rack_power_kw ÷ node_power_kw)", []string{"project.rack_power_kw", "node_power_kw"},
		func(v []decimal.Decimal) decimal.Decimal { q, _ := v[0].QuoRem(v[1], 0); return q }},
}

// costFormulas come after Installed, which is Devices or DevicesInNodes.
var costFormulas = []formula{
	{ITPower, "kW", nil, "device.tdp_w × devices_installed × power_overhead ÷ 1000", []string{"device.tdp_w", "devices_installed", "power_overhead"},
		func(v []decimal.Decimal) decimal.Decimal { return product(v).Shift(-3) }},
	{AnnualEnergy, "kWh", nil, "it_power_kw × project.pue_design × 8760 × energy.utilisation%",
		[]string{"it_power_kw", "project.pue_design", "energy.utilisation"},
		func(v []decimal.Decimal) decimal.Decimal { return product(v).Mul(n(8760)).Shift(-2) }},
	{AnnualCost, "CNY", nil, "annual_kwh × energy.price_cny_kwh", []string{"annual_kwh", "energy.price_cny_kwh"}, fen},
	{SubsidisedCost, "CNY", nil, "annual_kwh × energy.subsidised_price_cny_kwh",
		[]string{"annual_kwh", "energy.subsidised_price_cny_kwh"}, fen},
	{SubsidyDifference, "CNY", nil, "annual_kwh × (energy.price_cny_kwh − energy.subsidised_price_cny_kwh)",
		[]string{"annual_kwh", "energy.price_cny_kwh", "energy.subsidised_price_cny_kwh"},
		func(v []decimal.Decimal) decimal.Decimal { return v[0].Mul(v[1].Sub(v[2])).Round(2) }},
	{PurchaseCost, "CNY", nil, "device.price_cny × devices_installed", []string{"device.price_cny", "devices_installed"}, fen},
}

func product(v []decimal.Decimal) decimal.Decimal {
	out := v[0]
	for _, f := range v[1:] {
		out = out.Mul(f)
	}
	return out
}

// fen rounds a product to whole fen, half up.
func fen(v []decimal.Decimal) decimal.Decimal { return product(v).Round(2) }

// ceilDiv is the smallest integer not below a ÷ b, exactly; b is above zero.
func ceilDiv(a, b decimal.Decimal) decimal.Decimal {
	q, rest := a.QuoRem(b, 0)
	if rest.IsPositive() {
		q = q.Add(n(1))
	}
	return q
}
