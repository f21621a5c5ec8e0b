package typeset

import "slices"

// stretchLimit is how far, in ems, a gap may be opened before a ragged line is
// the lesser evil; goodStretch is how far before another place to part is sought.
const (
	stretchLimit = 0.45
	goodStretch  = 0.28
)

// spaceLimit is how far, in ems, the spaces between Western words are opened
// before all gaps are.
const spaceLimit = 0.15

// row is a line before it is set.
type row struct {
	items  []item
	text   string
	indent float64
	lead   float64 // how far its first character moves left of the indent
	last   bool
}

// set places the items of one line; its spans are in a list of s.
func (r row) set(s *scratch, spec Spec) Line {
	items := r.items
	visible := len(items)
	for visible > 0 && (items[visible-1].class == space || items[visible-1].class == newline) {
		visible--
	}
	line := Line{Text: r.text, X: r.indent, Last: r.last}
	items = items[:visible]
	if visible == 0 {
		return line
	}
	s.advances = slices.Grow(s.advances[:0], visible)
	advances := s.advances[:visible]
	natural := -r.lead
	for i := range items {
		advances[i] = items[i].take
		natural += items[i].take
	}
	end := &items[visible-1]
	natural += end.adv - end.trim - end.take
	advances[visible-1] = end.adv - end.trim

	avail := spec.Width - r.indent
	switch room := avail - natural; {
	case room < 0:
		natural -= squeeze(items, advances, -room)
	case spec.Align == Justify && !r.last:
		natural += stretch(items, advances, room, spec.Em)
	}
	switch spec.Align {
	case Center:
		line.X += (avail - natural) / 2
	case Right:
		line.X += avail - natural
	}
	line.Width = natural
	first := len(s.spans)
	s.spans = appendSpans(s.spans, items, advances, r.text, line.X-r.lead)
	line.Spans = s.spans[first:]
	return line
}

// squeeze takes need out of the slack of the line and returns what it got.
func squeeze(items []item, advances []float64, need float64) float64 {
	total := 0.0
	for i := range items[:len(items)-1] {
		total += items[i].slack
	}
	if total == 0 {
		return 0
	}
	share := min(1, need/total)
	for i := range items[:len(items)-1] {
		advances[i] -= items[i].slack * share
	}
	return total * share
}

// stretch fills a line: first the spaces between Western words are opened a
// little, then all gaps evenly, none of them inside Western words, inside —— or
// beside marks. It returns what it added, which is nothing if a gap would have to
// be opened too far.
func stretch(items []item, advances []float64, room, em float64) float64 {
	gaps, spaces := 0, 0
	for i := 0; i+1 < len(items); i++ {
		if opens(&items[i], &items[i+1]) {
			gaps++
		}
		if betweenWords(items, i) {
			spaces++
		}
	}
	if gaps == 0 || room/float64(gaps) > stretchLimit*em {
		return 0
	}
	wide := 0.0
	if spaces > 0 {
		wide = min(spaceLimit*em, room/float64(spaces))
	}
	each := (room - wide*float64(spaces)) / float64(gaps)
	for i := 0; i+1 < len(items); i++ {
		if opens(&items[i], &items[i+1]) {
			advances[i] += each
		}
		if betweenWords(items, i) {
			advances[i] += wide
		}
	}
	return room
}

// betweenWords tells the space between two Western words.
func betweenWords(items []item, i int) bool {
	return items[i].class == space && i > 0 && items[i-1].class == western && items[i+1].class == western
}

// opens says whether there may be more room between a and b: not inside Western
// words, nor where a mark belongs to the character beside it.
func opens(a, b *item) bool {
	if a.class == han && a.noEnd || b.class == han && b.noStart {
		return false
	}
	if b.class == mark || b.second || a.class == glue || b.class == glue || a.class == chance {
		return false
	}
	if a.class == western && b.class == western {
		return false
	}
	if a.class == western && b.class == space || a.class == mark && b.class != han {
		return false
	}
	return true
}

// appendSpans groups items of one style whose spacing is the same. The spacing of a
// span's last character moves nothing inside it, so that one may differ.
func appendSpans(out []Span, items []item, advances []float64, text string, x float64) []Span {
	for i, offset := 0, 0; i < len(items); {
		spacing := advances[i] - items[i].adv
		end, width, bytes := i, 0.0, 0
		for {
			width += advances[end]
			bytes += int(items[end].size)
			same := near(advances[end]-items[end].adv, spacing)
			end++
			if end == len(items) || items[end].style != items[i].style || !same {
				break
			}
		}
		out = append(out, Span{
			Text: text[offset : offset+bytes], Style: items[i].style,
			X: x, Width: width, Spacing: spacing,
		})
		x, i, offset = x+width, end, offset+bytes
	}
	return out
}

func near(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 }
