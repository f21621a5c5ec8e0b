package question

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/forms"
)

// options lists what may be chosen at a question as things stand: the choices of
// its list, those that are refused with a mark, or the titles of the rows that
// it may name. Labels are unique.
func (b *block) options() []Option {
	var out []Option
	if b.field.Ref != "" {
		for _, title := range b.rowTitles() {
			out = append(out, Option{title, title})
		}
		return unique(out)
	}
	text := b.desk.Report().Form.Text(b.desk.Words().Lang)
	names := text.Choices[b.field.Choices]
	name := func(v string) string {
		if names[v] != "" {
			return names[v]
		}
		return v
	}
	for _, v := range b.desk.Report().Form.Choices[b.field.Choices] {
		out = append(out, Option{v, name(v)})
	}
	for _, v := range b.field.Refused {
		out = append(out, Option{v, b.desk.Words().Text("window.field.refused", "name", name(v))})
	}
	return unique(out)
}

// rowTitles lists the titles of the rows that a reference may name.
func (b *block) rowTitles() []string {
	report := b.desk.Report()
	column := report.Form.Field(b.field.Ref)
	if column == nil || column.List == nil {
		return nil
	}
	var titles []string
	for _, row := range report.Rows(forms.Path(column.List.ID)) {
		if q := report.Question(row.Join(column.Key)); q != nil && q.State.Known() {
			if title, ok := q.Value.(string); ok && title != "" {
				titles = append(titles, title)
			}
		}
	}
	return titles
}

// unique makes labels differ that are the same for different values.
func unique(options []Option) []Option {
	seen := map[string]bool{}
	var out []Option
	for _, o := range options {
		if seen[o.Label] {
			o.Label += " (" + o.Value + ")"
		}
		if !seen[o.Label] {
			out = append(out, o)
		}
		seen[o.Label] = true
	}
	return out
}

func labels(options []Option) []string {
	out := make([]string, len(options))
	for i, o := range options {
		out[i] = o.Label
	}
	return out
}

// selector is a drop-down list that tells when it is entered.
type selector struct {
	widget.Select
	entered func()
	key     func(fyne.KeyName) bool
}

// FocusGained implements fyne.Focusable.
func (s *selector) FocusGained() {
	s.Select.FocusGained()
	s.entered()
}

// TypedKey implements fyne.Focusable.
func (s *selector) TypedKey(key *fyne.KeyEvent) {
	if !s.key(key.Name) {
		s.Select.TypedKey(key)
	}
}

// choiceInput is a choice of one among several, the first of which is none.
type choiceInput struct {
	*block
	choose  *selector
	offered []Option
	quiet   bool
}

func newChoiceInput(b *block) input {
	in := &choiceInput{block: b, choose: &selector{entered: b.enter, key: b.desk.Key}}
	in.choose.ExtendBaseWidget(in.choose)
	in.choose.PlaceHolder = b.desk.Words().Text("window.field.choose")
	in.choose.OnChanged = func(string) { in.chosen() }
	fix(b.desk, in.choose)
	return in
}

func (in *choiceInput) object() fyne.CanvasObject {
	return container.New(beside{width: 26}, Framed(in.choose))
}
func (in *choiceInput) target() fyne.Focusable { return in.choose }

func (in *choiceInput) chosen() {
	if i := in.choose.SelectedIndex(); !in.quiet && i >= 0 {
		in.enter()
		in.desk.Set(in.path, in.offered[i].Value)
	}
}

func (in *choiceInput) show(q *forms.Question) {
	offered := append([]Option{{"", in.desk.Words().Text("window.field.no_choice")}}, in.options()...)
	i := slices.IndexFunc(offered, func(o Option) bool { return o.Value == q.Raw })
	if i < 0 { // typed elsewhere, not among the choices: it is shown as it stands
		offered = append(offered, Option{q.Raw, in.desk.Words().Text("window.field.unknown_choice", "name", q.Raw)})
		i = len(offered) - 1
	}
	in.quiet = true
	defer func() { in.quiet = false }()
	if !slices.Equal(offered, in.offered) {
		in.offered = offered
		in.choose.SetOptions(labels(offered))
	}
	switch {
	case i == 0 && in.choose.Selected != "":
		in.choose.ClearSelected()
	case i > 0 && in.choose.Selected != offered[i].Label:
		in.choose.SetSelected(offered[i].Label)
	}
}

// openInput is a text for which answers can be picked from a list.
type openInput struct {
	*block
	entry *entry
	pick  *Button
}

func newOpenInput(b *block) input {
	in := &openInput{block: b}
	in.entry = b.newEntry()
	in.pick = newButton(b.desk, b.desk.Words().Text("window.field.pick"), theme.MenuDropDownIcon(), b.enter, in.offer)
	fix(b.desk, in.pick)
	return in
}

func (in *openInput) object() fyne.CanvasObject {
	return container.New(beside{width: 26}, in.entry, in.pick)
}
func (in *openInput) target() fyne.Focusable { return in.entry }

// show writes the name of a choice of the list, and any other answer as typed.
func (in *openInput) show(q *forms.Question) { in.putRaw(in.entry, q) }

func (in *openInput) offer() {
	options := in.desk.Suggestions(in.field)
	if len(options) == 0 {
		options = in.options()
	}
	var items []*fyne.MenuItem
	for _, o := range options {
		items = append(items, fyne.NewMenuItem(o.Label, func() { in.desk.Set(in.path, o.Value) }))
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(in.pick)
	if c == nil || len(items) == 0 {
		return
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), c)
	menu.ShowAtRelativePosition(fyne.NewPos(0, in.pick.Size().Height), in.pick)
}
