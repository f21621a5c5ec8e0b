package prose

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/ime"
)

// FindWords are the words of a FindBar, in the user's language.
type FindWords struct {
	Find, With                                 string // what the two fields ask for
	Previous, Next, Replace, ReplaceAll, Exact string
	// Found says how many matches there are.
	Found func(n int) string
}

// FindBar finds and replaces in an editor. Hide it and show it by Open and Close.
type FindBar struct {
	widget.BaseWidget
	editor      *Editor
	words       FindWords
	query, with *ime.Entry
	exact       *widget.Check
	found       *widget.Label
	buttons     []*widget.Button
	content     fyne.CanvasObject
}

// NewFindBar makes a hidden bar for an editor, opened by the editor's Ctrl+F.
func NewFindBar(e *Editor, words FindWords) *FindBar {
	b := &FindBar{editor: e, words: words, query: ime.NewEntry(), with: ime.NewEntry(), found: widget.NewLabel("")}
	b.query.SetPlaceHolder(words.Find)
	b.query.OnChanged = func(string) { b.count() }
	b.query.OnSubmitted = func(string) { b.next() }
	b.with.SetPlaceHolder(words.With)
	b.with.OnSubmitted = func(string) { b.replace() }
	b.query.OnEscape, b.with.OnEscape = b.Close, b.Close
	b.exact = widget.NewCheck(words.Exact, func(bool) { b.count() })
	b.buttons = []*widget.Button{
		widget.NewButtonWithIcon(words.Previous, theme.NavigateBackIcon(), b.previous),
		widget.NewButtonWithIcon(words.Next, theme.NavigateNextIcon(), b.next),
		widget.NewButton(words.Replace, b.replace),
		widget.NewButton(words.ReplaceAll, b.replaceAll),
	}
	closer := widget.NewButtonWithIcon("", theme.CancelIcon(), b.Close)
	closer.Importance = widget.LowImportance
	b.content = container.New(layout.NewCustomPaddedVBoxLayout(theme.Padding()),
		container.NewBorder(nil, nil, nil, container.NewHBox(b.found, b.buttons[0], b.buttons[1], closer), b.query),
		container.NewBorder(nil, nil, nil, container.NewHBox(b.exact, b.buttons[2], b.buttons[3]), b.with),
		container.NewGridWrap(fyne.NewSize(1, theme.Padding())), // room before the editor
	)
	e.OnFind = b.Open
	b.ExtendBaseWidget(b)
	b.Hide()
	return b
}

// CreateRenderer is the toolkit's.
func (b *FindBar) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(b.content)
}

// Open shows the bar, with what is selected as the question, and focuses it.
func (b *FindBar) Open() {
	if s := b.editor.SelectedText(); s != "" && len([]rune(s)) <= 40 && !strings.Contains(s, "\n") {
		b.query.SetText(s)
	}
	b.count()
	b.Show()
	if c := b.canvas(); c != nil {
		c.Focus(b.query)
	}
}

// Close hides the bar and goes back to the editor.
func (b *FindBar) Close() {
	b.Hide()
	if c := b.canvas(); c != nil {
		c.Focus(b.editor)
	}
}

// canvas is where the editor is shown: the bar is known to the toolkit only once it was
// drawn.
func (b *FindBar) canvas() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(b.editor) }

func (b *FindBar) next()     { b.find(false) }
func (b *FindBar) previous() { b.find(true) }

func (b *FindBar) find(backwards bool) {
	b.editor.Find(b.query.Text, b.exact.Checked, backwards)
	b.stay()
}

func (b *FindBar) replace() {
	b.editor.Replace(b.query.Text, b.with.Text, b.exact.Checked)
	b.count()
	b.stay()
}

func (b *FindBar) replaceAll() {
	b.editor.ReplaceAll(b.query.Text, b.with.Text, b.exact.Checked)
	b.count()
	b.stay()
}

// stay keeps the keyboard in the bar: a button that was pressed has given the focus up.
func (b *FindBar) stay() {
	if c := b.canvas(); c != nil && c.Focused() == nil {
		c.Focus(b.query)
	}
}

// count shows how many matches there are.
func (b *FindBar) count() {
	if b.query.Text == "" || b.words.Found == nil {
		b.found.SetText("")
		return
	}
	b.found.SetText(b.words.Found(len(b.editor.Matches(b.query.Text, b.exact.Checked))))
}
