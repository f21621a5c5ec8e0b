package fonts

import (
	_ "embed"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

//go:embed testdata/tgh.txt
var tghList string

// signs are symbols that forms and company names use.
const signs = "①②⑩㈠㈩‰℃≥≤×÷→■□○●√￥¥—…“”‘’·〔〕《》【】（）％＋№™®©°²³µΩαβЖя€ÀéüñāěŌœƯ℡㎡㎏Ⅰⅷ"

func parse(t *testing.T, f Face) *sfnt.Font {
	t.Helper()
	font, err := sfnt.Parse(f.Bytes)
	if err != nil {
		t.Fatalf("%s: %v", f.File, err)
	}
	return font
}

// lacking lists the characters of want that none of the fonts shows.
func lacking(t *testing.T, want []rune, fonts ...*sfnt.Font) []rune {
	t.Helper()
	var out []rune
	for _, r := range want {
		found := false
		for _, f := range fonts {
			g, err := f.GlyphIndex(nil, r)
			if err != nil {
				t.Fatalf("U+%04X: %v", r, err)
			}
			found = found || g != 0
		}
		if !found {
			out = append(out, r)
		}
	}
	return out
}

// span is a rectangle of a double-byte code: leads by trails, both inclusive.
type span struct{ firstLead, lastLead, firstTrail, lastTrail byte }

// decodeHan collects the ideographs of stretches of a double-byte code, each
// once. Radicals, numerals and private use characters are no ideographs.
func decodeHan(enc encoding.Encoding, spans ...span) []rune {
	var out []rune
	seen := map[rune]bool{}
	for _, s := range spans {
		for lead := int(s.firstLead); lead <= int(s.lastLead); lead++ {
			for trail := int(s.firstTrail); trail <= int(s.lastTrail); trail++ {
				text, err := enc.NewDecoder().Bytes([]byte{byte(lead), byte(trail)})
				if err != nil || utf8.RuneCount(text) != 1 {
					continue
				}
				r, _ := utf8.DecodeRune(text)
				if isIdeograph(r) && !seen[r] {
					seen[r] = true
					out = append(out, r)
				}
			}
		}
	}
	return out
}

// isIdeograph reports whether r is in one of the ideograph blocks of the basic
// plane: Extension A, the unified or the compatibility ideographs.
func isIdeograph(r rune) bool {
	return unicode.Is(unicode.Han, r) && (r >= 0x3400 && r <= 0x9FFF || r >= 0xF900 && r <= 0xFAFF)
}

// repertoire is the ideographs of a character set and how many there must be.
type repertoire struct {
	runes []rune
	count int
}

// charsets derives the character sets from the tables of the standard codes.
func charsets() map[Charset]repertoire {
	gb, big5 := simplifiedchinese.GBK, traditionalchinese.Big5
	level1 := []span{{0xA4, 0xC5, 0x40, 0xFE}, {0xC6, 0xC6, 0x40, 0x7E}}
	level2 := []span{{0xC9, 0xF8, 0x40, 0xFE}, {0xF9, 0xF9, 0x40, 0xD5}}
	return map[Charset]repertoire{
		GB2312: {decodeHan(gb, span{0xB0, 0xF7, 0xA1, 0xFE}), 6763},
		TGH:    {[]rune(strings.ReplaceAll(tghList, "\n", "")), 8105},
		// 20,902 unified, 21 compatibility ideographs, 52 of Extension A
		GBK:        {decodeHan(gb, span{0x81, 0xFE, 0x40, 0xFE}), 20902 + 21 + 52},
		Big5Level1: {decodeHan(big5, level1...), 5401},
		Big5:       {decodeHan(big5, append(level1, level2...)...), 5401 + 7652},
	}
}

func TestCharsetCounts(t *testing.T) {
	for name, set := range charsets() {
		if len(set.runes) != set.count {
			t.Errorf("%s: %d Han characters, want %d", name, len(set.runes), set.count)
		}
	}
}

func TestFaces(t *testing.T) {
	sets := charsets()
	total := 0
	for _, f := range Faces() {
		t.Run(f.File, func(t *testing.T) {
			font := parse(t, f)
			for _, name := range f.Covers {
				if gone := lacking(t, sets[name].runes, font); len(gone) > 0 {
					t.Errorf("lacks %d characters of %s: %.20s", len(gone), name, string(gone))
				}
			}
			if gone := lacking(t, []rune(" 0123456789ABCXYZabcxyz.,%()-—…“”，。"), font); len(gone) > 0 {
				t.Errorf("lacks %q", string(gone))
			}
			family, err := font.Name(nil, sfnt.NameIDFamily)
			if err != nil || family != f.Family {
				t.Errorf("family name %q (%v), want %q", family, err, f.Family)
			}
		})
		total += len(f.Bytes)
	}
	if limit := 40 << 20; total >= limit {
		t.Errorf("the faces have %d bytes together, want less than %d", total, limit)
	}
}

// A collection crashes the window toolkit, and the PDF writer reads no CFF.
func TestFileKinds(t *testing.T) {
	for _, f := range Faces() {
		want := "\x00\x01\x00\x00"
		if strings.HasPrefix(string(f.Key), "ui-") {
			want = "OTTO"
		}
		if got := string(f.Bytes[:4]); got != want {
			t.Errorf("%s starts with %q, want %q", f.File, got, want)
		}
	}
}

func TestWidestFacesShowSymbolsAndRareNames(t *testing.T) {
	for _, key := range []Key{Fallback, UIRegular, UIBold} {
		f, ok := Get(key)
		if !ok {
			t.Fatalf("no face %s", key)
		}
		if gone := lacking(t, []rune(signs+"玥喆堃翀祎赟昇珺婳璟晧頔瑄犇垚𫟹𬬭"), parse(t, f)); len(gone) > 0 {
			t.Errorf("%s lacks %q", f.File, string(gone))
		}
	}
}

// TestStandInsCoverEverySet: 宋体 and 楷体, which stand in for a face that lacks a
// character, show every character of the sets between them.
func TestStandInsCoverEverySet(t *testing.T) {
	var chain []*sfnt.Font
	for _, key := range []Key{Fallback, Kai} {
		f, ok := Get(key)
		if !ok {
			t.Fatalf("no face %s", key)
		}
		chain = append(chain, parse(t, f))
	}
	if gone := lacking(t, []rune("𠮷𫟹𬬭šžŁşƏ"), chain...); len(gone) > 0 {
		t.Errorf("the chain lacks %q", string(gone))
	}
	for name, set := range charsets() {
		if gone := lacking(t, set.runes, chain...); len(gone) > 0 {
			t.Errorf("the chain lacks %d characters of %s: %.20s", len(gone), name, string(gone))
		}
	}
}

func TestLicencesNameEveryFace(t *testing.T) {
	text, err := Licences()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range Faces() {
		for _, want := range []string{f.File, f.Family} {
			if !strings.Contains(text, want) {
				t.Errorf("the licence notes do not name %q", want)
			}
		}
	}
	for _, want := range []string{
		"SIL OPEN FONT LICENSE Version 1.1", "GNU GENERAL PUBLIC LICENSE", "As a special exception",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("licence text %q is missing", want)
		}
	}
}

// The original of the 仿宋 face draws ￥ as $: an amount in yuan would become
// one in dollars.
func TestFangSongLeavesCurrencySignsToFallback(t *testing.T) {
	f, _ := Get(FangSong)
	want := "￠￡￢￣￤￥￦"
	if gone := lacking(t, []rune(want), parse(t, f)); string(gone) != want {
		t.Errorf("%s lacks only %q, want %q", f.File, string(gone), want)
	}
	f, _ = Get(Fallback)
	if gone := lacking(t, []rune("￠￡￥"), parse(t, f)); len(gone) > 0 {
		t.Errorf("%s lacks %q", f.File, string(gone))
	}
}

// Reserved Font Names of the originals must not be names of changed versions.
func TestNamesAreNotReserved(t *testing.T) {
	for _, f := range Faces() {
		font := parse(t, f)
		for _, id := range []sfnt.NameID{sfnt.NameIDFamily, sfnt.NameIDFull, sfnt.NameIDPostScript} {
			name, err := font.Name(nil, id)
			if err != nil {
				t.Errorf("%s: name %d: %v", f.File, id, err)
			}
			for _, reserved := range []string{"lxgw", "霞鹜", "source", "noto", "klee", "fandol"} {
				if strings.Contains(strings.ToLower(name), reserved) {
					t.Errorf("%s is named %q", f.File, name)
				}
			}
		}
		licence, err := font.Name(nil, sfnt.NameIDLicense)
		if err != nil || licence == "" {
			t.Errorf("%s carries no licence notice (%v)", f.File, err)
		}
	}
}

func TestGet(t *testing.T) {
	for _, f := range Faces() {
		if got, ok := Get(f.Key); !ok || got.File != f.File {
			t.Errorf("Get(%s) = %s, %t", f.Key, got.File, ok)
		}
	}
	if _, ok := Get("serif"); ok {
		t.Error("Get finds a face that does not exist")
	}
}
