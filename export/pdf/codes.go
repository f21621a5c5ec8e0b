package pdf

import (
	"runtime"
	"slices"
)

// codes numbers the characters that a face shows in one document: the first is 1,
// for 0 is the code of nothing. A page names them by two bytes.
type codes struct {
	runes  []rune            // ascending
	basic  [256]*[256]uint16 // up to U+FFFF
	beyond map[rune]uint16   // the others
}

// mostCodes is how many characters two bytes can number.
const mostCodes = 0xFFFF

// usedCodes numbers the characters that each face shows. Each processor goes through
// a stretch of the pages.
func usedCodes(c *crew, p plan) ([faceCount]codes, error) {
	each := max(1, (len(p.pages)+runtime.GOMAXPROCS(0)-1)/runtime.GOMAXPROCS(0))
	var found []*[faceCount]codes
	for pages := range slices.Chunk(p.pages, each) {
		in := new([faceCount]codes)
		found = append(found, in)
		c.do(func() {
			for i := range pages {
				usePage(in, &pages[i])
			}
		})
	}
	all := [faceCount]codes{}
	if err := c.wait(); err != nil {
		return all, err
	}
	for f := range all {
		for _, in := range found {
			for _, r := range in[f].runes {
				all[f].use(r)
			}
		}
		all[f].number()
	}
	return all, nil
}

// usePage notes what a page shows.
func usePage(c *[faceCount]codes, p *page) {
	for _, ops := range p.layers() {
		for i := range ops {
			_, f := lookAndFace(ops[i].style)
			for _, r := range ops[i].text {
				c[f].use(r)
			}
		}
	}
}

// use notes that a character is shown.
func (c *codes) use(r rune) {
	if c.of(r) == 0 {
		c.set(r, 1)
		c.runes = append(c.runes, r)
	}
}

// number deals the codes in the order of the characters.
func (c *codes) number() {
	slices.Sort(c.runes)
	for i, r := range c.runes {
		c.set(r, uint16(min(i+1, mostCodes)))
	}
}

// of is the code of a character, 0 for one that is not shown.
func (c *codes) of(r rune) uint16 {
	if r > 0xFFFF {
		return c.beyond[r]
	}
	if page := c.basic[r>>8]; page != nil {
		return page[r&0xFF]
	}
	return 0
}

func (c *codes) set(r rune, code uint16) {
	if r > 0xFFFF {
		if c.beyond == nil {
			c.beyond = map[rune]uint16{}
		}
		c.beyond[r] = code
		return
	}
	if c.basic[r>>8] == nil {
		c.basic[r>>8] = new([256]uint16)
	}
	c.basic[r>>8][r&0xFF] = code
}

// append writes text as codes into a string of a page (ISO 32000-1, 7.3.4.2).
func (c *codes) append(out []byte, text string) []byte {
	for _, r := range text {
		code := c.of(r)
		out = appendByte(appendByte(out, byte(code>>8)), byte(code))
	}
	return out
}

func appendByte(out []byte, b byte) []byte {
	switch b {
	case '\\', '(', ')':
		return append(out, '\\', b)
	case '\r': // which would be read as a line feed
		return append(out, '\\', 'r')
	}
	return append(out, b)
}
