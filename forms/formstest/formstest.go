// Package formstest gives tests what nearly all of them begin with: the shipped
// form pack, the catalogue, and the cases that lie beside the project, evaluated on
// one day. What cannot be read ends the test.
//
// Floor 1 of the house, so that tests of the domain, of the outputs and of the
// program can use it; only tests may import it (app/floors_test.go). It may import
// forms and its packages, and assets.
package formstest

import (
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"testing/fstest"

	"h200filing/assets/accelerators"
	assets "h200filing/assets/forms"
	"h200filing/assets/practice"
	"h200filing/forms"
	"h200filing/forms/accelerator"
)

// The cases.
const (
	Supported   = "inference-supported.yaml"
	Unsupported = "inference-unsupported.yaml"
	Incomplete  = "incomplete.yaml"
)

// Today is the day of every evaluation, that of the catalogue's release.
var Today = accelerators.Released

var (
	form = sync.OnceValues(func() (*forms.Form, error) {
		pack, err := assets.Pack(assets.Current)
		if err != nil {
			return nil, err
		}
		return forms.LoadForm(pack)
	})
	catalogue = sync.OnceValues(func() (*accelerator.Catalogue, error) {
		return accelerator.Load(accelerators.Catalogue, Today)
	})
)

// Form is the shipped form pack, checked in full.
func Form(t testing.TB) *forms.Form {
	t.Helper()
	return must(form())(t)
}

// PackFiles is a copy of the shipped form pack that a test may change.
func PackFiles(t testing.TB) fstest.MapFS {
	t.Helper()
	pack := must(assets.Pack(assets.Current))(t)
	files := fstest.MapFS{}
	for _, e := range must(fs.ReadDir(pack, "."))(t) {
		files[e.Name()] = &fstest.MapFile{Data: must(fs.ReadFile(pack, e.Name()))(t)}
	}
	return files
}

// Catalogue is the shipped catalogue.
func Catalogue(t testing.TB) *accelerator.Catalogue {
	t.Helper()
	return must(catalogue())(t)
}

// Context is that of every evaluation: the day and the catalogue.
func Context(t testing.TB) forms.Context {
	t.Helper()
	return forms.Context{Today: Today, Catalogue: Catalogue(t)}
}

// Evaluate computes the report of answers.
func Evaluate(t testing.TB, answers *forms.Answers) *forms.Report {
	t.Helper()
	return forms.Evaluate(Form(t), answers, Context(t))
}

// Case is the file of a case, or of an attachment of one ("evidence/…"), by its
// name.
func Case(t testing.TB, name string) string {
	t.Helper()
	dir := must(os.Getwd())(t)
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return filepath.Join(dir, "..", "shared", "cases", name)
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			t.Fatal("the test runs outside of the project")
		}
		dir = parent
	}
}

// Answers reads a case, or with practice.Name the practice application. Its
// attachments are still the names of files.
func Answers(t testing.TB, name string) *forms.Answers {
	t.Helper()
	data := practice.Answers
	if name != practice.Name {
		data = must(os.ReadFile(Case(t, name)))(t)
	}
	return must(forms.ReadAnswers(Form(t), name, data))(t)
}

// Apply carries out changes.
func Apply(t testing.TB, answers *forms.Answers, changes ...forms.Change) {
	t.Helper()
	for _, c := range changes {
		must(answers.Apply(c))(t)
	}
}

// Set answers a question, by its path (forms.Path) or by one with row positions.
func Set[P ~string](t testing.TB, answers *forms.Answers, path P, value string) {
	t.Helper()
	Apply(t, answers, forms.Change{Op: forms.Set, Path: must(answers.Resolve(string(path)))(t), Value: value})
}

// must gives a value, or ends the test.
func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}
