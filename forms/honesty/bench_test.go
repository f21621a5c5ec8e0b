package honesty_test

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// BenchmarkHonesty20k reads 20,000 characters of an application's prose, with what is false in it.
func BenchmarkHonesty20k(b *testing.B) {
	var text strings.Builder
	for n := 0; n < 20000; {
		for _, p := range append(readPassages(b, "prose-practice.yaml"), readPassages(b, "false.yaml")...) {
			if n < 20000 {
				text.WriteString(p.Text + "\n")
				n += utf8.RuneCountInString(p.Text) + 1
			}
		}
	}
	long := string([]rune(text.String())[:20000])
	c := checkers{}.of(b, "practice")
	b.ReportAllocs()
	for b.Loop() {
		if len(c.Check(long, "")) == 0 {
			b.Fatal("nothing found")
		}
	}
}

// BenchmarkNewChecker makes a model ready.
func BenchmarkNewChecker(b *testing.B) {
	m := readModel(b, "practice")
	for b.Loop() {
		newChecker(m)
	}
}
