package forms

import "slices"

// The computed answer that says whether an application makes sense, and its value
// where it makes none.
const (
	outcomeField = "eligibility.outcome"
	knockedOut   = "knocked_out"
)

// KnockOuts lists the findings by which the application is ruled out, in form
// order. They are no mistakes of the user: what was answered may well be true, and
// then the application makes no sense.
func (r *Report) KnockOuts() []Finding {
	q := r.byPath[outcomeField]
	if q == nil || q.Value != knockedOut || q.Field.Compute == nil {
		return nil
	}
	asked := q.Field.Compute.Refs()
	var out []Finding
	for _, f := range r.Findings {
		if f.Level == Blocker && !f.Missing() && slices.Contains(asked, string(f.Path)) {
			out = append(out, f)
		}
	}
	return out
}

// KnocksOut reports whether a finding is among KnockOuts.
func (r *Report) KnocksOut(f Finding) bool {
	return slices.ContainsFunc(r.KnockOuts(), func(k Finding) bool { return k.Rule == f.Rule && k.Path == f.Path })
}
