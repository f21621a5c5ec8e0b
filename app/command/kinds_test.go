package command

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"testing"

	"h200filing/forms/file"
	"h200filing/i18n"
)

// TestFileKinds: every kind of error of the application file has an exit code and
// words in every language; a new one cannot be forgotten.
func TestFileKinds(t *testing.T) {
	kinds := kindsOf(t, filepath.Join("..", "..", "forms", "file", "kind.go"))
	if len(kinds) < 15 {
		t.Fatalf("found only %v", kinds)
	}
	for _, kind := range kinds {
		if _, ok := fileCodes[file.Kind(kind)]; !ok {
			t.Errorf("no exit code for %s", kind)
		}
		for _, lang := range i18n.Langs() {
			if !i18n.For(lang).Has("error.file." + kind) {
				t.Errorf("%s: no words for %s", lang, kind)
			}
		}
	}
}

// kindsOf reads the constants of the type Kind out of a source file.
func kindsOf(t *testing.T, path string) []string {
	t.Helper()
	source, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	ast.Inspect(source, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if id, ok := spec.Type.(*ast.Ident); !ok || id.Name != "Kind" || len(spec.Values) == 0 {
			return true
		}
		text, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, text)
		return true
	})
	return out
}
