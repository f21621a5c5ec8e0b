package ime

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Entry is the toolkit's single-line entry whose text no key of a composition
// reaches. Tab leaves it, Enter submits it, as usual.
type Entry struct {
	widget.Entry
	OnEscape func() // Escape that is not the input method's
	// OnCaret tells where the caret is, from the entry's top left corner, while it
	// has the focus; in a text too long for the entry, as if that did not scroll. At
	// first it is the input method that is told.
	OnCaret func(at fyne.Position, size fyne.Size)
	// PassScroll gets the wheel of the mouse, which a single line has no use for; nil
	// where the entry stands on nothing that scrolls.
	PassScroll func(*fyne.ScrollEvent)

	self    fyne.Widget
	tracker *Tracker
	focused bool
}

var (
	_ fyne.Focusable         = (*Entry)(nil)
	_ fyne.Tabbable          = (*Entry)(nil)
	_ fyne.Shortcutable      = (*Entry)(nil)
	_ desktop.Mouseable      = (*Entry)(nil)
	_ fyne.SecondaryTappable = (*Entry)(nil)
)

// NewEntry makes an empty entry.
func NewEntry() *Entry {
	e := &Entry{}
	e.Init(e)
	return e
}

// Init makes the entry ready inside a widget that embeds it: self is that widget.
func (e *Entry) Init(self fyne.Widget) {
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.self, e.tracker = self, NewTracker()
	e.OnCaret = func(at fyne.Position, size fyne.Size) { ShowCaret(e.self, at, size) }
	e.OnCursorChanged = e.tellCaret
	e.ExtendBaseWidget(self)
}

// Composing reports whether an input method holds keys for this entry.
func (e *Entry) Composing() bool { return e.tracker.Composing() }

// TypedKey acts on a key unless it is the input method's.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if !e.tracker.Key(key) {
		e.act(key)
	}
}

// act does what a key of the entry's own does. Tab comes here only if it was
// swallowed first and played back.
func (e *Entry) act(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeyTab:
		if c := fyne.CurrentApp().Driver().CanvasForObject(e.self); c != nil {
			c.FocusNext()
		}
	case key.Name == fyne.KeyEscape && e.OnEscape != nil:
		e.OnEscape()
	default:
		e.Entry.TypedKey(key)
	}
}

// TypedRune inserts a character.
func (e *Entry) TypedRune(r rune) {
	replay := e.tracker.Rune(r)
	e.Entry.TypedRune(r)
	for _, key := range replay {
		e.act(key)
	}
}

// TypedShortcut acts on a shortcut unless it is the input method's.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if e.tracker.Shortcut(s) {
		return
	}
	if paste, ok := s.(*fyne.ShortcutPaste); ok && paste.Clipboard != nil {
		s = &fyne.ShortcutPaste{Clipboard: oneLine{paste.Clipboard}}
	}
	e.Entry.TypedShortcut(s)
}

// AcceptsTab keeps the focus here while the input method has the Tab key.
func (e *Entry) AcceptsTab() bool { return e.tracker.Composing() }

// FocusGained shows the caret.
func (e *Entry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
}

// FocusLost ends the composition.
func (e *Entry) FocusLost() {
	e.focused = false
	e.tracker.Reset()
	HideCaret()
	e.Entry.FocusLost()
}

// tellCaret tells where the caret is.
func (e *Entry) tellCaret() {
	if e.focused && e.OnCaret != nil {
		height := fyne.MeasureText("国", e.Theme().Size(theme.SizeNameText), e.TextStyle).Height
		at := e.CursorPosition().AddXY(0, e.Theme().Size(theme.SizeNameInputBorder)) // the text stands within a border
		e.OnCaret(at, fyne.NewSize(1, height))
	}
}

// MouseDown places the caret. The tracker starts again, so that a wrong guess never
// outlives a click.
func (e *Entry) MouseDown(event *desktop.MouseEvent) {
	e.tracker.Reset()
	e.Entry.MouseDown(event)
}
