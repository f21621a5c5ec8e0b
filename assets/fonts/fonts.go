// Package fonts holds the typefaces of the program: five TrueType faces for
// the printed documents and two OpenType (CFF) faces for the window.
//
// The faces for print follow the habit of Chinese official documents
// (GB/T 9704-2012): 仿宋 for the text, 黑体 and 楷体 for the two upper levels
// of headings, a heavy 宋体 in place of 小标宋, which nobody publishes freely,
// for the title; and a regular 宋体 with the widest repertoire, which shows what
// the others lack (export/pdf says in which order). The outlines of print faces are
// quadratic (glyf), for the PDF writer reads nothing else; those of the window
// are cubic (CFF), for they cost the toolkit a quarter of the memory.
//
// Every face is a cut-down, renamed version of a free font, made by
// app/dev/fonts/make.py. LICENSES names origin, version, licence and changes
// of each, with the full texts.
//
// It stands on floor 0 (assets), is pure data and imports nothing of the
// house.
package fonts

import (
	_ "embed"
	"slices"
)

// Key names a face by its use.
type Key string

// The faces.
const (
	FangSong  Key = "fangsong"   // 仿宋: body of documents
	Hei       Key = "hei"        // 黑体: first-level headings
	Kai       Key = "kai"        // 楷体: second-level headings
	Title     Key = "title"      // heavy 宋体 in place of 小标宋: titles
	Fallback  Key = "fallback"   // 宋体: page numbers, and what the others lack
	UIRegular Key = "ui-regular" // window text
	UIBold    Key = "ui-bold"    // window headings
)

// Charset names a character set that a face covers in full, as far as Han
// characters go.
type Charset string

// The character sets faces are measured by.
const (
	GB2312     Charset = "GB 2312"      // GB/T 2312-1980, 6,763 Han characters
	TGH        Charset = "TGH"          // 通用规范汉字表 (2013), 8,105 characters
	GBK        Charset = "GBK"          // GBK 1.0, 20,975 ideographs
	Big5Level1 Charset = "Big5 level 1" // 5,401 frequent traditional characters
	Big5       Charset = "Big5"         // both levels, 13,053 traditional characters
)

// Names of the licences in LICENSES.
const (
	licenceOFL = "SIL Open Font License 1.1"
	licenceGPL = "GNU GPL 3 with font exception"
)

// Face is one embedded typeface.
type Face struct {
	Key     Key
	File    string    // file name in this folder, with extension
	Family  string    // family name in the file, not one a licence reserves
	Origin  string    // the font it was made of
	Licence string    // name of the licence; the text is in LICENSES
	Covers  []Charset // character sets covered in full
	// Bytes is the font file. It is shared by everybody: read only.
	Bytes []byte
}

var (
	//go:embed fangsong.ttf
	fangSong []byte
	//go:embed hei.ttf
	hei []byte
	//go:embed kai.ttf
	kai []byte
	//go:embed title.ttf
	title []byte
	//go:embed fallback.ttf
	fallback []byte
	//go:embed ui-regular.otf
	uiRegular []byte
	//go:embed ui-bold.otf
	uiBold []byte
)

// Faces lists every embedded face, print faces first.
func Faces() []Face {
	standard := []Charset{GB2312, TGH, Big5Level1}
	widest := []Charset{GB2312, TGH, GBK, Big5Level1, Big5}
	return []Face{
		{FangSong, "fangsong.ttf", "Filing FangSong", "FandolFang-Regular", licenceGPL, []Charset{GB2312}, fangSong},
		{Hei, "hei.ttf", "Filing Hei", "Noto Sans SC Medium", licenceOFL, standard, hei},
		{Kai, "kai.ttf", "Filing Kai", "LXGW WenKai Regular", licenceOFL, standard, kai},
		{Title, "title.ttf", "Filing Title", "Noto Serif SC Bold", licenceOFL, standard, title},
		{Fallback, "fallback.ttf", "Filing Song", "Noto Serif SC Regular", licenceOFL, widest, fallback},
		{UIRegular, "ui-regular.otf", "Filing UI", "Noto Sans CJK SC Regular", licenceOFL, widest, uiRegular},
		{UIBold, "ui-bold.otf", "Filing UI", "Noto Sans CJK SC Bold", licenceOFL, widest, uiBold},
	}
}

// Get finds a face; ok is false for a key that is none of the constants.
func Get(key Key) (face Face, ok bool) {
	faces := Faces()
	i := slices.IndexFunc(faces, func(f Face) bool { return f.Key == key })
	if i < 0 {
		return Face{}, false
	}
	return faces[i], true
}
