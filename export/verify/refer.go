package verify

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"h200filing/export/pack"
	"h200filing/export/xlsx"
	"h200filing/forms"
)

// candidate is a set of answers that may be those of the filing.
type candidate struct {
	answers *forms.Answers
	err     error
}

// refer chooses the answers that the filing should say: the first whose digest is
// the one that the files bear, or else the first that can be read. A PDF and a
// workbook that were made of different answers are each held against their own.
func (c *checker) refer(p *parts) error {
	all, err := c.candidates(p)
	if err != nil {
		return err
	}
	digests := c.digests(p)
	var reason error
	var readable []*basis
	for _, one := range all {
		if one.err != nil {
			reason = one.err
			continue
		}
		readable = append(readable, c.basisOf(one, p, digests))
	}
	if len(readable) == 0 {
		return &Error{Kind: NoAnswers, Err: reason}
	}
	c.basis = readable[0]
	for _, b := range readable {
		if b.fits {
			c.basis = b
			break
		}
	}
	if first := readable[0]; p == nil && len(readable) == 2 && readable[1].fits && !first.fits && c.bears(first.report.Digest()) {
		c.basis, c.other = first, readable[1]
		c.states()
	}
	return nil
}

// basis is what files are held against.
type basis struct {
	report *forms.Report
	digest string // that the files should bear
	fits   bool   // it is the one that the workbook or the pack bears
}

func (c *checker) basisOf(one candidate, p *parts, digests map[string]bool) *basis {
	report := c.evaluate(one.answers, c.today(p, one.answers), c.files(one.answers))
	return &basis{report: report, digest: report.Digest(), fits: digests[report.Digest()]}
}

// candidates are the answers in the pack, in the PDF and in the check list.
func (c *checker) candidates(p *parts) ([]candidate, error) {
	var all []candidate
	if p != nil {
		all = append(all, c.read1(p.content[pack.AnswersName]))
	}
	if c.file != nil && c.file.Enclosed[enclosedName] != nil {
		all = append(all, c.read1(c.file.Enclosed[enclosedName]))
	}
	if c.book != nil {
		if err := c.formOf(c.book); err != nil {
			return nil, err
		}
		answers, err := answersOf(c.Form, c.book)
		all = append(all, candidate{answers, err})
	}
	return all, nil
}

// bears tells whether most pages of the PDF bear a digest.
func (c *checker) bears(digest string) bool {
	n := 0
	for _, page := range c.file.Pages {
		if strings.Contains(page.Text, digest[:printedDigest]) {
			n++
		}
	}
	return 2*n > len(c.file.Pages)
}

// states names the answers in which the workbook's state differs from the PDF's.
func (c *checker) states() {
	at := map[string]cell{}
	for _, l := range checkLines(c.book) {
		at[l.path] = l.at
	}
	want, got := flatten(c.basis.report.Published()), flatten(c.other.report.Published())
	for _, path := range want.differ(got) {
		d := Difference{Field: path, Label: c.labelOf(path), Place: c.word("verify.check_list"), Expected: want[path], Found: got[path], In: InXLSX}
		if place, ok := at[path]; ok {
			d.Place, d.order = place.String(), place.row
		}
		c.found(d)
	}
}

func (c *checker) read1(data []byte) candidate {
	answers, err := readPublished(c.Form, data)
	return candidate{answers, err}
}

// formOf refuses a workbook of another form.
func (c *checker) formOf(b *book) error {
	id, version := b.text(xlsx.MetaForm), b.text(xlsx.MetaVersion)
	switch {
	case id == "" && version == "":
		return &Error{Kind: NotWorkbook}
	case id != c.Form.ID || version != c.Form.Version:
		return &Error{Kind: OtherForm, Part: id + " " + version}
	}
	return nil
}

// digests are those that the files bear.
func (c *checker) digests(p *parts) map[string]bool {
	out := map[string]bool{}
	if p != nil {
		if c.manifest != nil {
			out[c.manifest.Digest] = true
		}
	}
	if c.book != nil {
		out[c.book.text(xlsx.MetaDigest)] = true
	}
	return out
}

// today is the day for which the filing was computed: as the files say, or else
// that of its issue.
func (c *checker) today(p *parts, answers *forms.Answers) time.Time {
	var days []string
	if c.book != nil {
		days = append(days, c.book.text(xlsx.MetaToday))
	}
	if p != nil {
		if m := c.manifest; m != nil {
			days = append(days, m.Evaluated)
			if !lists(m, pack.XLSXName, c.xlsx) { // the workbook was altered
				slices.Reverse(days)
			}
		}
	}
	if c.book != nil {
		days = append(days, c.book.text(xlsx.MetaDate))
	}
	for _, day := range append(days, answers.Get("declaration.issued_on")) {
		if t, err := time.Parse(time.DateOnly, day); err == nil {
			return t
		}
	}
	return time.Time{}
}

// lists tells whether a manifest lists a part as it is.
func lists(m *pack.Manifest, name string, content []byte) bool {
	return slices.ContainsFunc(m.Files, func(f pack.File) bool { return f.Name == name && f.SHA256 == pack.SumOf(content) })
}

// files describes the attachments: those at hand as they are, others as the
// workbook describes them.
func (c *checker) files(answers *forms.Answers) map[string]forms.FileInfo {
	out := map[string]forms.FileInfo{}
	said := map[string]string{}
	if c.book != nil {
		for _, l := range checkLines(c.book) {
			said[l.path] = l.value
		}
	}
	for _, path := range answers.Paths() {
		if f := c.Form.Field(path.Pattern()); f == nil || f.Type != forms.TypeFile {
			continue
		}
		sum := forms.ParseAttachment(answers.Get(path)).SHA256
		if content, ok := c.attachments[sum]; ok {
			out[sum] = inspected(content)
			continue
		}
		row := strings.TrimSuffix(answers.Public(path), ".file")
		var info forms.FileInfo
		if size, err := strconv.ParseInt(said[row+".size"], 10, 64); err == nil && size >= 0 {
			info.Size = size
		}
		if n, err := strconv.Atoi(said[row+".pages"]); err == nil && n > 0 && n <= mostStandIn {
			info.Pages = n
		}
		out[sum] = info
	}
	return out
}

// mostStandIn bounds the pages that stand for an attachment.
const mostStandIn = 5000
