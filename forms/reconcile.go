package forms

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// Declared is a customs declaration with what the device register holds of it.
type Declared struct {
	Number    string
	Stated    *decimal.Decimal // devices on the declaration; nil where it is not on record or says none
	Listed    bool             // it is on record in papers
	Arrived   int              // devices of the register that name it
	InService int              // of them, in service and not retired
	Retired   int
}

// Declarations lists the customs declarations that papers or devices name, in the
// order in which they come up. A device without a declaration is counted under
// the empty number, last.
func (r *Report) Declarations() []Declared {
	var out []Declared
	of := func(number string) *Declared {
		i := slices.IndexFunc(out, func(d Declared) bool { return d.Number == number })
		if i < 0 {
			out, i = append(out, Declared{Number: number}), len(out)
		}
		return &out[i]
	}
	for _, row := range r.Rows("papers") {
		if number := r.word(row.Join("number")); number != "" && r.word(row.Join("kind")) == "declaration" {
			d := of(number)
			d.Listed, d.Stated = true, addKnown(d.Stated, r.number(row.Join("quantity")))
		}
	}
	nameless := Declared{}
	for _, row := range r.Rows("devices") {
		d := &nameless
		if number := r.word(row.Join("declaration_no")); number != "" {
			d = of(number)
		}
		d.Arrived++
		switch {
		case r.known(row.Join("retired_on")) != nil:
			d.Retired++
		case r.known(row.Join("in_service_on")) != nil:
			d.InService++
		}
	}
	if nameless.Arrived > 0 {
		out = append(out, nameless)
	}
	return out
}

func addKnown(sum, n *decimal.Decimal) *decimal.Decimal {
	if sum == nil || n == nil {
		return n
	}
	both := sum.Add(*n)
	return &both
}

// Mismatch is an answer about a device that differs from the application.
type Mismatch struct {
	Device Path // the row
	Answer Path // its model or site
	Stated Path // the question of the application that it differs from
}

// DeviceMismatches lists the devices of another model and those at another site
// than applied for. A site agrees when it contains the name of the one applied
// for ("余杭示例智算中心 2 号楼").
func (r *Report) DeviceMismatches() []Mismatch {
	var out []Mismatch
	model, site := r.word("product.model"), r.word("project.site_name")
	for _, row := range r.Rows("devices") {
		if is := r.word(row.Join("model")); is != "" && model != "" && is != model {
			out = append(out, Mismatch{row, row.Join("model"), "product.model"})
		}
		if is := r.word(row.Join("site")); is != "" && site != "" && !strings.Contains(is, site) {
			out = append(out, Mismatch{row, row.Join("site"), "project.site_name"})
		}
	}
	return out
}

// Agreeing says whether the papers agree with the application.
type Agreeing string

// The outcomes. Partly is a quantity that has not arrived in full yet.
const (
	Agrees  Agreeing = "agrees"
	Partly  Agreeing = "partly"
	Differs Agreeing = "differs"
	NoPaper Agreeing = "open"
)

// Agreement holds what the application says against contract, declarations and
// device register: model, quantity and value of the goods. A side of which there
// is nothing yet is nil; the others are []string (models) or decimal.Decimal.
type Agreement struct {
	Question    Path
	Contract    any
	Declaration any
	Register    any
	Outcome     Agreeing
}

// Agreements compares the papers on record with the application.
func (r *Report) Agreements() []Agreement {
	return []Agreement{r.modelsAgree(), r.quantitiesAgree(), r.valuesAgree()}
}

func (r *Report) modelsAgree() Agreement {
	a := Agreement{Question: "product.model", Outcome: NoPaper}
	stated := r.word("product.model")
	side := func(models []string) any {
		if len(models) == 0 {
			return nil
		}
		if a.Outcome == NoPaper {
			a.Outcome = Agrees
		}
		if slices.ContainsFunc(models, func(m string) bool { return m != stated }) {
			a.Outcome = Differs
		}
		return models
	}
	a.Contract, a.Declaration = side(r.paperModels("contract")), side(r.paperModels("declaration"))
	var registered []string
	for _, row := range r.Rows("devices") {
		if m := r.word(row.Join("model")); m != "" {
			registered = union(registered, []string{m})
		}
	}
	a.Register = side(registered)
	return a
}

func (r *Report) paperModels(kind string) []string {
	var out []string
	for _, row := range r.papersOf(kind) {
		if m := r.word(row.Join("model")); m != "" {
			out = union(out, []string{m})
		}
	}
	return out
}

func (r *Report) quantitiesAgree() Agreement {
	a := Agreement{Question: "product.quantity", Outcome: NoPaper}
	stated := r.number("product.quantity")
	contract, declared := r.paperSum("contract", "quantity"), r.paperSum("declaration", "quantity")
	var arrived *decimal.Decimal
	if n := len(r.Rows("devices")); n > 0 {
		arrived = bound(int64(n))
	}
	a.Contract, a.Declaration, a.Register = side(contract), side(declared), side(arrived)
	if stated == nil || contract == nil && declared == nil && arrived == nil {
		return a
	}
	switch {
	case contract != nil && !contract.Equal(*stated), above(declared, stated), above(arrived, stated), above(arrived, declared):
		a.Outcome = Differs
	case declared == nil || arrived == nil || arrived.LessThan(*stated):
		a.Outcome = Partly
	default:
		a.Outcome = Agrees
	}
	return a
}

// above reports whether a known number exceeds another known one.
func above(n, limit *decimal.Decimal) bool { return n != nil && limit != nil && n.GreaterThan(*limit) }

func (r *Report) valuesAgree() Agreement {
	a := Agreement{Question: "product.goods_value", Outcome: NoPaper}
	contract, declared := r.paperSum("contract", "value"), r.paperSum("declaration", "value")
	a.Contract, a.Declaration = side(contract), side(declared)
	stated, price, quantity := r.number("product.goods_value"), r.number("product.unit_price"), r.paperSum("declaration", "quantity")
	if stated == nil || contract == nil && declared == nil {
		return a
	}
	a.Outcome = Agrees
	switch {
	case contract != nil && !contract.Equal(*stated):
		a.Outcome = Differs
	case declared != nil && price != nil && quantity != nil && !declared.Equal(price.Mul(*quantity)):
		a.Outcome = Differs
	case declared != nil && !declared.Equal(*stated):
		a.Outcome = Partly
	}
	return a
}

func side(n *decimal.Decimal) any {
	if n == nil {
		return nil
	}
	return *n
}

func (r *Report) papersOf(kind string) []Path {
	var out []Path
	for _, row := range r.Rows("papers") {
		if r.word(row.Join("kind")) == kind {
			out = append(out, row)
		}
	}
	return out
}

// paperSum adds a column up over the papers of a kind; one that is not known
// makes the sum so, and without a paper there is none.
func (r *Report) paperSum(kind, column string) *decimal.Decimal {
	var sum *decimal.Decimal
	for i, row := range r.papersOf(kind) {
		n := r.number(row.Join(column))
		switch {
		case n == nil:
			return nil
		case i == 0:
			sum = n
		default:
			sum = addKnown(sum, n)
		}
	}
	return sum
}

// word is a known text or choice, or "".
func (r *Report) word(p Path) string {
	s, _ := r.known(p).(string)
	return s
}

// number is a known number, or nil.
func (r *Report) number(p Path) *decimal.Decimal {
	if n, ok := r.known(p).(decimal.Decimal); ok {
		return &n
	}
	return nil
}
