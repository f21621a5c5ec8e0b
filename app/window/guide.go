package window

import (
	"regexp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/ime"
	"h200filing/app/window/question"
	"h200filing/assets/guide"
	"h200filing/i18n"
)

// guideWindow shows the user guide in a window of its own, so that it can be read
// beside the application: chapters at the left, which a search narrows down, and
// the current chapter.
type guideWindow struct {
	*Window
	own      fyne.Window
	chapters []guide.Chapter
	find     *ime.Entry
	list     *fyne.Container
	items    map[string]*item // by chapter
	body     *fyne.Container
	scroll   *container.Scroll
}

// onGuide shows how the program is used: the chapter on the current page.
func (w *Window) onGuide() {
	if w.guide == nil {
		g, err := newGuideWindow(w)
		if err != nil {
			w.complain(err)
			return
		}
		w.guide = g
	}
	w.guide.turn(w.chapterAtHand())
	w.guide.own.Show()
	w.guide.own.RequestFocus()
}

// chapterAtHand is the chapter that tells of what the window shows.
func (w *Window) chapterAtHand() string {
	switch {
	case w.desk == nil:
		return "start"
	case w.desk.previewing():
		return "export"
	case w.desk.page.section() == nil:
		return "review"
	}
	return "fill"
}

// closeGuide closes the guide where it is open.
func (w *Window) closeGuide() {
	if w.guide != nil {
		w.guide.own.Close()
	}
}

func newGuideWindow(w *Window) (*guideWindow, error) {
	chapters, err := guide.Read(string(w.words.Lang))
	if err != nil {
		return nil, err
	}
	for i := range chapters {
		name(&chapters[i], w.words)
	}
	g := &guideWindow{Window: w, chapters: chapters, items: map[string]*item{}, find: ime.NewEntry(),
		own: w.app.NewWindow(w.words.Text("window.menu.guide")), list: container.New(question.Column(-3, 0)), body: container.New(question.Column(0, widest))}
	g.find.SetPlaceHolder(w.words.Text("window.guide.find"))
	g.find.OnChanged = func(string) { g.narrow() }
	g.find.OnSubmitted = func(string) { g.turnToFirst() }
	g.find.OnEscape = func() { g.key(fyne.KeyEscape) }
	for _, c := range chapters {
		title := widget.NewLabel(c.Title)
		title.Truncation = fyne.TextTruncateEllipsis
		line := w.newItem(title, func() { g.turn(c.ID) })
		line.key = g.key
		g.items[c.ID] = line
	}
	g.own.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) { g.key(k.Name) })
	g.narrow()
	g.scroll = container.NewVScroll(container.NewPadded(container.NewPadded(g.body)))
	side := question.Panel(container.NewPadded(container.NewBorder(g.find, nil, nil, nil, container.NewVScroll(g.list))))
	split := container.NewHSplit(side, g.scroll)
	split.SetOffset(0.28)
	g.own.SetContent(split)
	g.own.SetOnClosed(func() { w.guide = nil })
	size := w.win.Canvas().Size()
	g.own.Resize(fyne.NewSize(min(980, size.Width), min(760, size.Height)))
	return g, nil
}

// key closes the guide by Escape.
func (g *guideWindow) key(k fyne.KeyName) bool {
	if k == fyne.KeyEscape {
		g.own.Close()
	}
	return k == fyne.KeyEscape
}

// named matches the name of a word of the window.
var named = regexp.MustCompile(`\{([a-z_.]+)\}`)

// name puts the words of the window where the guide names them.
func name(c *guide.Chapter, words *i18n.Words) {
	for i, b := range c.Blocks {
		c.Blocks[i].Text = named.ReplaceAllStringFunc(b.Text, func(key string) string {
			return strings.TrimRight(words.Text(key[1:len(key)-1]), "…")
		})
	}
}

// narrow lists the chapters that the search finds something in.
func (g *guideWindow) narrow() {
	g.list.RemoveAll()
	for _, c := range g.chapters {
		if speaksOf(c, g.find.Text) {
			g.list.Add(g.items[c.ID])
		}
	}
	if len(g.list.Objects) == 0 {
		g.list.Add(question.Muted(g.words.Text("window.guide.nothing")))
	}
}

// speaksOf reports whether a chapter holds a text, whatever its case.
func speaksOf(c guide.Chapter, text string) bool {
	text = strings.ToLower(strings.TrimSpace(text))
	if strings.Contains(strings.ToLower(c.Title), text) {
		return true
	}
	for _, b := range c.Blocks {
		if strings.Contains(strings.ToLower(b.Text), text) {
			return true
		}
	}
	return false
}

// turnToFirst shows the first chapter that the search found.
func (g *guideWindow) turnToFirst() {
	for _, c := range g.chapters {
		if speaksOf(c, g.find.Text) {
			g.turn(c.ID)
			return
		}
	}
}

// turn shows a chapter.
func (g *guideWindow) turn(id string) {
	g.body.RemoveAll()
	for _, c := range g.chapters {
		g.items[c.ID].set(&g.items[c.ID].current, c.ID == id)
		if c.ID != id {
			continue
		}
		g.body.Add(question.Heading(c.Title, theme.SizeNameHeadingText))
		for _, b := range c.Blocks {
			g.body.Add(g.block(b))
		}
	}
	g.scroll.ScrollToTop()
	g.scroll.Refresh()
}

// block is how a block of the guide looks.
func (g *guideWindow) block(b guide.Block) fyne.CanvasObject {
	switch b.Kind {
	case guide.Heading:
		return question.Heading(b.Text, theme.SizeNameSubHeadingText)
	case guide.Item:
		sign := "•"
		if b.Number > 0 {
			sign = strconv.Itoa(b.Number) + "."
		}
		return container.New(beginning{}, widget.NewLabel(sign), question.Body(b.Text))
	case guide.Figure:
		return g.figure(b)
	}
	return question.Body(b.Text)
}

// figure is a picture with its caption; one that is not there leaves the caption.
func (g *guideWindow) figure(b guide.Block) fyne.CanvasObject {
	caption := question.Muted(b.Text)
	data, err := guide.Picture(b.Name, string(g.words.Lang))
	if err != nil {
		return caption
	}
	image := canvas.NewImageFromResource(fyne.NewStaticResource(b.Name+".png", data))
	image.ScaleMode = canvas.ImageScaleSmooth
	image.FillMode = canvas.ImageFillContain
	return container.New(question.Column(0, 0), container.New(&framed{}, image), caption)
}

// beginning stands a sign before a paragraph.
type beginning struct{}

// MinSize implements fyne.Layout.
func (beginning) MinSize(objects []fyne.CanvasObject) fyne.Size {
	sign, text := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(sign.Width+text.Width, max(sign.Height, text.Height))
}

// Layout implements fyne.Layout.
func (beginning) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	indent := 2 * theme.TextSize()
	objects[0].Resize(objects[0].MinSize())
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(max(size.Width-indent, 0), size.Height))
	objects[1].Move(fyne.NewPos(indent, 0))
}

// framed gives a picture of the window the width there is and the height that
// follows from it.
type framed struct{ width float32 }

// shape is the height of a picture of the window over its width.
const shape = 820.0 / 1280.0

// MinSize implements fyne.Layout.
func (f *framed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, f.width*shape) }

// Layout implements fyne.Layout.
func (f *framed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(fyne.NewSize(size.Width, size.Width*shape))
	}
}
