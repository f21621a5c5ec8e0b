package question

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/prose"
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
	if b.field.Default != "" {
		e.SetPlaceHolder(b.desk.Words().Text("window.field.default", "value", b.field.Default))
	}
	return e
}

// putRaw shows what was typed, unless something newer is being typed.
func (b *block) putRaw(e *entry, q *forms.Question) {
	if _, typing := b.desk.Typed(b.path); !typing {
		e.put(q.Raw)
	}
}

// The height of a prose field in lines: it grows with its text between these.
const (
	fewestLines = 4
	mostLines   = 14
)

// proseInput is a text in paragraphs with its number of characters.
type proseInput struct {
	*block
	editor *prose.Editor
	count  *Paragraph
}

func newProseInput(b *block) input {
	words := b.desk.Words()
	in := &proseInput{block: b, count: Muted("")}
	in.editor = prose.New(prose.Words{Undo: words.Text("toolkit.undo"), Redo: words.Text("toolkit.redo"),
		Cut: words.Text("toolkit.cut"), Copy: words.Text("toolkit.copy"), Paste: words.Text("toolkit.paste"),
		SelectAll: words.Text("toolkit.select_all")})
	in.editor.SetRows(fewestLines, mostLines)
	in.editor.OnChanged = in.changed
	in.editor.OnFocus = in.focused
	in.editor.PassScroll = b.desk.Scroll
	in.count.Alignment = fyne.TextAlignTrailing
	return in
}

func (in *proseInput) object() fyne.CanvasObject {
	return container.New(column{gap: -8}, in.editor, in.count)
}
func (in *proseInput) target() fyne.Focusable { return in.editor }

func (in *proseInput) changed(text string) {
	in.typing, in.visited = true, true
	in.desk.Type(in.path, text)
	in.tell()
}

func (in *proseInput) focused(on bool) {
	if on {
		in.enter()
	} else {
		in.leave()
	}
}

func (in *proseInput) show(q *forms.Question) {
	if _, typing := in.desk.Typed(in.path); !typing && in.editor.Text() != q.Raw {
		in.editor.SetText(q.Raw)
	}
	in.tell()
}

// tell says how many characters there are, and how many there may be.
func (in *proseInput) tell() {
	words, n := in.desk.Words(), strconv.Itoa(in.editor.Count())
	if in.field.MaxChars > 0 {
		in.count.Put(words.Text("window.field.chars_of", "n", n, "most", strconv.Itoa(in.field.MaxChars)))
		return
	}
	in.count.Put(words.Text("window.field.chars", "n", n))
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
