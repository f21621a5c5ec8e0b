package command

import (
	"net/url"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"
)

func TestLocation(t *testing.T) {
	for _, c := range []struct {
		arg    string
		drives bool
		want   string
	}{
		{"申请 1.h200", false, "申请 1.h200"},
		{"/a/100%25.h200", false, "/a/100%25.h200"},
		{"file:///a/%E7%94%B3%20b+c%25.h200", false, "/a/申 b+c%.h200"},
		{"FILE:/a/b.h200", false, "/a/b.h200"},
		{"file://localhost/a.h200", false, "/a.h200"},
		{"file://server/a.h200", false, "file://server/a.h200"},
		{"file:///%zz", false, "file:///%zz"},
		{"file:", false, "file:"},
		{"file.h200", false, "file.h200"},
		{"file:///C:/a%20b.h200", true, "C:/a b.h200"},
		{"file://server/share/a.h200", true, "//server/share/a.h200"},
	} {
		if got := filepath.ToSlash(locate(c.arg, c.drives)); got != c.want {
			t.Errorf("%s: %s, want %s", c.arg, got, c.want)
		}
	}
}

// TestLocationOfAnyName: whatever a file is called, its URL leads to it.
func TestLocationOfAnyName(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		path := "/" + rapid.StringOf(rapid.Rune()).Draw(t, "name")
		if got := filepath.ToSlash(locate((&url.URL{Scheme: "file", Path: path}).String(), false)); got != filepath.ToSlash(path) {
			t.Errorf("%q was found at %q", path, got)
		}
	})
}
