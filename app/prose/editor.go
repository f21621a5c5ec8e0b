package prose

import (
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/ime"
)

// Words are the editor's own words, in the user's language.
type Words struct {
	Undo, Redo, Cut, Copy, Paste, SelectAll string
}

// Editor is a multi-line text field. Make it with New. Offsets are in characters
// from the beginning of the text, newlines counted.
//
// It grows with its text from the least to the most rows (SetRows) and scrolls by
// itself beyond. Tab leaves it.
type Editor struct {
	widget.DisableableWidget

	OnChanged func(text string)  // after each change of the user's, not after SetText
	OnFocus   func(focused bool) // when the focus comes and goes
	// OnCaret tells where the caret is, from the editor's top left corner, while it
	// has the focus. At first it is the input method that is told.
	OnCaret func(at fyne.Position, size fyne.Size)
	// OnReveal tells the same once the caret was moved, by typing or otherwise, or the
	// text laid out anew: what the editor stands in can scroll to it.
	OnReveal func(at fyne.Position, size fyne.Size)
	// OnMark tells the mark under the pointer or around the caret; nil is none.
	OnMark func(*Mark)
	OnFind func() // Ctrl+F and Ctrl+H
	// OnState tells that the sign of a paragraph's state was clicked.
	OnState func(paragraph int)
	// OnKey gets the keys that the editor has no use for.
	OnKey func(name fyne.KeyName) bool
	// PassScroll gets the wheel where the editor has no use for it, for the page
	// around it.
	PassScroll func(*fyne.ScrollEvent)

	words       Words
	placeholder string
	least, most int // rows
	readOnly    bool
	margin      bool

	buf     *buffer
	sel     selection
	history *history
	tracker *ime.Tracker
	now     func() time.Time
	marks   []Mark
	told    int // index of the mark that OnMark has been told, -1

	focused bool
	shift   bool
	wish    float32   // where up and down want to go; below 0 is where the caret is
	top     float32   // scrolled away
	active  time.Time // when the caret was moved last
	mouse   mouse
	view    *view
}

var (
	_ fyne.Widget       = (*Editor)(nil)
	_ fyne.Focusable    = (*Editor)(nil)
	_ fyne.Tabbable     = (*Editor)(nil)
	_ fyne.Shortcutable = (*Editor)(nil)
	_ fyne.Disableable  = (*Editor)(nil)
	_ desktop.Keyable   = (*Editor)(nil)
)

// New makes an empty editor of three to twelve rows.
func New(words Words) *Editor { return newWith(words, time.Now, ime.NewTracker()) }

func newWith(words Words, now func() time.Time, tracker *ime.Tracker) *Editor {
	e := &Editor{
		words: words, least: 3, most: 12, buf: newBuffer(), now: now, tracker: tracker,
		history: &history{now: now}, wish: -1, told: -1,
	}
	e.OnCaret = func(at fyne.Position, size fyne.Size) { ime.ShowCaret(e, at, size) }
	e.ExtendBaseWidget(e)
	return e
}

// Text is the text; paragraphs are parted by "\n".
func (e *Editor) Text() string { return e.buf.text() }

// Count is the number of characters by the rule of 字数: all but white space.
func (e *Editor) Count() int { return e.buf.count() }

// SetText puts another text in, cleaned. The caret stays at its words where they
// are still there, and so do marks and paragraph states. The history is forgotten
// if the text differs. OnChanged is not called.
func (e *Editor) SetText(text string) {
	from, to, with := difference(e.Text(), clean(text))
	if from == to && with == "" {
		return
	}
	sel := e.sel
	e.replace(from, to, with)
	n := utf8.RuneCountInString(with)
	e.sel = selection{
		anchor: kept(sel.anchor, from, to, n),
		caret:  kept(sel.caret, from, to, n),
	}
	e.history = &history{now: e.now}
	e.settle()
	e.redraw()
}

// difference finds what to replace in one text to get another, by what both begin
// and end with.
func difference(from, to string) (a, b int, with string) {
	old, fresh := []rune(from), []rune(to)
	for a < len(old) && a < len(fresh) && old[a] == fresh[a] {
		a++
	}
	b = len(old)
	end := len(fresh)
	for b > a && end > a && old[b-1] == fresh[end-1] {
		b--
		end--
	}
	return a, b, string(fresh[a:end])
}

// kept is where a caret is after from..to became n characters.
func kept(caret, from, to, n int) int {
	switch {
	case caret <= from:
		return caret
	case caret >= to:
		return caret + n - (to - from)
	}
	return from + min(caret-from, n)
}

// SetPlaceHolder sets what an empty editor shows.
func (e *Editor) SetPlaceHolder(text string) {
	e.placeholder = clean(text)
	e.redraw()
}

// SetRows sets how many rows the editor is high at least, and at most before it
// scrolls.
func (e *Editor) SetRows(least, most int) {
	e.least = max(1, least)
	e.most = max(e.least, most)
	e.redraw()
}

// SetReadOnly lets the user select and copy but not change.
func (e *Editor) SetReadOnly(on bool) {
	e.readOnly = on
	e.redraw()
}

// SetMargin keeps room on the left for the signs of paragraphs and marks.
func (e *Editor) SetMargin(on bool) {
	e.margin = on
	e.Refresh()
}

// SetStates sets how the paragraphs stand to the data, in their order; those
// without one are Plain. The states move with their paragraphs.
func (e *Editor) SetStates(states []State) {
	for i, p := range e.buf.pars {
		p.state = Plain
		if i < len(states) {
			p.state = states[i]
		}
	}
	e.redraw()
}

// States gives the paragraphs' states.
func (e *Editor) States() []State {
	states := make([]State, len(e.buf.pars))
	for i, p := range e.buf.pars {
		states[i] = p.state
	}
	return states
}

// SetMarks marks stretches of the text. They move with the text until they are set
// again; stretches outside it are cut to it.
func (e *Editor) SetMarks(list []Mark) {
	e.marks = e.marks[:0]
	for _, m := range list {
		m.From, m.To = max(0, m.From), min(m.To, e.buf.size())
		if m.From < m.To {
			e.marks = append(e.marks, m)
		}
	}
	e.told = -1
	e.tellMark(e.markAtCaret())
	e.redraw()
}

// Marks gives the marks as they stand now.
func (e *Editor) Marks() []Mark { return append([]Mark(nil), e.marks...) }

// Caret is where the caret stands.
func (e *Editor) Caret() int { return e.sel.caret }

// Selection is what is selected; from equals to if nothing is.
func (e *Editor) Selection() (from, to int) { return e.sel.bounds() }

// Select selects a stretch of the text, held within it, and brings it into view.
func (e *Editor) Select(from, to int) {
	size := e.buf.size()
	e.sel = selection{anchor: min(max(from, 0), size), caret: min(max(to, 0), size)}
	e.wish = -1
	e.moved()
}

// SelectedText is the text that is selected.
func (e *Editor) SelectedText() string {
	from, to := e.sel.bounds()
	return e.buf.slice(e.buf.at(from), e.buf.at(to))
}

func (e *Editor) fixed() bool { return e.readOnly || e.Disabled() }
