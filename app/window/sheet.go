package window

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/window/question"
	"h200filing/forms"
)

// sheet is the base of pages without questions: a column that scrolls, with an optional
// foot below it that does not.
type sheet struct {
	desk   *desk
	root   fyne.CanvasObject
	box    *fyne.Container
	scroll *container.Scroll
}

// newSheet makes a column, with foot below it unless that is nil.
func newSheet(d *desk, foot fyne.CanvasObject) sheet {
	s := sheet{desk: d, box: container.New(question.Column(8, widest))}
	s.scroll = container.NewVScroll(container.NewPadded(container.NewPadded(s.box)))
	s.root = s.scroll
	if foot != nil {
		s.root = container.NewBorder(nil, question.Panel(container.NewPadded(foot)), nil, nil, s.scroll)
	}
	return s
}

func (s *sheet) object() fyne.CanvasObject { return s.root }
func (s *sheet) section() *forms.Section   { return nil }
func (s *sheet) reveal(forms.Path)         {} // no question stands here
func (s *sheet) see(o fyne.CanvasObject)   { s.desk.scrollTo(s.scroll, s.box, o) }
func (s *sheet) wheel(e *fyne.ScrollEvent) { s.scroll.Scrolled(e) }
func (s *sheet) begin()                    { s.desk.win.Canvas().Unfocus() }

// longList is a long list that makes its first lines at once, and more whenever the user
// taps the button at its end.
type longList struct {
	root *fyne.Container
	more *question.Button
	n    int
	make func(i int) fyne.CanvasObject
	word func(left int) string
}

// atOnce is how many lines are made at once.
const atOnce = 40

func newLongList(w *Window, make func(i int) fyne.CanvasObject) *longList {
	h := &longList{root: container.New(question.Column(-6, 0)), make: make}
	h.word = func(left int) string { return w.words.Text("window.more", "n", strconv.Itoa(left)) }
	h.more = w.newButton("", theme.MoveDownIcon(), h.grow)
	return h
}

// put shows n lines from the first on.
func (h *longList) put(n int) {
	h.n = n
	h.root.Objects = nil
	h.grow()
}

func (h *longList) grow() {
	made := h.made()
	h.root.Objects = h.root.Objects[:made]
	for i := made; i < min(h.n, made+atOnce); i++ {
		h.root.Objects = append(h.root.Objects, h.make(i))
	}
	if left := h.n - h.made(); left > 0 {
		h.more.SetText(h.word(left))
		h.root.Objects = append(h.root.Objects, h.more)
	}
	h.root.Refresh()
}

// made is how many lines are there.
func (h *longList) made() int {
	n := len(h.root.Objects)
	if n > 0 && h.root.Objects[n-1] == h.more {
		n--
	}
	return n
}

// change is a line that tells what stood somewhere and what stands there now.
type change struct {
	title, before, after, note string // what is "" is left out
	fault                      string // why it is refused
}

func (c change) object() fyne.CanvasObject {
	box := container.New(question.Column(-14, 0), question.Strong(c.title))
	for _, text := range []string{c.before, c.after} {
		if text != "" {
			box.Add(question.Body(text))
		}
	}
	if c.fault != "" {
		fault := question.Body(c.fault)
		fault.Importance = widget.WarningImportance
		box.Add(container.NewBorder(nil, nil, widget.NewIcon(theme.NewWarningThemedResource(theme.WarningIcon())), nil, fault))
	}
	if c.note != "" {
		box.Add(question.Muted(c.note))
	}
	return box
}
