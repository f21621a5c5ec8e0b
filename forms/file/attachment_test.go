package file_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"h200filing/forms"
	"h200filing/forms/file"
)

func attach(t testing.TB, f *file.File, content string, info forms.FileInfo) string {
	t.Helper()
	sha, err := f.Attach(strings.NewReader(content), info)
	if err != nil {
		t.Fatal(err)
	}
	return sha
}

func TestAttach(t *testing.T) {
	f := fresh(t)
	want := map[string]forms.FileInfo{}
	for _, content := range []string{"", "x", strings.Repeat("a", 256<<10), strings.Repeat("报告", 300<<10)} {
		sha := attach(t, f, content, forms.FileInfo{Size: 99, Pages: 3, MediaType: "application/pdf"})
		if sum := sha256.Sum256([]byte(content)); sha != hex.EncodeToString(sum[:]) {
			t.Errorf("SHA-256 of %d bytes: %s", len(content), sha)
		}
		want[sha] = forms.FileInfo{Size: int64(len(content)), Pages: 3, MediaType: "application/pdf"}
		for _, g := range []*file.File{f, reopen(t, f)} {
			got, err := g.Attachment(sha)
			if err != nil || string(got) != content {
				t.Errorf("%d bytes come back as %d: %v", len(content), len(got), err)
			}
			if diff := cmp.Diff(want, g.Files()); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
		}
	}
	if _, err := f.Attachment("0000"); !errors.Is(err, file.Missing) {
		t.Errorf("unknown attachment: %v", err)
	}
}

func TestAttachOnce(t *testing.T) {
	f := fresh(t)
	content := strings.Repeat("内容", 100<<10)
	first := attach(t, f, content, forms.FileInfo{Pages: 1, MediaType: "image/png"})
	before := read(t, f.Path())
	if second := attach(t, f, content, forms.FileInfo{}); second != first {
		t.Errorf("the same content has two names, %s and %s", first, second)
	}
	if !bytes.Equal(before, read(t, f.Path())) {
		t.Error("the same content was written twice")
	}
	if info := f.Files()[first]; len(f.Files()) != 1 || info.Pages != 1 {
		t.Errorf("files %v", f.Files())
	}
}

// TestAttachFails takes a reader that breaks and a content without end.
func TestAttachFails(t *testing.T) {
	f := fresh(t)
	attach(t, f, "first", forms.FileInfo{})
	broken := errors.New("the stick was pulled")
	before := read(t, f.Path())
	if _, err := f.Attach(io.MultiReader(strings.NewReader("begin"), iotest.ErrReader(broken)), forms.FileInfo{}); !errors.Is(err, broken) {
		t.Errorf("broken reader: %v", err)
	}
	if _, err := f.Attach(endless{}, forms.FileInfo{}); !errors.Is(err, file.TooLarge) {
		t.Errorf("endless content: %v", err)
	}
	if !bytes.Equal(before, read(t, f.Path())) || len(f.Files()) != 1 {
		t.Error("a failed attachment has left something")
	}
	attach(t, f, "second", forms.FileInfo{})
	if got := reopen(t, f).Files(); len(got) != 2 {
		t.Errorf("files %v", got)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }
