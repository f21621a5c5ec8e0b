package gap

import "h200filing/forms/names"

// The least that must have been examined for the claim.
const (
	MinCandidates = 3
	MinSuppliers  = 3
)

// support decides the claim. One product listed twice is one candidate, a company and its branch are one supplier, and a nameless supplier is none.
func support(all []Examined) Support {
	products, suppliers := map[string]bool{}, map[string]bool{}
	var s Support
	for _, x := range all {
		if name := names.Company(x.Supplier); name != "" {
			suppliers[name] = true
			products[name+"\x00"+names.Fold(x.Product)] = true
		}
		if x.Excluded {
			s.Excluded++
		} else {
			s.Standing = append(s.Standing, x.ID)
		}
	}
	s.Candidates, s.Suppliers = len(products), len(suppliers)
	for _, lack := range [...]struct {
		holds  bool
		reason Reason
	}{
		{len(s.Standing) > 0, CandidatesStand},
		{s.Candidates < MinCandidates, TooFewCandidates},
		{s.Suppliers < MinSuppliers, TooFewSuppliers},
	} {
		if lack.holds {
			s.Reasons = append(s.Reasons, lack.reason)
		}
	}
	s.Supported = len(s.Reasons) == 0
	return s
}

// argumentOf says which of the three arguments a ground belongs to.
var argumentOf = map[Ground]Argument{
	DecisiveShort:     TechnicalFit,
	LeadTime:          QuantityTiming,
	QuantityShort:     QuantityTiming,
	InquiryUnanswered: QuantityTiming,
	InquiryDeclined:   QuantityTiming,
	Price:             Commercial,
}

func arguments(all []Examined) []ArgumentSupport {
	out := []ArgumentSupport{{Argument: TechnicalFit}, {Argument: QuantityTiming}, {Argument: Commercial}}
	for i := range out {
		a := &out[i]
		for _, x := range all {
			for _, g := range x.Grounds {
				if argumentOf[g.Ground] == a.Argument {
					a.Candidates = append(a.Candidates, x.ID)
					break
				}
			}
		}
		switch len(a.Candidates) {
		case 0:
			a.Extent = None
		case len(all):
			a.Extent = Full
		default:
			a.Extent = Partial
		}
	}
	return out
}
