package fonts

import (
	"slices"
	"testing"

	"golang.org/x/image/font/sfnt"
)

// TestCovers: what a face has is covered; what is covered and in no face is one of
// the few composed signs.
func TestCovers(t *testing.T) {
	var faces []*sfnt.Font
	for _, f := range Faces() {
		if f.File[len(f.File)-4:] == ".ttf" {
			faces = append(faces, parse(t, f))
		}
	}
	composed := 0
	for r := rune(1); r <= 0x32FFF; r++ {
		has := false
		for _, f := range faces {
			g, err := f.GlyphIndex(nil, r)
			if err != nil {
				t.Fatal(err)
			}
			has = has || g != 0
		}
		switch got := Covers(r); {
		case has && !got:
			t.Fatalf("%U is in a face and not covered: go test ./export/pdf -run TestCoverage -update", r)
		case !has && got:
			composed++
		}
	}
	if composed > 64 {
		t.Errorf("%d characters are covered and in no face", composed)
	}
}

func TestMissing(t *testing.T) {
	for in, want := range map[string][]rune{
		"杭州𠮷利，☑ 8台\r\n\u200d\ufe0f\x00": nil,
		"好😀坏👍😀":                         {'😀', '👍'},
	} {
		if got := Missing(in); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func BenchmarkMissing(b *testing.B) {
	for b.Loop() {
		Missing("本单位拟购置用于大模型推理服务的加速器，经测算不低于128 GB；（详见附件）。")
	}
}
