package window

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/session"
	"h200filing/app/window/question"
	"h200filing/forms"
)

// portion is a part of the application that a workbook can hold, by the name that
// export --only knows it by.
type portion struct {
	name  string
	label string // what the user reads
	file  string // the end of the proposed name of the file
}

// portions lists what can be handed to somebody to fill in: the section, its lists
// and their rows.
func (d *desk) portions(s *forms.Section) []portion {
	report := d.Report()
	out := []portion{d.portion(s.ID, "section", d.tasks.name(s))}
	for _, f := range s.Fields {
		list := forms.Path(f.ID)
		if f.Type != forms.TypeRows || report.Question(list) == nil {
			continue
		}
		out = append(out, d.portion(f.ID+"[]", "list", report.Label(list, d.words.Lang)))
		for _, row := range report.Rows(list) {
			out = append(out, d.portion(report.Public(row), "row", report.RowTitle(row, d.words.Lang)))
		}
	}
	return out
}

// portion is one of a kind; what no file can be called is taken out of its name.
func (d *desk) portion(name, kind, title string) portion {
	file := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(unnamable, r) {
			return '_'
		}
		return r
	}, title)
	return portion{name, d.words.Text("window.part."+kind, "name", title), file}
}

// onExportPart asks which part of the current section a workbook is to hold.
func (d *desk) onExportPart() {
	if d.flush() != nil {
		return // the status line says why
	}
	s := d.page.section()
	if s == nil {
		s = d.Report().Form.Sections[0]
	}
	newPartDialog(d, s).dialog.Show()
}

// partDialog asks for a section and what of it.
type partDialog struct {
	desk     *desk
	portions []portion
	sections *widget.Select
	radio    *widget.RadioGroup
	dialog   *asking
}

func newPartDialog(d *desk, s *forms.Section) *partDialog {
	p := &partDialog{desk: d, radio: widget.NewRadioGroup(nil, nil)}
	p.radio.Required = true
	all := d.Report().Form.Sections
	var names []string
	for _, section := range all {
		names = append(names, d.tasks.name(section))
	}
	p.sections = widget.NewSelect(names, func(string) { p.turn(all[p.sections.SelectedIndex()]) })
	p.sections.SetSelectedIndex(slices.Index(all, s))
	content := container.NewBorder(newColumn(question.Body(d.words.Text("window.part.what")), question.Framed(p.sections)), d.protectionCheck(func(fyne.CanvasObject) {}), nil, nil, container.NewVScroll(p.radio))
	p.dialog = d.newAsking(d.words.Text("window.part.title"), d.words.Text("window.part.next"), d.words.Text("window.cancel"), content, p.onAnswer)
	p.dialog.Resize(d.roomFor(46, 38))
	return p
}

// turn offers the parts of a section.
func (p *partDialog) turn(s *forms.Section) {
	p.portions = p.desk.portions(s)
	p.radio.Options = nil
	for _, o := range p.portions {
		p.radio.Options = append(p.radio.Options, o.label)
	}
	p.radio.SetSelected(p.portions[0].label)
	p.radio.Refresh()
}

func (p *partDialog) onAnswer(yes bool) {
	i := slices.Index(p.radio.Options, p.radio.Selected)
	if !yes || i < 0 {
		return
	}
	d, o := p.desk, p.portions[i]
	d.protected(d.protect, func(by session.Protection) {
		d.saveAs(whereTo{title: d.words.Text("window.part.title"), name: d.fileName() + "-" + o.file, extension: ".xlsx", replace: true},
			func(path string) { d.exportPart(o.name, by, path) })
	})
}

// exportPart makes the workbook of a part in the background.
func (d *desk) exportPart(only string, by session.Protection, path string) {
	ctx, cancel := context.WithCancel(context.Background())
	wait := d.waiting(d.words.Text("window.export.working", "name", filepath.Base(path)), 1, cancel)
	wait.at(0, d.words.Text("window.export."+string(session.Tabling)))
	part := d.application.PreparePart([]string{only})
	var err error
	d.border.aside(func() {
		var content []byte
		if content, err = part(); err == nil {
			var locked session.Outputs
			locked, err = by.Lock(session.Outputs{XLSX: content})
			content, err = locked.XLSX, errors.Join(err, ctx.Err())
		}
		if err == nil {
			err = session.WriteFile(path, content)
		}
	}, func() {
		cancel()
		wait.dialog.Hide()
		d.exportEnded(path, err)
	})
}
