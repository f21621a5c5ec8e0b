package verify

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"strconv"
	"time"

	"h200filing/assets/fonts"
	"h200filing/export/document"
	"h200filing/export/pack"
	"h200filing/export/pdf"
	"h200filing/export/pdftext"
	"h200filing/export/xlsx"
	"h200filing/forms"
	"h200filing/forms/accelerator"
	"h200filing/i18n"
)

// Verifier holds what a verification needs beside the files.
type Verifier struct {
	Form      *forms.Form
	Catalogue *accelerator.Catalogue
	Lang      i18n.Lang // of labels and places

	readers *readers // nil is those of the program; a test's own may remember
}

// readers read what is really in the files. What they give is not changed.
type readers struct {
	pdf  func([]byte) (*pdftext.File, error)
	book func([]byte) (*book, error)
}

// checker is one verification.
type checker struct {
	*Verifier
	readers     *readers
	words       *i18n.Words
	lang        i18n.Lang
	pdf, xlsx   []byte // nil where they are not there
	file        *pdftext.File
	book        *book
	attachments map[string][]byte // by the SHA-256 that they really have
	manifest    *pack.Manifest    // nil where there is none that can be read
	*basis
	other       *basis // of the workbook, where it was made of other answers
	differences []Difference
}

func (v *Verifier) start() *checker {
	from := v.readers
	if from == nil {
		from = &readers{pdftext.Read, readBook}
	}
	return &checker{Verifier: v, readers: from, words: i18n.For(v.Lang), lang: v.Lang, attachments: map[string][]byte{}}
}

func (c *checker) found(d Difference) { c.differences = append(c.differences, d) }

func (c *checker) word(key string, pairs ...string) string { return c.words.Text(key, pairs...) }

// Pair verifies a PDF and a workbook without their pack. What the filing should
// say is taken from the answers that the PDF encloses, or else from the check list
// of the workbook.
func (v *Verifier) Pair(pdf, workbook []byte) (*Result, error) {
	c := v.start()
	c.pdf, c.xlsx = pdf, workbook
	if err := c.read(); err != nil {
		return nil, err
	}
	if err := c.refer(nil); err != nil {
		return nil, err
	}
	if err := c.compare(); err != nil {
		return nil, err
	}
	return resultOf(c.differences), nil
}

// read reads PDF and workbook side by side.
func (c *checker) read() error {
	done := make(chan error, 1)
	go func() {
		var err error
		if c.pdf != nil {
			c.file, err = c.readers.pdf(c.pdf)
		}
		if errors.Is(err, pdftext.ErrUnreadable) {
			err = &Error{Kind: NotPDF, Err: err}
		}
		done <- err
	}()
	var err error
	if c.xlsx != nil {
		c.book, err = c.readers.book(c.xlsx)
	}
	return errors.Join(<-done, err)
}

// compare makes PDF and workbook of the report once more and holds what was read
// against them.
func (c *checker) compare() error {
	state := c.state()
	if c.file != nil {
		if err := c.comparePDF(state); err != nil {
			return err
		}
	}
	if c.book == nil {
		return nil
	}
	if c.other != nil {
		c.basis = c.other
		state.draft = slices.Contains(slices.Collect(maps.Values(c.book.cells)), c.Form.Text(c.filingLang()).Terms["xlsx.status.draft"])
	}
	made, err := xlsx.Render(c.report, xlsx.Options{Draft: state.draft, Practice: state.practice, Lang: c.filingLang()})
	if err != nil {
		return err
	}
	want := c.book
	if !bytes.Equal(made, c.xlsx) {
		if want, err = c.readers.book(made); err != nil {
			return err
		}
	}
	c.checkLines()
	c.checkBook(want, c.book)
	return nil
}

// state is what the mark across the pages says.
type state struct{ draft, practice bool }

// state tells how the PDF is marked. An exercise bears the same mark as a draft and
// as a final; what it is then follows from the manifest, or else from the answers.
func (c *checker) state() state {
	if c.file == nil {
		return state{}
	}
	terms := c.Form.Text(c.filingLang()).Terms
	bears := func(mark string) bool {
		return marked(c.file, terms[mark], terms["own_format_footer"], terms["page_of"])
	}
	if !bears("doc.practice") {
		return state{draft: bears("draft")}
	}
	if c.manifest != nil {
		return state{c.manifest.Draft, true}
	}
	return state{!c.report.Ready(), true}
}

// checkLines holds the check list against the report without the workbook that was
// made once more, so that neither stands for itself.
func (c *checker) checkLines() {
	lines := map[string]line{}
	for _, l := range checkLines(c.book) {
		lines[l.path] = l
	}
	for _, q := range c.report.Questions() {
		if q.Field.Type == forms.TypeRows || !q.State.Known() && q.Raw == "" {
			continue
		}
		path, plain := c.report.Public(q.Path), q.Plain()
		if q.Field.Mask != "" {
			plain = c.report.Display(q, c.filingLang())
		}
		l, ok := lines[path]
		d := Difference{Field: path, Label: c.report.Label(q.Path, c.lang), Place: c.word("verify.check_list"), Expected: plain, Found: l.value, In: InXLSX, order: l.at.row << 10}
		if ok {
			d.Place = l.at.String()
		}
		if !ok || !alike(plain, l.value) {
			c.found(d)
		}
		if sum := pack.SumOf([]byte(plain)); ok && l.sum != sum {
			d.Place, d.Expected, d.Found = cell{l.at.sheet, checkColumns, l.at.row}.String(), sum, l.sum
			c.found(d)
		}
	}
}

func (c *checker) comparePDF(state state) error {
	doc, err := document.Build(c.report, document.Options{Draft: state.draft, Practice: state.practice, Lang: c.filingLang(), Attachment: c.attachment})
	if err != nil {
		return err
	}
	doc.Digest = c.digest
	if answers, ok := c.file.Enclosed[enclosedName]; ok {
		doc.Answers = c.enclosed()
		c.differAnswers(flatten(doc.Answers), flatten(answers), c.word("verify.enclosed"), InPDF)
	}
	made, err := pdf.Render(doc)
	if err != nil {
		return err
	}
	want := c.file
	if !bytes.Equal(made, c.pdf) {
		if want, err = c.readers.pdf(made); err != nil {
			return err
		}
	}
	c.checkPages(&doc, want)
	return nil
}

// enclosedName is the name of the answers in the PDF.
const enclosedName = "answers.json"

// enclosed are the answers as a PDF encloses them.
func (c *checker) enclosed() []byte { return c.report.Published() }

// differAnswers names the questions at which two sets of answers differ.
func (c *checker) differAnswers(want, got flat, place string, in In) {
	for i, path := range want.differ(got) {
		c.found(Difference{Field: path, Label: c.labelOf(path), Place: place, Expected: want[path], Found: got[path], In: in, order: i})
	}
}

// labelOf names a question by its public path.
func (c *checker) labelOf(public string) string {
	for _, q := range c.report.Questions() {
		if c.report.Public(q.Path) == public {
			return c.report.Label(q.Path, c.lang)
		}
	}
	if label := c.Form.Text(c.lang).Fields[forms.Path(public).Pattern()].Label; label != "" {
		return label
	}
	return public
}

// filingLang is the language that the filing is written in.
func (c *checker) filingLang() i18n.Lang {
	if c.book != nil {
		for _, lang := range i18n.Langs() {
			if c.book.text(xlsx.MetaLang) == string(lang) {
				return lang
			}
		}
	}
	return i18n.Hans
}

// attachment is the content of an attachment, or what stands for it where it is
// not at hand: as many empty pages.
func (c *checker) attachment(sum string) ([]byte, error) {
	if content, ok := c.attachments[sum]; ok {
		return content, nil
	}
	return standIn(c.report.Context.Files[sum].Pages, c.sideways(sum)), nil
}

// evaluate makes the report that answers give.
func (c *checker) evaluate(answers *forms.Answers, today time.Time, files map[string]forms.FileInfo) *forms.Report {
	return forms.Evaluate(c.Form, answers, forms.Context{Today: today, Catalogue: c.Catalogue, Files: files, Missing: fonts.Missing})
}

func (c *checker) page(n int) string { return c.word("verify.page", "n", strconv.Itoa(n)) }
