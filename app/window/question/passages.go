package question

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/prose"
	"h200filing/app/window/look"
	"h200filing/forms"
	"h200filing/i18n"
)

// passage is an underlined stretch of a text.
type passage struct {
	prose.Mark
	level forms.Level
}

// passages says, one at a time, what is said about the underlined passages of a
// text: the one at the caret or under the pointer, or the next by a button. The
// room that it takes does not shrink while it is shown, so that nothing below
// jumps as the pointer moves.
type passages struct {
	root     *fyne.Container
	words    *i18n.Words
	goTo     func(message string)
	list     []passage
	at       int
	sign     *fyne.Container
	text     *Paragraph
	position *widget.Label
	previous *Button
	next     *Button
}

func newPassages(desk Desk, goTo func(string)) *passages {
	p := &passages{words: desk.Words(), goTo: goTo, sign: container.NewStack(), text: Body(""), position: Line("", false)}
	p.previous = newButton(desk, "", theme.NavigateBackIcon(), func() {}, func() { p.turn(-1) })
	p.next = newButton(desk, "", theme.NavigateNextIcon(), func() {}, func() { p.turn(1) })
	p.previous.Importance, p.next.Importance = widget.LowImportance, widget.LowImportance
	side := container.NewVBox(container.NewHBox(p.position, p.previous, p.next))
	p.root = container.New(&growing{}, Card(look.ColorNameNotice, container.NewBorder(nil, nil, container.NewVBox(container.NewPadded(p.sign)), side, p.text)))
	p.root.Hide()
	return p
}

// show takes the passages as they stand.
func (p *passages) show(list []passage) {
	if slices.EqualFunc(list, p.list, func(a, b passage) bool { return a.Message == b.Message && a.level == b.level }) {
		p.list = list
		return
	}
	message := ""
	if p.at < len(p.list) {
		message = p.list[p.at].Message
	}
	p.list = list
	p.at = max(0, slices.IndexFunc(list, func(x passage) bool { return x.Message == message }))
	if len(list) == 0 {
		p.root.Layout = &growing{}
		p.root.Hide()
		return
	}
	p.root.Show()
	p.put()
}

// tell shows what is said about a passage.
func (p *passages) tell(message string) {
	if i := slices.IndexFunc(p.list, func(x passage) bool { return x.Message == message }); i >= 0 && i != p.at {
		p.at = i
		p.put()
	}
}

func (p *passages) turn(by int) {
	if len(p.list) == 0 {
		return
	}
	p.at = (p.at + by + len(p.list)) % len(p.list)
	p.put()
	p.goTo(p.list[p.at].Message)
}

func (p *passages) put() {
	x := p.list[p.at]
	p.sign.Objects = []fyne.CanvasObject{LevelIcon(x.level)}
	p.sign.Refresh()
	p.text.Importance = levelLooks[x.level].importance
	p.text.Put(x.Message)
	p.position.SetText(p.words.Text("window.passages.at", "n", strconv.Itoa(p.at+1), "of", strconv.Itoa(len(p.list))))
	p.root.Refresh()
}

// growing gives one object the most room that it has needed at its width.
type growing struct{ width, height float32 }

func (g *growing) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	return fyne.NewSize(size.Width, max(size.Height, g.height))
}

func (g *growing) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width, objects[0].MinSize().Height))
	need := objects[0].MinSize().Height
	if size.Width != g.width {
		g.width, g.height = size.Width, 0
	}
	g.height = max(g.height, need)
	objects[0].Resize(fyne.NewSize(size.Width, g.height))
}

func editorWords(words *i18n.Words) prose.Words {
	return prose.Words{Undo: words.Text("toolkit.undo"), Redo: words.Text("toolkit.redo"), Cut: words.Text("toolkit.cut"),
		Copy: words.Text("toolkit.copy"), Paste: words.Text("toolkit.paste"), SelectAll: words.Text("toolkit.select_all")}
}

func findWords(words *i18n.Words) prose.FindWords {
	return prose.FindWords{Find: words.Text("window.find.what"), With: words.Text("window.find.with"),
		Previous: words.Text("window.find.previous"), Next: words.Text("window.find.next"), Replace: words.Text("window.find.replace"),
		ReplaceAll: words.Text("window.find.replace_all"), Exact: words.Text("window.find.exact"),
		Found: func(n int) string { return words.Text("window.find.found", "n", strconv.Itoa(n)) }}
}
