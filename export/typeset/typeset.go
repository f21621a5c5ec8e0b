package typeset

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

// Spec is the shape of a paragraph.
type Spec struct {
	Width float64 // the measure
	Em    float64 // width of a full-width character
	First float64 // indent of the first line, as of every line after a newline
	Rest  float64 // indent of the other lines
	Align Align
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
	// X and Width are the extent from the left edge of the measure.
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
	b := breaker{items: itemise(runs, spec)}
	if len(b.items) == 0 {
		return nil
	}
	text := join(runs)
	var lines []Line
	first, offset := true, 0
	for start := 0; start < len(b.items); {
		indent := spec.Rest
		if first {
			indent = spec.First
		}
		end := b.end(start, spec.Width-indent)
		bytes := 0
		for _, it := range b.items[start:end] {
			bytes += int(it.size)
		}
		hard := b.items[end-1].class == newline
		line := set(b.items[start:end], text[offset:offset+bytes], spec, indent, hard || end == len(b.items))
		lines = append(lines, line)
		first, start, offset = hard, end, offset+bytes
	}
	return lines
}

// Width is the extent of text on one endless line.
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
