// Package subset cuts a TrueType font down to the characters one document
// uses.
//
// A Chinese face is several megabytes; a document shows a thousand or so of
// its glyphs. The PDF writer this program draws with parses the whole font for
// every document and knows no character above U+FFFF. A small font made for
// the one document cures both: it parses in next to no time, and characters
// of the supplementary planes (rare names such as 𠮷) get a stand-in code in
// the private use area, which Subset.ToUnicode turns back for text search and
// copying.
//
// What it takes: a single-face TrueType font with glyf outlines and a Unicode
// cmap of format 4 or 12. What it refuses, with an error and never a panic:
// collections (.ttc), CFF outlines (OTTO), damaged or truncated files, fonts
// whose licence bits forbid embedding or subsetting, and characters the font
// does not have; choosing another face for those is the caller's affair.
//
// Signs of forms that hardly any typeface has, such as ☐ and ☑, are composed of
// characters that the font has (□, √) where the font lacks them; they measure,
// look and are found in the text as themselves.
//
// What is left out of a subset: OpenType layout (GSUB, GPOS), vertical
// metrics, kerning, colour and bitmap glyphs. Instructions are kept, for there
// are older Chinese fonts whose outlines are wrong without them.
//
// The table layouts follow the OpenType specification 1.9.1 (ISO/IEC
// 14496-22), chapters cmap, glyf, head, hhea, hmtx, loca, maxp, OS/2 and post.
//
// It stands on floor 2 (export) and imports nothing but the standard library.
package subset
