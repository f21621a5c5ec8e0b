package prose_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"h200filing/app/internal/stage"
)

// TestPinyin types a paragraph into a real window under fcitx5: into the editor and
// into the single-line entry. No key of a composition reaches the text.
func TestPinyin(t *testing.T) {
	s := stage.Open(t)
	s.StartPinyin()
	lines := demo(t, s)
	s.Press("Tab")
	waitFor(t, lines, "focus editor")
	s.Pinyin()
	s.Type(stage.Paragraph, shows(t, lines, "editor", ""))
	// Enter without a composition breaks the line; the second paragraph is right of it.
	first := stage.Paragraph[len(stage.Paragraph)-1].Text
	s.Press("Return")
	waitFor(t, lines, "text editor "+strconv.Quote(first+"\n"))
	s.Type(stage.Paragraph[:3], shows(t, lines, "editor", first+"\n"))
	s.Keep("pinyin")

	s.Press("Tab")
	waitFor(t, lines, "focus entry")
	s.Pinyin()
	s.Type(stage.Learned(), shows(t, lines, "entry", ""))

	s.Latin()
	typeLatin(t, s, lines, first)
}

// typeLatin types without a composition, quicker than fingers do, past an input
// method that hands every key back, and holds a key down.
func typeLatin(t *testing.T, s *stage.Stage, lines <-chan string, before string) {
	t.Helper()
	const times = 12
	keys := []string{"key", "--delay", "45"}
	for range times {
		keys = append(keys, strings.Fields("a b BackSpace c Left x BackSpace Right shift+d 1 space")...)
	}
	s.Run("xdotool", keys...)
	typed := before + strings.Repeat("acD1 ", times)
	waitFor(t, lines, "text entry "+strconv.Quote(typed))
	s.Run("xdotool", "keydown", "e")
	waitFor(t, lines, "text entry "+strconv.Quote(typed+"eeee"))
	s.Run("xdotool", "keyup", "e")
	s.Press("ctrl+a", "BackSpace")
	waitFor(t, lines, "text entry "+strconv.Quote(""))
}

// shows waits for the demo to tell that a field has a text after another one.
func shows(t *testing.T, lines <-chan string, field, before string) func(text string) bool {
	return func(text string) bool {
		waitFor(t, lines, "text "+field+" "+strconv.Quote(before+text))
		return true
	}
}

// waitFor waits for a line of the demo.
func waitFor(t *testing.T, lines <-chan string, want string) {
	t.Helper()
	end := time.After(stage.Patience)
	last := ""
	for {
		select {
		case line, ok := <-lines:
			if !ok {
				t.Fatalf("the demo ended before %s", want)
			}
			if line == want {
				return
			}
			last = line
		case <-end:
			t.Fatalf("waited for %s, last is %s", want, last)
		}
	}
}
