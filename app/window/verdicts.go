package window

import (
	"reflect"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/window/chart"
	"h200filing/app/window/look"
	"h200filing/app/window/question"
	"h200filing/export/document"
	"h200filing/forms"
	"h200filing/i18n"
)

// verdictParts says which parts of the comparison are shown on the page of a
// section.
func verdictParts(section string) []func(*verdicts) fyne.CanvasObject {
	whole := []func(*verdicts) fyne.CanvasObject{(*verdicts).support, (*verdicts).matrix, (*verdicts).settle, (*verdicts).charts}
	return map[string][]func(*verdicts) fyne.CanvasObject{
		"requirements":  {(*verdicts).matrix, (*verdicts).charts},
		"suppliers":     whole,
		"justification": whole,
		"energy":        {(*verdicts).options},
	}[section]
}

// verdicts shows how the candidates stand, while the answers are being typed. It
// is made in the background; until it is ready, the one before stays.
type verdicts struct {
	desk      *desk
	root      *fyne.Container
	parts     []func(*verdicts) fyne.CanvasObject
	shown     document.Comparison
	cells     []*item                   // of the matrix, by need, then candidate
	drawn     map[any]fyne.CanvasObject // by what they say
	before    map[any]fyne.CanvasObject // what was drawn the last time, while drawing
	detail    *fyne.Container
	open      bool // the charts are
	allSettle bool // all that would settle candidates is shown
	lang      i18n.Lang
	moved     func() // the panel has another height

	report *forms.Report // that is shown or being worked out
	busy   bool
}

func newVerdicts(d *desk, s *forms.Section) *verdicts {
	v := &verdicts{desk: d, lang: d.words.Lang, root: container.NewStack(), parts: verdictParts(s.ID), detail: container.NewStack(), moved: func() {}}
	v.root.Hide()
	if p, ok := d.page.(*sectionPage); ok && p.part == s && p.live.lang == d.words.Lang {
		v.takeOver(p.live)
	}
	return v
}

// takeOver shows at once what the panel of the same page showed, which is made again.
func (v *verdicts) takeOver(old *verdicts) {
	v.shown, v.open, v.allSettle = old.shown, old.open, old.allSettle
	v.report = v.desk.Report() // that is drawn
	v.draw()
	v.report = nil // not worked out yet
}

// show updates the panel from the report, in the background.
func (v *verdicts) show() {
	if len(v.parts) == 0 || v.busy || v.report == v.desk.Report() {
		return
	}
	v.report, v.busy = v.desk.Report(), true
	report, lang := v.report, v.desk.words.Lang
	var made document.Comparison
	var err error
	v.desk.border.aside(func() { made, err = document.Compare(report, lang) }, func() {
		v.busy = false
		// Where the form pack lacks a word, the one before stays.
		if err == nil && !reflect.DeepEqual(made, v.shown) {
			v.shown = made
			v.draw()
		}
		v.show() // what has changed meanwhile
	})
}

func (v *verdicts) draw() {
	v.before, v.drawn = v.drawn, map[any]fyne.CanvasObject{}
	var objects []fyne.CanvasObject
	for _, part := range v.parts {
		if o := part(v); o != nil {
			objects = append(objects, o)
		}
	}
	v.before = nil
	v.root.RemoveAll()
	if len(objects) == 0 {
		v.root.Hide()
		return
	}
	v.root.Add(question.Card(look.ColorNamePanel, container.New(question.Column(6, 0), objects...)))
	v.root.Show()
	v.moved()
}

// keep gives what was drawn for a key the last time, or draws it: an answer changes
// little of what is shown, and drawing is what takes the time. A key holds all that
// is said.
func (v *verdicts) keep(key any, draw func() fyne.CanvasObject) fyne.CanvasObject {
	o := v.before[key]
	if o == nil {
		o = draw()
	}
	v.drawn[key] = o
	return o
}

// support says whether the data carries the claim, and each ground.
func (v *verdicts) support() fyne.CanvasObject {
	words, report := v.desk.words, v.report
	if len(v.shown.Candidates) == 0 || report.Gap == nil {
		return nil
	}
	standing := 0
	for _, c := range v.shown.Candidates {
		if !c.Excluded {
			standing++
		}
	}
	text, sign := words.Text("window.verdict.supported"), theme.NewSuccessThemedResource(theme.ConfirmIcon())
	var icon fyne.Resource = sign
	if !report.Supported() {
		text, icon = words.Text("window.verdict.few"), theme.NewWarningThemedResource(theme.WarningIcon())
		if standing > 0 {
			text = words.Text("window.verdict.standing", "n", strconv.Itoa(standing))
		}
	}
	lines := container.New(question.Column(-8, 0), question.Heading(text, theme.SizeNameSubHeadingText))
	grounds := ""
	for _, id := range []forms.Path{"justification.technical_support", "justification.quantity_support", "justification.commercial_support"} {
		if q := report.Question(id); q != nil && q.State.Known() {
			if grounds != "" {
				grounds += v.desk.term("comma")
			}
			grounds += report.Label(id, words.Lang) + v.desk.term("label.of") + report.Display(q, words.Lang)
		}
	}
	if grounds != "" {
		lines.Add(question.Muted(grounds))
	}
	return container.NewBorder(nil, nil, container.NewPadded(widget.NewIcon(icon)), nil, lines)
}

// fewSettle is how many lines say what would settle candidates until all are asked
// for: the questions stand below them.
const fewSettle = 6

// settle says of each candidate that stands what would settle it.
func (v *verdicts) settle() fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, c := range v.shown.Candidates {
		for i, s := range c.Settle {
			lines = append(lines, v.keep(settleKey{c.Row, i, s}, func() fyne.CanvasObject {
				line := container.NewBorder(nil, nil, container.NewPadded(widget.NewIcon(theme.QuestionIcon())), container.NewPadded(widget.NewIcon(theme.NavigateNextIcon())), question.Body(s))
				return v.desk.newItem(line, func() { v.desk.jump(c.Row) })
			}))
		}
	}
	if len(lines) == 0 {
		return nil
	}
	box := container.New(question.Column(-9, 0), question.Strong(v.desk.words.Text("window.verdict.settle")))
	if len(lines) <= fewSettle {
		box.Objects = append(box.Objects, lines...)
		return box
	}
	fold := v.fold(v.desk.words.Text("window.verdict.settle_all", "n", strconv.Itoa(len(lines))), &v.allSettle)
	if !v.allSettle {
		lines = lines[:fewSettle]
	}
	box.Objects = append(box.Objects, lines...)
	return container.New(question.Column(2, 0), box, container.NewHBox(fold))
}

// settleKey is what would settle a candidate.
type settleKey struct {
	row  forms.Path
	i    int
	text string
}

// charts draws each need, on request.
func (v *verdicts) charts() fyne.CanvasObject {
	return v.folded("window.verdict.charts", v.shown.Charts)
}

// options draws what the ways to meet the need cost and draw.
func (v *verdicts) options() fyne.CanvasObject {
	return v.folded("window.verdict.options", v.shown.Options)
}

func (v *verdicts) folded(key string, bars []document.Bars) fyne.CanvasObject {
	if len(bars) == 0 {
		return nil
	}
	fold := v.fold(v.desk.words.Text(key), &v.open)
	box := container.New(question.Column(6, 0), container.NewHBox(fold))
	if v.open {
		for _, b := range bars {
			box.Add(chart.New(b, v.desk.term("label.of")))
		}
	}
	return box
}

// fold is a button that shows more or less. It is the same one as long as it says the
// same, so that it has the focus after it is pressed.
func (v *verdicts) fold(text string, open *bool) *question.Button {
	b := v.keep(foldKey(text), func() fyne.CanvasObject {
		b := v.desk.newButton(text, nil, func() {
			*open = !*open
			v.draw()
		})
		b.Importance, b.Alignment = widget.LowImportance, widget.ButtonAlignLeading
		return b
	}).(*question.Button)
	if b.Icon = theme.MenuExpandIcon(); *open {
		b.Icon = theme.MenuDropDownIcon()
	}
	b.Refresh()
	return b
}

// foldKey is what a button says that shows more or less.
type foldKey string

func (d *desk) term(key string) string { return d.text(d.Report().Form).Terms[key] }
