package session_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"h200filing/app/session"
	"h200filing/assets/practice"
	"h200filing/export/evidence"
	"h200filing/forms"
)

// paper writes a file that begins like a PDF.
func paper(t *testing.T, size int64) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "报价.pdf")
	if err := os.WriteFile(path, []byte("%PDF-1.7\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, size); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestReadDocument: what is read is what is attached, and how far the reading is
// told to its end.
func TestReadDocument(t *testing.T) {
	path := paper(t, 5<<20/2)
	var told []int64
	d, err := session.ReadDocument(t.Context(), path, func(done, of int64) {
		if of != 5<<20/2 {
			t.Errorf("told of %d bytes", of)
		}
		told = append(told, done)
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(told) != 3 || told[2] != 5<<20/2 {
		t.Errorf("told %v", told)
	}
	s, err := setting(t).Create(filepath.Join(t.TempDir(), "a.h200"), false)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	row, err := s.AddRow("attachments")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.AttachDocument(row.Join("file"), d); err != nil {
		t.Fatal(err)
	}
	kept := forms.ParseAttachment(s.Answers().Get(row.Join("file")))
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := s.Attachment(kept.SHA256); err != nil || !bytes.Equal(got, want) || kept.Name != "报价.pdf" {
		t.Errorf("kept as %+v: %v", kept, err)
	}
}

// TestDamagedDocument: the check list warns of a document whose pages cannot be read,
// and of no other.
func TestDamagedDocument(t *testing.T) {
	s, err := setting(t).Create(filepath.Join(t.TempDir(), "a.h200"), false)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	whole, err := fs.ReadFile(practice.Files, "evidence/licence.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"whole": whole, "damaged": whole[:len(whole)/2]} {
		row, err := s.AddRow("attachments")
		if err != nil {
			t.Fatal(err)
		}
		value, err := s.Keep(name+".pdf", content)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Set(row.Join("file"), value); err != nil {
			t.Fatal(err)
		}
		warned := slices.ContainsFunc(s.Report().Of(forms.Warning), func(f forms.Finding) bool {
			return f.Rule == "attachments.readable" && f.Path == row.Join("file")
		})
		if warned != (name == "damaged") {
			t.Errorf("%s: warned %v", name, warned)
		}
	}
}

// TestReadDocumentFails: what cannot be attached is refused before all of it has
// been read, and so is what was called off.
func TestReadDocumentFails(t *testing.T) {
	ended, end := context.WithCancel(t.Context())
	end()
	plain := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(plain, []byte("plain"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		ctx  context.Context
		path string
		want error
	}{
		"too large":  {t.Context(), paper(t, evidence.MaxSize+1), evidence.ErrTooLarge},
		"empty":      {t.Context(), paper(t, 0), evidence.ErrEmpty},
		"no kind":    {t.Context(), plain, evidence.ErrKind},
		"not there":  {t.Context(), plain + "x", fs.ErrNotExist},
		"called off": {ended, paper(t, 100), context.Canceled},
	} {
		if _, err := session.ReadDocument(c.ctx, c.path, nil); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
