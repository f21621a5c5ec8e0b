package pdf

import (
	"strings"

	"h200filing/export/document"
	"h200filing/export/typeset"
)

const (
	digits   = "0123456789"
	mostLead = 30 // bytes before the number: "附件：", "Annexes: "
)

// annexNamed finds the annex that a paragraph of the letter names as a line of the
// 附件说明: "附件：1. 申请表" or "2. 测算书", and what stands before its title.
func (l *layouter) annexNamed(p document.Paragraph) (annex *document.Part, before string) {
	if l.part.Label != "" || p.Align != document.Start {
		return nil, ""
	}
	for i := range l.doc.Parts {
		annex := &l.doc.Parts[i]
		n := annex.Label[len(strings.TrimRight(annex.Label, digits)):]
		if n == "" || annex.Title == "" {
			continue
		}
		before, ok := strings.CutSuffix(p.Text, annex.Title)
		if !ok {
			continue
		}
		lead, ok := strings.CutSuffix(before, n+". ")
		if ok && len(lead) < mostLead && strings.TrimRight(lead, digits) == lead {
			return annex, before
		}
	}
	return nil, ""
}

// link makes the lines of a paragraph lead to a part.
func link(pieces []piece, lines []typeset.Line, part string) {
	for i, line := range lines {
		pieces[i].ops = append(pieces[i].ops, op{kind: opLink, x: line.X, w: line.Width, h: pieces[i].height, part: part})
	}
}
