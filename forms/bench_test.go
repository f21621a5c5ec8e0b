package forms_test

import (
	"io/fs"
	"testing"

	assets "h200filing/assets/forms"
	"h200filing/forms"
	"h200filing/forms/formstest"
)

// BenchmarkEvaluate evaluates the whole form with all rules and both engines on
// the supported case.
func BenchmarkEvaluate(b *testing.B) {
	form, answers, context := formstest.Form(b), formstest.Answers(b, formstest.Supported), formstest.Context(b)
	b.ReportAllocs()
	for b.Loop() {
		forms.Evaluate(form, answers, context)
	}
}

// BenchmarkLoadForm reads the shipped pack with its three languages, strictly.
func BenchmarkLoadForm(b *testing.B) { benchmarkLoad(b, forms.LoadForm) }

// BenchmarkLoadChecked reads the shipped pack as every command does that works on
// an application.
func BenchmarkLoadChecked(b *testing.B) { benchmarkLoad(b, forms.LoadChecked) }

func benchmarkLoad(b *testing.B, load func(fs.FS) (*forms.Form, error)) {
	pack, err := assets.Pack(assets.Current)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := load(pack); err != nil {
			b.Fatal(err)
		}
	}
}
