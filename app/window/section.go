package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/window/question"
	"h200filing/forms"
)

// widest is how wide questions and texts of a page are, in text sizes.
const widest = question.Widest

// sectionPage asks the questions of a section.
type sectionPage struct {
	desk    *desk
	part    *forms.Section
	fields  *question.Fields
	live    *verdicts       // how the candidates stand, where the section is about them
	verdict *fyne.Container // calm words where the application is ruled out
	out     []forms.Finding // that they tell of
	box     *fyne.Container
	scroll  *container.Scroll
	root    *fyne.Container
}

func newSectionPage(d *desk, s *forms.Section) *sectionPage {
	p := &sectionPage{desk: d, part: s, verdict: container.NewStack()}
	text := d.text(d.Report().Form).Sections[s.ID]
	p.live = newVerdicts(d, s)
	p.fields = question.NewFields(d, s.Fields, "")
	head := container.New(question.Column(-8, widest), question.Heading(d.tasks.name(s), theme.SizeNameHeadingText))
	if text.Intro != "" {
		head.Add(question.Body(text.Intro))
	}
	if before := p.before(); before != "" {
		head.Add(question.Muted(d.words.Text("window.section.after", "list", before)))
	}
	column := question.Column(8, widest)
	if slices.ContainsFunc(s.Fields, func(f *forms.Field) bool { return f.Type == forms.TypeRows }) {
		column = question.BroadColumn(8)
	}
	p.box = container.New(viewed{column, p.view}, head, p.verdict, p.live.root, p.fields.Object, p.steps())
	p.scroll = container.NewVScroll(container.NewPadded(container.NewPadded(p.box)))
	p.scroll.OnScrolled = func(fyne.Position) { p.view() }
	p.root = container.New(keeping{p}, p.scroll)
	p.live.moved = p.grown
	p.show()
	return p
}

// before names the sections that are better answered first and are not finished.
func (p *sectionPage) before() string {
	report, text := p.desk.Report(), p.desk.text(p.desk.Report().Form)
	list := ""
	for _, id := range p.part.After {
		for _, s := range report.Form.Sections {
			if s.ID != id || report.Progress(s).Status == forms.Finished {
				continue
			}
			if list != "" {
				list += text.Terms["comma"]
			}
			list += text.Sections[id].Title
		}
	}
	return list
}

// steps are the buttons to the sections before and after.
func (p *sectionPage) steps() fyne.CanvasObject {
	words := p.desk.words
	back := p.desk.newButton(words.Text("window.section.back"), theme.NavigateBackIcon(), func() { p.desk.step(-1) })
	next := p.desk.newButton(words.Text("window.section.next"), theme.NavigateNextIcon(), func() { p.desk.step(1) })
	next.Importance = widget.HighImportance
	next.IconPlacement = widget.ButtonIconTrailingText
	if p.part == p.desk.Report().Form.Sections[0] {
		back.Hide()
	}
	return container.NewHBox(back, layout.NewSpacer(), next)
}

func (p *sectionPage) object() fyne.CanvasObject { return p.root }
func (p *sectionPage) section() *forms.Section   { return p.part }
func (p *sectionPage) title() string {
	return p.desk.text(p.desk.Report().Form).Sections[p.part.ID].Title
}

// begin focuses the first question; in the window that shows the page.
func (p *sectionPage) begin() {
	if target := p.fields.First(); target != nil && p.desk.win.Content() == p.desk.object {
		p.desk.win.Canvas().Focus(target)
		p.desk.cancelScroll() // a page is read from its top
		p.scroll.ScrollToTop()
	}
}

func (p *sectionPage) show() {
	p.fields.Show()
	p.judge()
	p.live.show()
}

// judge explains why the application makes no sense, on the page where it is asked.
func (p *sectionPage) judge() {
	report := p.desk.Report()
	same := func(a, b forms.Finding) bool { return a.Path == b.Path }
	out := slices.DeleteFunc(report.KnockOuts(), func(f forms.Finding) bool { return report.Question(f.Path).Field.Section != p.part })
	if slices.EqualFunc(out, p.out, same) {
		return
	}
	p.out = out
	p.verdict.RemoveAll()
	if len(out) > 0 {
		p.verdict.Add(p.desk.ruledOut())
	}
	p.box.Refresh()
}

func (p *sectionPage) wheel(e *fyne.ScrollEvent) { p.scroll.Scrolled(e) }

func (p *sectionPage) reveal(path forms.Path) {
	object, target := p.fields.Reveal(path)
	if object == nil {
		return
	}
	relayout(p.scroll, p.box)
	if target != nil {
		p.desk.win.Canvas().Focus(target)
	}
	p.desk.Enter(path)
	p.see(object)
}

// visit says that the answer at a path is missing: the user was led here for that.
func (p *sectionPage) visit(path forms.Path) {
	p.fields.Visit(path)
	relayout(p.scroll, p.box)
}

// margin is kept above and below what is scrolled into view.
const margin = 24

// see scrolls so that an object on the page can be seen.
func (p *sectionPage) see(o fyne.CanvasObject) { p.desk.scrollTo(p.scroll, p.box, o) }
