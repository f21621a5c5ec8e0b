package i18n_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"h200filing/i18n"
)

var brace = regexp.MustCompile(`\{[a-z_]+\}`)

// TestComplete holds the languages to each other: the same keys, the same names
// in braces, no empty text.
func TestComplete(t *testing.T) {
	model := i18n.For(i18n.Hans)
	for _, lang := range i18n.Langs() {
		w := i18n.For(lang)
		if w.Lang != lang {
			t.Fatalf("no words of %s", lang)
		}
		for _, key := range model.Keys() {
			if !w.Has(key) || strings.TrimSpace(w.Text(key)) == "" {
				t.Errorf("%s: no text for %s", lang, key)
				continue
			}
			a, b := brace.FindAllString(model.Text(key), -1), brace.FindAllString(w.Text(key), -1)
			slices.Sort(a)
			slices.Sort(b)
			if !slices.Equal(slices.Compact(a), slices.Compact(b)) {
				t.Errorf("%s: %s names %v, zh-Hans %v", lang, key, b, a)
			}
		}
		for _, key := range w.Keys() {
			if !model.Has(key) {
				t.Errorf("%s: text for %s, which zh-Hans does not have", lang, key)
			}
		}
	}
}

var (
	used    = regexp.MustCompile(`\.Text\("([^"]+)"[,)]`)
	prefix  = regexp.MustCompile(`\.Text\("([^"]+)"\s*\+`)
	literal = regexp.MustCompile(`"([a-z0-9_.]+)"`)
)

// TestUsed holds the code to the words: every key that the code asks for is
// there, and every key there is named somewhere, whole or by its beginning.
func TestUsed(t *testing.T) {
	model := i18n.For(i18n.Hans)
	named, prefixes := map[string]bool{}, []string{}
	for _, source := range sources(t, "../export", "../app", "../forms") {
		for _, m := range used.FindAllStringSubmatch(source, -1) {
			if !model.Has(m[1]) {
				t.Errorf("the code asks for %q, which has no text", m[1])
			}
		}
		for _, m := range prefix.FindAllStringSubmatch(source, -1) {
			prefixes = append(prefixes, m[1])
		}
		for _, m := range literal.FindAllStringSubmatch(source, -1) {
			named[m[1]] = true
		}
	}
	for _, key := range model.Keys() {
		under := func(p string) bool {
			rest, ok := strings.CutPrefix(key, p)
			return ok && (named[rest] || strings.HasSuffix(p, "."))
		}
		if !named[key] && !slices.ContainsFunc(prefixes, under) {
			t.Errorf("no code asks for %q", key)
		}
	}
}

// sources reads the Go files below folders, tests left out.
func sources(t *testing.T, dirs ...string) []string {
	t.Helper()
	var out []string
	for _, dir := range dirs {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			source, err := os.ReadFile(path)
			out = append(out, string(source))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// TestQuotes: words in traditional characters quote as is usual there.
func TestQuotes(t *testing.T) {
	w := i18n.For(i18n.Hant)
	for _, key := range w.Keys() {
		if text := w.Text(key); strings.ContainsAny(text, "“”") {
			t.Errorf("%s: %s", key, text)
		}
	}
}
