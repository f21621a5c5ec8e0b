package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestMain is also the program that is run.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "program" {
		fmt.Println("已写入", strings.Join(os.Args[2:], "|"))
		fmt.Fprintln(os.Stderr, "有一处要改")
		os.Exit(3)
	}
	os.Exit(m.Run())
}

func TestBeside(t *testing.T) {
	folder := filepath.Join("程序", "H200 Filing")
	for self, want := range map[string]string{"h200filing.com": "h200filing.exe", "H200Filing.COM": "H200Filing.exe", "h200filing": "h200filing.exe"} {
		if got := beside(filepath.Join(folder, self)); got != filepath.Join(folder, want) {
			t.Errorf("beside %s is %s", self, got)
		}
	}
}

func TestRun(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var out, errs strings.Builder
	code := run(t.Context(), self, []string{"program", "a b", `c"d`}, &out, &errs)
	if diff := cmp.Diff([]any{3, "已写入 a b|c\"d\n", "有一处要改\n"}, []any{code, out.String(), errs.String()}); diff != "" {
		t.Error(diff)
	}
}

func TestRunWithoutProgram(t *testing.T) {
	var out, errs strings.Builder
	if code := run(t.Context(), filepath.Join(t.TempDir(), "none.exe"), nil, &out, &errs); code != lost || errs.Len() == 0 {
		t.Errorf("code %d, said %q", code, errs.String())
	}
}
