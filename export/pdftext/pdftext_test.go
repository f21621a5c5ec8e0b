package pdftext_test

import (
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"h200filing/export/document"
	"h200filing/export/pdf"
	"h200filing/export/pdftext"
)

func made(t testing.TB, text string) []byte {
	t.Helper()
	file, err := pdf.Render(document.Document{Title: "t", Answers: []byte(`{"a":"1"}`), Digest: strings.Repeat("0a", 32),
		Parts: []document.Part{{ID: "a", Blocks: []document.Block{document.Paragraph{Text: text}}}, {ID: "b", Label: "附件1", Landscape: true}}})
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// TestRead: text comes back to the character, also beyond U+FFFF and from several
// goroutines; pages have their size, and what is enclosed is there.
func TestRead(t *testing.T) {
	const text = "显存𠮷利136GB，带宽4.8TB/s——（〔2026〕1号）"
	file := made(t, text)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			got, err := pdftext.Read(file)
			if err != nil || len(got.Pages) != 2 {
				t.Errorf("%v: %+v", err, got)
				return
			}
			if all := strings.Join(strings.Fields(got.Pages[0].Text), ""); !strings.Contains(all, text) {
				t.Errorf("%q", got.Pages[0].Text)
			}
			if p, q := got.Pages[0], got.Pages[1]; p.Width >= p.Height || q.Width <= q.Height {
				t.Errorf("sizes %v × %v, %v × %v", p.Width, p.Height, q.Width, q.Height)
			}
			if diff := cmp.Diff(map[string][]byte{"answers.json": []byte(`{"a":"1"}`)}, got.Enclosed); diff != "" {
				t.Error(diff)
			}
		})
	}
	group.Wait()
}

// TestReadHyphens: a hyphen at the end of a line comes back, within names of files,
// too.
func TestReadHyphens(t *testing.T) {
	text := "文件" + strings.Repeat("evidence-reply-", 30) + "950dt.png"
	got, err := pdftext.Read(made(t, text))
	if err != nil {
		t.Fatal(err)
	}
	if all := strings.Join(strings.Fields(got.Pages[0].Text), ""); !strings.Contains(all, text) {
		t.Errorf("%q", got.Pages[0].Text)
	}
}

// FuzzRead: whatever the bytes, the file is read or refused; nothing panics.
func FuzzRead(f *testing.F) {
	file := made(f, "一")
	f.Add(file)
	f.Add(file[:len(file)/2])
	f.Add([]byte("%PDF-1.7\n"))
	f.Add([]byte(nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := pdftext.Read(data); err != nil && !errors.Is(err, pdftext.ErrUnreadable) {
			t.Error(err)
		}
	})
}
