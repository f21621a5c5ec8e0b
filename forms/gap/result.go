package gap

import (
	"time"

	"github.com/shopspring/decimal"
)

// Verdict is how one candidate stands against one requirement.
type Verdict string

// The verdicts.
const (
	Meets         Verdict = "meets"
	Short         Verdict = "short"
	Unknown       Verdict = "unknown"        // nothing published, no reply
	NotApplicable Verdict = "not_applicable" // the metric does not fit the product, or the requirement has no usable threshold
)

// Strength is what a figure proves.
type Strength string

// The strengths.
const (
	Strong Strength = "strong"
	Medium Strength = "medium"
	Weak   Strength = "weak"
)

// Cell is one requirement against one candidate.
type Cell struct {
	Requirement string           `json:"requirement"`
	Candidate   string           `json:"candidate"`
	Metric      string           `json:"metric"`
	Verdict     Verdict          `json:"verdict"`
	GapPercent  *decimal.Decimal `json:"gap_percent,omitempty"` // of the threshold, half up to one decimal; only when short
	Fact        *Fact            `json:"fact,omitempty"`        // the figure that decided
	Strength    Strength         `json:"strength,omitempty"`
}

// Ground is why a candidate is excluded.
type Ground string

// The grounds.
const (
	DecisiveShort     Ground = "decisive_short_strong"
	LeadTime          Ground = "quoted_lead_time"
	QuantityShort     Ground = "quoted_quantity"
	Price             Ground = "quoted_price"
	InquiryUnanswered Ground = "inquiry_unanswered"
	InquiryDeclined   Ground = "inquiry_declined"
)

// Requirement ids of the checks that no row states.
const (
	NeedQuantity     = "need.quantity"
	NeedPriceCeiling = "need.price_ceiling"
)

// Exclusion is one ground with what proves it.
type Exclusion struct {
	Ground      Ground           `json:"ground"`
	Requirement string           `json:"requirement,omitempty"` // empty for the inquiry grounds
	Threshold   Quantity         `json:"threshold,omitempty"`
	GapPercent  *decimal.Decimal `json:"gap_percent,omitempty"`
	Fact        *Fact            `json:"fact,omitempty"`
	InquiredOn  *time.Time       `json:"inquired_on,omitempty"` // for the inquiry grounds
}

// SettleKey is what would settle a candidate that stands.
type SettleKey string

// The ways to settle.
const (
	InquireInWriting SettleKey = "inquire_in_writing" // no dated written inquiry yet
	AwaitReply       SettleKey = "await_reply"        // asked, but the waiting period runs
	ObtainFigure     SettleKey = "obtain_figure"      // a decisive metric is unknown
	StrengthenFigure SettleKey = "strengthen_figure"  // short, but not on strong evidence
	ObtainQuote      SettleKey = "obtain_quote"       // quantity or price is needed and not quoted
	TestOrBuy        SettleKey = "test_or_buy"        // meets every decisive requirement, or nothing else is left to ask
)

// Settlement is one such way.
type Settlement struct {
	Key         SettleKey `json:"key"`
	Requirement string    `json:"requirement,omitempty"`
	Metric      string    `json:"metric,omitempty"`
	DaysLeft    int       `json:"days_left,omitempty"` // of the waiting period
}

// Examined is the outcome for one candidate.
type Examined struct {
	ID          string       `json:"id"`
	Supplier    string       `json:"supplier"`
	Product     string       `json:"product"`
	Excluded    bool         `json:"excluded"`
	BeyondDoubt bool         `json:"beyond_doubt"` // declined, or two grounds, or one on the applicant's own test
	Grounds     []Exclusion  `json:"grounds,omitempty"`
	NearMisses  []Cell       `json:"near_misses,omitempty"` // standing: decisive and short, but not on strong evidence
	Settle      []Settlement `json:"settle,omitempty"`      // standing only
	Advocate    []Point      `json:"advocate,omitempty"`    // the case for it
}

// Reason is why a claim is not supported.
type Reason string

// The reasons.
const (
	CandidatesStand  Reason = "candidates_stand"
	TooFewCandidates Reason = "too_few_candidates"
	TooFewSuppliers  Reason = "too_few_suppliers"
)

// Support is the claim as a whole.
type Support struct {
	Supported  bool     `json:"supported"`
	Candidates int      `json:"candidates"` // different products
	Suppliers  int      `json:"suppliers"`  // different suppliers
	Excluded   int      `json:"excluded"`
	Standing   []string `json:"standing,omitempty"` // ids, in the order of the candidates
	Reasons    []Reason `json:"reasons,omitempty"`
}

// Argument is one of the three grounds that the application argues apart.
type Argument string

// The arguments. A refused or unanswered inquiry speaks for QuantityTiming: nothing can be had.
const (
	TechnicalFit   Argument = "technical_fit"
	QuantityTiming Argument = "quantity_timing"
	Commercial     Argument = "commercial"
)

// Extent is how many of the candidates an argument excludes.
type Extent string

// The extents.
const (
	None    Extent = "none"
	Partial Extent = "partial"
	Full    Extent = "full"
)

// ArgumentSupport is what the data gives one argument.
type ArgumentSupport struct {
	Argument   Argument `json:"argument"`
	Extent     Extent   `json:"extent"`
	Candidates []string `json:"candidates,omitempty"` // excluded on this argument, in the order of the candidates
}

// Relaxation is how far one threshold would have to move for one candidate.
type Relaxation struct {
	Requirement string           `json:"requirement"`
	Candidate   string           `json:"candidate"`
	Threshold   decimal.Decimal  `json:"threshold"` // as it stands
	To          decimal.Decimal  `json:"to"`        // for > and < the new threshold must go just past it
	By          decimal.Decimal  `json:"by"`        // absolute
	Percent     *decimal.Decimal `json:"percent,omitempty"`
}

// Sensitivity is what relaxing one decisive requirement would do.
type Sensitivity struct {
	Requirement string      `json:"requirement"`
	Metric      string      `json:"metric"`
	Nearest     *Relaxation `json:"nearest,omitempty"` // smallest that lets some candidate meet this requirement
	Admits      *Relaxation `json:"admits,omitempty"`  // smallest that, alone, ends the exclusion of a candidate
}

// JointRelaxation is all that would have to be relaxed together to admit one candidate.
type JointRelaxation struct {
	Candidate   string           `json:"candidate"`
	Relaxations []Relaxation     `json:"relaxations"`
	Largest     *decimal.Decimal `json:"largest_percent,omitempty"`
}

// Tailored is a threshold that equals the reference product's own figure without a computed or measured basis.
type Tailored struct {
	Requirement string          `json:"requirement"`
	Metric      string          `json:"metric"`
	Threshold   decimal.Decimal `json:"threshold"`
}

// Stale is a source that is too old to rely on.
type Stale struct {
	Candidate string `json:"candidate"`
	Fact      *Fact  `json:"fact"`
	AgeDays   int    `json:"age_days"`
}

// Split is a purchase of which a domestic candidate bears a part.
type Split struct {
	Candidate string          `json:"candidate"`
	Available decimal.Decimal `json:"available"`      // as quoted
	Domestic  decimal.Decimal `json:"domestic"`       // devices of the candidate
	Remainder decimal.Decimal `json:"remainder"`      // devices of the reference product that are still needed
	Open      []string        `json:"open,omitempty"` // decisive requirements on which the candidate is unknown
	OneToOne  bool            `json:"one_to_one"`     // the candidate was not sized, so a device was counted for a device
}

// Result is everything that Evaluate finds out.
type Result struct {
	Matrix      [][]Cell          `json:"matrix"` // by requirement, then candidate, in input order
	Candidates  []Examined        `json:"candidates"`
	Support     Support           `json:"support"`
	Arguments   []ArgumentSupport `json:"arguments"`
	Sensitivity []Sensitivity     `json:"sensitivity"`     // of the decisive requirements
	Joint       []JointRelaxation `json:"joint,omitempty"` // least first
	Tailored    []Tailored        `json:"tailored,omitempty"`
	Stale       []Stale           `json:"stale,omitempty"`
	Mixed       []Split           `json:"mixed,omitempty"`    // smallest remainder first
	Unusable    []string          `json:"unusable,omitempty"` // requirements without a usable operator or threshold
}

// Candidate finds the outcome for a candidate; false when there is none of that id.
func (r Result) Candidate(id string) (Examined, bool) {
	for _, e := range r.Candidates {
		if e.ID == id {
			return e, true
		}
	}
	return Examined{}, false
}

// Cell finds a cell; false when requirement or candidate is none.
func (r Result) Cell(requirement, candidate string) (Cell, bool) {
	for _, row := range r.Matrix {
		for _, c := range row {
			if c.Requirement == requirement && c.Candidate == candidate {
				return c, true
			}
		}
	}
	return Cell{}, false
}
