package subset

import (
	"bytes"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCompositesFollowTheirParts(t *testing.T) {
	f := mustParse(t, nested().bytes())
	s, err := f.Subset([]rune("C"))
	if err != nil {
		t.Fatal(err)
	}
	small := mustParse(t, s.Bytes)
	if small.numGlyphs != 5 { // .notdef, C and its parts A, B, D; not the space
		t.Errorf("subset has %d glyphs, want 5", small.numGlyphs)
	}
	// Every component must be the outline it was in the original.
	var follow func(before, after uint16)
	follow = func(before, after uint16) {
		a, errA := f.outline(before)
		b, errB := small.outline(after)
		if err := errors.Join(errA, errB); err != nil {
			t.Fatal(err)
		}
		if i16(a, 0) >= 0 {
			if !bytes.Equal(a, b) {
				t.Errorf("glyph %d differs from its original %d", after, before)
			}
			return
		}
		if oldParts, newParts := parts(t, a), parts(t, b); len(oldParts) != len(newParts) {
			t.Errorf("glyph %d has %d parts, its original %d", after, len(newParts), len(oldParts))
		} else {
			for i := range oldParts {
				follow(oldParts[i], newParts[i])
			}
		}
	}
	follow(f.glyph('C'), small.glyph('C'))
}

func parts(t *testing.T, data []byte) []uint16 {
	t.Helper()
	var out []uint16
	if err := components(data, func(_ int, g uint16) error {
		out = append(out, g)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestSubsetRefusesDamagedGlyphs(t *testing.T) {
	bomb := [][]byte{square(9), square(9)}
	for i := range uint16(7) { // each glyph is three times the one before
		bomb = append(bomb, composite(i+1, i+1, i+1))
	}
	for _, test := range []struct {
		name   string
		glyphs [][]byte
	}{
		{"circle of one", [][]byte{nil, composite(1)}},
		{"circle of two", [][]byte{nil, composite(2), composite(1)}},
		{"explosion", bomb},
		{"part out of range", [][]byte{nil, composite(77)}},
		{"cut off in the header", [][]byte{nil, {0, 1, 0, 0}}},
		{"cut off in a part", [][]byte{nil, composite(0, 0)[:16]}},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := mustParse(t, tiny{glyphs: test.glyphs, runes: map[rune]uint16{'A': uint16(len(test.glyphs) - 1)}}.bytes())
			if _, err := f.Subset([]rune("A")); !errors.Is(err, ErrFormat) {
				t.Errorf("Subset = %v, want %v", err, ErrFormat)
			}
		})
	}
}

func TestSubsetNamesMissingCharacters(t *testing.T) {
	f := mustParse(t, nested().bytes())
	_, err := f.Subset([]rune("ZAZ中B"))
	var missing *MissingError
	if !errors.As(err, &missing) {
		t.Fatalf("Subset = %v, want a MissingError", err)
	}
	if diff := cmp.Diff([]rune("Z中"), missing.Runes); diff != "" {
		t.Error(diff)
	}
	if want := "font lacks 2 character(s): U+005A U+4E2D"; missing.Error() != want {
		t.Errorf("message %q, want %q", missing.Error(), want)
	}
}

func TestEmptySubset(t *testing.T) {
	s, err := mustParse(t, nested().bytes()).Subset(nil)
	if err != nil {
		t.Fatal(err)
	}
	if f := mustParse(t, s.Bytes); f.numGlyphs != 1 || len(s.Codes()) != 0 {
		t.Errorf("empty subset has %d glyphs and codes %v", f.numGlyphs, s.Codes())
	}
}

func TestStandInsPassOverUsedPrivateCodes(t *testing.T) {
	f := mustParse(t, tiny{
		glyphs:   [][]byte{nil, square(1), square(2), square(3), square(4), square(5)},
		runes:    map[rune]uint16{'A': 1, 0xE000: 2, 0xE002: 3, 0x20BB7: 4, 0x2B7F9: 5},
		format12: true,
	}.bytes())
	s, err := f.Subset([]rune{0x2B7F9, 0xE002, 0x20BB7, 'A', 0xE000, 'A'})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[rune]rune{0xE001: 0x20BB7, 0xE003: 0x2B7F9}, s.ToUnicode); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]rune{'A', 0xE000, 0xE001, 0xE002, 0xE003}, s.Codes()); diff != "" {
		t.Error(diff)
	}
	small := mustParse(t, s.Bytes)
	for _, r := range []rune{'A', 0xE000, 0xE002, 0x20BB7, 0x2B7F9} {
		want, _ := f.Advance(r)
		if got, ok := small.Advance(s.Code(r)); !ok || got != want {
			t.Errorf("U+%04X as U+%04X: advance %d, %t, want %d", r, s.Code(r), got, ok, want)
		}
	}
	if got := s.Code(0x20000); got != -1 {
		t.Errorf("Code of a character not asked for = %#x, want -1", got)
	}
}

func TestTooManySupplementaryCharacters(t *testing.T) {
	const room = privateLast - privateFirst + 1
	runes := make([]rune, room+1)
	for i := range runes {
		runes[i] = 0x20000 + rune(i)
	}
	if _, err := assignCodes(runes[:room]); err != nil {
		t.Errorf("%d characters: %v", room, err)
	}
	if _, err := assignCodes(runes); !errors.Is(err, ErrTooMany) {
		t.Errorf("%d characters: %v, want %v", room+1, err, ErrTooMany)
	}
}

func TestHintingTablesAreKept(t *testing.T) {
	tinyFont := nested()
	tinyFont.extra = []section{{"cvt ", []byte{1, 2}}, {"fpgm", []byte{3}}, {"prep", []byte{4, 5, 6}}}
	s, err := mustParse(t, tinyFont.bytes()).Subset([]rune("A"))
	if err != nil {
		t.Fatal(err)
	}
	tables, err := readDirectory(s.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range tinyFont.extra {
		if !bytes.Equal(tables[want.tag], want.data) {
			t.Errorf("table %q = %v, want %v", want.tag, tables[want.tag], want.data)
		}
	}
}

func TestChecksums(t *testing.T) {
	s, err := mustParse(t, nested().bytes()).Subset([]rune("ABCD "))
	if err != nil {
		t.Fatal(err)
	}
	if got := checksum(s.Bytes); got != checksumMagic {
		t.Errorf("file sums to %#x, want %#x", got, uint32(checksumMagic))
	}
	for i := range int(u16(s.Bytes, 4)) {
		rec := s.Bytes[offsetTableSize+i*recordSize:]
		tag, want := string(rec[:4]), u32(rec, 4)
		data := bytes.Clone(s.Bytes[u32(rec, 8):][:u32(rec, 12)])
		if tag == "head" {
			copy(data[8:], make([]byte, 4))
		}
		if got := checksum(data); got != want {
			t.Errorf("table %q sums to %#x, its record says %#x", tag, got, want)
		}
	}
}
