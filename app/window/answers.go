package window

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/ime"
	"h200filing/app/session"
	"h200filing/app/window/question"
	"h200filing/forms"
	"h200filing/i18n"
)

// answerPage lists all answers by question, section by section and row by row; each
// leads to its question. Only the lines that are seen are made.
type answerPage struct {
	desk   *desk
	root   fyne.CanvasObject
	query  *ime.Entry
	empty  *widget.Check // only what is not answered
	list   *answerList
	none   *question.Paragraph // where nothing fits what is looked for
	report *forms.Report
	all    []answer
	fits   []answer
}

// answer is a line of the list: a question with its answer, or a heading.
type answer struct {
	path    forms.Path
	section *forms.Section // that a heading begins
	level   int            // of a heading: 1 is a section, 2 a list, 3 a row; 0 is no heading
	label   string
	text    string
	blank   bool // nothing is known of it
}

func newAnswerPage(d *desk) *answerPage {
	p := &answerPage{desk: d, query: ime.NewEntry(), none: question.Muted(d.words.Text("window.answers.none"))}
	p.query.SetPlaceHolder(d.words.Text("window.answers.find"))
	p.query.OnChanged = func(string) { p.sift() }
	p.empty = widget.NewCheck(d.words.Text("window.answers.empty"), func(bool) { p.sift() })
	p.list = newAnswerList(d.Key)
	p.list.Length = func() int { return len(p.fits) }
	wide := d.centre.Size().Width >= wideFrom*theme.TextSize()
	p.list.CreateItem = func() fyne.CanvasObject { return newAnswerLine(wide) }
	p.list.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*answerLine).put(p.fits[i], d.words) }
	p.list.OnSelected = p.lead
	tools := container.NewBorder(nil, nil, nil, p.empty, p.query)
	p.root = container.NewBorder(container.NewPadded(container.NewVBox(tools, p.none)), nil, nil, nil, p.list)
	return p
}

// show updates the list from the report.
func (p *answerPage) show() {
	if p.report == p.desk.Report() {
		return
	}
	p.report = p.desk.Report()
	p.all = answersOf(p.report, p.desk.words.Lang, p.desk.tasks.name)
	p.sift()
}

// lead goes to the question of a line.
func (p *answerPage) lead(i widget.ListItemID) {
	a := p.fits[i]
	p.list.Unselect(i)
	if a.section != nil {
		p.desk.openSection(a.section)
		return
	}
	p.desk.jump(a.path)
}

// sift keeps the lines that fit what is looked for, and the headings that they
// stand under.
func (p *answerPage) sift() {
	p.fits = fitting(p.all, p.query.Text, p.empty.Checked)
	if p.none.Hide(); len(p.fits) == 0 {
		p.none.Show()
	}
	p.list.Refresh()
	p.list.ScrollToTop()
}

// fitting lists the answers whose question or text contains words, of those without
// an answer only where blank is set, under their headings. A heading that contains
// the words brings all that stands under it.
func fitting(all []answer, words string, blank bool) []answer {
	words = strings.ToLower(strings.TrimSpace(words))
	if words == "" && !blank {
		return all
	}
	var out []answer
	var heads [4]*answer // that stand above, not in out yet
	named := 0           // the level of the heading above that contains the words, 0 for none
	for i := range all {
		a := &all[i]
		fits := words == "" || strings.Contains(strings.ToLower(a.label+"\n"+a.text), words)
		if a.level > 0 {
			clear(heads[a.level:])
			heads[a.level] = a
			if named >= a.level {
				named = 0
			}
			if words != "" && fits && named == 0 {
				named = a.level
			}
			continue
		}
		if !fits && named == 0 || blank && !a.blank {
			continue
		}
		for level, h := range heads {
			if h != nil {
				out = append(out, *h)
				heads[level] = nil
			}
		}
		out = append(out, *a)
	}
	return out
}

// answersOf lists all that is asked with what was answered, in form order.
func answersOf(report *forms.Report, lang i18n.Lang, name func(*forms.Section) string) []answer {
	out := make([]answer, 0, len(report.Questions()))
	text := report.Form.Text(lang)
	var section *forms.Section
	row := forms.Path("")
	for _, q := range report.Questions() {
		if q.Field.Section != section {
			section, row = q.Field.Section, ""
			out = append(out, answer{section: section, level: 1, label: name(section)})
		}
		label := text.Fields[q.Field.ID].Label
		if q.Field.Type == forms.TypeRows {
			out = append(out, answer{path: q.Path, level: 2, label: label, text: strconv.Itoa(len(report.Rows(q.Path)))})
			continue
		}
		if parent := q.Path.Parent(); parent != row {
			if row = parent; row != "" {
				out = append(out, answer{path: row, level: 3, label: report.RowTitle(row, lang)})
			}
		}
		display := report.Display(q, lang)
		out = append(out, answer{path: q.Path, label: label, text: session.Shortened(display, mostShown), blank: display == ""})
	}
	return out
}

// mostShown is how many characters of an answer can be read in its line.
const mostShown = 120

// wideFrom is the width, in text sizes, from which an answer stands beside its
// question and not below it.
const wideFrom = 40

// answerLine shows an answer.
type answerLine struct {
	widget.BaseWidget
	label, text *widget.Label
	box         *fyne.Container
}

func newAnswerLine(wide bool) *answerLine {
	l := &answerLine{label: question.Line(" ", true), text: widget.NewLabel(" ")}
	l.text.Truncation = fyne.TextTruncateEllipsis
	layout := question.Column(-14, 0)
	if wide {
		layout = shares{}
	}
	l.box = container.New(layout, l.label, l.text)
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer implements fyne.Widget.
func (l *answerLine) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(l.box)
}

// shares stands two objects beside each other, the first with two fifths of the
// room, both in the middle of the height.
type shares struct{}

// MinSize implements fyne.Layout.
func (shares) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(a.Width+b.Width, max(a.Height, b.Height)-theme.Padding())
}

// Layout implements fyne.Layout.
func (shares) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, share := range []float32{0.4, 0.6} {
		width, height := size.Width*share, objects[i].MinSize().Height
		objects[i].Move(fyne.NewPos(x, (size.Height-height)/2))
		objects[i].Resize(fyne.NewSize(width, height))
		x += width
	}
}

// looks says how the lines of each level look.
var looks = []struct {
	label, text fyne.ThemeSizeName
	bold        bool
}{
	{theme.SizeNameCaptionText, theme.SizeNameText, false},
	{theme.SizeNameText, theme.SizeNameCaptionText, true},
	{theme.SizeNameText, theme.SizeNameCaptionText, true},
	{theme.SizeNameText, theme.SizeNameCaptionText, true},
}

// put shows an answer, or a heading.
func (l *answerLine) put(a answer, words *i18n.Words) {
	look := looks[a.level]
	l.label.SizeName, l.label.TextStyle.Bold = look.label, look.bold
	l.label.Importance, l.text.Importance = widget.LowImportance, widget.MediumImportance
	text := a.text
	switch {
	case a.level == 2:
		text = words.Text("window.answers.rows", "n", a.text)
	case a.level == 0 && a.blank:
		text = words.Text("window.answers.blank")
	}
	if a.level > 0 {
		l.label.Importance = widget.MediumImportance
	}
	if a.level > 0 || a.blank {
		l.text.Importance = widget.LowImportance
	}
	l.text.SizeName = look.text
	l.label.SetText(a.label)
	l.text.SetText(text)
	l.box.Layout.Layout(l.box.Objects, l.box.Size()) // the two may have changed places in size
}

// answerList is the toolkit's list, with the keys of the window; Enter goes to the
// line that the arrows have come to.
type answerList struct {
	widget.List
	key func(fyne.KeyName) bool
}

func newAnswerList(key func(fyne.KeyName) bool) *answerList {
	l := &answerList{key: key}
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey implements fyne.Focusable.
func (l *answerList) TypedKey(e *fyne.KeyEvent) {
	switch {
	case slices.Contains([]fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter}, e.Name):
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case !l.key(e.Name):
		l.List.TypedKey(e)
	}
}
