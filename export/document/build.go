package document

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"h200filing/forms"
	"h200filing/i18n"
)

// Options says how a filing is to be built.
type Options struct {
	Draft    bool
	Practice bool      // an exercise: every page says so, of a draft and of a final
	Lang     i18n.Lang // "" is zh-Hans
	// Attachment returns the content of an attachment by its SHA-256. Without it
	// the attachments are listed and not enclosed.
	Attachment func(sha256 string) ([]byte, error)
}

// spec is a part of the filing: the letter, or an annex.
type spec struct {
	id        string // the title is the term doc.part.ID
	landscape bool
	lang      i18n.Lang // "" is the document's
	build     func(*writer)
	internal  bool       // for the applicant's own eyes: in drafts only, and no annex
	list      forms.Path // it stands only while this list has rows; "" is always
}

// specs lists the parts in the order of the filing (product.md, Outputs 1).
func specs() []spec {
	return []spec{
		{id: "letter", build: (*writer).letter},
		{id: "application", build: (*writer).application},
		{id: "sizing", build: (*writer).sizing},
		{id: "comparison", landscape: true, build: (*writer).comparison},
		{id: "benchmark", landscape: true, build: (*writer).benchmarkAnnex},
		{id: "inquiries", build: (*writer).inquiries},
		{id: "substitution", build: (*writer).substitution},
		{id: "energy", build: (*writer).energy},
		{id: "undertaking", build: (*writer).undertaking},
		{id: "experts", build: (*writer).experts},
		{id: "costs", build: (*writer).costs},
		{id: "customs", build: (*writer).customs},
		{id: "ledger", list: "ledger", build: (*writer).ledger},
		{id: "devices", list: "devices", build: (*writer).devices},
		{id: "truth", build: (*writer).truth},
		{id: "evidence", build: (*writer).evidence},
		{id: "supplier_sheet", lang: i18n.English, build: (*writer).supplierSheet},
		{id: "checklist", build: (*writer).checklist, internal: true},
	}
}

// Build says what the filing of a report says. It fails where the form pack
// lacks a sentence or the content of an attachment cannot be had; the error
// names it.
func Build(report *forms.Report, options Options) (Document, error) {
	if options.Lang == "" {
		options.Lang = i18n.Hans
	}
	s := newSource(report, options)
	built := map[string][]Part{}
	for _, spec := range s.specs {
		if spec.id != "application" {
			built[spec.id] = s.part(spec)
			s.note(spec.id, built[spec.id])
		}
	}
	w := s.writer(options.Lang, "")
	doc := Document{
		Title:    w.term("letter.title"),
		Author:   w.plain("applicant.name"),
		Lang:     options.Lang,
		Draft:    options.Draft || options.Practice,
		Mark:     w.mark(),
		Footer:   w.word("own_format_footer"),
		PageOf:   w.word("page_of"),
		Digest:   report.Digest(),
		Date:     s.date(),
		Continue: w.term("continued"),
	}
	for _, spec := range s.specs {
		if spec.id == "application" { // it refers to what the others print
			built[spec.id] = s.part(spec)
		}
		doc.Parts = append(doc.Parts, built[spec.id]...)
	}
	if len(s.faults) > 0 {
		return Document{}, errors.Join(s.faults...)
	}
	return doc, nil
}

// mark is the word across the pages. An exercise is more than a draft: it must
// never be taken for a filing.
func (w *writer) mark() string {
	if w.options.Practice {
		return w.term("practice")
	}
	return w.word("draft")
}

// source is what all parts of a document share.
type source struct {
	report  *forms.Report
	options Options
	specs   []spec
	annexes map[string]string // part id → its number: "3"
	printed map[string]string // public path → id of the part that prints it
	proofs  map[string]string // title of an attachment → its number
	faults  []error
}

func newSource(report *forms.Report, options Options) *source {
	s := &source{report: report, options: options, annexes: map[string]string{}, printed: map[string]string{}}
	for _, spec := range specs() {
		if spec.internal && !options.Draft {
			continue
		}
		if spec.list != "" && len(report.Rows(spec.list)) == 0 {
			continue
		}
		s.specs = append(s.specs, spec)
		if spec.id != "letter" && !spec.internal {
			s.annexes[spec.id] = fmt.Sprint(len(s.annexes) + 1)
		}
	}
	s.proofs = s.numberProofs()
	return s
}

// fault notes an error once.
func (s *source) fault(format string, args ...any) {
	err := fmt.Errorf(format, args...)
	if !slices.ContainsFunc(s.faults, func(f error) bool { return f.Error() == err.Error() }) {
		s.faults = append(s.faults, err)
	}
}

// part builds a part and those that go with it.
func (s *source) part(spec spec) []Part {
	lang := spec.lang
	if lang == "" {
		lang = s.options.Lang
	}
	w := s.writer(lang, spec.id)
	spec.build(w)
	outer := s.writer(s.options.Lang, "") // labels read as the letter lists them
	label := outer.annex(spec.id)
	if label == "" && spec.id != "letter" {
		label = outer.term("internal")
	}
	first := Part{ID: spec.id, Title: w.term("part." + spec.id), Label: label, Landscape: spec.landscape, Lang: lang, Blocks: w.blocks}
	return append([]Part{first}, w.sheets...)
}

// note remembers where answers are printed; the first part counts.
func (s *source) note(id string, parts []Part) {
	for _, p := range parts {
		p.Each(func(_, question string) {
			if _, ok := s.printed[question]; !ok && question != "" {
				s.printed[question] = id
			}
		})
	}
}

// date is the day of issue, or that of the evaluation where it is not known.
func (s *source) date() string {
	if q := s.report.Question("declaration.issued_on"); q != nil && q.State.Known() {
		return q.Plain()
	}
	return s.report.Context.Today.Format(time.DateOnly)
}
