package verify

import (
	"cmp"
	"fmt"
	"slices"
)

// In says in which file a difference stands.
type In string

// The files of a filing.
const (
	InPDF        In = "pdf"
	InXLSX       In = "xlsx"
	InAnswers    In = "answers"
	InAttachment In = "attachment"
	InManifest   In = "manifest"
)

// Difference is one place that does not say what the rest of the filing says.
type Difference struct {
	// Field is the question, with row positions ("suppliers[0].reply"), or "" for
	// what is no answer: a heading, a page number, a line of the manifest.
	Field string `json:"field"`
	// Label names the question, or the part that it stands in.
	Label string `json:"label"`
	// Place is the page, the cell ("4 拟购产品!B12"), or the file in the pack.
	Place string `json:"place"`
	// Expected is what the filing's answers give, Found what is there.
	Expected string `json:"expected"`
	Found    string `json:"found"`
	In       In     `json:"in"`

	order int // of the place in its file
}

// Words is the key of the sentence (i18n) that tells the difference, with place,
// label, field, expected and found to fill in.
func (d Difference) Words() string {
	switch {
	case d.Field == "" && d.Expected == "":
		return "verify.line.alone"
	case d.Found == "":
		return "verify.line.missing"
	case d.Expected == "":
		return "verify.line.extra"
	}
	return "verify.line"
}

// Result is the outcome.
type Result struct {
	Same        bool         `json:"same"`
	Differences []Difference `json:"differences"`
}

var fileOrder = []In{InManifest, InAnswers, InPDF, InXLSX, InAttachment}

// resultOf sorts differences by file and place and drops what is said twice.
func resultOf(all []Difference) *Result {
	slices.SortStableFunc(all, func(a, b Difference) int {
		return cmp.Or(slices.Index(fileOrder, a.In)-slices.Index(fileOrder, b.In), a.order-b.order)
	})
	out := []Difference{}
	seen := map[Difference]bool{}
	for _, d := range all {
		d.order = 0
		if !seen[d] {
			seen[d] = true
			out = append(out, d)
		}
	}
	return &Result{Same: len(out) == 0, Differences: out}
}

// Kind says why files cannot be verified. It is an error for errors.Is and a
// stable key for the sentence that the user reads.
type Kind string

// The kinds.
const (
	NotPack     Kind = "not_pack"     // no ZIP, or not one of this program
	UnsafePack  Kind = "unsafe_pack"  // a name that leads out of it, or stands twice
	TooLarge    Kind = "too_large"    // beyond the limits
	NotPDF      Kind = "not_pdf"      // no PDF, damaged, or locked
	NotWorkbook Kind = "not_workbook" // no workbook of this program
	OtherForm   Kind = "other_form"   // of a form or version that is not at hand
	NoAnswers   Kind = "no_answers"   // nothing tells what the filing should say
)

func (k Kind) Error() string { return string(k) }

// Error tells that a file cannot be verified.
type Error struct {
	Kind Kind
	Part string // the file in the pack, or what was found
	Err  error  // may be nil
}

func (e *Error) Error() string {
	text := string(e.Kind)
	if e.Part != "" {
		text += ": " + e.Part
	}
	if e.Err != nil {
		text = fmt.Sprintf("%s: %v", text, e.Err)
	}
	return text
}

// Unwrap makes errors.Is find the kind as well as the cause.
func (e *Error) Unwrap() []error {
	if e.Err == nil {
		return []error{e.Kind}
	}
	return []error{e.Kind, e.Err}
}
