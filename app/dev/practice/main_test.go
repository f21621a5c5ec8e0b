package main

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"h200filing/assets/practice"
	"h200filing/export/evidence"
)

// TestPapersAreCurrent holds the committed evidence to what this program makes:
// run it again after a change of the practice answers or of documents.yaml.
func TestPapersAreCurrent(t *testing.T) {
	papers, err := makePapers()
	if err != nil {
		t.Fatal(err)
	}
	committed, err := fs.ReadDir(practice.Files, "evidence")
	if err != nil {
		t.Fatal(err)
	}
	if len(committed) != len(papers) {
		t.Errorf("%d papers are committed, %d are made", len(committed), len(papers))
	}
	for name, content := range papers {
		have, err := fs.ReadFile(practice.Files, "evidence/"+name)
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(have, content) {
			t.Errorf("%s differs from what is made now", name)
		}
	}
}

// TestPapersCanBeAttached looks at the papers as the program does when somebody
// attaches them.
func TestPapersCanBeAttached(t *testing.T) {
	papers, err := makePapers()
	if err != nil {
		t.Fatal(err)
	}
	const most = 200_000 // bytes of all papers, for they are part of the program
	total := 0
	for name, content := range papers {
		total += len(content)
		info, err := evidence.Inspect(content)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		want := 1
		if name == "test-report.pdf" {
			want = 2
		}
		if info.Pages != want {
			t.Errorf("%s has %d pages, want %d", name, info.Pages, want)
		}
	}
	if total > most {
		t.Errorf("the papers take %d bytes, more than %d", total, most)
	}
}

// TestUnknownAnswer makes sure that a paper cannot name an answer that is not
// there.
func TestUnknownAnswer(t *testing.T) {
	answers, err := practiceAnswers()
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"suppliers[9].product", "suppliers[1].lead_time_days", "no.such"} {
		if text, err := answerAt(answers, path); err == nil {
			t.Errorf("%s gives %q", path, text)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text   string
		column float64
		want   []string
	}{
		{"", 4, nil},
		{"一二三四五", 2, []string{"一二", "三四", "五"}},
		{"一二，三", 2, []string{"一", "二，", "三"}},
		{"一“二”三", 2, []string{"一", "“二”", "三"}},
		{"容量 128 GB 以上", 6, []string{"容量", "128 GB", "以上"}},
		{"ABCDEFG一", 3, []string{"ABCDEFG", "一"}},
	} {
		got := wrap(c.text, c.column, func(s string) float64 { return float64(utf8.RuneCountInString(s)) })
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("wrap(%q, %g): %s", c.text, c.column, diff)
		}
	}
}

// TestWrapLosesNothing: whatever the text, only blanks at the ends of lines go.
func TestWrapLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("一二三，。（）“”AB9 %"))).Draw(t, "text")
		lines := wrap(text, float64(rapid.IntRange(1, 9).Draw(t, "column")), func(s string) float64 { return float64(utf8.RuneCountInString(s)) })
		solid := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if got := solid(strings.Join(lines, "")); got != solid(text) {
			t.Fatalf("%q became %q", text, lines)
		}
	})
}
