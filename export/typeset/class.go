package typeset

import "unicode"

// class says how a character behaves where lines are broken.
type class uint8

const (
	western class = iota // part of a word: nothing breaks inside
	han                  // stands by itself: may break on either side
	space                // may break after it; hangs over the end of a line
	chance               // zero-width space: may break after it
	glue                 // no-break space, word joiner: never breaks
	mark                 // belongs to the character before
	pair                 // — and … in twos: break only between the twos
	newline              // ends the line
)

// item is a character on its way into a line.
type item struct {
	r       rune
	size    uint8 // bytes in the input
	class   class
	noStart bool // must not begin a line
	noEnd   bool // must not end a line
	second  bool // of a pair: not to be parted from the one before
	style   Style
	adv     float64 // as measured
	take    float64 // after sharing blank halves with its neighbour
	slack   float64 // what squeezing can still take from it
	trim    float64 // what it gives up at the end of a line
	lead    float64 // and at the start of one
	worded  bool    // part of a Western word with a letter in it
	stuck   bool    // inside a unit: not to be parted from the one before
}

const (
	closers = "、，。．；：！？‼⁇”’」』）》〉】〗〕］｝～–—·・‧/／" +
		",.;:!?)]}%‰％℃°′″々ー-"
	openers = "“‘「『（《〈【〖〔［｛([{￥¥$€£№"
	// units that a number keeps on its line
	hanUnits = "元万亿台套张个年月日时分秒页份人名项家卡块瓦千百倍度位条次"
	// full-width marks with a blank right half, and with a blank left half
	blankRight = "、，。．；：！？”’」』）》〉】〗〕］｝"
	blankLeft  = "“‘「『（《〈【〖〔［｛"
)

// hanWords are units of several characters, longest first.
var hanWords = [][]rune{
	[]rune("万千瓦时"), []rune("千瓦时"), []rune("平方米"), []rune("人民币"), []rune("工作日"), []rune("百分点"),
	[]rune("万千瓦"), []rune("万美元"), []rune("亿美元"), []rune("千瓦"), []rune("兆瓦"), []rune("万元"), []rune("亿元"), []rune("美元"), []rune("港元"), []rune("欧元"),
	[]rune("个月"), []rune("小时"), []rune("分钟"), []rune("毫秒"), []rune("字节"), []rune("词元"), []rune("节点"), []rune("周岁"), []rune("公里"), []rune("公斤"), []rune("万张"), []rune("万台"), []rune("万次"),
}

// runeSet tells the members of a short list apart from all else, a bit for each
// character of the basic plane.
type runeSet [0x10000 / 64]uint64

func setOf(s string) *runeSet {
	set := new(runeSet)
	for _, r := range s {
		set[r>>6] |= 1 << (r & 63)
	}
	return set
}

func (s *runeSet) has(r rune) bool {
	return r >= 0 && r < 0x10000 && s[r>>6]>>(r&63)&1 != 0
}

var (
	isCloser     = setOf(closers)
	isOpener     = setOf(openers)
	isHanUnit    = setOf(hanUnits)
	isBlankRight = setOf(blankRight)
	isBlankLeft  = setOf(blankLeft)
)

// westernUnits are the units that may follow a number after a space.
var westernUnits = map[string]bool{
	"B": true, "KB": true, "MB": true, "GB": true, "TB": true, "PB": true,
	"GiB": true, "TiB": true, "GB/s": true, "TB/s": true, "Gb/s": true, "Gbps": true,
	"W": true, "kW": true, "MW": true, "Wh": true, "kWh": true, "MWh": true, "GWh": true,
	"V": true, "A": true, "Hz": true, "MHz": true, "GHz": true, "nm": true, "mm": true, "m": true,
	"TFLOPS": true, "PFLOPS": true, "TOPS": true, "FLOPS": true, "FLOP": true,
	"USD": true, "CNY": true, "RMB": true, "s": true, "ms": true, "h": true, "kg": true,
	"token/s": true, "tokens/s": true, "%": true, "pt": true, "GPU": true,
}

// classOf is the class of a character that stands by itself.
func classOf(r rune) class {
	if r >= 0x4E00 && r < 0xA000 {
		return han // most of the text
	}
	switch r {
	case '\n', '\r', '\v', '\f', 0x85, 0x2028, 0x2029:
		return newline
	case 0xA0, 0x2007, 0x202F, 0x2060, 0xFEFF, 0x200D:
		return glue
	case 0x200B:
		return chance
	case '’', '‘', '“', '”', '—', '…', '⋯', '·', '–':
		return han // unless Western neighbours claim it; see itemise
	}
	switch {
	case r < 0x80:
		if r == ' ' || r == '\t' {
			return space
		}
		return western
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc):
		return mark
	case unicode.Is(unicode.Zs, r):
		return space
	case r < 0x1100:
		return western
	case wide(r):
		return han
	}
	return western
}

// wide tells the scripts and signs that are set solid and break anywhere.
func wide(r rune) bool {
	switch {
	case r >= 0x2000 && r < 0x2070: // general punctuation in Chinese text
		return isCloser.has(r) || isOpener.has(r)
	case r >= 0x2100 && r < 0x2C00: // letter-like, arrows, numbers, shapes
		return true
	case r >= 0x2E80 && r < 0xA4D0: // radicals to Yi
		return true
	case r >= 0xAC00 && r < 0xD7B0: // Hangul syllables
		return true
	case r >= 0xF900 && r < 0xFB00, r >= 0xFE30 && r < 0xFE70:
		return true
	case r >= 0xFF01 && r < 0xFFEF:
		return true
	}
	return r >= 0x1F000 && r < 0x3FFFF
}

// isHanLetter tells the characters beside which a Latin word has a gap.
func isHanLetter(r rune) bool {
	return r >= 0x4E00 && r < 0xA000 || r >= 0x2E80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul))
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// isLetter tells Western letters and digits, the stuff that words are made of.
func isLetter(r rune) bool {
	return isDigit(r) || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' ||
		r >= 0xC0 && r < 0x1100 && unicode.IsLetter(r)
}
