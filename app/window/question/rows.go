package question

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/window/look"
	"h200filing/forms"
)

// rows is a list of rows with what can be done to them, and beside or below it the
// questions of the chosen row. Those of the others are not made: a list may be long.
type rows struct {
	*block      // label, hint and findings of the list
	list        *rowList
	tools       *rowTools
	detail      *rowDetail // nil where there is no row
	split       *split     // where list and detail stand
	parts       *fyne.Container
	box         *fyne.Container
	offers      *fyne.Container // buttons for rows that are still lacking
	shownOffers []Option        // on them
	paths       []forms.Path
	at          int // the chosen row
}

func newRows(desk Desk, path forms.Path, field *forms.Field) *rows {
	r := &rows{box: container.NewStack(), offers: container.New(column{gap: 2})}
	r.block = &block{desk: desk, path: path, field: field, findings: container.New(column{gap: -8})}
	r.input = r
	words := desk.Report().Form.Text(desk.Words().Lang)
	text := words.Fields[field.ID]
	head := container.New(column{gap: -9})
	// The first list of a page may bear its title, which stands above it already.
	if field != field.Section.Fields[0] || text.Label != words.Sections[field.Section.ID].Title {
		head.Add(Heading(text.Label, theme.SizeNameSubHeadingText))
	}
	if text.Hint != "" {
		head.Add(Muted(text.Hint))
	}
	r.list = newRowList(desk, r.choose, r.enter, func() { r.into(0) })
	r.list.edit = r.edit
	r.tools = newRowTools(r)
	r.split = &split{list: r.list}
	r.findings.Hide()
	r.offers.Hide()
	r.parts = container.New(r.split, container.New(column{gap: 4}, r.list, r.tools.object),
		container.New(column{gap: 4}, r.offers, r.findings, r.box))
	r.root = newTapArea(container.New(column{gap: 4}, container.New(column{widest: Widest}, head), r.parts), r.enter)
	r.root.wide = true
	return r
}

func (r *rows) object() fyne.CanvasObject { return r.root }

// target takes the focus when the list itself is jumped to.
func (r *rows) target() fyne.Focusable {
	if len(r.paths) > 0 {
		return r.list
	}
	return r.tools.add
}

func (r *rows) first() fyne.Focusable { return r.target() }

// show updates the list from the report. A chosen row that is gone gives its place to
// the next one.
func (r *rows) show(*forms.Question) {
	report := r.desk.Report()
	r.paths = report.Rows(r.path)
	progress := report.RowsProgress(r.path)
	r.at = r.chosen(progress)
	lines := make([]rowText, len(r.paths))
	for i, path := range r.paths {
		lines[i] = rowText{r.title(i, path), r.state(path, progress[i]), progress[i].Status}
	}
	r.list.put(lines, r.at)
	setVisible(r.list, len(lines) > 0)
	r.tools.show(r.at, len(lines))
	r.open()
	r.offer()
	r.find()
}

// title is the number and name of a row, and the figure where the name is that of a
// figure.
func (r *rows) title(i int, row forms.Path) string {
	report, words := r.desk.Report(), r.desk.Words()
	title, of := words.Text("window.rows.untitled"), r.field.TitleField()
	if of != nil && r.display(row, func(f *forms.Field) bool { return f == of }) != "" {
		title = report.RowTitle(row, words.Lang)
		if value := r.display(row, func(f *forms.Field) bool { return f.Type == forms.TypeDecimal }); value != "" && of.Type == forms.TypeChoice {
			title += r.term("label.of") + value
		}
	}
	return words.Text("window.rows.title", "n", strconv.Itoa(i+1), "title", title)
}

// state is how far a row has come, after what the program concludes of it, if that
// is something.
func (r *rows) state(row forms.Path, p forms.Progress) string {
	words := r.desk.Words()
	state := rowState(words, p)
	outcome := r.display(row, func(f *forms.Field) bool { return f.Computed() && f.Type == forms.TypeChoice })
	if outcome == "" || p.Answered == 0 {
		return state
	}
	return words.Text("window.rows.outcome", "outcome", outcome, "state", state)
}

// display is the answer of a row in the first column of a kind, "" where nothing is
// known of it.
func (r *rows) display(row forms.Path, kind func(*forms.Field) bool) string {
	i := slices.IndexFunc(r.field.Fields, kind)
	if i < 0 {
		return ""
	}
	q := r.desk.Report().Question(row.Join(r.field.Fields[i].Key))
	if q == nil || !q.State.Known() {
		return ""
	}
	return r.desk.Report().Display(q, r.desk.Words().Lang)
}

// chosen is the place of the chosen row: as the desk remembers it, else the one
// that has come to its place, else the first that is not finished.
func (r *rows) chosen(progress []forms.Progress) int {
	if i := slices.Index(r.paths, r.desk.Chosen(r.path)); i >= 0 {
		return i
	}
	if r.detail != nil {
		return max(0, min(r.at, len(r.paths)-1))
	}
	return max(0, slices.IndexFunc(progress, func(p forms.Progress) bool { return p.Status != forms.Finished }))
}

// choose shows the questions of a row that the user has chosen in the list, from
// their beginning.
func (r *rows) choose(i int) {
	r.turn(r.paths[i])
	r.enter()
	if r.split.held() {
		r.desk.See(r.parts)
	}
}

// view tells which part of the list with its questions is seen.
func (r *rows) view(top, bottom float32) {
	y := r.parts.Position().Y
	r.split.top, r.split.bottom = top-y, bottom-y
	r.split.hold(r.parts.Objects)
}

// edit does to the chosen row what a key of the list stands for, and reports whether
// it stands for something.
func (r *rows) edit(key fyne.KeyName, control bool) bool {
	if r.desk.Fixed() {
		return false
	}
	row := r.paths[r.at]
	switch {
	case control && key == fyne.KeyUp:
		r.desk.MoveRow(row, -1)
	case control && key == fyne.KeyDown:
		r.desk.MoveRow(row, 1)
	case control && key == fyne.KeyD:
		r.desk.CopyRow(row)
	case !control && key == fyne.KeyInsert:
		r.desk.AddRow(r.path)
	case !control && key == fyne.KeyDelete:
		r.desk.RemoveRow(row)
	default:
		return false
	}
	return true
}

// turn shows the questions of a row. What was typed in another one is written.
func (r *rows) turn(row forms.Path) {
	r.desk.Leave()
	r.desk.Choose(r.path, row)
	r.show(nil)
}

// open makes the questions of the chosen row, unless they are there.
func (r *rows) open() {
	if len(r.paths) == 0 {
		r.drop()
		return
	}
	path := r.paths[r.at]
	r.desk.Choose(r.path, path)
	if r.detail == nil || r.detail.path != path {
		r.drop()
		r.detail = newRowDetail(r, path)
		r.box.Add(r.detail.root)
		r.root.Refresh()
	}
	r.detail.show(r.list.rows[r.at].title, r.at, len(r.paths))
}

// drop takes the questions of a row off the page, and the focus from what goes.
func (r *rows) drop() {
	if r.detail == nil {
		return
	}
	r.box.RemoveAll()
	r.detail = nil
	c := fyne.CurrentApp().Driver().CanvasForObject(r.list)
	if c == nil || c.Focused() == nil || c.Focused() == fyne.Focusable(r.list) || r.tools.has(c.Focused()) {
		return
	}
	c.Unfocus()
}

// into leads to the first question of the chosen row, or of one by some places
// from it.
func (r *rows) into(by int) {
	if i := r.at + by; i >= 0 && i < len(r.paths) {
		r.desk.Jump(r.paths[i])
	}
}

// offer makes a button for every row that the list still lacks.
func (r *rows) offer() {
	offered := r.desk.Offers(r.field)
	if slices.Equal(offered, r.shownOffers) {
		return
	}
	r.shownOffers = offered
	r.offers.RemoveAll()
	for _, o := range offered {
		b := newButton(r.desk, o.Label, theme.ContentAddIcon(), r.enter, func() { r.desk.AddOffered(r.path, o) })
		b.Alignment = widget.ButtonAlignLeading
		fix(r.desk, b)
		r.offers.Add(container.NewHBox(b))
	}
	setVisible(r.offers, len(offered) > 0)
	r.offers.Refresh()
}

func (r *rows) reveal(p forms.Path) (fyne.CanvasObject, fyne.Focusable) {
	i := slices.IndexFunc(r.paths, func(row forms.Path) bool { return p.Within(row) })
	if i < 0 {
		return r.block.reveal(p)
	}
	row := r.paths[i]
	r.turn(row)
	if p == row {
		return r.list, r.list
	}
	return r.detail.fields.Reveal(p)
}

func (r *rows) visit(p forms.Path) {
	if r.detail != nil && p.Within(r.detail.path) {
		r.detail.fields.Visit(p)
		return
	}
	r.block.visit(p)
}

// rowTools are the buttons for the chosen row, and one that adds a row.
type rowTools struct {
	object                      fyne.CanvasObject
	desk                        Desk
	list                        *rowList
	add, copy, up, down, remove *Button
}

func newRowTools(r *rows) *rowTools {
	t := &rowTools{desk: r.desk, list: r.list}
	button := func(key string, icon fyne.Resource, do func()) *Button {
		b := newButton(r.desk, r.desk.Words().Text(key), icon, r.enter, do)
		fix(r.desk, b)
		return b
	}
	chosen := func() forms.Path { return r.paths[r.at] }
	t.add = button("window.rows.add", theme.ContentAddIcon(), func() { r.desk.AddRow(r.path) })
	t.copy = button("window.rows.copy", theme.ContentCopyIcon(), func() { r.desk.CopyRow(chosen()) })
	t.up = button("window.rows.up", theme.MoveUpIcon(), func() { r.desk.MoveRow(chosen(), -1) })
	t.down = button("window.rows.down", theme.MoveDownIcon(), func() { r.desk.MoveRow(chosen(), 1) })
	t.remove = button("window.rows.remove", theme.DeleteIcon(), func() { r.desk.RemoveRow(chosen()) })
	for _, b := range t.ofRow() {
		b.Importance = widget.LowImportance
	}
	t.object = container.New(&flow{}, t.add, t.copy, t.up, t.down, t.remove)
	return t
}

// ofRow are the buttons that need a row.
func (t *rowTools) ofRow() []*Button { return []*Button{t.copy, t.up, t.down, t.remove} }

func (t *rowTools) has(f fyne.Focusable) bool {
	b, ok := f.(*Button)
	return ok && (b == t.add || slices.Contains(t.ofRow(), b))
}

// show offers what can be done to the row at a place among n.
func (t *rowTools) show(at, n int) {
	for _, b := range t.ofRow() {
		setVisible(b, n > 0)
	}
	t.allow(t.up, at > 0 && !t.desk.Fixed())
	t.allow(t.down, at < n-1 && !t.desk.Fixed())
}

// allow enables a button or disables it; the list gets the focus that it had, which
// else nothing would have.
func (t *rowTools) allow(b *Button, on bool) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); !on && c != nil && c.Focused() == fyne.Focusable(b) {
		c.Focus(t.list)
	}
	setEnabled(b, on)
}

// rowDetail is the questions of a row, and at their end the way to the rows beside
// it.
type rowDetail struct {
	path       forms.Path
	root       fyne.CanvasObject
	title      *Paragraph
	fields     *Fields
	back, next *Button
	steps      fyne.CanvasObject
}

func newRowDetail(r *rows, path forms.Path) *rowDetail {
	d := &rowDetail{path: path, title: Strong("")}
	step := func(key string, icon fyne.Resource, by int) *Button {
		b := newButton(r.desk, r.desk.Words().Text(key), icon, r.enter, func() { r.into(by) })
		b.Importance = widget.LowImportance
		return b
	}
	d.back = step("window.rows.back", theme.NavigateBackIcon(), -1)
	d.next = step("window.rows.next", theme.NavigateNextIcon(), 1)
	d.steps = container.New(&flow{}, d.back, d.next)
	d.fields = NewFields(r.desk, r.field.Fields, path)
	d.root = Card(look.ColorNamePanel, container.New(column{gap: gap}, d.title, d.fields.Object, d.steps))
	return d
}

// show updates the questions from the report; the row stands at a place among n.
func (d *rowDetail) show(title string, at, n int) {
	d.title.Put(title)
	setVisible(d.steps, n > 1)
	setEnabled(d.back, at > 0)
	setEnabled(d.next, at < n-1)
	d.fields.Show()
}
