package sizing

import (
	"strings"

	"github.com/shopspring/decimal"
)

// limit is the range in which an input makes sense.
type limit struct {
	unit    string
	min     int64
	max     int64 // 0: none
	above   bool  // the minimum itself is out of range
	integer bool
}

// limits is by input key; a device figure is listed under its metric. What stands here nowhere must be above zero.
var limits = map[string]limit{
	"params_total_b":           {unit: "10^9", above: true},
	"params_active_b":          {unit: "10^9", above: true},
	"replicas":                 {min: 1, integer: true},
	"tokens_b":                 {unit: "10^9", above: true},
	"days":                     {unit: "d", above: true},
	"mfu":                      {unit: "%", above: true, max: 100},
	"layers":                   {min: 1, integer: true},
	"kv_heads":                 {min: 1, integer: true},
	"head_dim":                 {min: 1, integer: true},
	"kv_bytes_per_token":       {unit: "B", above: true},
	"context_tokens":           {min: 1, integer: true},
	"concurrent":               {min: 1, integer: true},
	"tokens_per_second":        {unit: "1/s", above: true},
	"prompt_tokens_per_second": {unit: "1/s"},
	"bandwidth_efficiency":     {unit: "%", above: true, max: 100},
	"compute_efficiency":       {unit: "%", above: true, max: 100},
	"node_size":                {min: 1, integer: true},
	"power_overhead":           {min: 1},

	"project.pue_design":              {min: 1},
	rackPower:                         {unit: "kW", above: true},
	"energy.utilisation":              {unit: "%", max: 100},
	"energy.price_cny_kwh":            {unit: "CNY/kWh"},
	"energy.subsidised_price_cny_kwh": {unit: "CNY/kWh"},

	"device.memory_gb":            {unit: "GB", above: true},
	"device.memory_bandwidth_gbs": {unit: "GB/s", above: true},
	"device.fp32_tflops":          {unit: "TFLOPS", above: true},
	"device.bf16_tflops":          {unit: "TFLOPS", above: true},
	"device.fp8_tflops":           {unit: "TFLOPS", above: true},
	"device.int8_tops":            {unit: "TOPS", above: true},
	"device.tdp_w":                {unit: "W", above: true},
	"device.price_cny":            {unit: "CNY", above: true},
}

// allows reports whether v lies in range. Numbers of absurd size are refused too: they would cost endless arithmetic.
func (l limit) allows(v decimal.Decimal) bool {
	if v.Exponent() < -18 || v.Exponent() > 18 || v.NumDigits() > 30 {
		return false
	}
	low := decimal.NewFromInt(l.min)
	switch {
	case v.LessThan(low), l.above && v.Equal(low):
		return false
	case l.max > 0 && v.GreaterThan(decimal.NewFromInt(l.max)):
		return false
	}
	return !l.integer || v.IsInteger()
}

// operand is an input or an earlier figure as a formula sees it.
type operand struct {
	input    Input
	state    State
	missing  []string
	unusable []string
}

// operands gathers every input of a workload on a device at a site.
func operands(w Workload, d Device, s Site) map[string]operand {
	in := make(map[string]operand, len(limits)+figures+3)
	for key, q := range answers(w, s) {
		in[key] = given(key, q, FromAnswer, "")
	}
	for key := range limits {
		if metric, ok := strings.CutPrefix(key, "device."); ok {
			in[key] = given(key, d.Figures[metric].Value, FromDevice, d.Figures[metric].Source)
		}
	}
	in["bytes_per_param"] = bytesOf(w.Precision, "precision")
	in["bytes_per_kv_element"] = bytesOf(w.KVPrecision, "kv_precision")
	in[peak] = operand{state: Incomplete, missing: []string{"precision"}}
	if metric, ok := PeakMetric(w.Precision); ok {
		in[peak] = in["device."+metric]
	} else if w.Precision != "" {
		in[peak] = operand{state: Incomplete, unusable: []string{"precision"}}
	}
	return in
}

// rackPower is the key of what a rack can power.
const rackPower = "project.rack_power_kw"

// peak stands in formulas for the device metric of the workload's precision.
const peak = "device.peak"

func answers(w Workload, s Site) map[string]Quantity {
	return map[string]Quantity{
		"params_total_b":                  w.ParamsTotalB,
		"params_active_b":                 w.ParamsActiveB,
		"replicas":                        w.Replicas,
		"tokens_b":                        w.TokensB,
		"days":                            w.Days,
		"mfu":                             w.MFU,
		"layers":                          w.Layers,
		"kv_heads":                        w.KVHeads,
		"head_dim":                        w.HeadDim,
		"kv_bytes_per_token":              w.KVBytesPerToken,
		"context_tokens":                  w.ContextTokens,
		"concurrent":                      w.Concurrent,
		"tokens_per_second":               w.TokensPerSecond,
		"prompt_tokens_per_second":        w.PromptTokensPerSecond,
		"bandwidth_efficiency":            w.BandwidthEfficiency,
		"compute_efficiency":              w.ComputeEfficiency,
		"node_size":                       s.NodeSize,
		"power_overhead":                  s.PowerOverhead,
		"project.pue_design":              s.PUE,
		rackPower:                         s.RackPowerKW,
		"energy.utilisation":              s.Utilisation,
		"energy.price_cny_kwh":            s.PriceCNYkWh,
		"energy.subsidised_price_cny_kwh": s.SubsidisedCNYkWh,
	}
}

func given(key string, q Quantity, origin Origin, source string) operand {
	l := limits[key]
	if q == nil {
		v, ok := defaults[key]
		if !ok {
			return operand{state: Incomplete, missing: []string{key}}
		}
		return operand{state: Complete, input: Input{Key: key, Value: v, Unit: l.unit, Origin: FromDefault}}
	}
	if !l.allows(*q) {
		return operand{state: Incomplete, unusable: []string{key}}
	}
	return operand{state: Complete, input: Input{Key: key, Value: *q, Unit: l.unit, Origin: origin, Source: source}}
}

func bytesOf(p Precision, key string) operand {
	f, ok := precisions[p]
	switch {
	case ok:
		name := map[string]string{"precision": "bytes_per_param", "kv_precision": "bytes_per_kv_element"}[key]
		return operand{state: Complete, input: Input{Key: name, Value: decimal.NewFromInt(f.bytes), Unit: "B", Origin: FromRule, Source: string(p)}}
	case p == "":
		return operand{state: Incomplete, missing: []string{key}}
	default:
		return operand{state: Incomplete, unusable: []string{key}}
	}
}
