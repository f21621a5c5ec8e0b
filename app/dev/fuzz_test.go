package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestReadTargets(t *testing.T) {
	got, err := readTargets(strings.NewReader(`
		{"Action":"output","Package":"m/b","Output":"a word of the program\n"}
		{"Action":"output","Package":"m/b","Output":"FuzzB\n"}
		{"Action":"output","Package":"m/b","Output":"ok  \tm/b\t0.1s\n"}
		{"Action":"output","Package":"m/a","Output":"FuzzA\n"}
		{"Action":"pass","Package":"m/a"}`))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]fuzzTarget{{"m/a", "FuzzA"}, {"m/b", "FuzzB"}}, got, cmp.AllowUnexported(fuzzTarget{})); diff != "" {
		t.Error(diff)
	}
	if _, err := readTargets(strings.NewReader("ok")); err == nil {
		t.Error("what is no list was read")
	}
}

func TestExecutions(t *testing.T) {
	for want, said := range map[int]string{
		0:  "fuzz: elapsed: 0s, gathering baseline coverage: 0/7 completed\n",
		43: "fuzz: elapsed: 0s, gathering baseline coverage: 0/512 completed\nfuzz: elapsed: 3s, gathering baseline coverage: 43/512 completed\nPASS\n",
		1289: "fuzz: elapsed: 0s, gathering baseline coverage: 7/7 completed, now fuzzing with 1 workers\n" +
			"fuzz: elapsed: 1s, execs: 56 (19/sec), new interesting: 0 (total: 7)\n" +
			"fuzz: elapsed: 1m3s, execs: 1289 (429/sec), new interesting: 2 (total: 9)\nPASS\n",
	} {
		if got := executions(bytes.NewBufferString(said)); got != want {
			t.Errorf("%d executions, want %d", got, want)
		}
	}
}

// TestOnlyOverran: the end of its time is no failure of a fuzz test; anything else is.
func TestOnlyOverran(t *testing.T) {
	const late = "fuzz: elapsed: 20s, execs: 174338 (7818/sec), new interesting: 38 (total: 130)\n--- FAIL: FuzzRows (20.16s)\n    context deadline exceeded\nFAIL\n"
	for said, want := range map[string]bool{
		late: true,
		"fuzz: elapsed: 1s, execs: 56 (19/sec)\nPASS\n": false,
		"--- FAIL: FuzzBad (0.06s)\n    --- FAIL: FuzzBad (0.00s)\n        a_test.go:5: no x\n    \n    Failing input written to testdata/fuzz/FuzzBad/582528ddfad69eb5\nFAIL\n": false,
		late + "    Failing input written to testdata/fuzz/FuzzRows/582528ddfad69eb5\n":                                                                                          false,
		"--- FAIL: FuzzRows (0.16s)\n    fuzzing process hung or terminated unexpectedly: exit status 2\nFAIL\n":                                                                 false,
	} {
		if got := onlyOverran(said); got != want {
			t.Errorf("%v for:\n%s", got, said)
		}
	}
}

// TestFuzz fuzzes two targets of which one fails: both are run, executions are
// counted, and the input that failed is kept.
func TestFuzz(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod": "module example\n\ngo 1.26\n",
		"a/a_test.go": "package a\n\nimport \"testing\"\n\n" +
			"func FuzzBad(f *testing.F) { f.Add(\"x\"); f.Fuzz(func(t *testing.T, s string) { if s != \"x\" { t.Error(\"no x\") } }) }\n" +
			"func FuzzGood(f *testing.F) { f.Fuzz(func(t *testing.T, n int) {}) }\n",
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var out strings.Builder
	a := newAccount(&out)
	w := (&workshop{root: dir}).with("GOFLAGS=-mod=mod", "GOWORK=off")
	err := w.fuzz(t.Context(), a, []string{"./..."}, time.Second, t.TempDir())
	if !strings.Contains(errorText(err), "no x") || strings.Contains(errorText(err), "FuzzGood") {
		t.Errorf("error %v, want one of FuzzBad", err)
	}
	if !strings.Contains(out.String(), " a FuzzBad\n") || !strings.Contains(out.String(), " a FuzzGood\n") || a.counts[fuzzCount] == 0 {
		t.Errorf("counted %v in:\n%s", a.counts, &out)
	}
	kept, err := filepath.Glob(filepath.Join(dir, "a", "testdata", "fuzz", "FuzzBad", "*"))
	if err != nil || len(kept) != 1 {
		t.Errorf("kept: %v, %v", kept, err)
	}
}

func TestInParallel(t *testing.T) {
	var taken atomic.Int32
	err := inParallel([]int{1, 2, 3, 4}, 2, func(n int) error {
		taken.Add(int32(n))
		if n%2 == 0 {
			return errors.New("even")
		}
		return nil
	})
	if taken.Load() != 10 || errorText(err) != "even\neven" {
		t.Errorf("%d taken, %v", taken.Load(), err)
	}
}

// TestParsersAreFuzzed: whatever reads what others may have made has a fuzz target,
// and inputs that are kept for it.
func TestParsersAreFuzzed(t *testing.T) {
	w, err := openWorkshop()
	if err != nil {
		t.Fatal(err)
	}
	for _, parser := range []struct{ what, dir, target string }{
		{"answers in YAML", "forms", "FuzzReadAnswers"},
		{"form packs", "forms", "FuzzLoadForm"},
		{"rules", "forms/rules", "FuzzCompile"},
		{"workbooks", "export/xlsx/fill", "FuzzRead"},
		{"packs", "export/verify", "FuzzPack"},
		{"application files", "forms/file", "FuzzOpen"},
		{"pages of damaged ones", "forms/file/salvage", "FuzzRows"},
		{"PDFs", "export/pdftext", "FuzzRead"},
		{"attachments", "export/evidence", "FuzzInspect"},
	} {
		dir := filepath.Join(w.root, filepath.FromSlash(parser.dir))
		files, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
		if err != nil {
			t.Fatal(err)
		}
		defines := func(path string) bool {
			text, err := os.ReadFile(path)
			return err == nil && bytes.Contains(text, []byte("\nfunc "+parser.target+"(f *testing.F) {"))
		}
		if !slices.ContainsFunc(files, defines) {
			t.Errorf("%s: no %s in %s", parser.what, parser.target, parser.dir)
		}
		if kept, err := os.ReadDir(filepath.Join(dir, "testdata", "fuzz", parser.target)); err != nil || len(kept) == 0 {
			t.Errorf("%s: no inputs kept: %v", parser.what, err)
		}
	}
}
