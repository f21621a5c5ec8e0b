package gap

// quotedGround is the ground of a metric that is short on a written quote.
var quotedGround = map[string]Ground{MetricLeadTime: LeadTime, MetricQuantity: QuantityShort, MetricPrice: Price}

// termCheck is a check that no requirement row states.
type termCheck struct {
	id, metric string
	op         Op
	threshold  Quantity
}

func (e *evaluation) terms(c *Candidate) [2]termCheck {
	quantity := e.in.Need.Quantity
	if c.Devices != nil && quantity != nil {
		quantity = c.Devices
	}
	return [2]termCheck{
		{NeedQuantity, MetricQuantity, AtLeast, quantity},
		{NeedPriceCeiling, MetricPrice, AtMost, e.in.Need.PriceCeilingCNY},
	}
}

// examine decides whether a candidate is excluded and, when it stands, what would settle it.
func (e *evaluation) examine(i int) Examined {
	c := e.columns[i].candidate
	out := Examined{ID: c.ID, Supplier: c.Supplier, Product: c.Product, Grounds: make([]Exclusion, 0, e.proven(i))}
	met := 0
	for r := range e.criteria {
		if crit := &e.criteria[r]; crit.decisive {
			cell := e.cell(r, i)
			out.weigh(cell, crit)
			if cell.Verdict == Meets {
				met++
			}
		}
	}
	complete := len(out.Settle)+len(out.NearMisses)+len(out.Grounds) == 0 && met > 0
	for _, t := range e.terms(c) {
		switch cell, ok := e.term(i, t, quotes); {
		case !ok:
		case cell.Verdict == Short:
			out.Grounds = append(out.Grounds, exclusion(quotedGround[t.metric], &cell, t.threshold))
		case cell.Verdict == Unknown:
			out.Settle = append(out.Settle, Settlement{Key: ObtainQuote, Requirement: t.id, Metric: t.metric})
		}
	}
	out.ask(inquire(c, e.today), c)
	if complete || len(out.Settle) == 0 {
		out.Settle = append(out.Settle, Settlement{Key: TestOrBuy})
	}
	out.conclude()
	out.Advocate = e.advocate(i, &out)
	return out
}

// proven counts the decisive cells that are short on strong evidence.
func (e *evaluation) proven(i int) int {
	count := 0
	for r := range e.criteria {
		if cell := e.cell(r, i); e.criteria[r].decisive && cell.Verdict == Short && cell.Strength == Strong {
			count++
		}
	}
	return count
}

// weigh takes one decisive cell into account.
func (x *Examined) weigh(cell *Cell, crit *criterion) {
	switch {
	case cell.Verdict == Unknown:
		x.Settle = append(x.Settle, Settlement{Key: ObtainFigure, Requirement: cell.Requirement, Metric: cell.Metric})
	case cell.Verdict != Short:
	case cell.Strength != Strong:
		x.NearMisses = append(x.NearMisses, *cell)
		x.Settle = append(x.Settle, Settlement{Key: StrengthenFigure, Requirement: cell.Requirement, Metric: cell.Metric})
	default:
		ground, commercial := quotedGround[cell.Metric]
		if !commercial || cell.Fact.Grade != Quoted {
			ground = DecisiveShort
		}
		x.Grounds = append(x.Grounds, exclusion(ground, cell, &crit.threshold.value))
	}
}

func exclusion(g Ground, cell *Cell, threshold Quantity) Exclusion {
	return Exclusion{Ground: g, Requirement: cell.Requirement, Threshold: threshold, GapPercent: cell.GapPercent, Fact: cell.Fact}
}

// ask takes the correspondence into account.
func (x *Examined) ask(q inquiry, c *Candidate) {
	if q.ground != "" {
		on := c.InquiredOn
		x.Grounds = append(x.Grounds, Exclusion{Ground: q.ground, InquiredOn: &on})
	}
	if q.settle != "" {
		x.Settle = append(x.Settle, Settlement{Key: q.settle, DaysLeft: q.daysLeft})
	}
}

func (x *Examined) conclude() {
	x.Excluded = len(x.Grounds) > 0
	if !x.Excluded {
		return
	}
	x.NearMisses, x.Settle = nil, nil
	x.BeyondDoubt = len(x.Grounds) > 1
	for _, g := range x.Grounds {
		if g.Ground == InquiryDeclined || g.Fact != nil && g.Fact.Grade == Tested {
			x.BeyondDoubt = true
		}
	}
}
