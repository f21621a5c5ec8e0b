package pdf

import (
	"h200filing/export/document"
	"h200filing/export/typeset"
)

// partHead sets "附件1" at the top of an annex, and its title where no block
// brings one.
func (l *layouter) partHead() {
	if l.part.Label != "" {
		lines := l.set(l.part.Label, lookAnnex, shape{width: l.width(), align: typeset.Left})
		l.add(l.lines(lines, lookAnnex, true)...)
	}
	if l.letter || l.part.Title == "" {
		return
	}
	for _, b := range l.part.Blocks {
		if _, ok := b.(document.Title); ok {
			return
		}
	}
	l.title(l.part.Title)
}

// title sets a centred title whose lines are about equally long.
func (l *layouter) title(text string) {
	look, after := lookPartTitle, 5.0
	if l.letter {
		look, after = lookTitle, letterPitch
	}
	runs := l.runs(text, look)
	side := (l.width() - balanced(l.glyphs, runs, look, l.width())) / 2
	lines := l.setRuns(runs, look, shape{width: l.width() - side, first: side, rest: side, align: typeset.Center})
	pieces := l.lines(lines, look, true)
	if len(pieces) > 0 && (l.begun || len(l.out) > 0) {
		pieces[0].before = 2
	}
	l.add(pieces...)
	l.add(piece{height: after, keep: true})
}

// balanced is the narrowest measure that takes no more lines than width does.
func balanced(g *glyphs, runs []typeset.Run, look look, width float64) float64 {
	count := func(w float64) int { return len(g.setRuns(runs, look, shape{width: w, align: typeset.Left})) }
	want := count(width)
	if want < 2 {
		return width
	}
	low, high := width/2, width
	for high-low > look.em()/4 {
		if mid := (low + high) / 2; count(mid) > want {
			low = mid
		} else {
			high = mid
		}
	}
	return high
}

// headingLooks holds the looks of heading levels in the letter and in annexes.
var headingLooks = [2][4]look{
	{lookHead1, lookHead2, lookStrong, lookBody},
	{lookLetter1, lookLetter2, lookLetter, lookLetter},
}

func (l *layouter) heading(h document.Heading) {
	level := min(max(h.Level, 1), 4)
	table := 0
	if l.letter {
		table = 1
	}
	look := headingLooks[table][level-1]
	s := shape{width: l.width(), align: typeset.Left}
	if !l.english {
		s.first = 2 * look.em()
	}
	pieces := l.lines(l.set(h.Text, look, s), look, true)
	if len(pieces) == 0 {
		return
	}
	if !l.letter {
		pieces[0].before = [4]float64{4, 3, 2, 1}[level-1]
	}
	if level <= 2 {
		pieces[0].marks = []bookmark{{level: level, title: h.Text}}
	}
	l.add(pieces...)
}

func (l *layouter) paragraph(p document.Paragraph) {
	look := l.body()
	switch {
	case p.Strong && p.Small:
		look = lookSmallStrong
	case p.Small:
		look = lookSmall
	case p.Strong && l.letter:
		look = lookLetter1
	case p.Strong:
		look = lookStrong
	}
	s := shape{width: l.width(), align: l.prose()}
	switch p.Align {
	case document.Center:
		s.align = typeset.Center
	case document.End:
		s.align = typeset.Right
	default:
		if !p.Flush && !l.english {
			s.first = 2 * look.em()
		}
	}
	annex, before := l.annexNamed(p)
	if annex != nil {
		s.rest = s.first + l.measure(before, look)
	}
	lines := l.set(p.Text, look, s)
	// A short line in the headings' face is a heading by another name.
	pieces := l.lines(lines, look, p.Strong && len(lines) <= 2)
	if len(pieces) > 0 && l.english {
		pieces[0].before = 1.5
	}
	if annex != nil {
		link(pieces, lines, annex.ID)
	}
	l.add(pieces...)
}

func (l *layouter) verbatim(v document.Verbatim) {
	lines := l.set(v.Text, lookCode, shape{width: l.width(), align: typeset.Left})
	l.add(l.lines(lines, lookCode, false)...)
}

// lines makes a piece of each line. The first two and the last two of a
// paragraph stay together; all does the same for every line and for what comes
// after, as headings need.
func (l *layouter) lines(lines []typeset.Line, look look, all bool) []piece {
	out := make([]piece, len(lines))
	for i, line := range lines {
		out[i] = piece{
			height: look.pitch(),
			keep:   all || len(lines) > 1 && (i == 0 || i == len(lines)-2),
			ops:    lineOps(nil, line, look, 0, 0),
		}
	}
	return out
}
