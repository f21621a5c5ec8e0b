package honesty

import (
	"slices"
	"strconv"

	"h200filing/forms/names"
)

// countings are the numbers of suppliers and products that prose may state: all that were examined, and how many became
// what.
func countings(candidates []Candidate) map[Unit][]int {
	suppliers, products := map[string]bool{}, map[string]bool{}
	by := map[string]int{}
	for _, c := range candidates {
		name := c.ID
		if len(c.SupplierNames) > 0 {
			name = names.Company(c.SupplierNames[0])
		}
		if name != "" { // as the gap engine counts
			suppliers[name], products[name+"\x00"+names.Fold(c.Label)] = true, true
		}
		by["reply "+string(c.Reply)]++
		if c.Excluded {
			by["excluded"]++
		} else {
			by["standing"]++
		}
	}
	answered := by["reply "+string(QuotedReply)] + by["reply "+string(PartReply)]
	parts := []int{answered, answered + by["reply "+string(Declined)]}
	for _, n := range by {
		parts = append(parts, n)
	}
	slices.Sort(parts)
	return map[Unit][]int{
		Supplier: append([]int{len(suppliers)}, parts...),
		Product:  append([]int{len(products)}, parts...),
	}
}

// judgeCount judges a number of suppliers or of products; false where the figure is none.
func (r *reader) judgeCount(c *claim) bool {
	unit := c.number.unit
	if unit != Supplier && unit != Product {
		return false
	}
	counts := r.counts[unit]
	n := c.number.mantissa.IntPart()
	if counts[0] == 0 || c.number.more || c.number.upper != nil || !c.number.mantissa.IsInteger() || !r.countsSupply(c) ||
		r.op != nil || !c.number.scale.Equal(one) {
		return true
	}
	part := r.inClause(cPart)
	if !r.tellsOutcome() {
		counts = counts[:1]
	}
	wrong := n > int64(counts[0]) || r.whole && !part && !slices.Contains(counts, int(n))
	if wrong {
		id := map[Unit]string{Supplier: SupplierCount, Product: ProductCount}[unit]
		r.addSpan(CountDiffers, c.token.from, c.token.to, id, "", []Truth{{Key: TruthCount, Value: strconv.Itoa(counts[0]), Unit: r.unitText(c.token)}})
	}
	return true
}

// countsSupply reports that what is counted are suppliers or domestic products: the words behind the figure say so.
func (r *reader) countsSupply(c *claim) bool {
	if slices.Contains(r.r[c.token.from:c.token.to], '候') { // 个候选产品
		return true
	}
	if r.at+1 >= len(r.tokens) {
		return false
	}
	next := &r.tokens[r.at+1]
	return next.is(cGeneric|cDomestic|cSupply) && next.from-c.token.to <= 2
}

// tellsOutcome reports a clause that says what became of those it counts, who then may be fewer than all.
func (r *reader) tellsOutcome() bool {
	for i := r.clause; i < len(r.tokens) && !(i > r.at && r.tokens[i].is(cComma)); i++ {
		t := &r.tokens[i]
		if t.is(cReply|cMeet) || t.is(cMetric) && slices.ContainsFunc(t.word.metrics, func(m *metric) bool { return m.id == RepliedOn }) {
			return true
		}
	}
	return false
}
