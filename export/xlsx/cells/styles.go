package cells

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// Format is what a cell's number format makes of a number.
type Format int

// The formats.
const (
	Plain   Format = iota
	Percent        // 0.25 is shown as 25 %
	Date           // a number is shown as a day or a time
)

// readStyles reads the format of every cell style.
func (b *Book) readStyles(part string) error {
	data, err := b.archive.read(part)
	if err != nil {
		return err
	}
	custom := map[string]Format{}
	w := newWalker(part, data)
	for {
		token, err := w.next()
		if token == nil || err != nil {
			return err
		}
		e, ok := token.(xml.StartElement)
		switch {
		case !ok:
		case e.Name.Local == "numFmt" && w.within("numFmts"):
			custom[attribute(e, "numFmtId")] = formatOf(attribute(e, "formatCode"))
		case e.Name.Local == "xf" && w.within("cellXfs"):
			id := attribute(e, "numFmtId")
			f, ok := custom[id]
			if !ok {
				f = builtIn(id)
			}
			b.formats = append(b.formats, f)
		}
	}
}

// builtIn is the format of the ids that every workbook has (ECMA-376, part 1,
// 18.8.30), those of Chinese editions included.
func builtIn(id string) Format {
	n, err := strconv.Atoi(id)
	switch {
	case err != nil:
		return Plain
	case n == 9, n == 10:
		return Percent
	case n >= 14 && n <= 22, n >= 27 && n <= 36, n >= 45 && n <= 47, n >= 50 && n <= 58:
		return Date
	}
	return Plain
}

// formatOf reads the first section of a format code, without what is quoted or
// in brackets.
func formatOf(code string) Format {
	code, _, _ = strings.Cut(bare(code), ";")
	code = strings.ToLower(code)
	switch {
	case strings.Contains(code, "general"), strings.Contains(code, "@"):
		return Plain
	case strings.Contains(code, "%"):
		return Percent
	case strings.ContainsAny(code, "ymdhs"):
		return Date
	}
	return Plain
}

// bare drops quoted texts, escaped characters and brackets from a format code.
func bare(code string) string {
	var b strings.Builder
	for i := 0; i < len(code); i++ {
		end := -1
		switch code[i] {
		case '"':
			end = strings.IndexByte(code[i+1:], '"')
		case '[':
			end = strings.IndexByte(code[i+1:], ']')
		case '\\', '_', '*':
			i++
			continue
		default:
			b.WriteByte(code[i])
			continue
		}
		if end < 0 {
			break
		}
		i += end + 1
	}
	return b.String()
}
