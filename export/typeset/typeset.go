package typeset

import "slices"

// Style is the caller's number for a face and a size.
type Style int

// Run is text in one style.
type Run struct {
	Text  string
	Style Style
}

// Align says how a line fills its measure.
type Align uint8

// The alignments. Justify stretches all lines but the last of a paragraph to
// the full measure; a line that would have to be stretched beyond reason stays
// ragged.
const (
	Justify Align = iota
	Left
	Center
	Right
)

// Level says which marks must not begin or end a line (clreq, "Prohibition Rules
// for Line Start and Line End"). A document keeps to one level.
type Level uint8

// The levels. Each forbids what the one before it does and more: Basic, which
// clreq recommends, keeps closing marks from the start and opening ones from the
// end of a line; GB also keeps a solidus from the end; Strict also keeps —— and
// …… from the start.
const (
	Basic Level = iota
	GB
	Strict
)

// MostGap is the widest gap between Han and Latin characters, in ems (clreq).
const MostGap = 0.25

// Spec is the shape of a paragraph.
type Spec struct {
	Width float64 // the measure
	Em    float64 // width of a full-width character
	First float64 // indent of the first line, as of every line after a newline
	Rest  float64 // indent of the other lines
	Align Align
	Level Level
	// Gap is the room between Han characters and Latin words, MostGap of Em at
	// most; 0 leaves them as they are. A space typed between the two is set as
	// wide as that. Bare numbers stand without a gap, as official documents
	// have them, and so does what stands beside a full-width mark.
	Gap float64
	// Advance is the width of a character; it is asked once for each.
	Advance func(r rune, s Style) float64
}

// Line is a line of a paragraph.
type Line struct {
	// Text is the part of the input on this line, with the spaces and the
	// line end that close it. Lines' texts in a row are the input.
	Text string
	// Spans cover Text but for what closes it.
	Spans []Span
	// X and Width are the extent from the left edge of the measure. An opening
	// mark at the start hands its blank half in: its span begins before X.
	X, Width float64
	// Last is set on the last line of a paragraph, where nothing is stretched.
	Last bool
}

// Span is text in one style with even spacing.
type Span struct {
	Text    string
	Style   Style
	X       float64 // from the left edge of the measure
	Width   float64 // up to the end of its last character
	Spacing float64 // added after each character; negative where squeezed
}

// Break sets runs into lines. Input without a character gives no line; a line
// end after the last character opens no empty line.
func Break(runs []Run, spec Spec) []Line {
	b := newBreaker(runs, spec)
	defer b.done()
	if len(b.items) == 0 {
		return nil
	}
	text := join(runs)
	cuts := b.cuts(spec)
	lines := make([]Line, 0, len(cuts))
	b.spans = b.spans[:0]
	offset := 0
	for _, c := range cuts {
		bytes := 0
		for _, it := range b.items[c.start:c.end] {
			bytes += int(it.size)
		}
		row := row{
			items: b.items[c.start:c.end], text: text[offset : offset+bytes], indent: c.indent, lead: c.lead,
			last: c.end == len(b.items) || b.items[c.end-1].class == newline,
		}
		lines = append(lines, row.set(b.scratch, spec))
		offset += bytes
	}
	own(lines, b.spans)
	return lines
}

// own gives lines spans of their own, in one list, for those they have.
func own(lines []Line, spans []Span) {
	spans = slices.Clone(spans)
	for i := range lines {
		if n := len(lines[i].Spans); n > 0 {
			lines[i].Spans, spans = spans[:n:n], spans[n:]
		}
	}
}

// Extent tells how narrow and how wide text may be set: least holds every piece
// that is not to be parted, most every paragraph on one line. Indents are left out.
func Extent(runs []Run, spec Spec) (least, most float64) {
	b := newBreaker(runs, spec)
	defer b.done()
	piece, line := 0.0, 0.0
	for i := range b.items {
		it := &b.items[i]
		if i > 0 && b.between(i) == yes {
			piece = 0
			if b.items[i-1].class == newline {
				line = 0
			}
		}
		if it.class != space && it.class != newline {
			least, most = max(least, piece+it.adv-it.trim), max(most, line+it.adv-it.trim)
		}
		piece, line = piece+it.take, line+it.take
	}
	return least, most
}

// Width is the extent of text on one endless line, without gaps or squeezing.
func Width(runs []Run, advance func(r rune, s Style) float64) float64 {
	sum := 0.0
	for _, run := range runs {
		for _, r := range run.Text {
			if classOf(r) != newline {
				sum += advance(r, run.Style)
			}
		}
	}
	return sum
}

func join(runs []Run) string {
	if len(runs) == 1 {
		return runs[0].Text
	}
	n := 0
	for _, run := range runs {
		n += len(run.Text)
	}
	buf := make([]byte, 0, n)
	for _, run := range runs {
		buf = append(buf, run.Text...)
	}
	return string(buf)
}
