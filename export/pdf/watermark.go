package pdf

import (
	"fmt"
	"math"
	"strings"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"h200filing/assets/fonts"
	"h200filing/export/typeset"
)

// watermarkShare is how much of the page's shorter side the mark spans on
// either axis.
const watermarkShare = 0.72

// watermarkGray keeps the mark readable in print and the text over it too.
const watermarkGray = 0.91

// watermark draws words across the page. They are shapes rather than text, for
// text behind text breaks sentences apart when a reader extracts them.
func watermark(g *glyphs, words string) (*art, error) {
	line := oneLine(words)
	if line == "" {
		return nil, nil
	}
	look := lookMark
	runs := g.runs(line, look)
	em := look.em()
	width := typeset.Width(runs, g.advance) / em
	// In ems the line is width long and one high; turned by 45° it spans
	// (width + 1) / √2 on each axis.
	scale := math.Sqrt2 / (width + 1)
	var path strings.Builder
	c := scale * math.Sqrt2 / 2
	fmt.Fprintf(&path, "%.3f g %.6f %.6f %.6f %.6f 0.5 0.5 cm\n", watermarkGray, c, c, -c, c)
	x := -width / 2
	for _, run := range runs {
		_, f := lookAndFace(run.Style)
		o, err := newOutliner(f)
		if err != nil {
			return nil, fmt.Errorf("watermark: %w", err)
		}
		for _, r := range run.Text {
			if err := o.draw(&path, r, x, -0.36); err != nil {
				return nil, fmt.Errorf("watermark: %w", err)
			}
			x += g.advance(r, run.Style) / em
		}
	}
	return &art{turn: identity, emit: func(w *objects) (int, error) {
		n := w.alloc()
		w.stream(n, "/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources <<>>", []byte(path.String()))
		return n, nil
	}}, nil
}

// outliner draws the shapes of a face's characters.
type outliner struct {
	font  *sfnt.Font
	buf   sfnt.Buffer
	perEm float64
}

func newOutliner(f face) (*outliner, error) {
	data, _ := fonts.Get(faceKeys[f])
	parsed, err := sfnt.Parse(data.Bytes)
	if err != nil {
		return nil, err
	}
	return &outliner{font: parsed, perEm: float64(parsed.UnitsPerEm())}, nil
}

// draw fills the shape of r with its origin at (x, y), in ems.
func (o *outliner) draw(path *strings.Builder, r rune, x, y float64) error {
	index, err := o.font.GlyphIndex(&o.buf, r)
	if err != nil {
		return err
	}
	segments, err := o.font.LoadGlyph(&o.buf, index, fixed.I(int(o.perEm)), nil)
	if err != nil {
		return err
	}
	at := func(p fixed.Point26_6) (float64, float64) {
		return x + float64(p.X)/64/o.perEm, y - float64(p.Y)/64/o.perEm
	}
	var px, py float64
	for _, s := range segments {
		ax, ay := at(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			fmt.Fprintf(path, "%.4f %.4f m\n", ax, ay)
		case sfnt.SegmentOpLineTo:
			fmt.Fprintf(path, "%.4f %.4f l\n", ax, ay)
		case sfnt.SegmentOpQuadTo:
			bx, by := at(s.Args[1])
			fmt.Fprintf(path, "%.4f %.4f %.4f %.4f %.4f %.4f c\n",
				px+(ax-px)*2/3, py+(ay-py)*2/3, bx+(ax-bx)*2/3, by+(ay-by)*2/3, bx, by)
			ax, ay = bx, by
		case sfnt.SegmentOpCubeTo:
			bx, by := at(s.Args[1])
			cx, cy := at(s.Args[2])
			fmt.Fprintf(path, "%.4f %.4f %.4f %.4f %.4f %.4f c\n", ax, ay, bx, by, cx, cy)
			ax, ay = cx, cy
		}
		px, py = ax, ay
	}
	if len(segments) > 0 {
		path.WriteString("h f\n")
	}
	return nil
}
