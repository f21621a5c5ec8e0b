package question

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"h200filing/forms"
)

// textInput is one line of text.
type textInput struct {
	*block
	entry *entry
}

func newTextInput(b *block) input {
	in := &textInput{block: b}
	in.entry = b.newEntry()
	return in
}

func (in *textInput) object() fyne.CanvasObject { return in.entry }
func (in *textInput) target() fyne.Focusable    { return in.entry }
func (in *textInput) show(q *forms.Question)    { in.putRaw(in.entry, q) }

// newEntry makes a field of the block.
func (b *block) newEntry() *entry {
	e := newEntry(func(text string) {
		b.typing, b.visited = true, true
		b.desk.Type(b.path, text)
	}, b.enter, b.leave)
	e.key, e.PassScroll = b.desk.Key, b.desk.Scroll
	fix(b.desk, e)
	if b.field.Default != "" {
		e.SetPlaceHolder(b.desk.Words().Text("window.field.default", "value", b.field.Default))
	}
	return e
}

// putRaw shows what was typed last.
func (b *block) putRaw(e *entry, q *forms.Question) { e.put(b.newest(q)) }

// newest is what was typed last: it may not be written yet.
func (b *block) newest(q *forms.Question) string {
	if text, typing := b.desk.Typed(b.path); typing {
		return text
	}
	return q.Raw
}

// numberInput is a number with its unit beside it.
type numberInput struct {
	*block
	entry *entry
	unit  *widget.Label
}

func newNumberInput(b *block) input {
	in := &numberInput{block: b, unit: widget.NewLabel("")}
	in.entry = b.newEntry()
	return in
}

func (in *numberInput) object() fyne.CanvasObject {
	return container.New(beside{width: 14}, in.entry, in.unit)
}
func (in *numberInput) target() fyne.Focusable { return in.entry }

func (in *numberInput) show(q *forms.Question) {
	in.putRaw(in.entry, q)
	if unit := in.unitText(q); unit != in.unit.Text {
		in.unit.SetText(unit)
	}
}

func (in *numberInput) unitText(q *forms.Question) string {
	text := in.desk.Report().Form.Text(in.desk.Words().Lang)
	switch {
	case in.field.Type == forms.TypePercent:
		return "%"
	case in.field.Type == forms.TypeMoney:
		return text.Units[in.desk.Report().Currency(q)]
	}
	return text.Units[in.field.Unit]
}
