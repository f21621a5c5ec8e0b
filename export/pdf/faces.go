package pdf

import (
	"fmt"
	"strings"
	"sync"

	"h200filing/assets/fonts"
	"h200filing/export/pdf/subset"
)

// face is one of the typefaces of a page.
type face uint8

const (
	fang  face = iota // 仿宋, body
	hei               // 黑体, first headings, labels
	kai               // 楷体, second headings
	title             // stands for 小标宋
	song              // 宋体, figures, notes, what the others lack
	faceCount
)

// faceKeys names the faces in the house's fonts and, for gofpdf, in lower case.
var faceKeys = [faceCount]fonts.Key{fonts.FangSong, fonts.Hei, fonts.Kai, fonts.Title, fonts.Fallback}

// typefaces holds the parsed faces; they are parsed once per process.
type typefaces [faceCount]*parsedFace

type parsedFace struct {
	*subset.Font
	perEm float64
	name  string // PostScript name without a subset tag
	known memory // what was found for those who wish for this face
}

// loadFaces gives the parsed faces, which all documents share.
var loadFaces = sync.OnceValues(parseFaces)

func parseFaces() (*typefaces, error) {
	var all typefaces
	for i, key := range faceKeys {
		f, ok := fonts.Get(key)
		if !ok {
			return nil, fmt.Errorf("typeface %s: not embedded", key)
		}
		parsed, err := subset.Parse(f.Bytes)
		if err != nil {
			return nil, fmt.Errorf("typeface %s: %w", key, err)
		}
		all[i] = &parsedFace{Font: parsed, perEm: float64(parsed.UnitsPerEm()), name: strings.ReplaceAll(f.Family, " ", "")}
	}
	// What tells of a missing character must not be missing itself.
	for _, r := range string(missingBox) + "U+0123456789ABCDEF…\u3000" {
		if !all[song].Has(r) {
			return nil, fmt.Errorf("typeface %s: lacks %q", faceKeys[song], r)
		}
	}
	return &all, nil
}

// standIns is the order in which faces stand in for one that lacks a character.
var standIns = []face{song, kai, hei, title, fang}

// missingBox is shown in place of a character that no face has.
const missingBox = '□'

// glyph says which face shows a character and how wide, in ems. What no face has
// is shown as the box, in the first of the stand-ins; then ok is false.
type glyph struct {
	width float32
	face  face
	ok    bool
}

// glyphs looks characters up.
type glyphs struct {
	faces   *typefaces
	english bool // the current part is in English
}

func newGlyphs(faces *typefaces) *glyphs { return &glyphs{faces: faces} }

// find looks for r in the wished face, then in its stand-ins.
func (g *glyphs) find(wish face, r rune) glyph {
	at := g.faces[wish].known.of(r)
	if found, ok := at.load(); ok {
		return found
	}
	found := g.look(wish, r)
	at.store(found)
	return found
}

func (g *glyphs) look(wish face, r rune) glyph {
	for i := -1; i < len(standIns); i++ {
		f := wish
		if i >= 0 {
			f = standIns[i]
		}
		if width, ok := g.faces[f].Advance(r); ok {
			return glyph{width: float32(float64(width) / g.faces[f].perEm), face: f, ok: true}
		}
	}
	box := standIns[0]
	width, _ := g.faces[box].Advance(missingBox)
	return glyph{width: float32(float64(width) / g.faces[box].perEm), face: box}
}
