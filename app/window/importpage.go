package window

import (
	"cmp"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/session"
	"h200filing/app/window/look"
	"h200filing/app/window/question"
	"h200filing/export/xlsx/fill"
	"h200filing/forms"
)

// importPage lists how a filled workbook differs from the application, and takes
// over what is chosen.
type importPage struct {
	sheet
	found     *session.Filled
	describer session.Describer
	reading   bool // the workbook is compared again, in the background

	chosen map[differenceKey]bool                  // by the user, against what is proposed
	only   int                                     // the filter, an index of filters
	list   []*fill.Difference                      // what the filter leaves
	rows   map[string]*fill.Difference             // new rows, by their field
	parts  map[*fill.Difference][]*fill.Difference // what stands in a new row
	checks map[*fill.Difference]*check

	lines       *longList
	counts      *question.Paragraph
	filter      *widget.Select
	take, again *question.Button
}

// differenceKey tells differences apart, also after the workbook is compared again.
type differenceKey struct {
	kind  fill.Kind
	field string
}

func keyOf(d *fill.Difference) differenceKey { return differenceKey{d.Kind, d.Field} }

// filters are what can be left of the list.
var filters = []struct {
	key  string
	pass func(*fill.Difference) bool
}{
	{"window.import.all", func(*fill.Difference) bool { return true }},
	{"window.import.accepted", (*fill.Difference).Accepted},
	{"window.import.overridable", (*fill.Difference).Overridable},
	{"window.import.refused", func(d *fill.Difference) bool { return !takeable(d) }},
}

// takeable reports whether a difference can be taken over, if need be by a person's
// choice.
func takeable(d *fill.Difference) bool { return d.Accepted() || d.Overridable() }

func newImportPage(d *desk, found *session.Filled, chosen map[differenceKey]bool) *importPage {
	p := &importPage{chosen: chosen}
	p.take = d.newButton("", theme.DownloadIcon(), p.onTake)
	p.take.Importance = widget.HighImportance
	p.again = d.newButton(d.words.Text("window.import.other"), theme.FolderOpenIcon(), d.onImport)
	p.sheet = newSheet(d, container.New(question.Flow(), p.take, p.again))
	p.lines = newLongList(d.Window, p.line)
	p.counts = question.Body("")
	p.put(found)
	return p
}

// anew makes the page again, in another language for example.
func (p *importPage) anew() page { return newImportPage(p.desk, p.found, p.chosen) }

func (p *importPage) title() string {
	return p.desk.words.Text("window.import.title", "name", filepath.Base(p.found.Path))
}

// show compares the workbook again when the answers have changed.
func (p *importPage) show() {
	if p.reading || p.found.Report == p.desk.Report() {
		return
	}
	var found *session.Filled
	var err error
	path, by, report, lang := p.found.Path, p.found.By, p.desk.Report(), p.desk.words.Lang
	p.desk.once(&p.reading, func() { found, err = session.ReadFilled(path, by, report, lang) }, func() {
		if p.desk.page != page(p) {
			return
		}
		if err != nil {
			p.fail(err)
			return
		}
		p.put(found)
		p.show()
	})
}

// fail says why the workbook could not be read again.
func (p *importPage) fail(err error) {
	p.found.Report = p.desk.Report()
	p.box.Objects = []fyne.CanvasObject{question.Heading(p.title(), theme.SizeNameHeadingText), question.Body(p.desk.reason(err))}
	p.take.Disable()
	p.box.Refresh()
}

// put shows what was found.
func (p *importPage) put(found *session.Filled) {
	p.found, p.describer = found, session.Describer{Report: found.Report, Words: p.desk.words}
	p.arrange()
	words := p.desk.words
	p.box.Objects = []fyne.CanvasObject{question.Heading(p.title(), theme.SizeNameHeadingText)}
	for _, n := range found.Notes {
		p.box.Add(p.desk.remark(theme.InfoIcon(), words.Text("import.note."+string(n.Code), "subject", n.Subject), nil))
	}
	if len(found.Differences) == 0 {
		p.box.Add(p.desk.remark(theme.NewSuccessThemedResource(theme.ConfirmIcon()), words.Text("import.same"), nil))
	} else {
		p.box.Add(question.Body(words.Text("window.import.how")))
		p.box.Add(p.tools())
		p.box.Add(p.lines.root)
	}
	p.choose(p.only)
}

// tools are the filter and what ticks many at once.
func (p *importPage) tools() fyne.CanvasObject {
	words := p.desk.words
	var options []string
	for _, f := range filters {
		n := 0
		for _, d := range p.found.Differences {
			if f.pass(d) {
				n++
			}
		}
		options = append(options, words.Text(f.key, "n", strconv.Itoa(n)))
	}
	p.filter = widget.NewSelect(options, nil)
	p.filter.SetSelectedIndex(p.only)
	p.filter.OnChanged = func(string) { p.choose(p.filter.SelectedIndex()) }
	all := p.desk.newButton(words.Text("window.import.tick_all"), nil, func() { p.setAll(true) })
	none := p.desk.newButton(words.Text("window.import.tick_none"), nil, func() { p.setAll(false) })
	return question.Card(look.ColorNamePanel, container.New(question.Column(2, 0), p.counts, container.New(question.Flow(), dropdown(p.filter), all, none)))
}

// choose shows what a filter leaves.
func (p *importPage) choose(only int) {
	p.only, p.list, p.checks = only, nil, map[*fill.Difference]*check{}
	for _, d := range p.found.Differences {
		if filters[only].pass(d) {
			p.list = append(p.list, d)
		}
	}
	p.lines.put(len(p.list))
	p.count()
	p.box.Refresh()
	p.scroll.Refresh()
}

// picked reports whether a difference is to be taken over: what nothing speaks
// against, unless the user has chosen otherwise.
func (p *importPage) picked(d *fill.Difference) bool {
	if on, ok := p.chosen[keyOf(d)]; ok {
		return on && takeable(d)
	}
	return d.Accepted()
}

// pick has a difference taken over or not. A new row comes with all of its answers,
// and an answer of a new row with the row.
func (p *importPage) pick(d *fill.Difference, on bool) {
	p.set(d, on)
	p.count()
}

func (p *importPage) set(d *fill.Difference, on bool) {
	p.chosen[keyOf(d)] = on
	for _, part := range p.parts[d] {
		p.chosen[keyOf(part)] = on
	}
	if on {
		for _, row := range p.rowsOf(d) {
			p.chosen[keyOf(row)] = true
		}
	}
}

// arrange finds what stands in which new row.
func (p *importPage) arrange() {
	p.rows, p.parts = map[string]*fill.Difference{}, map[*fill.Difference][]*fill.Difference{}
	for _, d := range p.found.Differences {
		if d.Kind == fill.Added {
			p.rows[d.Field] = d
		}
	}
	for _, d := range p.found.Differences {
		for _, row := range p.rowsOf(d) {
			p.parts[row] = append(p.parts[row], d)
		}
	}
}

// rowsOf lists the new rows that a difference stands in.
func (p *importPage) rowsOf(d *fill.Difference) []*fill.Difference {
	var out []*fill.Difference
	for at := d.Field; ; {
		end := strings.LastIndexByte(at, '.')
		if end < 0 {
			return out
		}
		if at = at[:end]; p.rows[at] != nil {
			out = append(out, p.rows[at])
		}
	}
}

// setAll ticks, or not, everything that the filter leaves and that can be taken.
func (p *importPage) setAll(on bool) {
	for _, d := range p.list {
		if takeable(d) {
			p.set(d, on)
		}
	}
	p.count()
}

// count says how much is to be taken over, and updates the ticks.
func (p *importPage) count() {
	n, left, refused := 0, 0, 0
	for _, d := range p.found.Differences {
		switch {
		case p.picked(d):
			n++
		case takeable(d):
			left++
		default:
			refused++
		}
	}
	words := p.desk.words
	p.counts.Put(words.Text("window.import.counts", "n", strconv.Itoa(n), "left", strconv.Itoa(left), "refused", strconv.Itoa(refused)))
	p.take.SetText(words.Text("window.import.take", "n", strconv.Itoa(n)))
	if n > 0 && !p.desk.Fixed() {
		p.take.Enable()
	} else {
		p.take.Disable()
	}
	for d, c := range p.checks {
		c.put(p.picked(d))
	}
}

// line shows a difference of the list, under the name of its section where that
// begins.
func (p *importPage) line(i int) fyne.CanvasObject {
	d := p.list[i]
	c := newCheck("", func(on bool) { p.pick(d, on) }, p.see)
	c.put(p.picked(d))
	p.checks[d] = c
	if !takeable(d) || p.desk.Fixed() {
		c.Disable()
	}
	text := question.NewTapArea(p.change(d).object(), c.toggle)
	line := container.NewBorder(nil, nil, container.NewVBox(c), nil, text)
	if at := p.sectionOf(d); at != nil && (i == 0 || p.sectionOf(p.list[i-1]) != at) {
		return container.New(question.Column(-6, 0), question.Heading(p.desk.tasks.name(at), theme.SizeNameSubHeadingText), line)
	}
	return line
}

// change tells of a difference: what stands in the application, what in the
// workbook, and why it is not proposed.
func (p *importPage) change(d *fill.Difference) change {
	words := p.desk.words
	c := change{title: d.Label, note: d.Cell}
	switch d.Kind {
	case fill.Added, fill.Removed:
		c.after = words.Text("window.import." + string(d.Kind))
	case fill.Order:
		c.after = words.Text("window.import.order", "old", d.Old, "new", d.New)
	default:
		at := forms.Path(d.Field)
		before, after := session.Excerpts(p.describer.Answer(at, d.Old), p.describer.Answer(at, d.New))
		c.before = words.Text("import.old", "value", cmp.Or(before, words.Text("import.nothing")))
		c.after = words.Text("import.new", "value", cmp.Or(after, words.Text("import.nothing")))
	}
	if d.Reason != "" {
		c.fault = p.reason(d)
	}
	return c
}

// reason says why a difference is not proposed or cannot be taken.
func (p *importPage) reason(d *fill.Difference) string {
	words := p.desk.words
	if d.Overridable() {
		return words.Text("window.import.reason." + string(d.Reason))
	}
	return words.Text("import.refused", "reason", words.Text("import.reason."+string(d.Reason)))
}

func (p *importPage) sectionOf(d *fill.Difference) *forms.Section {
	path := forms.Path(d.Field)
	if path.Parent() == path {
		path = listOf(path)
	}
	if f := p.found.Report.Form.Field(path.Pattern()); f != nil {
		return f.Section
	}
	return nil
}

// onTake takes over what is chosen, in one step.
func (p *importPage) onTake() {
	n, changed := 0, false
	for _, d := range p.found.Differences {
		if p.picked(d) {
			n++
		}
	}
	found := p.found
	done := p.desk.change(func() (err error) {
		changed, err = p.desk.application.Take(found, p.picked, p.desk.words)
		return err
	})
	if done && changed {
		p.desk.status.say(p.desk.words.Text("window.import.done", "n", strconv.Itoa(n)))
	}
}
