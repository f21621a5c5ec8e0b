package window

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/session"
	"h200filing/app/window/look"
	"h200filing/app/window/question"
	"h200filing/assets/icons"
)

// startPage is what is shown while no application is open.
type startPage struct {
	*Window
	object fyne.CanvasObject
	recent []*item
	cards  []*recentCard
}

func newStartPage(w *Window) *startPage {
	p := &startPage{Window: w}
	text := w.text(w.setting.Form)
	icon := canvas.NewImageFromResource(fyne.NewStaticResource("icon.png", icons.PNG256))
	icon.SetMinSize(fyne.NewSquareSize(4 * theme.TextSize()))
	icon.FillMode = canvas.ImageFillContain
	head := container.NewBorder(nil, nil, icon, nil, container.New(question.Column(-10, 0),
		question.Heading(text.Title, theme.SizeNameHeadingText), question.Body(w.words.Text("window.start.what"))))
	box := container.New(question.Column(14, widest), head,
		question.Card(look.ColorNameNotice, question.Body(text.Notice)), p.actions(), p.recentFiles())
	p.object = container.NewVScroll(container.New(centre{widest}, container.NewPadded(box)))
	p.border.after(lookAfter, func() { p.look(p.cards) })
	return p
}

// actions are the ways to begin.
func (p *startPage) actions() fyne.CanvasObject {
	button := func(key string, icon fyne.Resource, do func()) *question.Button {
		return p.newButton(p.words.Text(key), icon, do)
	}
	create := button("window.start.new", theme.ContentAddIcon(), p.onNew)
	create.Importance = widget.HighImportance
	return container.New(question.Flow(), create,
		button("window.start.open", theme.FolderOpenIcon(), p.onOpen),
		button("window.start.from_copy", theme.ContentCopyIcon(), p.onCopyOf),
		button("window.start.practice", theme.MediaPlayIcon(), p.onPractice))
}

// recentFiles lists the files last open; one that is gone can be taken off.
func (p *startPage) recentFiles() fyne.CanvasObject {
	list := []fyne.CanvasObject{question.Heading(p.words.Text("window.start.recent"), theme.SizeNameSubHeadingText)}
	for _, path := range p.preferences.recent() {
		list = append(list, p.recentFile(path))
	}
	if len(list) == 1 {
		list = append(list, question.Muted(p.words.Text("window.start.no_recent")))
	}
	return container.New(question.Column(2, 0), list...)
}

// recentFile is a card: name and place at once, the rest once the file has been read
// in the background.
func (p *startPage) recentFile(path string) fyne.CanvasObject {
	name := widget.NewLabelWithStyle(strings.TrimSuffix(filepath.Base(path), extension), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	name.Truncation = fyne.TextTruncateEllipsis
	where := question.Line(filepath.Dir(path), true)
	if _, err := os.Stat(path); err != nil {
		name.Importance = widget.LowImportance
		where.SetText(p.words.Text("window.start.gone", "path", path))
		remove := p.newButton(p.words.Text("window.start.forget"), nil, func() {
			p.preferences.forget(path)
			p.rebuild()
		})
		lines := container.New(question.Column(-14, 0), name, where)
		return container.NewBorder(nil, nil, container.NewPadded(widget.NewIcon(theme.DocumentIcon())), container.NewCenter(remove), lines)
	}
	c := &recentCard{startPage: p, path: path, name: name, state: question.Body(""), when: question.Muted(""), icon: widget.NewIcon(theme.DocumentIcon())}
	lines := container.New(question.Column(-12, 0), name, c.state, c.when, where)
	copies := p.newButton(p.words.Text("window.start.copy"), theme.ContentCopyIcon(), func() { p.onCopy(path) })
	copies.Importance = widget.LowImportance
	line := p.newItem(container.NewBorder(nil, nil, container.NewPadded(c.icon), nil, lines), func() { p.Open(path) })
	p.recent = append(p.recent, line)
	p.cards = append(p.cards, c)
	c.whole = question.Card(look.ColorNamePanel, container.NewBorder(nil, nil, nil, container.NewCenter(copies), line))
	return c.whole
}

// lookAfter is how long the page is shown before the files are read, so that reading
// them does not delay its first frame.
const lookAfter = 100 * time.Millisecond

// look reads the files of cards in the background, one after the other, as long as
// the page is shown.
func (p *startPage) look(cards []*recentCard) {
	if len(cards) == 0 || p.win.Content() != p.object {
		return
	}
	c := cards[0]
	var sum session.Summary
	var err error
	p.border.aside(func() { sum, err = p.shelf.summarize(c.path) }, func() {
		c.show(sum, err)
		p.look(cards[1:])
	})
}

// recentCard is a card whose file is looked into.
type recentCard struct {
	*startPage
	path        string
	whole       fyne.CanvasObject
	icon        *widget.Icon
	name        *widget.Label
	state, when *question.Paragraph
}

// show shows what the file told; the page is laid out anew only for a card that grew.
func (c *recentCard) show(sum session.Summary, err error) {
	before := c.whole.MinSize()
	switch {
	case err != nil:
		c.state.Importance = widget.WarningImportance
		c.state.Put(c.reason(err))
	case sum.Encrypted:
		c.icon.SetResource(theme.LoginIcon())
		c.state.Put(c.words.Text("window.start.encrypted"))
	default:
		c.tell(sum)
	}
	if c.when.Whole() == "" {
		c.when.Hide() // else an empty line stands there
	}
	if c.whole.MinSize() != before {
		c.object.Refresh()
	}
}

// tell says how far an application is, whether it is ready, and who changed it last.
func (c *recentCard) tell(sum session.Summary) {
	words := c.words
	ready, _ := c.readiness(sum.Report)
	c.icon.SetResource(theme.NewPrimaryThemedResource(theme.DocumentCreateIcon()))
	if sum.Report.Ready() {
		c.icon.SetResource(theme.NewSuccessThemedResource(theme.ConfirmIcon()))
	}
	state := words.Text("window.start.state", "status", c.status(sum), "done", strconv.Itoa(sum.Finished), "of", strconv.Itoa(sum.Numbered), "ready", ready)
	if sum.Practice {
		state = words.Text("window.title.practice", "title", state)
	}
	c.state.Put(state)
	if !sum.Changed.IsZero() {
		c.when.Put(words.Text("window.start.changed_by", "time", sum.Changed.Local().Format("2006-01-02 15:04"), "name", sum.Who))
	}
}

// status is what the ledger said last, or that the application is being drafted.
func (c *recentCard) status(sum session.Summary) string {
	rows := sum.Report.Rows("ledger")
	for _, row := range slices.Backward(rows) {
		if q := sum.Report.Question(row.Join("status")); q != nil && q.State.Known() {
			return sum.Report.Display(q, c.words.Lang)
		}
	}
	return c.words.Text("window.start.drafting")
}

// centre keeps one object in the middle, no wider than widest text sizes.
type centre struct{ widest float32 }

func (c centre) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (c centre) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width-2*theme.TextSize(), c.widest*theme.TextSize())
	objects[0].Resize(fyne.NewSize(width, size.Height))
	objects[0].Move(fyne.NewPos((size.Width-width)/2, 2*theme.TextSize()))
}
