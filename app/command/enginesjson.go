package command

import (
	"h200filing/forms"
	"h200filing/forms/sizing"
)

// The shapes of gap and sizing in check --json are those of gap.Result and of the
// types here; README.md describes them key by key, and a test holds it to them.

// sizingReport is one workload in check --json: the product applied for and
// every candidate. Field is the workload's path; figures are those of package
// sizing, each with its formula, inputs, and what it lacks.
type sizingReport struct {
	Field      string            `json:"field"`
	Workload   string            `json:"workload"`
	Product    sizing.Result     `json:"product"`
	Candidates []candidateSizing `json:"candidates"`
}

// candidateSizing is a workload on one candidate; Field is its row of suppliers.
type candidateSizing struct {
	Field string `json:"field"`
	sizing.Result
}

func sizingJSON(report *forms.Report) []sizingReport {
	out := []sizingReport{}
	for _, s := range report.Sizing {
		one := sizingReport{Field: report.Public(s.Workload), Workload: s.Product.Workload, Product: s.Product, Candidates: []candidateSizing{}}
		for _, c := range s.Candidates {
			one.Candidates = append(one.Candidates, candidateSizing{report.Public(c.Candidate), c.Result})
		}
		out = append(out, one)
	}
	return out
}
