package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"h200filing/app/window/question"
	"h200filing/forms"
)

// helpPanel explains the question that has the attention, always at the same
// place: why it is asked, an example, what it rests on.
type helpPanel struct {
	desk   *desk
	object fyne.CanvasObject
	box    *fyne.Container
	scroll *container.Scroll
}

func newHelpPanel(d *desk) *helpPanel {
	h := &helpPanel{desk: d, box: container.New(question.Column(-6, 0))}
	h.scroll = container.NewVScroll(container.NewPadded(h.box))
	h.object = question.Panel(h.scroll)
	return h
}

// show explains the question at a path; "" stands for none.
func (h *helpPanel) show(p forms.Path) {
	h.box.Objects = []fyne.CanvasObject{question.Heading(h.desk.words.Text("window.help.panel"), theme.SizeNameSubHeadingText)}
	field := h.desk.Report().Form.Field(p.Pattern())
	if field == nil && p.Parent() == p && p != "" { // a row: its list
		field = h.desk.Report().Form.Field(listOf(p).Pattern())
	}
	if field == nil {
		h.add(question.Muted(h.desk.words.Text("window.help.none")))
	} else {
		h.explain(field)
	}
	h.box.Layout.Layout(h.box.Objects, h.box.Size())
	canvas.Refresh(h.box)
	h.scroll.ScrollToTop()
}

func (h *helpPanel) explain(f *forms.Field) {
	form := h.desk.Report().Form
	text := h.desk.text(form)
	words := text.Fields[f.ID]
	h.add(question.Strong(words.Label))
	if words.Hint != "" {
		h.add(question.Muted(words.Hint))
	}
	h.part("window.help.why", words.Why)
	h.part("window.help.example", words.Example)
	clause := text.Clauses[f.Clause]
	if clause.Name == "" {
		return
	}
	h.part("window.help.clause", clause.Name)
	if clause.Text != "" {
		h.add(question.Muted(clause.Text))
	}
	for _, c := range form.Clauses {
		if c.ID == f.Clause {
			h.add(question.Muted(h.desk.words.Text("window.help.source", "source", c.Source, "date", c.Date)))
		}
	}
}

// add puts something below what is there; show lays all of it out at once.
func (h *helpPanel) add(o fyne.CanvasObject) { h.box.Objects = append(h.box.Objects, o) }

func (h *helpPanel) part(key, text string) {
	if text == "" {
		return
	}
	h.add(question.Heading(h.desk.words.Text(key), theme.SizeNameCaptionText))
	h.add(question.Body(text))
}
