package cells

import (
	"encoding/xml"
	"strings"
	"testing"
)

func TestParseReference(t *testing.T) {
	for text, want := range map[string]string{
		"'1 资格自查'!$B$4":           "1 资格自查!B4+1",
		"Sheet1!B4:B9":            "Sheet1!B4+6",
		"$'带 空格'.$B$4":            "",
		"'it''s'!$AA$10:$AB$10":   "it's!AA10+1",
		"[1]Sheet1!$A$1":          "",
		"'[other.xlsx]a'!$A$1":    "",
		"Sheet1!#REF!":            "",
		"#REF!":                   "",
		"Sheet1!$A:$A":            "",
		"Sheet1!$A$1,Sheet1!$B$2": "",
		"Sheet1!$B$9:$B$4":        "",
		"Sheet1!$XFE$1":           "",
		"Sheet1!$A$1048577":       "",
		"Sheet1!A0":               "",
		"A1":                      "",
		"!A1":                     "",
		"'open!A1":                "",
		"OFFSET(Sheet1!$A$1,1,1)": "",
	} {
		got := ""
		if a, ok := parseReference(text); ok {
			got = a.At(0).String() + "+" + string(rune('0'+a.Height()))
		}
		if got != want {
			t.Errorf("%s = %q, want %q", text, got, want)
		}
	}
}

func TestLetters(t *testing.T) {
	for column, want := range map[int]string{1: "A", 26: "Z", 27: "AA", 702: "ZZ", 703: "AAA", MaxColumn: "XFD"} {
		if got := letters(column); got != want {
			t.Errorf("column %d is %s, want %s", column, got, want)
		}
		if back, _, ok := parseCell(want + "1"); !ok || back != column {
			t.Errorf("%s is column %d, want %d", want, back, column)
		}
	}
}

func TestUnescape(t *testing.T) {
	for text, want := range map[string]string{
		"a_x0041_b": "aAb", "_x005F_x0041_": "_x0041_", "_x000D_\n": "\r\n", "_xD842__xDFB7_": "𠮷",
		"_x41_": "_x41_", "_xZZZZ_": "_xZZZZ_", "_x": "_x", "": "", "_x_x0041_": "_xA",
	} {
		if got := Unescape(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestFormats(t *testing.T) {
	for code, want := range map[string]Format{
		`General"%"`: Plain, "0%": Percent, "0.00%;[Red]-0.00%": Percent, "yyyy-mm-dd": Date, `yyyy"年"m"月"d"日"`: Date,
		"#,##0.00": Plain, "@": Plain, `[$-804]yyyy\-mm\-dd`: Date, "[h]:mm": Date, `0"days"`: Plain, `"%`: Plain, `0\%`: Plain, "h:mm AM/PM": Date,
	} {
		if got := formatOf(code); got != want {
			t.Errorf("%s is %d, want %d", code, got, want)
		}
	}
	for id, want := range map[string]Format{"0": Plain, "9": Percent, "14": Date, "31": Date, "49": Plain, "58": Date, "x": Plain} {
		if got := builtIn(id); got != want {
			t.Errorf("format %s is %d, want %d", id, got, want)
		}
	}
}

// TestTexts reads rich texts without the reading aids above them.
func TestTexts(t *testing.T) {
	w := newWalker("", []byte(`<sst><si><r><t>合</t></r><r><t>同</t></r><rPh sb="0" eb="1"><t>hetong</t></rPh></si></sst>`))
	var text strings.Builder
	for {
		token, err := w.next()
		if err != nil {
			t.Fatal(err)
		}
		if token == nil {
			break
		}
		if c, ok := token.(xml.CharData); ok && w.inText() {
			text.Write(c)
		}
	}
	if text.String() != "合同" {
		t.Errorf("%q", text.String())
	}
}
