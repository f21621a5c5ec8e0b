package gap

import (
	"time"

	"github.com/shopspring/decimal"
)

// Quantity is a number that may be unknown: nil.
type Quantity = *decimal.Decimal

// Input is all that the engine looks at.
type Input struct {
	Today        time.Time // day of the evaluation; only the calendar day counts, here and in every date
	Requirements []Requirement
	Candidates   []Candidate
	Need         Need
	Reference    Reference
}

// Op is how a value is held against the threshold: value Op threshold.
type Op string

// The operators.
const (
	AtLeast Op = ">="
	Above   Op = ">"
	AtMost  Op = "<="
	Below   Op = "<"
	Equal   Op = "="
)

// Basis is where a threshold comes from.
type Basis string

// The bases.
const (
	Computed Basis = "computed"
	Measured Basis = "measured"
	Standard Basis = "standard"
	Contract Basis = "contract"
)

// Requirement is one row of requirements[].
type Requirement struct {
	ID          string // unique among the requirements
	Metric      string
	Op          Op
	Threshold   Quantity
	Decisive    bool
	Basis       Basis
	HasEvidence bool // a document backs the basis
}

// Metrics that the row of a candidate states by itself. Price goes by any of the three names.
const (
	MetricLeadTime = "lead_time_days"
	MetricQuantity = "available_quantity"
	MetricPrice    = "price_cny"
)

// Grade says how well a figure is attested.
type Grade string

// The grades. Official, Quoted and Tested are strong; Derived and Field medium; Media and Estimate, like every other
// text, weak.
const (
	Official Grade = "official"
	Quoted   Grade = "quoted"
	Tested   Grade = "tested"
	Derived  Grade = "derived"
	Field    Grade = "field"
	Media    Grade = "media"
	Estimate Grade = "estimate"
)

// Fact is a cited figure of a candidate, in the unit of the metric.
type Fact struct {
	Metric        string    `json:"metric"`
	Value         Quantity  `json:"value,omitempty"`
	NotApplicable bool      `json:"not_applicable,omitempty"` // the metric has no meaning for this product
	Grade         Grade     `json:"grade"`
	Source        string    `json:"source"`
	RetrievedOn   time.Time `json:"retrieved_on"`
}

// SourceReply is the source of the figures that a candidate's row states by itself; texts render it as the supplier's
// written reply.
const SourceReply = "supplier_reply"

// Reply is what became of an inquiry.
type Reply string

// The replies. A partial one answers some of what was asked. The empty text counts as NoReply.
const (
	NoReply     Reply = "none"
	Declined    Reply = "declined"
	PartReply   Reply = "partial"
	QuotedReply Reply = "quoted"
)

// Candidate is one row of suppliers[].
type Candidate struct {
	ID       string // unique among the candidates
	Supplier string
	Product  string
	Facts    []Fact

	InquiredOn time.Time
	Channel    string // free text or key; see WrittenChannel
	Reply      Reply
	RepliedOn  time.Time

	// Figures of the reply. They count as quoted when the reply is dated and quoted or partial, else not at all; they are
	// weak when the channel is oral.
	LeadTimeDays      Quantity
	AvailableQuantity Quantity
	UnitPriceCNY      Quantity

	Tested bool

	// What sizing and catalogue know in the candidate's favour, for the devil's advocate and the mixed purchase.
	Devices        Quantity   // of this product that the need takes
	DevicesAtLeast Quantity   // what is known of Devices where a figure for sizing is missing
	Quantised      *Quantised // a smaller number format that the product runs the model in
	OfficialPath   string     // source of a deployment that the vendor documents; empty when none is known
}

// Quantised is the outcome of sizing the workload at another precision.
type Quantised struct {
	Precision string
	Devices   decimal.Decimal
}

// Need is what is to be bought, for the checks that no requirement row states.
type Need struct {
	Quantity        Quantity // devices applied for
	PriceCeilingCNY Quantity // highest acceptable price of one device
}

// Reference is the product applied for.
type Reference struct {
	Product string
	Figures map[string]decimal.Decimal // by metric; price_cny included where known
	// LandedCNY is what one device costs with freight, duties and taxes, which a domestic quote compares with.
	LandedCNY Quantity
}
