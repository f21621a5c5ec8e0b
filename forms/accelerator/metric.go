package accelerator

// Kind says what a metric measures and thereby how its figures are checked.
type Kind string

// The kinds of metrics.
const (
	Capacity Kind = "capacity" // decimal gigabytes
	Rate     Kind = "rate"     // gigabytes per second
	Compute  Kind = "compute"  // dense tera-operations per second
	Power    Kind = "power"    // watts
	Rating   Kind = "rating"   // total processing performance, 15 CFR 774 Supplement 1, 3A090
	Money    Kind = "money"    // price of one device
	Flag     Kind = "flag"     // 1 for yes, 0 for no
)

// Better says in which direction a figure improves.
type Better string

// The directions.
const (
	Higher  Better = "higher"
	Lower   Better = "lower"
	Neither Better = "neither"
)

// Metric is a property that parts are compared by.
type Metric struct {
	ID     string
	Unit   string // the only unit in which the catalogue states it
	Kind   Kind
	Better Better
	Bits   int // operand length of a compute metric, in bits; 0 for every other kind
}

// metrics is in the order in which a comparison prints them.
var metrics = [...]Metric{
	{"memory_gb", "GB", Capacity, Higher, 0},
	{"memory_bandwidth_gbs", "GB/s", Rate, Higher, 0},
	{"fp32_tflops", "TFLOPS", Compute, Higher, 32},
	{"bf16_tflops", "TFLOPS", Compute, Higher, 16},
	{"fp16_tflops", "TFLOPS", Compute, Higher, 16},
	{"fp8_tflops", "TFLOPS", Compute, Higher, 8},
	{"fp4_tflops", "TFLOPS", Compute, Higher, 4},
	{"int8_tops", "TOPS", Compute, Higher, 8},
	{"interconnect_gbs", "GB/s", Rate, Higher, 0},
	{"tdp_w", "W", Power, Lower, 0},
	{"tpp", "TPP", Rating, Neither, 0},
	{"price_cny", "CNY", Money, Lower, 0},
	{"price_usd", "USD", Money, Lower, 0},
	{"native_fp8", "bool", Flag, Higher, 0},
}

// Metrics lists every metric of the catalogue in printing order.
func Metrics() []Metric {
	return append([]Metric(nil), metrics[:]...)
}

// IsFlag reports whether a metric of this id says yes or no and is no figure.
func IsFlag(id string) bool {
	m, ok := MetricByID(id)
	return ok && m.Kind == Flag
}

// MetricByID finds a metric; false when there is none of that id.
func MetricByID(id string) (Metric, bool) {
	for _, m := range metrics {
		if m.ID == id {
			return m, true
		}
	}
	return Metric{}, false
}
