package subset

import "fmt"

// Flags of a component of a composite glyph.
const (
	flagWordArgs = 1 << 0
	flagScale    = 1 << 3
	flagMore     = 1 << 5
	flagXYScale  = 1 << 6
	flag2x2      = 1 << 7
)

const (
	glyphHeader = 10 // contour count and box
	// maxDepth and maxVisits bound composites of composites: readers of the
	// subset follow them without a guard of their own.
	maxDepth  = 16
	maxVisits = 1024
)

// advance is the width of a glyph from hmtx, in font units.
func (f *Font) advance(g uint16) uint16 {
	if c := f.composition(g); c != nil {
		return f.composedAdvance(c)
	}
	return u16(f.hmtx, 4*min(int(g), f.numHMetrics-1))
}

// bearing is the left side bearing of a glyph from hmtx, in font units.
func (f *Font) bearing(g uint16) uint16 {
	if f.composition(g) != nil {
		if data, err := f.outline(g); err == nil && len(data) > 0 {
			return u16(data, 2)
		}
		return 0
	}
	if i := int(g); i >= f.numHMetrics {
		return u16(f.hmtx, 4*f.numHMetrics+2*(i-f.numHMetrics))
	}
	return u16(f.hmtx, 4*int(g)+2)
}

// outline is the glyf entry of a glyph: empty for a blank one, otherwise at
// least a glyph header.
func (f *Font) outline(g uint16) ([]byte, error) {
	if c := f.composition(g); c != nil {
		return f.compose(c)
	}
	var from, to uint64
	if f.longLoca {
		from, to = uint64(u32(f.loca, 4*int(g))), uint64(u32(f.loca, 4*int(g)+4))
	} else {
		from, to = 2*uint64(u16(f.loca, 2*int(g))), 2*uint64(u16(f.loca, 2*int(g)+2))
	}
	switch {
	case from == to:
		return nil, nil
	case from > to || to > uint64(len(f.glyf)):
		return nil, fmt.Errorf("glyph %d at bytes %d to %d of %d: %w", g, from, to, len(f.glyf), ErrFormat)
	case to-from < glyphHeader:
		return nil, fmt.Errorf("glyph %d has %d bytes: %w", g, to-from, ErrFormat)
	}
	return f.glyf[from:to:to], nil
}

// components calls visit for every component of a composite glyph with the
// position of its glyph index in data and that index. A simple glyph has none.
func components(data []byte, visit func(at int, g uint16) error) error {
	if len(data) == 0 || i16(data, 0) >= 0 {
		return nil
	}
	for at, flags := glyphHeader, uint16(flagMore); flags&flagMore != 0; {
		if at+4 > len(data) {
			return fmt.Errorf("composite glyph is cut off at byte %d: %w", at, ErrFormat)
		}
		flags = u16(data, at)
		if err := visit(at+2, u16(data, at+2)); err != nil {
			return err
		}
		at += componentSize(flags)
		if at > len(data) {
			return fmt.Errorf("composite glyph is cut off at byte %d: %w", len(data), ErrFormat)
		}
	}
	return nil
}

// componentSize is the number of bytes one component takes, by its flags.
func componentSize(flags uint16) int {
	size := 6
	if flags&flagWordArgs != 0 {
		size += 2
	}
	switch {
	case flags&flagScale != 0:
		size += 2
	case flags&flagXYScale != 0:
		size += 4
	case flags&flag2x2 != 0:
		size += 8
	}
	return size
}

// closure collects the glyphs a subset needs, each once, in a fixed order.
type closure struct {
	font  *Font
	order []uint16          // new glyph index to old
	index map[uint16]uint16 // old glyph index to new
}

// add takes a glyph in, unless it is there already, and gives its new index.
func (c *closure) add(g uint16) uint16 {
	if i, ok := c.index[g]; ok {
		return i
	}
	i := uint16(len(c.order))
	c.index[g] = i
	c.order = append(c.order, g)
	return i
}

// addComponents takes in what the glyphs collected so far are composed of.
func (c *closure) addComponents() error {
	for _, g := range c.order[:len(c.order):len(c.order)] {
		visits := 0
		if err := c.descend(g, 0, &visits); err != nil {
			return fmt.Errorf("glyph %d: %w", g, err)
		}
	}
	return nil
}

// descend walks one composite glyph to its leaves and refuses circles and
// explosions. Glyphs met again are walked again: that is what a reader does.
func (c *closure) descend(g uint16, depth int, visits *int) error {
	if *visits++; depth > maxDepth || *visits > maxVisits {
		return fmt.Errorf("composite glyphs nested too deep or too often: %w", ErrFormat)
	}
	data, err := c.font.outline(g)
	if err != nil {
		return err
	}
	return components(data, func(_ int, part uint16) error {
		if int(part) >= c.font.numGlyphs {
			return fmt.Errorf("component %d of %d glyphs: %w", part, c.font.numGlyphs, ErrFormat)
		}
		c.add(part)
		return c.descend(part, depth+1, visits)
	})
}
