package question

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
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
	in.entry = b.newEntry(newEntry)
	return in
}

func (in *textInput) object() fyne.CanvasObject { return in.entry }
func (in *textInput) target() fyne.Focusable    { return in.entry }
func (in *textInput) show(q *forms.Question)    { in.putRaw(in.entry, q) }

// newEntry makes a field of the block by one of the constructors of entry.
func (b *block) newEntry(make func(typed func(string), entered, left func()) *entry) *entry {
	e := make(func(text string) {
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
	entry *entry
	count *Paragraph
	lines int
}

func newProseInput(b *block) input {
	in := &proseInput{block: b, count: Muted("")}
	in.entry = b.newEntry(newProseEntry)
	in.entry.Resize(fyne.NewSize(40*theme.TextSize(), 200))
	told := in.entry.typed
	in.entry.typed = func(text string) {
		told(text)
		in.measure()
	}
	in.count.Alignment = fyne.TextAlignTrailing
	in.measure()
	return in
}

func (in *proseInput) object() fyne.CanvasObject {
	return container.New(column{gap: -8}, in.entry, in.count)
}
func (in *proseInput) target() fyne.Focusable { return in.entry }

func (in *proseInput) show(q *forms.Question) {
	in.putRaw(in.entry, q)
	in.measure()
}

// measure counts the characters and fits the height.
func (in *proseInput) measure() {
	words := in.desk.Words()
	n := strconv.Itoa(forms.CountChars(in.entry.Text))
	text := words.Text("window.field.chars", "n", n)
	if in.field.MaxChars > 0 {
		text = words.Text("window.field.chars_of", "n", n, "most", strconv.Itoa(in.field.MaxChars))
	}
	in.count.Put(text)
	perLine := float64(in.entry.Size().Width / theme.TextSize())
	lines := 1
	for paragraph := range strings.SplitSeq(in.entry.Text, "\n") {
		lines += max(1, int(math.Ceil(float64(utf8.RuneCountInString(paragraph))/max(perLine, 20))))
	}
	if lines = min(max(lines, fewestLines), mostLines); lines != in.lines {
		in.lines = lines
		in.entry.SetMinRowsVisible(lines)
	}
}

// numberInput is a number with its unit beside it.
type numberInput struct {
	*block
	entry *entry
	unit  *widget.Label
}

func newNumberInput(b *block) input {
	in := &numberInput{block: b, unit: widget.NewLabel("")}
	in.entry = b.newEntry(newEntry)
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
