package pdf

import (
	"h200filing/export/document"
	"h200filing/export/typeset"
)

// Measures of a bar chart in millimetres.
const (
	barRow    = 8.6
	barHeight = 4.6
	barLabel  = 44.0
	barText   = 62.0
)

// barGrays tells tones apart in print; the words beside the bar say the same.
var barGrays = map[document.Tone]float64{
	document.Plain: 0.55, document.Good: 0.3, document.Bad: 0.75, document.Open: 0.9, document.Head: 0.15,
}

// barSetter sets one chart.
type barSetter struct {
	*layouter
	document.Bars
	label, area float64 // width of the labels and of the longest bar
	scale       float64 // millimetres per unit
}

// bars draws values as bars, and the needed one as a line across them.
func (l *layouter) bars(b document.Bars) {
	s := barSetter{layouter: l, Bars: b, label: min(barLabel, 0.26*l.width())}
	s.area = l.width() - s.label - min(barText, 0.3*l.width()) - 2
	top := b.Need
	for _, bar := range b.Bars {
		if !bar.Unknown {
			top = max(top, bar.Value)
		}
	}
	if top > 0 {
		s.scale = s.area / top
	}
	pieces := []piece{s.caption(), s.needLabel()}
	height := 0.0
	for _, bar := range b.Bars {
		pieces = append(pieces, s.bar(bar))
	}
	for _, p := range pieces {
		height += p.height
	}
	pieces[0].before = 3
	for i := range pieces[:len(pieces)-1] {
		pieces[i].keep = i < 2 || height < l.size.height()
	}
	l.add(pieces...)
	l.add(piece{height: 3})
}

func (s *barSetter) caption() piece {
	lines := s.set(s.Caption, lookCellStrong, shape{width: s.width(), align: typeset.Center})
	return stack(s.lines(lines, lookCellStrong, true))
}

// needLabel stands above the need line.
func (s *barSetter) needLabel() piece {
	var p piece
	at := s.label + s.Need*s.scale
	text := s.NeedAt
	if s.Need <= 0 {
		text = ""
	}
	width := s.measure(text, lookSmallStrong)
	x := min(max(0, at-width/2), max(0, s.width()-width))
	for i, line := range s.set(text, lookSmallStrong, shape{width: s.width() - x + 0.1, align: typeset.Left}) {
		p.ops = lineOps(p.ops, line, lookSmallStrong, x, float64(i)*lookSmallStrong.pitch())
		p.height += lookSmallStrong.pitch()
	}
	p.height += 0.6
	return p
}

func (s *barSetter) bar(b document.Bar) piece {
	label := s.set(b.Label, lookCell, shape{width: s.label - 2, align: typeset.Right})
	length := max(b.Value, 0) * s.scale
	dashed := b.Unknown
	if dashed {
		length = s.area * 0.3
		if s.Need > 0 {
			length = s.Need * s.scale
		}
	}
	textX := s.label + s.area + 2
	text := s.set(b.Text, lookCell, shape{width: s.width() - textX, align: typeset.Left})
	height := max(barRow, float64(max(len(label), len(text)))*lookCell.pitch()+1)
	p := piece{height: height}
	for i, line := range label {
		p.ops = lineOps(p.ops, line, lookCell, 0, (height-float64(len(label))*lookCell.pitch())/2+float64(i)*lookCell.pitch())
	}
	for i, line := range text {
		p.ops = lineOps(p.ops, line, lookCell, textX, (height-float64(len(text))*lookCell.pitch())/2+float64(i)*lookCell.pitch())
	}
	y := (height - barHeight) / 2
	if dashed {
		p.ops = append(p.ops, op{kind: opFrame, x: s.label, y: y, w: length, h: barHeight, pen: 0.2, gray: 0.3, dashed: true})
	} else if length > 0 {
		p.ops = append(p.ops, op{kind: opFill, x: s.label, y: y, w: length, h: barHeight, gray: barGrays[b.Tone]})
	}
	p.ops = append(p.ops, op{kind: opRule, x: s.label, h: height, pen: penThin})
	if s.Need > 0 {
		p.ops = append(p.ops, op{kind: opRule, x: s.label + s.Need*s.scale, h: height, pen: 0.4})
	}
	return p
}
