package window

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// TestOneThread holds the screens to their rule: goroutines, timers and the way
// back to the user interface stand in border.go, and no screen reaches for the
// toolkit's app package.
func TestOneThread(t *testing.T) {
	files := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files++
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			return err
		}
		for _, i := range file.Imports {
			if i.Path.Value == `"fyne.io/fyne/v2/app"` {
				t.Errorf("%s imports the toolkit's app package", path)
			}
		}
		if path == "border.go" {
			return nil
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if what := crossing(n); what != "" {
				t.Errorf("%s: %s outside of border.go", set.Position(n.Pos()), what)
			}
			return true
		})
		return nil
	})
	if err != nil || files < 20 {
		t.Fatalf("%d files read: %v", files, err)
	}
}

// crossing names what leaves the goroutine of the user interface or comes back to
// it, "" for anything else.
func crossing(n ast.Node) string {
	switch n := n.(type) {
	case *ast.GoStmt:
		return "a goroutine"
	case *ast.SelectorExpr:
		pkg, ok := n.X.(*ast.Ident)
		if !ok {
			return ""
		}
		switch name := pkg.Name + "." + n.Sel.Name; name {
		case "fyne.Do", "fyne.DoAndWait", "time.AfterFunc", "time.NewTimer", "time.NewTicker", "time.Sleep":
			return name
		}
	}
	return ""
}
