package pdf

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"

	"h200filing/export/pdf/subset"
)

// embedded is a face cut down to one document, ready to be written.
type embedded struct {
	name      string // with the tag of a subset
	codes     codes
	face      *parsedFace
	file      packed
	length    int    // of the file unpacked
	glyphs    packed // the glyph of every code
	toUnicode packed
	err       error
}

// cutFaces has the crew cut the faces that show anything, the one with the most
// characters first, for it takes longest.
func cutFaces(c *crew, faces *typefaces, all *[faceCount]codes) *[faceCount]*embedded {
	cut := new([faceCount]*embedded)
	var order []face
	for f := range faceCount {
		if len(all[f].runes) > 0 {
			cut[f] = &embedded{codes: all[f], face: faces[f]}
			order = append(order, f)
		}
	}
	slices.SortStableFunc(order, func(a, b face) int { return cmp.Compare(len(all[b].runes), len(all[a].runes)) })
	for _, f := range order {
		c.do(func() { cut[f].err = cut[f].cut(f) })
	}
	return cut
}

// cut makes the parts of the font.
func (e *embedded) cut(f face) error {
	if len(e.codes.runes) >= mostCodes {
		return fmt.Errorf("%d characters: %w", len(e.codes.runes), subset.ErrTooMany)
	}
	box := subset.Nothing
	if f == standIns[0] {
		box = missingBox
	}
	sub, err := e.face.SubsetWith(e.codes.runes, box)
	if err != nil {
		return err
	}
	glyphs := make([]byte, 2, 2*len(e.codes.runes)+2)
	for _, r := range e.codes.runes {
		g := sub.Glyph(r)
		glyphs = append(glyphs, byte(g>>8), byte(g))
	}
	e.name = subsetTag(sub.Bytes) + "+" + e.face.name
	e.file, e.length = pack(sub.Bytes), len(sub.Bytes)
	e.glyphs, e.toUnicode = pack(glyphs), pack(toUnicode(e.codes.runes))
	return nil
}

// write adds the objects of the font; number is that of the font itself
// (ISO 32000-1, 9.7).
func (e *embedded) write(w *objects, number int) {
	file, glyphs, toUnicode := w.alloc(), w.alloc(), w.alloc()
	w.packedStream(file, "/Length1 "+strconv.Itoa(e.length), &e.file)
	w.packedStream(glyphs, "", &e.glyphs)
	w.packedStream(toUnicode, "", &e.toUnicode)
	box := e.face.BBox()
	descriptor := w.add(fmt.Sprintf("<</Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [%d %d %d %d] /ItalicAngle 0 /Ascent %d /Descent %d /CapHeight %d /StemV 80 /FontFile2 %d 0 R>>",
		e.name, e.mil(box.XMin), e.mil(box.YMin), e.mil(box.XMax), e.mil(box.YMax), e.mil(e.face.Ascent()), e.mil(e.face.Descent()), e.mil(e.face.Ascent()), file))
	child := w.add(fmt.Sprintf("<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor %d 0 R /DW %d /W [%s] /CIDToGIDMap %d 0 R>>",
		e.name, descriptor, usualWidth, e.widths(), glyphs))
	w.put(number, fmt.Sprintf("<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>",
		e.name, child, toUnicode))
}

// mil turns font units into thousandths of an em.
func (e *embedded) mil(units int) int {
	v := float64(units) * 1000 / e.face.perEm
	if v < 0 {
		return -int(0.5 - v)
	}
	return int(v + 0.5)
}

// usualWidth is that of Han characters; only other widths are listed.
const usualWidth = 1000

// widths lists the runs of codes whose widths are not the usual one.
func (e *embedded) widths() string {
	var b bytes.Buffer
	open := false
	for i, r := range e.codes.runes {
		units, ok := e.face.Advance(r)
		if !ok {
			units, _ = e.face.Advance(missingBox)
		}
		width := e.mil(units)
		if width == usualWidth {
			if open {
				b.WriteByte(']')
			}
			open = false
			continue
		}
		if !open {
			fmt.Fprintf(&b, " %d [", i+1)
		}
		open = true
		b.WriteString(strconv.Itoa(width) + " ")
	}
	if open {
		b.WriteByte(']')
	}
	return b.String()
}

// subsetTag is the six capitals before the name of a font that is a subset
// (ISO 32000-1, 9.6.4); equal subsets have equal tags.
func subsetTag(font []byte) string {
	sum := sha256.Sum256(font)
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag[:])
}
