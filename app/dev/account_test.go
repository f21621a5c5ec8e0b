package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestAccount: a package is a line, a failed one is all that its failed tests said,
// and what tests counted is added up.
func TestAccount(t *testing.T) {
	for _, c := range []struct {
		name, events string
		want         string // what is written
		counts       map[string]int
		fault        string
	}{
		{name: "nothing"},
		{name: "passes", events: `
			{"Action":"output","Package":"p","Output":"a word of the program\n"}
			{"Action":"output","Package":"p","Test":"TestA","Output":"=== RUN   TestA\n"}
			{"Action":"output","Package":"p","Test":"TestA","Output":"    a_test.go:3: said\n"}
			{"Action":"pass","Package":"p","Test":"TestA"}
			{"Action":"output","Package":"p","Output":"PASS\n"}
			{"Action":"output","Package":"p","Output":"ok  \tp\t0.1s\n"}
			{"Action":"pass","Package":"p"}
			{"Action":"output","Package":"q","Output":"?   \tq\t[no test files]\n"}
			{"Action":"skip","Package":"q"}`,
			want: "ok  \tp\t0.1s\n?   \tq\t[no test files]\n"},
		{name: "counts", events: `
			{"Action":"attr","Package":"p","Test":"TestA","Key":"count.kills","Value":"300"}
			{"Action":"attr","Package":"q","Test":"TestA","Key":"count.kills","Value":"60"}
			{"Action":"attr","Package":"q","Test":"TestA","Key":"count.flips","Value":"2"}
			{"Action":"attr","Package":"q","Test":"TestA","Key":"other","Value":"x"}`,
			counts: map[string]int{"kills": 360, "flips": 2}},
		{name: "no number", events: `{"Action":"attr","Package":"p","Test":"TestA","Key":"count.kills","Value":"x"}`, fault: "count.kills"},
		{name: "fails", events: `
			{"Action":"output","Package":"p","Test":"TestA","Output":"    a_test.go:3: fine\n"}
			{"Action":"output","Package":"p","Test":"TestB/in","Output":"    a_test.go:9: bad\n"}
			{"Action":"fail","Package":"p","Test":"TestB/in"}
			{"Action":"pass","Package":"p","Test":"TestA"}
			{"Action":"output","Package":"p","Test":"TestC","Output":"panic: in the middle\n"}
			{"Action":"output","Package":"p","Output":"FAIL\tp\t0.1s\n"}
			{"Action":"fail","Package":"p"}`,
			want: "    a_test.go:9: bad\npanic: in the middle\nFAIL\tp\t0.1s\n"},
		{name: "does not build", events: `
			{"Action":"build-output","ImportPath":"p","Output":"a.go:1: no\n"}
			{"Action":"build-fail","ImportPath":"p"}
			no event`,
			want: "a.go:1: no\nno event\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out strings.Builder
			a := newAccount(&out)
			err := a.read(strings.NewReader(strings.ReplaceAll(strings.TrimSpace(c.events), "\t\t\t", "")))
			if (err == nil) != (c.fault == "") || !strings.Contains(errorText(err), c.fault) {
				t.Errorf("error %v, want %q in it", err, c.fault)
			}
			if diff := cmp.Diff(c.want, out.String()); diff != "" {
				t.Error(diff)
			}
			if len(c.counts)+len(a.counts) > 0 {
				if diff := cmp.Diff(c.counts, a.counts); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

func TestAccountTells(t *testing.T) {
	var out strings.Builder
	a := newAccount(&out)
	a.counts = map[string]int{"edits-named": 500, "bits-flipped": 2000}
	if err := a.tell(); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff("     2000 bits flipped\n      500 edits named\n", out.String()); diff != "" {
		t.Error(diff)
	}
}

// TestAccountOfGo follows a real run: one test counts, one fails, one package does
// not build.
func TestAccountOfGo(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod":        "module example\n\ngo 1.26\n",
		"a/a_test.go":   "package a\n\nimport \"testing\"\n\nfunc TestA(t *testing.T) { t.Attr(\"count.things\", \"7\") }\n",
		"b/b_test.go":   "package b\n\nimport \"testing\"\n\nfunc TestB(t *testing.T) { t.Error(\"it is bad\") }\n",
		"c/c.go":        "package c\n\nvar x int = \"no number\"\n",
		"c/c_test.go":   "package c\n",
		"d/nothing.txt": "",
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
	if err := w.goTest(t.Context(), a, "test", "-json", "./..."); err == nil {
		t.Error("a failed test is no error")
	}
	for _, want := range []string{"ok  \texample/a", "it is bad", "FAIL\texample/b", "no number"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in:\n%s", want, &out)
		}
	}
	if a.counts["things"] != 7 {
		t.Errorf("counted %v", a.counts)
	}
}
