package command_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"h200filing/app/command"
	"h200filing/i18n"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"h200filing": program})
}

// program is the command line as main sets it up, on a fixed day.
func program() {
	os.Exit(command.Run(os.Args[1:], command.Env{
		Out: os.Stdout, Err: os.Stderr, User: "测试", Lang: i18n.Hans, Version: "test",
		ExportPassword: os.Getenv("H200FILING_EXPORT_PASSWORD"),
		Now:            func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) },
		Window: func(file string, practice bool, lang i18n.Lang) error {
			_, err := os.Stdout.WriteString("window " + file + " " + string(lang) + "\n")
			return err
		},
	}))
}

// TestScripts runs the command line on the cases that lie beside the project.
func TestScripts(t *testing.T) {
	cases, err := filepath.Abs(filepath.Join("..", "..", "..", "shared", "cases"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(cases); err != nil {
		t.Fatalf("the cases are laid beside the project: %v", err)
	}
	cache, err := os.UserCacheDir() // where PDFium lies compiled
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			env.Setenv("CASES", cases)
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("XDG_CACHE_HOME", cache)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"json":      jsonCommand,
			"cell":      cellCommand,
			"exits":     exitsCommand,
			"contains":  containsCommand,
			"recalc":    recalculateCommand,
			"unchanged": unchangedCommand,
			"fill":      fillCommand,
		},
	})
}
