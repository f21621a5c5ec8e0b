package forms_test

import (
	"os"
	"path/filepath"
	"testing"

	assets "h200filing/assets/forms"
	"h200filing/forms"
)

// BenchmarkEvaluate evaluates the whole form with all rules and both engines on
// the supported case.
func BenchmarkEvaluate(b *testing.B) {
	data, err := os.ReadFile(filepath.Join("..", "..", "shared", "cases", "inference-supported.yaml"))
	if err != nil {
		b.Fatal(err)
	}
	form := pack(b)
	answers, err := forms.ReadAnswers(form, "case", data)
	if err != nil {
		b.Fatal(err)
	}
	surroundings := surroundings(b)
	b.ReportAllocs()
	for b.Loop() {
		forms.Evaluate(form, answers, surroundings)
	}
}

// BenchmarkLoadForm reads the shipped pack with its three languages.
func BenchmarkLoadForm(b *testing.B) {
	pack, err := assets.Pack(assets.Current)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := forms.LoadForm(pack); err != nil {
			b.Fatal(err)
		}
	}
}
