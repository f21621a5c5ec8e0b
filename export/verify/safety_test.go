package verify_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"runtime"
	"slices"
	"strings"
	"testing"

	"h200filing/export/exporttest"
	"h200filing/export/pack"
	"h200filing/export/verify"
)

// TestRefused: what is no pack, and packs with names that lead out of them, twice
// the same name or more than fits, are refused by kind and never read.
func TestRefused(t *testing.T) {
	v := verifier(t)
	f := export(t, v, "incomplete.yaml", draft, nil)
	parts := exporttest.Unzip(t, f.pack)
	more := func(name, content string) []byte {
		return rezip(t, append(parts, part{Name: name, Content: []byte(content)}))
	}
	bomb := strings.Repeat("0", 40<<20)
	for _, c := range []struct {
		name string
		data []byte
		kind verify.Kind
	}{
		{"nothing", nil, verify.NotPack},
		{"text", []byte("PK hello"), verify.NotPack},
		{"foreign zip", rezip(t, []part{{Name: "a.txt"}}), verify.NotPack},
		{"cut", f.pack[:len(f.pack)/2], verify.NotPack},
		{"out", more("../evil", "x"), verify.UnsafePack},
		{"deep", more("attachments/../../evil", "x"), verify.UnsafePack},
		{"absolute", more("/etc/passwd", "x"), verify.UnsafePack},
		{"windows", more(`C:\evil`, "x"), verify.UnsafePack},
		{"zero", more("a\x00b", "x"), verify.UnsafePack},
		{"folder", more("attachments/", ""), verify.UnsafePack},
		{"twice", more(pack.PDFName, "x"), verify.UnsafePack},
		{"bomb", with(t, parts, pack.AnswersName, []byte(bomb)), verify.TooLarge},
		{"no PDF", with(t, parts, pack.PDFName, []byte("hello")), verify.NotPDF},
		{"no workbook", with(t, parts, pack.XLSXName, []byte("hello")), verify.NotWorkbook},
		{"other form", with(t, parts, pack.XLSXName, rezip(t, nil)), verify.NotWorkbook},
	} {
		_, err := v.Pack(c.data)
		if !errors.Is(err, c.kind) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestLargeWorkbook: a workbook of a million rows, and one whose rows are as wide as
// they can be, are refused after a part of it has been read.
func TestLargeWorkbook(t *testing.T) {
	v := verifier(t)
	parts := exporttest.Unzip(t, export(t, v, "incomplete.yaml", draft, nil).pack)
	var book []part
	for _, p := range parts {
		if p.Name == pack.XLSXName {
			book = exporttest.Unzip(t, p.Content)
		}
	}
	const sheet = "xl/worksheets/sheet1.xml"
	for what, row := range map[string]string{"rows": `<row><c t="str"><v>1</v></c></row>`, "columns": `<row><c r="XFD1" t="str"><v>1</v></c></row>`} {
		large := slices.Clone(book)
		for i, p := range large {
			if p.Name == sheet {
				large[i].Content = bytes.Replace(p.Content, []byte("</sheetData>"), []byte(strings.Repeat(row, 1_000_000)+"</sheetData>"), 1)
			}
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := v.Pack(with(t, parts, pack.XLSXName, rezip(t, large)))
		runtime.ReadMemStats(&after)
		if !errors.Is(err, verify.TooLarge) {
			t.Errorf("%s: %v", what, err)
		}
		if took := after.TotalAlloc - before.TotalAlloc; took > 4<<30 {
			t.Errorf("%s: %d MB", what, took>>20)
		}
	}
}

// TestLink: a part that is a link to elsewhere is refused.
func TestLink(t *testing.T) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	h := &zip.FileHeader{Name: pack.PDFName}
	h.SetMode(0o777 | 1<<27) // fs.ModeSymlink
	if _, err := z.CreateHeader(h); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := verifier(t).Pack(out.Bytes()); !errors.Is(err, verify.UnsafePack) {
		t.Errorf("%v", err)
	}
}

// TestParts: parts that are not there, or are too many, are named.
func TestParts(t *testing.T) {
	v := verifier(t)
	f := export(t, v, "inference-supported.yaml", final, nil)
	parts := exporttest.Unzip(t, f.pack)
	for i, p := range parts {
		rest := append(append([]part{}, parts[:i]...), parts[i+1:]...)
		r, err := v.Pack(rezip(t, rest))
		if err != nil || r.Same {
			t.Errorf("without %s: %v, %+v", p.Name, err, r)
			continue
		}
		if d := r.Differences[0]; d.Label != p.Name && d.Place != p.Name && d.Expected != p.Name {
			t.Errorf("without %s: %+v", p.Name, d)
		}
	}
	r, err := v.Pack(rezip(t, append(parts, part{Name: "Thumbs.db", Content: []byte("x")})))
	if err != nil || len(r.Differences) != 1 || r.Differences[0].Label != "Thumbs.db" {
		t.Errorf("one more: %v, %+v", err, r)
	}
}

// FuzzPack: no bytes, and none as a part of a pack, make the program panic; what is
// refused is refused by kind. PDF and workbook are left out, so that many packs are
// tried; their readers have targets of their own.
func FuzzPack(f *testing.F) {
	v := verifier(f)
	f.Add(uint8(0), []byte("PK\x05\x06"+strings.Repeat("\x00", 18)))
	var light []part
	for _, p := range exporttest.Unzip(f, export(f, v, "incomplete.yaml", draft, nil).pack) {
		if p.Name != pack.PDFName && p.Name != pack.XLSXName {
			light = append(light, p)
		}
	}
	f.Add(uint8(0), rezip(f, light))
	for i, p := range light {
		f.Add(uint8(i+1), p.Content)
	}
	f.Fuzz(func(t *testing.T, n uint8, content []byte) {
		data := content
		if k := int(n) % (len(light) + 1); k > 0 {
			data = with(t, light, light[k-1].Name, content)
		}
		_, err := v.Pack(data)
		var refused *verify.Error
		if err != nil && !errors.As(err, &refused) {
			t.Errorf("%v", err)
		}
	})
}
