package stage

import (
	"slices"
	"strings"
)

// Press presses keys, named as xdotool does, at the pace of a quick typist.
func (s *Stage) Press(keys ...string) {
	s.t.Helper()
	s.Run("xdotool", append([]string{"key", "--delay", "110"}, keys...)...)
}

// Window waits for a window whose title fits a pattern, gives it the keyboard and
// returns its id.
func (s *Stage) Window(title string) string {
	s.t.Helper()
	id := strings.Fields(s.Run("xdotool", "search", "--sync", "--onlyvisible", "--name", title))[0]
	s.Run("xdotool", "windowactivate", "--sync", id)
	return id
}

// Title is the title of a window.
func (s *Stage) Title(window string) string {
	s.t.Helper()
	return s.Run("xdotool", "getwindowname", window)
}

// StartPinyin starts the input method.
func (s *Stage) StartPinyin() {
	s.t.Helper()
	s.Write("config/fcitx5/profile", "[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=pinyin\n\n"+
		"[Groups/0/Items/0]\nName=keyboard-us\nLayout=\n\n[Groups/0/Items/1]\nName=pinyin\nLayout=\n\n[GroupOrder]\n0=Default\n")
	s.Write("config/fcitx5/conf/pinyin.conf", "CloudPinyinEnabled=False\n")
	s.Start("fcitx5")
	s.Says("fcitx", "xprop", "-root", "XIM_SERVERS")
}

// Pinyin switches the field that has the focus to pinyin.
func (s *Stage) Pinyin() {
	s.t.Helper()
	s.Says("pinyin", "sh", "-c", "fcitx5-remote -s pinyin && fcitx5-remote -n")
}

// Latin switches the field that has the focus to the plain keyboard.
func (s *Stage) Latin() {
	s.t.Helper()
	s.Says("keyboard-us", "sh", "-c", "fcitx5-remote -s keyboard-us && fcitx5-remote -n")
}

// Stroke is some keys, named as xdotool does, and the text of the field after them;
// "=" is that nothing comes of them.
type Stroke struct{ Keys, Text string }

// Paragraph is typed with pinyin and corrected in every way there is.
var Paragraph = []Stroke{
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

// Learned is Paragraph for a second time: the input method offers first what was
// chosen last.
func Learned() []Stroke {
	again := slices.Clone(Paragraph)
	for i, s := range again {
		again[i].Keys = strings.Replace(s.Keys, "b e i j i n g 2", "b e i j i n g 1", 1)
	}
	return again
}

// Type types strokes and waits for each text to come true.
func (s *Stage) Type(strokes []Stroke, shows func(text string) bool) {
	s.t.Helper()
	for _, k := range strokes {
		s.Press(strings.Fields(k.Keys)...)
		if k.Text != "=" {
			s.Until("typed "+k.Keys+", "+k.Text, func() bool { return shows(k.Text) })
		}
	}
}
