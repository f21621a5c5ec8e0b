package window

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"h200filing/forms/file"
)

// TestFileKinds: every kind of error of the application file has a sentence of its
// own in the window; a new one cannot be forgotten.
func TestFileKinds(t *testing.T) {
	source, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", "..", "forms", "file", "kind.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	r, found := newRig(t), 0
	other, _, _ := strings.Cut(r.words.Text("window.error.other"), "{")
	ast.Inspect(source, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) == 0 {
			return true
		}
		if id, ok := spec.Type.(*ast.Ident); !ok || id.Name != "Kind" {
			return true
		}
		kind, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		found++
		failed := &file.Error{Path: "a.h200", Kind: file.Kind(kind)}
		if text := r.reason(failed); strings.HasPrefix(text, other) || strings.Contains(text, kind) {
			t.Errorf("%s is told as %q", kind, text)
		}
		return true
	})
	if found < 15 {
		t.Fatalf("found only %d kinds", found)
	}
}
