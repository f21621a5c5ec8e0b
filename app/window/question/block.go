package question

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/forms"
)

// part is what stands on a page for one question: a block or a list of rows.
type part interface {
	object() fyne.CanvasObject
	show(q *forms.Question)
	// reveal makes the question at a path visible within the part and returns
	// where it stands and what takes the focus; nil, nil where it is not here.
	reveal(p forms.Path) (fyne.CanvasObject, fyne.Focusable)
	// visit says that the answer at a path is missing, where it is.
	visit(p forms.Path)
	// shownAt is where the question at a path stands and what takes the focus, as
	// things are shown now; nil, nil where it is not here.
	shownAt(p forms.Path) (fyne.CanvasObject, fyne.Focusable)
	// nearest is the question at a height within the part.
	nearest(y float32) forms.Path
	// first is what takes the focus when the page is opened on the part.
	first() fyne.Focusable
}

// block is one question: label, hint, input, and what is wrong with the answer.
//
// That an answer is still missing is said only once something has been typed, or
// the review has led here, and nothing new is found fault with while the user is
// typing.
type block struct {
	desk  Desk
	path  forms.Path
	field *forms.Field

	root     *tapArea
	input    input
	findings *fyne.Container
	tick     *tick
	shown    []forms.Finding
	passages bool // the input itself shows what is said about passages of the text
	typing   bool // since the field was entered
	visited  bool
}

func newBlock(desk Desk, path forms.Path, field *forms.Field) *block {
	b := &block{desk: desk, path: path, field: field, findings: container.New(column{gap: -8})}
	b.input = newInput(b)
	text := desk.Report().Form.Text(desk.Words().Lang).Fields[field.ID]
	box := container.New(column{gap: -9}, b.label(text.Label))
	if text.Hint != "" {
		box.Add(Muted(text.Hint))
	}
	// The gap above is for texts, which have room of their own.
	b.tick = newTick(b)
	body := container.New(column{}, box, b.input.object(), b.findings, b.tick.root)
	b.root = newTapArea(body, b.tapped)
	return b
}

// label is the question's name; what need not be answered is marked.
func (b *block) label(name string) fyne.CanvasObject {
	segments := []widget.RichTextSegment{&widget.TextSegment{Text: name,
		Style: widget.RichTextStyle{Inline: true, TextStyle: fyne.TextStyle{Bold: true}, ColorName: theme.ColorNameForeground, SizeName: theme.SizeNameText}}}
	mark := ""
	switch {
	case b.field.Computed():
		mark = b.desk.Words().Text("window.field.computed")
	case !b.field.Required && b.field.Type != forms.TypeRows:
		mark = b.desk.Words().Text("window.field.optional")
	}
	if mark != "" {
		segments = append(segments, &widget.TextSegment{Text: "  " + mark,
			Style: widget.RichTextStyle{Inline: true, ColorName: theme.ColorNamePlaceHolder, SizeName: theme.SizeNameCaptionText}})
	}
	l := widget.NewRichText(segments...)
	l.Wrapping = fyne.TextWrapWord
	return l
}

func (b *block) term(key string) string {
	return b.desk.Report().Form.Text(b.desk.Words().Lang).Terms[key]
}

func (b *block) object() fyne.CanvasObject { return b.root }

func (b *block) show(q *forms.Question) {
	b.input.show(q)
	b.find()
	b.tick.show()
}

// tapped goes to the question beside whose field the user has tapped: what is typed
// next stands in it.
func (b *block) tapped() {
	target := b.input.target()
	if object, ok := target.(fyne.CanvasObject); ok {
		if c := fyne.CurrentApp().Driver().CanvasForObject(object); c != nil {
			c.Focus(target)
		}
	}
	b.enter()
}

// enter tells the desk that the user is here.
func (b *block) enter() { b.desk.Enter(b.path) }

// leave writes what was typed.
func (b *block) leave() {
	b.typing = false
	b.desk.Leave()
	b.find()
}

// find shows the findings at the question.
func (b *block) find() {
	findings := b.due()
	same := func(x, y forms.Finding) bool { return x.Rule == y.Rule && b.message(x) == b.message(y) }
	if slices.EqualFunc(findings, b.shown, same) && len(b.findings.Objects) == len(findings) {
		return
	}
	b.shown = findings
	b.findings.RemoveAll()
	for _, f := range findings {
		b.findings.Add(b.line(f))
	}
	setVisible(b.findings, len(findings) > 0)
	b.findings.Refresh()
	b.root.Refresh()
}

// line shows a finding. One that rules the application out finds no fault with the
// answer, and looks like it.
func (b *block) line(f forms.Finding) fyne.CanvasObject {
	if b.desk.Report().KnocksOut(f) {
		f.Level = forms.Quality
	}
	return FindingLine(f, b.message(f))
}

// due lists the findings to show now.
func (b *block) due() []forms.Finding {
	return slices.DeleteFunc(b.desk.Report().At(b.path), func(f forms.Finding) bool {
		fresh := !slices.ContainsFunc(b.shown, func(s forms.Finding) bool { return s.Rule == f.Rule })
		return f.Missing() && !b.visited || b.typing && fresh || b.passages && f.Passage != nil
	})
}

func (b *block) message(f forms.Finding) string {
	return b.desk.Report().Message(f, b.desk.Words().Lang).String()
}

func (b *block) reveal(p forms.Path) (fyne.CanvasObject, fyne.Focusable) {
	if p != b.path {
		return nil, nil
	}
	return b.root, b.input.target()
}

func (b *block) visit(p forms.Path) {
	if p == b.path {
		b.visited = true
		b.find()
	}
}

func (b *block) first() fyne.Focusable { return b.input.target() }

// levelLooks says how a finding of each level looks: never by colour alone.
var levelLooks = map[forms.Level]struct {
	icon       func() fyne.Resource
	importance widget.Importance
}{
	forms.Blocker: {theme.ErrorIcon, widget.DangerImportance},
	forms.Warning: {theme.WarningIcon, widget.WarningImportance},
	forms.Quality: {theme.InfoIcon, widget.MediumImportance},
}

// FindingLine is a finding as a line of text with the sign of its level.
func FindingLine(f forms.Finding, message string) fyne.CanvasObject {
	look := levelLooks[f.Level]
	l := Body(message)
	l.Importance = look.importance
	return container.NewBorder(nil, nil, LevelIcon(f.Level), nil, l)
}

// LevelIcon is the sign of a level in its colour.
func LevelIcon(level forms.Level) *widget.Icon {
	icon := levelLooks[level].icon()
	switch level {
	case forms.Blocker:
		return widget.NewIcon(theme.NewErrorThemedResource(icon))
	case forms.Warning:
		return widget.NewIcon(theme.NewWarningThemedResource(icon))
	}
	return widget.NewIcon(icon)
}
