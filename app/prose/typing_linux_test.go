package prose_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// stroke is some keys, named as xdotool does, and the text of the field after them;
// "=" is that nothing comes of them.
type stroke struct{ keys, text string }

// paragraph is typed with pinyin and corrected in every way there is.
var paragraph = []stroke{
	{"n i h a o space", "你好"},
	{"comma", "你好，"},
	{"z h o n g g u o x BackSpace space", "你好，中国"},
	{"a b c Escape", "="},
	{"g o n g s i Left Left Right Home End space", "你好，中国公司"},
	{"b e i j i n g 2", "你好，中国公司背景"},
	{"g p u Return", "你好，中国公司背景gpu"},
	{"w o m e n BackSpace BackSpace BackSpace BackSpace BackSpace", "="},
	{"period", "你好，中国公司背景gpu."},
	{"BackSpace", "你好，中国公司背景gpu。"}, // fcitx takes the point after a letter back for the full stop
	{"BackSpace", "你好，中国公司背景gpu"},
	{"c a i g o u Down Up space", "你好，中国公司背景gpu采购"},
	{"s h u j u Tab shift+Tab space", "你好，中国公司背景gpu采购数据"},
	{"d Delete BackSpace", "="},
	{"BackSpace BackSpace", "你好，中国公司背景gpu采购"},
	{"Left Left j i a 1", "你好，中国公司背景gpu加采购"},
	{"Delete End 6 4", "你好，中国公司背景gpu加购64"},
}

// TestPinyin types a paragraph into a real window under fcitx5: into the editor and
// into the single-line entry. No key of a composition reaches the text.
func TestPinyin(t *testing.T) {
	d := openDesk(t)
	d.startPinyin()
	lines := d.demo()
	d.press("Tab")
	waitFor(t, lines, "focus editor")
	d.until("pinyin", "sh", "-c", "fcitx5-remote -s pinyin && fcitx5-remote -n")
	d.typeAll(lines, "editor", "", paragraph)
	// Enter without a composition breaks the line; the second paragraph is right of it.
	first := paragraph[len(paragraph)-1].text
	d.press("Return")
	waitFor(t, lines, "text editor "+strconv.Quote(first+"\n"))
	d.typeAll(lines, "editor", first+"\n", paragraph[:3])
	d.screenshot("pinyin")

	d.press("Tab")
	waitFor(t, lines, "focus entry")
	d.until("pinyin", "sh", "-c", "fcitx5-remote -s pinyin && fcitx5-remote -n")
	d.typeAll(lines, "entry", "", learned(paragraph))

	d.until("keyboard-us", "sh", "-c", "fcitx5-remote -s keyboard-us && fcitx5-remote -n")
	d.typeLatin(lines, paragraph[len(paragraph)-1].text)
}

// typeLatin types without a composition, quicker than fingers do, past an input
// method that hands every key back, and holds a key down.
func (d *desk) typeLatin(lines <-chan string, before string) {
	d.t.Helper()
	const times = 12
	keys := []string{"key", "--delay", "45"}
	for range times {
		keys = append(keys, strings.Fields("a b BackSpace c Left x BackSpace Right shift+d 1 space")...)
	}
	d.run("xdotool", keys...)
	typed := before + strings.Repeat("acD1 ", times)
	waitFor(d.t, lines, "text entry "+strconv.Quote(typed))
	d.run("xdotool", "keydown", "e")
	waitFor(d.t, lines, "text entry "+strconv.Quote(typed+"eeee"))
	d.run("xdotool", "keyup", "e")
	d.press("ctrl+a", "BackSpace")
	waitFor(d.t, lines, "text entry "+strconv.Quote(""))
}

// learned is a paragraph for a second time: the input method offers first what was
// chosen last.
func learned(strokes []stroke) []stroke {
	again := slices.Clone(strokes)
	for i, s := range again {
		again[i].keys = strings.Replace(s.keys, "b e i j i n g 2", "b e i j i n g 1", 1)
	}
	return again
}

// typeAll types at the pace of fingers and waits for each text to come true.
func (d *desk) typeAll(lines <-chan string, field, before string, strokes []stroke) {
	d.t.Helper()
	for _, s := range strokes {
		d.press(strings.Fields(s.keys)...)
		if s.text == "=" {
			continue
		}
		waitFor(d.t, lines, "text "+field+" "+strconv.Quote(before+s.text))
	}
}

// press presses keys 110 ms apart, as a quick typist does.
func (d *desk) press(keys ...string) {
	d.t.Helper()
	d.run("xdotool", append([]string{"key", "--delay", "110"}, keys...)...)
}

// waitFor waits for a line of the demo.
func waitFor(t *testing.T, lines <-chan string, want string) {
	t.Helper()
	end := time.After(patience)
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
