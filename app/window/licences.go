package window

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/window/question"
	"h200filing/assets/fonts"
	"h200filing/assets/licences"
)

// licenceSheet lists the works that the program is made of, and shows the licence of
// one. The list can be narrowed by name, kind, or any words of a licence.
type licenceSheet struct {
	*Window
	all   []licences.Work
	shown []int // of all
	at    int   // of all; that is read
	query *dialogField
	count *widget.Label
	list  *widget.List
	text  *lineView
}

// onLicences shows the licences of all that is built in.
func (w *Window) onLicences() {
	s, err := newLicenceSheet(w)
	if err != nil {
		w.complain(err)
		return
	}
	reading := container.NewHSplit(s.list, s.text.list)
	reading.SetOffset(0.4)
	head := container.NewBorder(nil, nil, nil, s.count, s.query)
	d := w.newTelling(w.words.Text("window.about.licences"),
		container.New(layout.NewBorderLayout(head, nil, nil, nil), head, reading)) // Tab goes in this order
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(size.Width*0.9, size.Height*0.9))
	d.Show()
	w.win.Canvas().Focus(s.query)
	s.find("")
}

func newLicenceSheet(w *Window) (*licenceSheet, error) {
	s := &licenceSheet{Window: w, at: -1, count: widget.NewLabel(""), text: newLineView()}
	var err error
	if s.all, err = licences.Works(); err != nil {
		return nil, err
	}
	typefaces, err := fonts.Licences()
	if err != nil {
		return nil, err
	}
	s.all = slices.Insert(s.all, 0, licences.Work{Name: w.words.Text("window.licences.typefaces"), Kinds: licences.Kinds(typefaces),
		Texts: []licences.Text{{Text: typefaces}}})
	s.query = w.newDialogField()
	s.query.SetPlaceHolder(w.words.Text("window.licences.find"))
	s.query.OnChanged = s.find
	s.list = widget.NewList(func() int { return len(s.shown) },
		func() fyne.CanvasObject {
			name := widget.NewLabel("")
			name.Truncation = fyne.TextTruncateEllipsis
			return container.New(question.Column(-16, 0), name, question.Line("", true))
		},
		func(i widget.ListItemID, o fyne.CanvasObject) { s.put(s.all[s.shown[i]], o.(*fyne.Container).Objects) })
	s.list.OnSelected = func(i widget.ListItemID) { s.read(s.shown[i]) }
	return s, nil
}

// put writes a line of the list: a name, and below it version and kinds.
func (s *licenceSheet) put(work licences.Work, lines []fyne.CanvasObject) {
	lines[0].(*widget.Label).SetText(work.Name)
	lines[1].(*widget.Label).SetText(strings.TrimSpace(work.Version + "  " + strings.Join(work.Kinds, ", ")))
}

// find narrows the list to the works that have a text in them, and shows the first
// where the current one is not among them.
func (s *licenceSheet) find(query string) {
	query = strings.ToLower(strings.TrimSpace(query))
	s.shown = nil
	for i, work := range s.all {
		if query == "" || tellsOf(work, query) {
			s.shown = append(s.shown, i)
		}
	}
	s.count.SetText(s.words.Text("window.licences.count", "n", strconv.Itoa(len(s.shown)), "of", strconv.Itoa(len(s.all))))
	s.list.UnselectAll()
	s.list.Refresh()
	if len(s.shown) == 0 {
		s.read(-1)
		return
	}
	at := max(0, slices.Index(s.shown, s.at))
	s.list.Select(at)
	s.list.ScrollTo(at)
}

// tellsOf reports whether a work has words, in small letters, in its name, kinds or
// texts.
func tellsOf(work licences.Work, query string) bool {
	if strings.Contains(strings.ToLower(work.Name+" "+strings.Join(work.Kinds, " ")), query) {
		return true
	}
	return slices.ContainsFunc(work.Texts, func(t licences.Text) bool { return strings.Contains(strings.ToLower(t.Text), query) })
}

// read shows the texts of a work; -1 shows none.
func (s *licenceSheet) read(i int) {
	if i == s.at {
		return
	}
	s.at = i
	var text strings.Builder
	if i >= 0 {
		for _, t := range s.all[i].Texts {
			text.WriteString(strings.TrimSpace(t.File+"\n\n"+t.Text) + "\n\n")
		}
	}
	s.text.put(strings.TrimSpace(text.String()))
}
