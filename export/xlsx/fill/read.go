package fill

import (
	"errors"
	"slices"
	"strings"

	"h200filing/export/xlsx"
	"h200filing/export/xlsx/cells"
	"h200filing/forms"
	"h200filing/i18n"
)

// Limits beyond those of package cells.
const (
	MaxRows = 10_000  // lines of a table
	MaxText = 2 << 20 // bytes of one answer
)

// Read compares a workbook with the current state of the application. Labels and
// notes are in lang. Time and memory are bounded, whatever the workbook is. It
// fails with an *Error.
func Read(workbook []byte, current *forms.Report, lang i18n.Lang) (*Import, error) {
	book, err := cells.Open(workbook)
	if err != nil {
		return nil, refused(err)
	}
	r := &reader{
		book: book, report: current, form: current.Form, lang: lang, text: current.Form.Text(lang),
		sheets: map[string]*cells.Sheet{}, columns: map[string]cells.Area{},
		rowOf: map[forms.Path]*row{}, rows: map[*forms.Field][]*row{},
		lists: map[forms.Path]*listing{}, out: &Import{form: current.Form},
	}
	if err := r.read(); err != nil {
		return nil, refused(err)
	}
	return r.out, nil
}

// reader reads one workbook.
type reader struct {
	book   *cells.Book
	report *forms.Report
	form   *forms.Form
	lang   i18n.Lang // of the labels
	text   *forms.Text
	words  i18n.Lang // of the workbook
	scope  *xlsx.Scope
	base   *base // nil: the application is as it was, or nothing is known
	sound  bool  // the check list is there and is of this application
	astray bool  // the scope names what the application does not have

	sheets  map[string]*cells.Sheet
	columns map[string]cells.Area // by name, of all that is read
	rowOf   map[forms.Path]*row
	rows    map[*forms.Field][]*row // of the workbook, in its order
	lists   map[forms.Path]*listing
	refs    []*Difference // to be checked when all titles are known
	out     *Import
}

func (r *reader) read() error {
	if err := r.about(); err != nil {
		return err
	}
	if err := r.locate(); err != nil {
		return err
	}
	for _, s := range r.form.Sections {
		for _, f := range s.Fields {
			if err := r.readField(f); err != nil {
				return err
			}
		}
	}
	r.checkReferences()
	r.dropEmptyRows()
	return nil
}

func (r *reader) readField(f *forms.Field) error {
	switch {
	case f.Type == forms.TypeRows:
		return r.readList(f)
	case f.Computed():
		return nil
	}
	t, err := r.scalar(f)
	if err != nil || t == nil {
		return err
	}
	path := forms.Path(f.ID)
	r.add(r.decide(f, r.report.Question(path), t, f.ID), path, nil)
	return nil
}

// add files the difference of an answer, if there is one.
func (r *reader) add(d *Difference, path forms.Path, in *row) {
	if d == nil {
		return
	}
	d.Kind, d.path, d.row = Answer, path, in
	d.Field, d.Label = r.public(path, in, d.field), r.label(path, in, d.field)
	if d.Reason == "" && d.field.Ref != "" && d.New != "" {
		r.refs = append(r.refs, d)
	}
	r.out.Differences = append(r.out.Differences, d)
}

func (r *reader) note(code NoteCode, subject string) {
	if n := (Note{code, subject}); !slices.Contains(r.out.Notes, n) {
		r.out.Notes = append(r.out.Notes, n)
	}
}

// about reads what the workbook says of itself.
func (r *reader) about() error {
	id, err := r.meta(xlsx.MetaForm)
	if err != nil {
		return err
	}
	if id != "" && id != r.form.ID {
		return &Error{Kind: OtherForm}
	}
	if id == "" && !r.known() {
		return &Error{Kind: NoForm}
	}
	version, err1 := r.meta(xlsx.MetaVersion)
	lang, err2 := r.meta(xlsx.MetaLang)
	only, err3 := r.meta(xlsx.MetaOnly)
	if version != "" && version != r.form.Version {
		r.note(OtherVersion, version)
	}
	r.words = i18n.Hans
	if slices.Contains(i18n.Langs(), i18n.Lang(lang)) {
		r.words = i18n.Lang(lang)
	}
	for _, o := range r.book.Oddities() {
		r.note(NoteCode(o), "")
	}
	if err := errors.Join(err1, err2, err3, r.readBase()); err != nil {
		return err
	}
	r.restrict(only)
	return nil
}

// restrict takes the scope that the workbook tells. One that names a row which
// the application does not have any more says nothing.
func (r *reader) restrict(only string) {
	scope, err := xlsx.NewScope(r.report, forms.Lines(only))
	if err != nil {
		scope, r.sound, r.astray = &xlsx.Scope{}, false, true
	}
	r.scope = scope
	if only != "" {
		var parts []string
		for _, id := range forms.Lines(only) {
			parts = append(parts, r.partLabel(id))
		}
		r.note(PartOnly, strings.Join(parts, r.text.Terms["comma"]))
	}
}

// partLabel names a part of the form by its id in a scope.
func (r *reader) partLabel(id string) string {
	if s, ok := r.text.Sections[id]; ok {
		return s.Title
	}
	list, number, _ := strings.Cut(strings.TrimSuffix(id, "]"), "[")
	label := r.text.Fields[list].Label
	for _, row := range r.report.Rows(forms.Path(list)) {
		if r.report.Public(row) == id && number != "" {
			return label + " " + r.report.RowTitle(row, r.lang)
		}
	}
	return label
}

// known reports whether any field has its name in the workbook.
func (r *reader) known() bool {
	found := false
	r.form.Walk(func(f *forms.Field) {
		if !found {
			_, finding := r.book.Name(xlsx.Name(f.ID))
			found = finding == cells.Found
		}
	})
	return found
}

// meta is the text of a cell in which the workbook tells about itself.
func (r *reader) meta(name string) (string, error) {
	area, finding := r.book.Name(name)
	if finding != cells.Found {
		return "", nil
	}
	c, err := r.cell(area.At(0))
	if c.Formula {
		return "", err
	}
	return strings.TrimSpace(c.Raw), err
}

// cell reads a cell; a sheet is read once.
func (r *reader) cell(at cells.Place) (cells.Cell, error) {
	s, err := r.sheet(at.Sheet)
	if err != nil {
		return cells.Cell{}, err
	}
	return s.Cell(at.Column, at.Row), nil
}

func (r *reader) sheet(name string) (*cells.Sheet, error) {
	if s := r.sheets[name]; s != nil {
		return s, nil
	}
	s, err := r.book.Sheet(name)
	r.sheets[name] = s
	return s, err
}
