package window

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"h200filing/app/prose"
	"h200filing/app/window/question"
	"h200filing/forms"
	"h200filing/forms/accelerator"
	"h200filing/i18n"
)

// desk is an open application in the window: the application, what is being typed,
// the current page and the parts of the window around it. It implements question.Desk,
// through which the questions reach the application.
type desk struct {
	*Window
	application application
	saver       *saver

	object  fyne.CanvasObject
	tasks   *taskList
	help    *helpPanel
	status  *statusLine
	centre  *fyne.Container
	page    page
	at      forms.Path                // the question that had the focus last, which the help explains
	entered fyne.CanvasObject         // the widget of it that had the focus
	sought  forms.Finding             // the finding that a shortcut key jumped to last
	chosen  map[forms.Path]forms.Path // the row of each list that was chosen last

	scrolling     func() // cancels scrolling to an object that is not drawn yet; nil where none is awaited
	protect       bool   // exports are encrypted with a password
	stopFollowing func() // stops the timer of follow; nil when none runs
}

// page is what fills the middle of the window.
type page interface {
	object() fyne.CanvasObject
	title() string
	section() *forms.Section // nil for a page that is not a section's
	show()                   // updates the page from the report
	reveal(p forms.Path)     // scrolls to the question at a path and focuses it
	see(o fyne.CanvasObject) // scrolls until an object is visible
	begin()                  // focuses the first widget
	wheel(*fyne.ScrollEvent) // scrolls by the mouse wheel
}

var _ question.Desk = (*desk)(nil)

func newDesk(w *Window, a application) *desk {
	d := &desk{Window: w, application: a, chosen: map[forms.Path]forms.Path{}}
	d.saver = newSaver(w.border, a.Set, d.saved)
	a.OnReport(func(*forms.Report) { d.refresh() })
	return d
}

// build makes the widgets, on the current page or else on that of the section to
// begin with.
func (d *desk) build() {
	d.tasks = newTaskList(d)
	d.help = newHelpPanel(d)
	d.status = newStatusLine(d)
	d.centre = container.NewStack()
	middle := container.NewHSplit(d.centre, d.help.object)
	middle.SetOffset(0.72)
	all := container.NewHSplit(d.tasks.object, middle)
	all.SetOffset(0.2)
	d.object = container.NewBorder(d.banner(), d.status.object, nil, nil, all)
	switch {
	case d.page == nil && d.entrance() == nil:
		d.openReview()
	case d.page == nil:
		d.openSection(d.entrance())
	case d.page.section() != nil:
		d.openSection(d.page.section())
	case d.previewing():
		d.openPreview()
	default:
		if p, ok := d.page.(interface{ anew() page }); ok {
			d.turn(p.anew())
			break
		}
		d.openReview()
	}
	d.follow()
}

// entrance is the section to begin with: the one that was open when the file was last
// closed, or else the first that is not finished; nil where all are.
func (d *desk) entrance() *forms.Section {
	id := d.preferences.place(d.application.Path())
	for _, s := range d.Report().Form.Sections {
		if s.ID == id {
			return s
		}
	}
	return d.first()
}

// leavePlace remembers the current section for the next time the file is opened.
func (d *desk) leavePlace() {
	id := ""
	if s := d.page.section(); s != nil {
		id = s.ID
	}
	d.preferences.setPlace(d.application.Path(), id)
}

// first is the first section that is not finished, or nil. The records kept after
// filing do not count.
func (d *desk) first() *forms.Section {
	report := d.Report()
	for _, s := range report.Form.Sections {
		if s.Number > 0 && report.Progress(s).Status != forms.Finished {
			return s
		}
	}
	return nil
}

func (d *desk) openSection(s *forms.Section) { d.turn(newSectionPage(d, s)) }
func (d *desk) openReview()                  { d.turn(newReviewPage(d)) }
func (d *desk) openHistory()                 { d.turn(newHistoryPage(d, inLog)) }
func (d *desk) openPreview() {
	if d.flush() == nil { // otherwise the status line says why
		d.turn(newPreviewPage(d))
	}
}

func (d *desk) previewing() bool {
	_, ok := d.page.(*previewPage)
	return ok
}

// close releases what the current page holds.
func (d *desk) close() {
	if p, ok := d.page.(*previewPage); ok {
		p.leave()
	}
}

// turn replaces the current page.
func (d *desk) turn(p page) {
	if d.flush() != nil {
		return // the status line says why; what was typed stays on the screen
	}
	d.close()
	d.cancelScroll()
	d.page, d.at = p, ""
	d.centre.RemoveAll()
	d.centre.Add(p.object()) // laid out; Refresh would draw all of a new page twice
	canvas.Refresh(d.centre)
	d.help.show("")
	d.refresh()
	title := d.words.Text("window.title.page", "page", p.title(), "file", d.fileName())
	if d.application.IsPractice() {
		title = d.words.Text("window.title.practice", "title", title)
	}
	d.win.SetTitle(title)
	p.begin()
}

func (d *desk) fileName() string {
	return strings.TrimSuffix(filepath.Base(d.application.Path()), extension)
}

// step goes to the section before or after the current one, and from the last to
// the review and the preview.
func (d *desk) step(by int) {
	sections := d.Report().Form.Sections
	i := len(sections)
	if s := d.page.section(); s != nil {
		i = slices.Index(sections, s)
	} else if d.previewing() {
		i++
	}
	switch i += by; {
	case i < 0:
	case i == len(sections):
		d.openReview()
	case i > len(sections):
		d.openPreview()
	default:
		d.openSection(sections[i])
	}
}

// jump shows the question at a path, or the first of a row, on its page, and
// focuses it.
func (d *desk) jump(p forms.Path) {
	if d.Report().Question(p) == nil {
		p = d.firstOf(p)
	}
	q := d.Report().Question(p)
	if q == nil {
		return
	}
	if d.page.section() != q.Field.Section {
		d.openSection(q.Field.Section)
	}
	d.page.reveal(p)
}

// firstOf is the first question of a row, "" where it has none.
func (d *desk) firstOf(row forms.Path) forms.Path {
	if row == "" || row.Parent() != row {
		return ""
	}
	field := d.Report().Form.Field(listOf(row).Pattern())
	if field == nil {
		return ""
	}
	for _, column := range field.Fields {
		if p := row.Join(column.Key); d.Report().Question(p) != nil {
			return p
		}
	}
	return ""
}

// jumpTo shows the question of a finding and selects the passage that it is about.
func (d *desk) jumpTo(f forms.Finding) {
	d.jump(f.Path)
	if p, ok := d.page.(*sectionPage); ok && f.Missing() {
		p.visit(f.Path)
	}
	editor, ok := d.win.Canvas().Focused().(*prose.Editor)
	if ok && f.Passage != nil && d.at == f.Path {
		editor.Select(f.Passage.At.RuneStart, f.Passage.At.RuneEnd)
	}
}

// refresh updates all parts of the window from the report.
func (d *desk) refresh() {
	if d.page == nil || d.tasks == nil {
		return
	}
	d.page.show()
	d.tasks.show()
	d.status.show()
}

// saved shows the outcome of a write; the saver calls it.
func (d *desk) saved(err error) { d.status.saved(err) }

func (d *desk) flush() error { return d.saver.flush() }

// change writes what was typed, then changes the application by do. It shows the
// outcome and reports whether both succeeded.
func (d *desk) change(do func() error) bool {
	if d.Fixed() {
		d.status.say(d.words.Text("window.fixed.refused"))
		d.refresh()
		return false
	}
	if d.flush() != nil {
		return false
	}
	err := do()
	d.saved(err)
	if err != nil {
		d.refresh()
	}
	return err == nil
}

// The methods of question.Desk.

// Report implements question.Desk.
func (d *desk) Report() *forms.Report { return d.application.Report() }

// Words implements question.Desk.
func (d *desk) Words() *i18n.Words { return d.words }

// Type implements question.Desk.
func (d *desk) Type(p forms.Path, text string) {
	if d.Fixed() {
		return
	}
	d.saver.put(p, text)
	d.status.typing()
}

// Typed implements question.Desk.
func (d *desk) Typed(p forms.Path) (string, bool) { return d.saver.get(p) }

// Leave implements question.Desk.
func (d *desk) Leave() { _ = d.flush() } // the status line says what went wrong

// Enter implements question.Desk. What got the focus can be seen; the page stays where
// it is when the window itself gets the focus back.
func (d *desk) Enter(p forms.Path) {
	if p != d.at {
		d.at = p
		d.help.show(p)
		d.entered = nil
	}
	f, ok := d.win.Canvas().Focused().(fyne.CanvasObject)
	if ok && f != d.entered {
		d.entered = f
		d.page.see(f)
	}
}

// Follow implements question.Desk.
func (d *desk) Follow(field fyne.CanvasObject, at fyne.Position, size fyne.Size) {
	if p, ok := d.page.(*sectionPage); ok {
		bandIntoView(p.scroll, p.box, field, at.Y, size.Height)
	}
}

// Scroll implements question.Desk.
func (d *desk) Scroll(e *fyne.ScrollEvent) { d.page.wheel(e) }

// See implements question.Desk.
func (d *desk) See(o fyne.CanvasObject) { d.page.see(o) }

// Set implements question.Desk.
func (d *desk) Set(p forms.Path, text string) {
	if p.Pattern() == catalogueField && d.inCatalogue(text) {
		d.pick(p.Parent(), text)
		return
	}
	d.change(func() error { return d.application.Set(p, text) })
}

// pick makes a row of suppliers a part of the catalogue, and says what that brought:
// the figures stand further below.
func (d *desk) pick(row forms.Path, id string) {
	facts := row.Join("facts")
	before := len(d.Report().Rows(facts))
	if d.change(func() error { return d.application.Pick(row, id) }) {
		if n := len(d.Report().Rows(facts)) - before; n > 0 {
			d.status.say(d.words.Text("window.catalogue.picked", "n", strconv.Itoa(n)))
		}
	}
}

// Draft implements question.Desk.
func (d *desk) Draft(p forms.Path) {
	d.change(func() error { return d.application.Draft(p) })
}

// Redraft implements question.Desk.
func (d *desk) Redraft(p forms.Path, id string) {
	d.change(func() error { return d.application.Redraft(p, id) })
}

// Keep implements question.Desk.
func (d *desk) Keep(p forms.Path, id string) {
	d.change(func() error { return d.application.KeepDraft(p, id) })
}

// Jump implements question.Desk.
func (d *desk) Jump(p forms.Path) { d.jump(p) }

// Chosen implements question.Desk.
func (d *desk) Chosen(list forms.Path) forms.Path { return d.chosen[list] }

// Choose implements question.Desk.
func (d *desk) Choose(list, row forms.Path) { d.chosen[list] = row }

// AddRow implements question.Desk.
func (d *desk) AddRow(list forms.Path) {
	var row forms.Path
	done := d.change(func() (err error) {
		row, err = d.application.AddRow(list)
		return err
	})
	if done {
		d.revealRow(row)
	}
}

// revealRow focuses the first question of a new row.
func (d *desk) revealRow(row forms.Path) {
	if p := d.firstOf(row); p != "" {
		d.page.reveal(p)
	}
}

// listOf is the list that a row stands in.
func listOf(row forms.Path) forms.Path { return row[:strings.LastIndexByte(string(row), '[')] }

// counterList is the list of answers to the case for each candidate.
const counterList = "justification.counter"

// Offers implements question.Desk: for the list of answers to the case for each
// candidate, it offers a row for every candidate that has none.
func (d *desk) Offers(list *forms.Field) []question.Option {
	if list.ID != counterList {
		return nil
	}
	report, answered := d.Report(), map[string]bool{}
	for _, row := range report.Rows(counterList) {
		answered[d.application.Answers().Get(row.Join("candidate"))] = true
	}
	var out []question.Option
	for _, row := range report.Rows("suppliers") {
		name := d.application.Answers().Get(row.Join("product"))
		if name != "" && !answered[name] {
			answered[name] = true
			out = append(out, question.Option{Value: name, Label: d.words.Text("window.counter.add", "name", name)})
		}
	}
	return out
}

// AddOffered implements question.Desk.
func (d *desk) AddOffered(list forms.Path, o question.Option) {
	field := d.Report().Form.Field(list.Pattern())
	if field == nil || field.TitleField() == nil {
		return
	}
	var row forms.Path
	done := d.change(func() (err error) {
		row, err = d.application.AddTitled(list, field.TitleField().Key, o.Value)
		return err
	})
	if done {
		d.page.reveal(d.firstEmpty(row))
	}
}

// firstEmpty is the first unanswered question of a row, or else its first.
func (d *desk) firstEmpty(row forms.Path) forms.Path {
	field := d.Report().Form.Field(listOf(row).Pattern())
	for _, column := range field.Fields {
		if q := d.Report().Question(row.Join(column.Key)); q != nil && !column.Computed() && q.Raw == "" {
			return q.Path
		}
	}
	return d.firstOf(row)
}

// RemoveRow implements question.Desk: where the row holds answers, it asks.
func (d *desk) RemoveRow(row forms.Path) {
	title := d.Report().RowTitle(row, d.words.Lang)
	at := d.place(row)
	if at < 0 || d.flush() != nil {
		return // the status line says why
	}
	if d.Report().RowsProgress(listOf(row))[at].Answered == 0 {
		d.removeRow(row, title)
		return
	}
	d.ask("window.rows.remove_ask", title, "window.rows.remove", func() { d.removeRow(row, title) })
}

func (d *desk) removeRow(row forms.Path, title string) {
	if d.change(func() error { return d.application.RemoveRow(row) }) {
		d.page.reveal(listOf(row)) // the field that had the focus is gone
		d.status.say(d.words.Text("window.rows.removed", "name", title))
	}
}

// place is the position of a row in its list.
func (d *desk) place(row forms.Path) int {
	return slices.Index(d.Report().Rows(listOf(row)), row)
}

// CopyRow implements question.Desk.
func (d *desk) CopyRow(row forms.Path) {
	var copied forms.Path
	done := d.change(func() (err error) {
		copied, err = d.application.CopyRow(row, d.place(row)+1)
		return err
	})
	if done {
		d.revealRow(copied)
	}
}

// MoveRow implements question.Desk.
func (d *desk) MoveRow(row forms.Path, by int) {
	to := d.place(row) + by
	if to < 0 || to >= len(d.Report().Rows(listOf(row))) {
		return
	}
	d.change(func() error { return d.application.MoveRow(row, to) })
}

// catalogueField is the question whose answer names a part of the catalogue.
const catalogueField = "suppliers[].catalog_id"

func (d *desk) inCatalogue(id string) bool {
	catalogue := d.Report().Context.Catalogue
	if catalogue == nil {
		return false
	}
	_, ok := catalogue.ByID(id)
	return ok
}

// Suggestions implements question.Desk.
func (d *desk) Suggestions(f *forms.Field) []question.Option {
	catalogue := d.Report().Context.Catalogue
	if f.ID != catalogueField || catalogue == nil {
		return nil
	}
	var out []question.Option
	for _, part := range catalogue.Parts {
		if part.Role == accelerator.Domestic {
			out = append(out, question.Option{Value: part.ID, Label: part.Supplier + " " + part.Product})
		}
	}
	return out
}
