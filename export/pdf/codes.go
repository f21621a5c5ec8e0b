package pdf

import "slices"

// codes numbers the characters that a face shows in one document: the first is 1,
// for 0 is the code of nothing. A page names them by two bytes.
type codes struct {
	runes []rune // ascending
	of    map[rune]uint16
}

// mostCodes is how many characters two bytes can number.
const mostCodes = 0xFFFF

// usedCodes numbers the characters that each face shows.
func usedCodes(p plan) [faceCount]codes {
	var all [faceCount]codes
	for i := range all {
		all[i].of = make(map[rune]uint16, 512)
	}
	for i := range p.pages {
		for _, ops := range p.pages[i].layers() {
			for j := range ops {
				_, f := lookAndFace(ops[j].style)
				for _, r := range ops[j].text {
					all[f].of[r] = 0
				}
			}
		}
	}
	for i := range all {
		all[i].number()
	}
	return all
}

// number deals the codes in the order of the characters.
func (c *codes) number() {
	c.runes = make([]rune, 0, len(c.of))
	for r := range c.of {
		c.runes = append(c.runes, r)
	}
	slices.Sort(c.runes)
	for i, r := range c.runes {
		c.of[r] = uint16(min(i+1, mostCodes))
	}
}

// append writes text as codes into a string of a page (ISO 32000-1, 7.3.4.2).
func (c *codes) append(out []byte, text string) []byte {
	for _, r := range text {
		code := c.of[r]
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
