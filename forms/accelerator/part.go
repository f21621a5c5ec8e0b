package accelerator

import (
	"time"

	"github.com/shopspring/decimal"
)

// Grade says how well a figure is attested.
type Grade string

// The grades, strongest first.
const (
	Official Grade = "official" // the vendor's own text
	Quoted   Grade = "quoted"   // a written quote or reply
	Tested   Grade = "tested"   // measured by the applicant
	Derived  Grade = "derived"  // arithmetic on published figures
	Field    Grade = "field"    // device output made public
	Media    Grade = "media"    // press, broker
	Estimate Grade = "estimate"
)

var grades = map[Grade]bool{
	Official: true, Quoted: true, Tested: true, Derived: true, Field: true, Media: true, Estimate: true,
}

// Role says what a part is in the catalogue for.
type Role string

// The roles.
const (
	Target      Role = "target"      // may be applied for
	Explanation Role = "explanation" // shown to explain, never applied for
	Domestic    Role = "domestic"    // candidate
)

var roles = map[Role]bool{Target: true, Explanation: true, Domestic: true}

// Languages are those in which every Text is complete.
var Languages = [...]string{"zh-Hans", "zh-Hant", "en"}

// Text is a sentence by language tag.
type Text map[string]string

// Figure is one cited value of a part.
type Figure struct {
	Value       decimal.Decimal // in the metric's unit; 1 or 0 for a flag
	Dense       bool            // always true for a compute metric, false for the others
	Approximate bool            // the source itself says "about"
	Grade       Grade
	Source      string    // address or document
	RetrievedOn time.Time // day, UTC
}

// Path is a deployment that the vendor itself documents.
type Path struct {
	Text        Text
	Source      string
	RetrievedOn time.Time
}

// Part is one product of the catalogue.
type Part struct {
	ID           string
	Supplier     string
	Product      string
	Role         Role
	Aliases      []string // other names of the product
	MemoryType   string
	Software     string
	Status       Text // nil when nothing is known
	Notes        []Text
	OfficialPath *Path
	Figures      map[string]Figure // by metric id; absent means that nobody published it
}

// TPP is the total processing performance of the figures: dense tera-operations per second times operand bits, the
// largest over the precisions (3A090: 2 × MacTOPS × bit length, dense only). It names the metric that decides.
// False when no compute figure is known.
func TPP(figures map[string]Figure) (tpp decimal.Decimal, metric string, ok bool) {
	for _, m := range metrics {
		f, known := figures[m.ID]
		if m.Kind != Compute || !known || !f.Dense {
			continue
		}
		if v := f.Value.Mul(decimal.NewFromInt(int64(m.Bits))); !ok || v.GreaterThan(tpp) {
			tpp, metric, ok = v, m.ID, true
		}
	}
	return tpp, metric, ok
}
