package subset

import (
	"encoding/binary"
	"fmt"
)

// composition makes a sign that few typefaces have out of characters that they
// have. A font shows it if it lacks the sign and has all of its parts.
type composition struct {
	sign  rune
	parts []component
}

// component is a character within a sign; scale is from 0 to below 2, offsets are
// in ems.
type component struct {
	r             rune
	scale, dx, dy float64
}

func as(r rune) []component { return []component{{r: r, scale: 1}} }

func small(r rune, dy float64) []component { return []component{{r: r, scale: 0.6, dy: dy}} }

// boxed is a character in the box of □.
func boxed(r rune) []component {
	return []component{{r: '□', scale: 1}, {r: r, scale: 0.62, dx: 0.19, dy: 0.145}}
}

const raised, lowered = 0.33, -0.12

// compositions are the check boxes, ticks and crosses of forms, arrows, and the
// figures above and below the line.
var compositions = []composition{
	{'☐', as('□')}, {'☑', boxed('√')}, {'☒', boxed('×')}, {'✅', boxed('√')},
	{'✓', as('√')}, {'✔', as('√')}, {'✕', as('×')}, {'✖', as('×')}, {'✗', as('×')}, {'✘', as('×')}, {'❌', as('×')},
	{'►', as('▶')}, {'◄', as('◀')}, {'➔', as('→')}, {'➜', as('→')}, {'•', as('·')},
	{'⁰', small('0', raised)}, {'¹', small('1', raised)}, {'²', small('2', raised)}, {'³', small('3', raised)}, {'⁴', small('4', raised)},
	{'⁵', small('5', raised)}, {'⁶', small('6', raised)}, {'⁷', small('7', raised)}, {'⁸', small('8', raised)}, {'⁹', small('9', raised)},
	{'⁺', small('+', raised)}, {'⁻', small('-', raised)}, {'ⁿ', small('n', raised)},
	{'₀', small('0', lowered)}, {'₁', small('1', lowered)}, {'₂', small('2', lowered)}, {'₃', small('3', lowered)}, {'₄', small('4', lowered)},
	{'₅', small('5', lowered)}, {'₆', small('6', lowered)}, {'₇', small('7', lowered)}, {'₈', small('8', lowered)}, {'₉', small('9', lowered)},
}

// compositionOf finds the composition of a sign by its place in the list.
var compositionOf = func() map[rune]int {
	m := make(map[rune]int, len(compositions))
	for i, c := range compositions {
		m[c.sign] = i
	}
	return m
}()

// composed is the number under which the font keeps a composed sign: they follow
// the font's own glyphs. It is 0 for what cannot be composed.
func (f *Font) composed(r rune) uint16 {
	i, ok := compositionOf[r]
	if !ok || f.numGlyphs+i > 0xFFFF {
		return 0
	}
	for _, part := range compositions[i].parts {
		if f.own(part.r) == 0 {
			return 0
		}
	}
	return uint16(f.numGlyphs + i)
}

// composition is the composition behind a glyph number, nil for the font's own.
func (f *Font) composition(g uint16) *composition {
	if i := int(g) - f.numGlyphs; i >= 0 && i < len(compositions) {
		return &compositions[i]
	}
	return nil
}

// composedAdvance is as wide as the parts reach.
func (f *Font) composedAdvance(c *composition) uint16 {
	em, width := float64(f.UnitsPerEm()), 0.0
	for _, p := range c.parts {
		width = max(width, p.dx*em+p.scale*float64(f.advance(f.own(p.r))))
	}
	return uint16(width + 0.5)
}

// compose writes the glyf entry of a composed sign.
func (f *Font) compose(c *composition) ([]byte, error) {
	const (
		argsAreXY = 1 << 1
		f2dot14   = 1 << 14
	)
	out := make([]byte, glyphHeader, glyphHeader+10*len(c.parts))
	binary.BigEndian.PutUint16(out, 0xFFFF) // a composite
	em := float64(f.UnitsPerEm())
	var box Box
	for i, p := range c.parts {
		g := f.own(p.r)
		data, err := f.outline(g)
		if err != nil {
			return nil, fmt.Errorf("part %q of %q: %w", p.r, c.sign, err)
		}
		dx, dy := int(p.dx*em), int(p.dy*em)
		if len(data) > 0 {
			box = joined(box, readBox(data[2:]), p.scale, dx, dy, i == 0)
		}
		flags := uint16(flagWordArgs | argsAreXY | flagScale)
		if i+1 < len(c.parts) {
			flags |= flagMore
		}
		for _, v := range []uint16{flags, g, uint16(dx), uint16(dy), uint16(p.scale * f2dot14)} {
			out = binary.BigEndian.AppendUint16(out, v)
		}
	}
	for i, v := range []int{box.XMin, box.YMin, box.XMax, box.YMax} {
		binary.BigEndian.PutUint16(out[2+2*i:], uint16(v))
	}
	return out, nil
}

// joined is the box around a box and another one, scaled and moved.
func joined(box, part Box, scale float64, dx, dy int, first bool) Box {
	at := func(v, d int) int { return int(float64(v)*scale) + d }
	part = Box{at(part.XMin, dx), at(part.YMin, dy), at(part.XMax, dx), at(part.YMax, dy)}
	if first {
		return part
	}
	return Box{min(box.XMin, part.XMin), min(box.YMin, part.YMin), max(box.XMax, part.XMax), max(box.YMax, part.YMax)}
}
