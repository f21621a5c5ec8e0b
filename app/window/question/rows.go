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

// rows is a list: a card for each row, and a button that adds one.
type rows struct {
	*block      // label, hint and findings of the list; its input stands for the cards
	cards       map[forms.Path]*card
	box         *fyne.Container
	offers      *fyne.Container // buttons for rows that are still lacking
	shownOffers []Option        // on them
	filled      bool            // the rows that were there at first have been shown
}

func newRows(desk Desk, path forms.Path, field *forms.Field) *rows {
	r := &rows{cards: map[forms.Path]*card{}, box: container.New(column{gap: 6}), offers: container.New(column{gap: 2})}
	r.block = &block{desk: desk, path: path, field: field, findings: container.New(column{gap: -8})}
	words := desk.Report().Form.Text(desk.Words().Lang)
	text := words.Fields[field.ID]
	box := container.New(column{gap: -9})
	// The first list of a page may bear its title, which stands above it already.
	if field != field.Section.Fields[0] || text.Label != words.Sections[field.Section.ID].Title {
		box.Add(Heading(text.Label, theme.SizeNameSubHeadingText))
	}
	if text.Hint != "" {
		box.Add(Muted(text.Hint))
	}
	add := newButton(desk, desk.Words().Text("window.rows.add"), theme.ContentAddIcon(), func() { desk.Enter(path) }, func() { desk.AddRow(path) })
	body := container.New(column{gap: 4}, box, r.box, container.NewHBox(add), r.offers, r.findings)
	r.root = newTapArea(body, func() { desk.Enter(path) })
	r.input = &rowsTarget{add: add}
	return r
}

// rowsTarget gives a list's button the focus when the list itself is jumped to.
type rowsTarget struct{ add *button }

func (t *rowsTarget) object() fyne.CanvasObject { return t.add }
func (t *rowsTarget) show(*forms.Question)      {}
func (t *rowsTarget) target() fyne.Focusable    { return t.add }

func (r *rows) show(*forms.Question) {
	paths := r.desk.Report().Rows(r.path)
	var objects []fyne.CanvasObject
	for i, path := range paths {
		c := r.cards[path]
		if c == nil {
			c = newCard(r.desk, path, r.field)
			r.cards[path] = c
			if r.filled || len(paths) == 1 { // a row just added, or the only one
				c.expand()
			}
		}
		c.show(i, len(paths))
		objects = append(objects, c.root)
	}
	r.filled = true
	if !slices.Equal(objects, r.box.Objects) {
		r.box.Objects = objects
		r.box.Refresh()
	}
	r.offer()
	r.find()
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
		b := newButton(r.desk, o.Label, theme.ContentAddIcon(), func() { r.desk.Enter(r.path) }, func() { r.desk.AddOffered(r.path, o) })
		b.Alignment = widget.ButtonAlignLeading
		r.offers.Add(container.NewHBox(b))
	}
	r.offers.Refresh()
}

func (r *rows) reveal(p forms.Path) (fyne.CanvasObject, fyne.Focusable) {
	for path, c := range r.cards {
		if p.Within(path) && slices.Contains(r.desk.Report().Rows(r.path), path) {
			c.expand()
			r.box.Refresh()
			if p == path {
				return c.root, c.toggle
			}
			return c.fields.Reveal(p)
		}
	}
	return r.block.reveal(p)
}

func (r *rows) first() fyne.Focusable {
	if paths := r.desk.Report().Rows(r.path); len(paths) > 0 {
		return r.cards[paths[0]].toggle
	}
	return r.input.target()
}

// card is one row: its title with what can be done to it, and its questions once
// it has been opened.
type card struct {
	desk   Desk
	path   forms.Path
	field  *forms.Field
	root   fyne.CanvasObject
	body   *fyne.Container
	fields *Fields // nil until opened
	open   bool

	toggle         *button
	state          *widget.Label
	up, down, copy *widget.Button
}

func newCard(desk Desk, path forms.Path, field *forms.Field) *card {
	words := desk.Words()
	c := &card{desk: desk, path: path, field: field, state: Line("", false)}
	c.toggle = newButton(desk, "", theme.MenuExpandIcon(), func() { desk.Enter(path) }, c.switchOver)
	c.toggle.Alignment = widget.ButtonAlignLeading
	c.toggle.Importance = widget.LowImportance
	act := func(key string, do func()) *widget.Button {
		b := widget.NewButton(words.Text(key), do)
		b.Importance = widget.LowImportance
		return b
	}
	c.up = act("window.rows.up", func() { desk.MoveRow(path, -1) })
	c.down = act("window.rows.down", func() { desk.MoveRow(path, 1) })
	c.copy = act("window.rows.copy", func() { desk.CopyRow(path) })
	remove := act("window.rows.remove", func() { desk.RemoveRow(path) })
	head := container.New(&heading{}, c.toggle, c.state, c.up, c.down, c.copy, remove)
	c.body = container.New(column{gap: gap}, head)
	c.root = Card(look.ColorNamePanel, c.body)
	return c
}

func (c *card) switchOver() {
	if c.open {
		c.open = false
		c.fields.Object.Hide()
		c.toggle.SetIcon(theme.MenuExpandIcon())
		c.root.Refresh()
		return
	}
	c.expand()
}

func (c *card) expand() {
	if c.open {
		return
	}
	c.open = true
	c.toggle.SetIcon(theme.MenuDropDownIcon())
	if c.fields == nil {
		c.fields = NewFields(c.desk, c.field.Fields, c.path)
		c.body.Add(c.fields.Object)
	}
	c.fields.Object.Show()
	c.fields.Show()
	c.root.Refresh()
}

// show brings the card to the report; at is its position among n.
func (c *card) show(at, n int) {
	words := c.desk.Words()
	title := words.Text("window.rows.title", "n", strconv.Itoa(at+1), "title", c.desk.Report().RowTitle(c.path, words.Lang))
	if c.toggle.Text != title {
		c.toggle.SetText(title)
	}
	state := ""
	if missing := c.missing(); missing > 0 {
		state = words.Text("window.rows.missing", "n", strconv.Itoa(missing))
	}
	if c.state.Text != state {
		c.state.SetText(state)
	}
	setEnabled(c.up, at > 0)
	setEnabled(c.down, at < n-1)
	if c.open {
		c.fields.Show()
	}
}

// missing counts the blockers within the row.
func (c *card) missing() int {
	n := 0
	for _, f := range c.desk.Report().Findings {
		if f.Level == forms.Blocker && f.Path.Within(c.path) {
			n++
		}
	}
	return n
}
