package question

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/prose"
	"h200filing/app/window/look"
	"h200filing/forms"
	"h200filing/forms/drafting"
)

// The height of a prose field in lines: it grows with its text between these.
const (
	fewestLines = 4
	mostLines   = 14
)

// proseInput is a text in paragraphs. Where the pack can draft it, a button does,
// and signs in the margin tell which paragraphs follow the data; passages that the
// data does not carry are underlined, with the reason below.
type proseInput struct {
	*block
	editor   *prose.Editor
	find     *prose.FindBar
	count    *Paragraph
	said     *passages
	draft    *Button    // nil where the pack drafts nothing
	standing *Paragraph // how many paragraphs follow the data, in words
	aged     *aged
	box      *fyne.Container
	shown    bool // what is typed from now on stays
}

func newProseInput(b *block) input {
	words := b.desk.Words()
	in := &proseInput{block: b, count: Muted(""), standing: Muted("")}
	b.passages = true // they are said here
	in.editor = prose.New(editorWords(words))
	in.editor.SetRows(fewestLines, mostLines)
	in.editor.SetMargin(true)
	in.editor.OnChanged = in.changed
	in.editor.OnFocus = in.focused
	in.editor.OnMark = in.marked
	in.editor.OnState = in.stated
	in.editor.SetReadOnly(b.desk.Fixed())
	in.editor.OnReveal = func(at fyne.Position, size fyne.Size) { b.desk.Follow(in.editor, at, size) }
	in.editor.OnKey = b.desk.Key
	in.editor.PassScroll = b.desk.Scroll
	in.find = prose.NewFindBar(in.editor, findWords(words))
	in.count.Alignment = fyne.TextAlignTrailing
	in.said = newPassages(b.desk, in.goTo)
	in.aged = newAged(b)
	in.box = container.New(column{gap: -4})
	if b.desk.Report().Form.Draftable(b.field.ID) {
		in.draft = newButton(b.desk, words.Text("window.draft.do"), theme.DocumentCreateIcon(), b.enter, in.onDraft)
		fix(b.desk, in.draft)
		in.box.Add(container.NewBorder(nil, nil, container.NewCenter(in.draft), nil, in.standing))
	}
	for _, o := range []fyne.CanvasObject{in.find, in.editor, in.count, in.said.root, in.aged.box} {
		in.box.Add(o)
	}
	return in
}

func (in *proseInput) object() fyne.CanvasObject { return in.box }
func (in *proseInput) target() fyne.Focusable    { return in.editor }

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

func (in *proseInput) onDraft() {
	in.visited = true
	in.desk.Draft(in.path)
}

// show updates the text from the report. While something newer is being typed, marks
// and states move with the text until the next report.
func (in *proseInput) show(q *forms.Question) {
	text, typing := in.desk.Typed(in.path)
	switch {
	case typing && !in.shown: // typed before this editor was made, and not written
		in.editor.SetText(text)
	case !typing:
		if in.editor.Text() != q.Raw {
			in.editor.SetText(q.Raw)
		}
		in.stand(q)
		in.mark(q)
	}
	in.shown = true
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

// margins maps whose a paragraph is to its sign in the margin.
var margins = map[drafting.State]prose.State{
	drafting.Following: prose.Follows, drafting.Edited: prose.Edited, drafting.Outdated: prose.OutOfDate,
}

// stand shows which paragraphs follow the data.
func (in *proseInput) stand(q *forms.Question) {
	if in.draft == nil {
		return
	}
	states := in.desk.Report().DraftStates(in.path)
	var signs []prose.State
	counts := map[drafting.State]int{}
	for _, s := range states {
		for len(signs) <= s.Line {
			signs = append(signs, prose.Plain)
		}
		signs[s.Line] = margins[s.State]
		counts[s.State]++
	}
	in.editor.SetStates(signs)
	in.aged.show(states)
	text := ""
	for _, state := range []drafting.State{drafting.Following, drafting.Edited, drafting.Outdated} {
		if counts[state] > 0 {
			text += in.desk.Words().Text("window.draft."+string(state), "n", strconv.Itoa(counts[state]))
		}
	}
	if text == "" {
		text = in.desk.Words().Text("window.draft.hint")
	}
	in.standing.Put(text)
}

// stated selects the paragraph whose sign was clicked; one that is out of date has
// its buttons below.
func (in *proseInput) stated(paragraph int) {
	from, at := 0, 0
	for line := range strings.SplitSeq(in.editor.Text(), "\n") {
		n := utf8.RuneCountInString(line)
		if at == paragraph {
			in.editor.Select(from, from+n)
			return
		}
		from, at = from+n+1, at+1
	}
}

// markKinds maps the level of a finding to the look of its underline.
var markKinds = map[forms.Level]prose.MarkKind{forms.Blocker: prose.Wrong, forms.Warning: prose.Doubtful, forms.Quality: prose.Note}

// mark underlines the passages that something is said about.
func (in *proseInput) mark(q *forms.Question) {
	var marks []prose.Mark
	var list []passage
	for _, f := range in.desk.Report().At(in.path) {
		if f.Passage == nil || in.editor.Text() != q.Raw {
			continue
		}
		m := prose.Mark{From: f.Passage.At.RuneStart, To: f.Passage.At.RuneEnd, Kind: markKinds[f.Level], Message: in.message(f)}
		marks = append(marks, m)
		list = append(list, passage{m, f.Level})
	}
	in.editor.SetMarks(marks)
	in.said.show(list)
}

// marked tells why the passage at the caret or under the pointer is underlined.
func (in *proseInput) marked(m *prose.Mark) {
	if m != nil {
		in.said.tell(m.Message)
	}
}

// goTo selects a passage.
func (in *proseInput) goTo(message string) {
	for _, m := range in.editor.Marks() {
		if m.Message == message {
			if c := fyne.CurrentApp().Driver().CanvasForObject(in.editor); c != nil {
				c.Focus(in.editor)
			}
			in.editor.Select(m.From, m.To)
			return
		}
	}
}

// aged lists the paragraphs that were edited and are out of date, with what the
// data gives now.
type aged struct {
	*block
	box   *fyne.Container
	shown []forms.ParagraphState
}

func newAged(b *block) *aged {
	a := &aged{block: b, box: container.New(column{gap: 6})}
	a.box.Hide()
	return a
}

func (a *aged) show(states []forms.ParagraphState) {
	var old []forms.ParagraphState
	for _, s := range states {
		if s.State == drafting.Outdated {
			old = append(old, s)
		}
	}
	if slices.Equal(old, a.shown) {
		return
	}
	a.shown = old
	a.box.RemoveAll()
	for _, s := range old {
		a.box.Add(a.card(s))
	}
	if len(old) > 0 {
		a.box.Show()
	} else {
		a.box.Hide()
	}
	a.root.Refresh()
}

func (a *aged) card(s forms.ParagraphState) fyne.CanvasObject {
	words := a.desk.Words()
	now := words.Text("window.draft.gone")
	if s.Now != "" {
		now = words.Text("window.draft.now", "text", s.Now)
	}
	update := newButton(a.desk, words.Text("window.draft.update"), theme.ViewRefreshIcon(), a.enter, func() { a.desk.Redraft(a.path, s.ID) })
	keep := newButton(a.desk, words.Text("window.draft.keep"), theme.ConfirmIcon(), a.enter, func() { a.desk.Keep(a.path, s.ID) })
	fix(a.desk, update, keep)
	title := Body(words.Text("window.draft.aged", "n", strconv.Itoa(s.Index+1)))
	title.Importance = widget.WarningImportance
	title.TextStyle.Bold = true
	return Card(look.ColorNameNotice, container.New(column{gap: -6}, title, Muted(now), container.NewHBox(update, keep)))
}
