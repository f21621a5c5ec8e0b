package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"h200filing/export/document"
)

// mustRender renders or fails.
func mustRender(t testing.TB, doc document.Document) []byte {
	t.Helper()
	out, err := Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// save writes a file for the tools to read.
func save(t testing.TB, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// tool runs a program of the test tools (poppler-utils, qpdf, mupdf-tools).
func tool(t testing.TB, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

// solid is text without white space.
func solid(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// count is how often each character occurs.
func count(s string) map[rune]int {
	n := map[rune]int{}
	for _, r := range s {
		n[r]++
	}
	return n
}

// mustLayOut lays out or fails.
func mustLayOut(t testing.TB, doc document.Document) (plan, *typefaces) {
	t.Helper()
	faces, err := loadFaces()
	if err != nil {
		t.Fatal(err)
	}
	p, err := layOut(new(crew), faces, &doc)
	if err != nil {
		t.Fatal(err)
	}
	return p, faces
}

// shown is all text of the pages, white space apart; body leaves out what is the
// same on every page.
func shown(p plan, body bool) string {
	var b strings.Builder
	for i := range p.pages {
		for j, ops := range p.pages[i].layers() {
			if body && j != 1 {
				continue
			}
			for _, o := range ops {
				b.WriteString(o.text)
			}
		}
	}
	return solid(b.String())
}
