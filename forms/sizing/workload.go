package sizing

import "github.com/shopspring/decimal"

// Kind is what a workload does.
type Kind string

// The kinds of workloads. Fine-tuning of all weights is computed as training.
const (
	Training   Kind = "training"
	FineTuning Kind = "fine_tuning"
	Inference  Kind = "inference"
)

// Precision is a number format of weights or of the key-value cache.
type Precision string

// The precisions.
const (
	FP32 Precision = "fp32"
	BF16 Precision = "bf16"
	FP8  Precision = "fp8"
	INT8 Precision = "int8"
)

// precisions gives the bytes of one number and the metric of the device that is the dense peak for it.
var precisions = map[Precision]struct {
	bytes int64
	peak  string
}{
	FP32: {4, "fp32_tflops"},
	BF16: {2, "bf16_tflops"},
	FP8:  {1, "fp8_tflops"},
	INT8: {1, "int8_tops"},
}

// PeakMetric is the device metric that holds the dense peak of a precision; false for an unknown precision.
func PeakMetric(p Precision) (string, bool) {
	f, ok := precisions[p]
	return f.peak, ok
}

// Quantity is a number that may be unknown: nil.
type Quantity = *decimal.Decimal

// Workload is one row of workloads[]; the field names there are the input keys here. Figures are per replica.
type Workload struct {
	Name        string
	Kind        Kind
	Precision   Precision // empty: unknown
	KVPrecision Precision

	ParamsTotalB  Quantity // 10^9 parameters
	ParamsActiveB Quantity // 10^9 parameters that one token passes through
	Replicas      Quantity // 1 when nil

	TokensB Quantity // training: 10^9 tokens
	Days    Quantity // training: days to finish in
	MFU     Quantity // training: model FLOPS utilisation, percent

	Layers                Quantity
	KVHeads               Quantity
	HeadDim               Quantity
	KVBytesPerToken       Quantity // instead of layers, heads, dimension and precision
	ContextTokens         Quantity
	Concurrent            Quantity // sequences at a time
	TokensPerSecond       Quantity // generated, per sequence
	PromptTokensPerSecond Quantity // read, in total
	BandwidthEfficiency   Quantity // percent; 60 when nil
	ComputeEfficiency     Quantity // percent; 40 when nil
}

// Cited is a figure of a device with where it comes from.
type Cited struct {
	Value  Quantity
	Source string
}

// Device is what the workload is sized for. Figures are by metric id of the accelerator catalogue: memory_gb,
// memory_bandwidth_gbs, fp32_tflops, bf16_tflops, fp8_tflops, int8_tops (all dense), tdp_w, price_cny.
type Device struct {
	Name     string
	Domestic bool // may draw subsidised electricity
	Figures  map[string]Cited
}

// Site is where the devices stand and how they are bought.
type Site struct {
	PUE              Quantity // project.pue_design
	RackPowerKW      Quantity // project.rack_power_kw, what one rack can power
	Utilisation      Quantity // energy.utilisation, percent
	PriceCNYkWh      Quantity // energy.price_cny_kwh
	SubsidisedCNYkWh Quantity // energy.subsidised_price_cny_kwh
	PowerOverhead    Quantity // power of the IT equipment over that of the devices; DefaultPowerOverhead when nil
	NodeSize         Quantity // devices in a node; 8 when nil
	WholeNodes       bool     // bought by the node, as hgx_8gpu is
}

// Defaults for inputs that the contract gives one, by input key.
var defaults = map[string]decimal.Decimal{
	"replicas":             decimal.NewFromInt(1),
	"bandwidth_efficiency": decimal.NewFromInt(60),
	"compute_efficiency":   decimal.NewFromInt(40),
	"node_size":            decimal.NewFromInt(8),
	"power_overhead":       DefaultPowerOverhead,
}

// DefaultPowerOverhead is a planning assumption, not a vendor's figure: processors, memory, network and fans add half of
// the devices' TDP. The applicant replaces it by nameplate power of the server over TDP of its devices.
var DefaultPowerOverhead = decimal.New(15, -1)
