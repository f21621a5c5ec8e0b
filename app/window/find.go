package window

import (
	"fyne.io/fyne/v2"

	"h200filing/app/prose"
	"h200filing/forms"
)

// finder is a page with a field of its own to find something by.
type finder interface{ findField() fyne.Focusable }

// onFind leads to where something is found: the page's own field, or the bar of the long
// text at hand, else of the first on the page.
func (d *desk) onFind() {
	if p, ok := d.page.(finder); ok {
		if field := p.findField(); field != nil {
			d.win.Canvas().Focus(field)
			return
		}
	}
	e, ok := d.win.Canvas().Focused().(*prose.Editor)
	if path := d.textAtHand(); !ok && path != "" {
		d.page.reveal(path)
		e, ok = d.win.Canvas().Focused().(*prose.Editor)
	}
	if ok && e.OnFind != nil {
		e.OnFind()
		return
	}
	d.status.say(d.words.Text("window.find.nowhere"))
}

// textAtHand is the question with a long text that has the attention, or the first of
// the section at hand; "" where there is none.
func (d *desk) textAtHand() forms.Path {
	report := d.Report()
	if q := report.Question(d.at); q != nil && q.Field.Type == forms.TypeProse {
		return d.at
	}
	section := d.page.section()
	for _, q := range report.Questions() {
		if section != nil && q.Field.Section == section && q.Field.Type == forms.TypeProse {
			return q.Path
		}
	}
	return ""
}

func (p *previewPage) findField() fyne.Focusable { return p.query }

// findField turns to all answers, where words are found.
func (p *reviewPage) findField() fyne.Focusable {
	if p.view != answersView {
		p.turn(answersView)
	}
	return p.all.query
}

func (p *historyPage) findField() fyne.Focusable {
	if p.at != inLog {
		p.turn(inLog)
	}
	return p.parts[inLog].(*logList).search
}
