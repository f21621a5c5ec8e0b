package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"h200filing/forms"
	"h200filing/i18n"
)

// Options say how a workbook is written.
type Options struct {
	Draft    bool      // a draft mark stands on every page
	Practice bool      // an exercise: its mark stands on every page, of a draft and of a final
	Lang     i18n.Lang // of all words; "" is zh-Hans
	Only     []string  // what it holds (see NewScope); nothing is all
}

// Render writes the workbook of a report. The bytes depend on the report and the
// options only. It fails on a form pack whose fields cannot all have a name, on a
// scope that names what is not there, and on nothing that an answer could hold.
func Render(report *forms.Report, options Options) (data []byte, err error) {
	if err := checkNames(report.Form); err != nil {
		return nil, err
	}
	scope, err := NewScope(report, options.Only)
	if err != nil {
		return nil, err
	}
	b := newBuilder(report, options)
	b.scope = scope
	b.file = excelize.NewFile()
	defer func() { err = errors.Join(err, b.file.Close()) }()
	b.plan()
	b.write()
	if b.err != nil {
		return nil, fmt.Errorf("workbook: %w", b.err)
	}
	var out bytes.Buffer
	b.file.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return &archive{out: w} })
	if err := b.file.Write(&out); err != nil {
		return nil, fmt.Errorf("workbook: %w", err)
	}
	return out.Bytes(), nil
}

// builder lays the sheets out in memory and then writes them in one go, because
// excelize's stream writer wants everything about a sheet before its first row.
type builder struct {
	report   *forms.Report
	text     *forms.Text
	lang     i18n.Lang
	draft    bool
	practice bool
	scope    *Scope
	file     *excelize.File
	styles   map[look]int
	sheets   []*sheet
	names    []excelize.DefinedName
	taken    map[string]bool       // sheet names, small letters
	check    map[forms.Path]string // question → cell, for the check list
	digest   string
	err      error
}

func newBuilder(report *forms.Report, options Options) *builder {
	lang := options.Lang
	if lang == "" {
		lang = i18n.Hans
	}
	return &builder{
		report: report, text: report.Form.Text(lang), lang: lang, draft: options.Draft, practice: options.Practice,
		scope: &Scope{}, styles: map[look]int{}, taken: map[string]bool{},
		check:  map[forms.Path]string{},
		digest: report.Digest(),
	}
}

// fail keeps the first error.
func (b *builder) fail(err error) {
	if b.err == nil {
		b.err = err
	}
}

// term is a text of the pack with {names} filled in from name, value pairs.
func (b *builder) term(key string, pairs ...string) string {
	s := b.text.Terms[key]
	for i := 0; i+1 < len(pairs); i += 2 {
		s = strings.ReplaceAll(s, "{"+pairs[i]+"}", pairs[i+1])
	}
	return s
}

// plan lays out all sheets. The cover comes first but lists the others, so it is
// laid out last.
func (b *builder) plan() {
	cover := b.newSheet(b.term("xlsx.sheet.cover"))
	dictionary := &sheet{name: b.sheetName(b.term("xlsx.sheet.dictionary")), hidden: true}
	b.planDictionary(dictionary)
	for _, s := range b.report.Form.Sections {
		if b.scope.coversAny(s) {
			b.planSection(s)
		}
		if list := b.report.Form.Field("suppliers"); list != nil && list.Section == s && b.scope.all() {
			b.planCompare()
			b.planBenchmark()
		}
		if energy := b.report.Form.Field("energy.utilisation"); energy != nil && energy.Section == s && b.scope.all() {
			b.planOptions()
		}
	}
	b.planCheck(b.newSheet(b.term("xlsx.sheet.check")))
	b.planCover(cover)
	b.sheets = append(b.sheets, dictionary)
}

// planSection lays a section out: its fields and, under them, its first list
// where that is narrow or there are no fields; the other lists on sheets of
// their own.
func (b *builder) planSection(section *forms.Section) {
	title := b.sectionTitle(section)
	s := b.newSheet(title)
	s.title, s.intro = title, b.text.Sections[section.ID].Intro
	var fields, lists []*forms.Field
	for _, f := range section.Fields {
		switch {
		case !b.scope.Covers(f):
		case f.Type == forms.TypeRows:
			lists = append(lists, f)
		default:
			fields = append(fields, f)
		}
	}
	b.planHead(s)
	if len(fields) > 0 {
		b.planFields(s, fields)
	}
	for _, list := range lists {
		target := s
		if s.table != nil || len(fields) > 0 && !narrow(list) {
			target = b.ownSheet(s, list)
		}
		b.planList(target, list)
		for _, c := range list.Fields {
			if c.Type == forms.TypeRows {
				b.planList(b.ownSheet(s, c), c)
			}
		}
	}
}

// ownSheet opens a sheet for a list of a section.
func (b *builder) ownSheet(of *sheet, list *forms.Field) *sheet {
	of.lists++
	title := b.text.Fields[list.ID].Label
	if n := list.Section.Number; n > 0 {
		title = fmt.Sprintf("%d-%d %s", n, of.lists, title)
	}
	s := b.newSheet(title)
	s.title, s.intro = title, b.text.Fields[list.ID].Hint
	b.planHead(s)
	return s
}

func (b *builder) sectionTitle(section *forms.Section) string {
	title := b.text.Sections[section.ID].Title
	if section.Number > 0 {
		title = fmt.Sprintf("%d %s", section.Number, title)
	}
	return title
}

// narrow reports whether a list fits the four columns of a sheet of fields.
func narrow(list *forms.Field) bool {
	for _, c := range list.Fields {
		if c.Type == forms.TypeProse || c.Type == forms.TypeRows {
			return false
		}
	}
	return len(list.Fields) < len(fieldWidths)
}

// date is the day that the workbook bears: of issue, or else of the report.
func (b *builder) date() time.Time {
	if q := b.report.Question("declaration.issued_on"); q != nil && q.State.Known() {
		if day, ok := q.Value.(time.Time); ok {
			return day
		}
	}
	return b.report.Context.Today
}

func (b *builder) name(name, refersTo string) {
	b.names = append(b.names, excelize.DefinedName{Name: name, RefersTo: refersTo})
}
