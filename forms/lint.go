package forms

import (
	"slices"
	"strings"
)

// Lint runs both examples of every rule: the passing one has to pass the rule,
// the failing one to fail it. Not applied or not checked is neither. Each fault
// names the line of the example in rules.yaml.
func (f *Form) Lint(context Context) []error {
	var faults []error
	for _, r := range f.Rules {
		if !r.complete() {
			continue // LoadForm has named the fault
		}
		if got := f.try(r, r.Pass, context); got != passed {
			faults = append(faults, newPackError(rulesFile, r.Pass.Line, "pass_"+PackFault(got), r.ID))
		}
		if got := f.try(r, r.Fail, context); got != failed {
			faults = append(faults, newPackError(rulesFile, r.Fail.Line, "fail_"+PackFault(got), r.ID))
		}
	}
	return faults
}

// outcome is what became of a rule.
type outcome string

const (
	passed     outcome = "passed"
	failed     outcome = "failed"
	notChecked outcome = "not_checked"
	notApplied outcome = "not_applied"
)

func (f *Form) try(r *Rule, example Example, context Context) outcome {
	context.Files = f.exampleFiles(example.Answers)
	report := Evaluate(f, example.Answers, context)
	switch {
	case slices.ContainsFunc(report.Findings, func(x Finding) bool { return x.Rule == r.ID }):
		return failed
	case slices.ContainsFunc(report.Unchecked, func(x Unchecked) bool { return x.Rule == r.ID }):
		return notChecked
	case slices.ContainsFunc(report.applied, func(x application) bool { return x.rule == r.ID }):
		return passed
	}
	return notApplied
}

// unreadableSum is the checksum of a document that no example can read.
var unreadableSum = strings.Repeat("0", 64)

// exampleFiles are the documents of an example: each has one page and 1 KB, but one
// with the checksum of zeros cannot be read.
func (f *Form) exampleFiles(a *Answers) map[string]FileInfo {
	files := map[string]FileInfo{}
	for _, p := range a.Paths() {
		if field := f.Field(p.Pattern()); field == nil || field.Type != TypeFile {
			continue
		}
		info := FileInfo{Size: 1024, Pages: 1}
		sum := ParseAttachment(a.Get(p)).SHA256
		if sum == unreadableSum {
			info.Pages = 0
		}
		files[sum] = info
	}
	return files
}
