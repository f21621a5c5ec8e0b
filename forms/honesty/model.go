package honesty

import (
	"time"

	"github.com/shopspring/decimal"
)

// Model is what the data of an application shows. Everything in it is optional: what it does not state is not checked.
type Model struct {
	Candidates   []Candidate   // the products examined, suppliers[]
	Reference    Subject       // the product applied for; its ID must be Reference
	Items        []Subject     // other named things that values belong to: accelerators in use or to be bought besides
	Unlisted     []Name        // accelerators and vendors that the trade knows; those that are candidates or items do not count
	Requirements []Requirement // requirements[]
	Values       []Value
	Enough       bool // as many products and suppliers were examined as the claim asks for
}

// Reference is the subject id of the product applied for.
const Reference = "reference"

// Subject is something that a value can belong to.
type Subject struct {
	ID    string
	Label string   // as a finding names it
	Names []string // as prose may name it, the label need not be repeated
}

// Candidate is one product examined.
type Candidate struct {
	ID            string
	Label         string
	ProductNames  []string // full name, catalogue aliases
	SupplierNames []string // full name, short names
	Excluded      bool     // by the gap engine
	Reply         Reply    // empty: not known, and then not checked
	Path          string   // public path of the row
}

// Reply is what became of the inquiry; the words are those of suppliers[].reply.
type Reply string

// The replies.
const (
	NoReply     Reply = "none"
	Declined    Reply = "declined"
	PartReply   Reply = "partial"
	QuotedReply Reply = "quoted"
)

// Name is a vendor or product that prose may name.
type Name struct {
	Label string
	Names []string
}

// Requirement is one row of requirements[]. Its threshold is in the unit of the metric.
type Requirement struct {
	Metric    string
	Threshold decimal.Decimal
	AtMost    bool // the operator is <= or <
	Label     string
	Path      string
}

// Value is one fact. Subject is the ID of a candidate, an item or Reference, and empty for a value of the application
// itself. Several values of one metric and subject are alternatives, any of which prose may state.
type Value struct {
	Metric  string // a metric of Metrics
	Subject string
	Amount  decimal.Decimal // in the metric's unit, or in Unit where that is set
	Unit    Unit            // overrides the metric's unit, for money in another currency
	On      time.Time       // instead of Amount for a metric of dates
	Label   string          // as a finding names it
	Path    string          // public path of the answer
	Soft    bool            // computed by the program's sizing: a difference warns
}
