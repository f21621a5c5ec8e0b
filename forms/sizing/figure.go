package sizing

import "github.com/shopspring/decimal"

// State says whether a figure could be computed.
type State string

// The three values.
const (
	Complete      State = "complete"
	Incomplete    State = "incomplete"
	NotApplicable State = "not_applicable"
)

// Key names a figure; it is stable across versions, so that texts and tests can refer to it.
type Key string

// The figures, in the order in which they are computed.
const (
	KVBytesPerToken   Key = "kv_bytes_per_token"
	Weights           Key = "weights_gb"
	KVCache           Key = "kv_cache_gb"
	MemoryNeeded      Key = "memory_needed_gb"
	ReadPerStep       Key = "read_per_step_gb"
	BandwidthNeeded   Key = "bandwidth_needed_gbs"
	ComputeTotal      Key = "compute_total_eflop"
	ComputeNeeded     Key = "compute_needed_tflops"
	ByMemory          Key = "devices_by_memory"
	ByBandwidth       Key = "devices_by_bandwidth"
	ByCompute         Key = "devices_by_compute"
	PerReplica        Key = "devices_per_replica"
	PerReplicaAtLeast Key = "devices_per_replica_at_least"
	Devices           Key = "devices"
	Nodes             Key = "nodes"
	DevicesInNodes    Key = "devices_in_nodes"
	Installed         Key = "devices_installed"
	NodePower         Key = "node_power_kw"
	NodesPerRack      Key = "nodes_per_rack"
	Racks             Key = "racks"
	ITPower           Key = "it_power_kw"
	AnnualEnergy      Key = "annual_kwh"
	AnnualCost        Key = "annual_cost_cny"
	SubsidisedCost    Key = "annual_cost_subsidised_cny"
	SubsidyDifference Key = "subsidy_difference_cny"
	PurchaseCost      Key = "purchase_cost_cny"
)

// Origin says where an input comes from.
type Origin string

// The origins.
const (
	FromAnswer   Origin = "answer"   // the applicant's own input
	FromDefault  Origin = "default"  // the contract's default; the applicant may change it
	FromDevice   Origin = "device"   // a figure of the device, with its source
	FromRule     Origin = "rule"     // bytes of a precision
	FromComputed Origin = "computed" // an earlier figure
)

// Input is one value that went into a figure.
type Input struct {
	Key    string          `json:"key"` // field name, device.METRIC, or the key of an earlier figure
	Value  decimal.Decimal `json:"value"`
	Unit   string          `json:"unit,omitempty"`
	Origin Origin          `json:"origin"`
	Source string          `json:"source,omitempty"` // citation of a device figure
}

// Figure is one step of the computation. Value, Formula and Inputs hold when it is complete; Missing and Unusable, which
// name input keys in order of use, when it is incomplete.
type Figure struct {
	Key      Key
	State    State
	Value    decimal.Decimal
	Unit     string
	Formula  string // over input keys; p% reads p ÷ 100, ceil rounds up
	Inputs   []Input
	Missing  []string
	Unusable []string
}

// Result is one workload on one kind of device.
type Result struct {
	Workload string   `json:"workload"`
	Device   string   `json:"device"`
	Figures  []Figure `json:"figures"`           // every key once, in order
	Binding  Key      `json:"binding,omitempty"` // ByMemory, ByBandwidth or ByCompute; empty while PerReplica is incomplete
}

// Figure finds a figure by key. A key that is none gives a figure that is not applicable.
func (r Result) Figure(key Key) Figure {
	for _, f := range r.Figures {
		if f.Key == key {
			return f
		}
	}
	return Figure{Key: key, State: NotApplicable}
}
