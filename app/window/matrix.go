package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/window/chart"
	"h200filing/app/window/question"
	"h200filing/export/document"
)

// matrix is every need against every candidate. A cell tells its source when it is
// tapped; it scrolls sideways where the candidates are many or the text is large.
func (v *verdicts) matrix() fyne.CanvasObject {
	if len(v.shown.Candidates) == 0 || len(v.shown.Needs) == 0 {
		return nil
	}
	v.cells = nil
	objects := []fyne.CanvasObject{question.Muted(v.desk.words.Text("window.verdict.corner"))}
	for j, c := range v.shown.Candidates {
		objects = append(objects, v.keep(headKey{j, c.Name, c.Verdict, c.Excluded}, func() fyne.CanvasObject { return v.head(c) }))
	}
	for i, need := range v.shown.Needs {
		text := need.Text
		if need.Decisive {
			text += "\n" + v.desk.term("doc.decisive")
		}
		objects = append(objects, v.keep(needKey{i, text}, func() fyne.CanvasObject { return question.Muted(text) }))
		for j, s := range v.shown.Cells[i] {
			cell := v.keep(cellKey{i, j, s}, func() fyne.CanvasObject {
				return v.desk.newItem(v.cell(s), func() { v.tell(i, j) })
			}).(*item)
			v.cells = append(v.cells, cell)
			objects = append(objects, cell)
		}
	}
	// All at once: every one that comes later would lay out the ones before it again.
	table := container.New(grid{columns: len(v.shown.Candidates) + 1}, objects...)
	return container.New(question.Column(2, 0), newSideways(table, v.desk.Scroll), v.detail)
}

// headKey is a candidate above its column.
type headKey struct {
	candidate     int
	name, verdict string
	excluded      bool
}

// needKey is a need before its row.
type needKey struct {
	need int
	text string
}

// cellKey is a cell of the matrix with what it says.
type cellKey struct {
	need, candidate int
	document.Standing
}

// head is a candidate's name and outcome.
func (v *verdicts) head(c document.Candidate) fyne.CanvasObject {
	name := question.Muted(c.Name)
	name.TextStyle.Bold = true
	name.Importance = widget.MediumImportance
	outcome := question.Muted(c.Verdict)
	if !c.Excluded {
		outcome.Importance = widget.WarningImportance
	}
	return container.New(question.Column(-12, 0), name, outcome)
}

// cell is verdict, figure and gap.
func (v *verdicts) cell(s document.Standing) fyne.CanvasObject {
	word := question.Muted(s.Word)
	word.TextStyle.Bold = true
	word.Importance = map[document.Tone]widget.Importance{document.Good: widget.SuccessImportance, document.Bad: widget.DangerImportance}[s.Tone]
	var line fyne.CanvasObject = word
	if sign := chart.Sign(s.Tone); sign != nil {
		line = container.NewBorder(nil, nil, widget.NewIcon(sign), nil, word)
	}
	lines := container.New(question.Column(-14, 0), line)
	for _, text := range []string{s.Figure, s.Gap} {
		if text != "" {
			lines.Add(question.Muted(text))
		}
	}
	return lines
}

// tell says where the figure of a cell comes from, and leads to it.
func (v *verdicts) tell(need, candidate int) {
	if need >= len(v.shown.Needs) || candidate >= len(v.shown.Candidates) {
		return
	}
	words, s, c := v.desk.words, v.shown.Cells[need][candidate], v.shown.Candidates[candidate]
	source := words.Text("window.verdict.no_source")
	if s.Source != "" {
		source = words.Text("window.verdict.source", "source", s.Source)
	}
	lines := container.New(question.Column(-9, 0), question.Strong(c.Name+v.desk.term("label.of")+v.shown.Needs[need].Text),
		question.Body(s.Word+v.desk.term("comma")+s.Figure+" "+s.Gap), question.Muted(source))
	for _, g := range c.Grounds {
		lines.Add(question.Muted(g))
	}
	lead := v.desk.newButton(words.Text("window.verdict.go"), theme.NavigateNextIcon(), func() { v.desk.jump(s.Fact) })
	lead.Importance = widget.LowImportance
	v.detail.RemoveAll()
	v.detail.Add(container.New(question.Column(2, 0), widget.NewSeparator(), container.NewBorder(nil, nil, nil, container.NewVBox(lead), lines)))
	v.moved()
}

// grid lays cells out in columns of one width, the first wider; rows are as high
// as their highest cell.
type grid struct{ columns int }

// The least widths of the columns, in text sizes.
const (
	firstColumn = 9
	otherColumn = 8
)

func (g grid) widths(room float32) (first, other float32) {
	em := theme.TextSize()
	share := room / (firstColumn + otherColumn*float32(g.columns-1))
	share = max(share, em)
	return firstColumn * share, otherColumn * share
}

// MinSize is the size at the least width.
func (g grid) MinSize(objects []fyne.CanvasObject) fyne.Size {
	em := theme.TextSize()
	height := float32(0)
	for i := 0; i < len(objects); i += g.columns {
		height += rowHeight(objects[i:min(i+g.columns, len(objects))])
	}
	return fyne.NewSize(em*(firstColumn+otherColumn*float32(g.columns-1)), height)
}

func rowHeight(cells []fyne.CanvasObject) float32 {
	height := float32(0)
	for _, o := range cells {
		height = max(height, o.MinSize().Height)
	}
	return height
}

// Layout implements fyne.Layout.
func (g grid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	first, other := g.widths(size.Width)
	y := float32(0)
	for i := 0; i < len(objects); i += g.columns {
		cells := objects[i:min(i+g.columns, len(objects))]
		for j, o := range cells { // heights follow from widths
			o.Resize(fyne.NewSize(columnWidth(j, first, other), o.MinSize().Height))
		}
		height, x := rowHeight(cells), float32(0)
		for j, o := range cells {
			width := columnWidth(j, first, other)
			o.Resize(fyne.NewSize(width, height))
			o.Move(fyne.NewPos(x, y))
			x += width
		}
		y += height
	}
}

func columnWidth(j int, first, other float32) float32 {
	if j == 0 {
		return first
	}
	return other
}

// sideways scrolls sideways and leaves the wheel to the page.
type sideways struct {
	container.Scroll
	pass func(*fyne.ScrollEvent)
}

func newSideways(content fyne.CanvasObject, pass func(*fyne.ScrollEvent)) *sideways {
	s := &sideways{pass: pass}
	s.Content, s.Direction = content, container.ScrollHorizontalOnly
	s.ExtendBaseWidget(s)
	return s
}

// MinSize leaves room for the bar where there is something to scroll: it would lie on
// the last row.
func (s *sideways) MinSize() fyne.Size {
	size := s.Scroll.MinSize()
	if s.Content.MinSize().Width > s.Size().Width {
		size.Height += 2 * theme.ScrollBarSmallSize()
	}
	return size
}

// Scrolled implements fyne.Scrollable.
func (s *sideways) Scrolled(e *fyne.ScrollEvent) {
	if e.Scrolled.DX != 0 {
		s.Scroll.Scrolled(e)
		return
	}
	s.pass(e)
}
