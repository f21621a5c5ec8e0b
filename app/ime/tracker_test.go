package ime

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

type clock struct{ time.Time }

func (c *clock) now() time.Time { return c.Time }

func (c *clock) pass(ms int) { c.Time = c.Add(time.Duration(ms) * time.Millisecond) }

// events are keys and runes in the order in which they reach a field. A word in
// capitals or longer than a character is a key, ":x" a rune, "+20" a pause in ms.
// What the field did is noted: keys that it acted on, runes that it inserted.
func run(system, events string) string {
	c := &clock{time.Unix(1_800_000_000, 0)}
	t := NewTrackerFor(system, c.now)
	var did []string
	for _, e := range strings.Fields(events) {
		switch {
		case strings.HasPrefix(e, ":"):
			r := []rune(e)[1]
			did = append(did, string(r))
			for _, key := range t.Rune(r) {
				did = append(did, string(key.Name))
			}
		case strings.HasPrefix(e, "+"):
			ms := 0
			for _, d := range e[1:] {
				ms = ms*10 + int(d-'0')
			}
			c.pass(ms)
		case e == "click":
			t.Reset()
		default:
			key, code, _ := strings.Cut(e, "@")
			event := &fyne.KeyEvent{Name: fyne.KeyName(key)}
			if code == "keypad" {
				event.Physical.ScanCode = 83
			}
			if !t.Key(event) && len([]rune(key)) > 1 && key != "Space" {
				did = append(did, key)
			}
		}
	}
	return strings.Join(did, " ")
}

// TestTracker: what reaches the field. n, i, … are keys of their letter.
func TestTracker(t *testing.T) {
	const nihao = "N +90 I +90 H +90 A +90 O +90 "
	for _, c := range []struct{ name, system, events, want string }{
		{"typing without an input method", "linux", "A :a BackSpace B :b Return", "a BackSpace b Return"},
		{"a held key repeats", "linux", "A :a A :a A :a BackSpace", "a a a BackSpace"},
		{"Shift and CapsLock", "linux", "A :A 1 :! BackSpace", "A ! BackSpace"},
		{"AltGr gives another character", "linux", "Q :@ E :€ BackSpace", "@ € BackSpace"},
		{"a dead key", "linux", "' +300 E :é BackSpace", "é BackSpace"},
		{"a dead key given up", "linux", "' +300 BackSpace BackSpace", "BackSpace"},
		{"keypad without NumLock", "linux", "4@keypad 4@keypad BackSpace", "BackSpace"},
		{"keypad with NumLock", "linux", "4@keypad :4 BackSpace", "4 BackSpace"},
		{"a key that types nothing", "linux", "F5 BackSpace", "F5 BackSpace"},

		{"a commit by space", "linux", nihao + "Space +5 :你 :好 +200 BackSpace", "你 好 BackSpace"},
		{"a commit by a digit", "linux", nihao + "2 +5 :拟 :好 Left", "拟 好 Left"},
		{"a commit by Enter", "linux", "D +90 A +90 Return +5 :d :a +200 Return", "d a Return"},
		{"one letter by Enter", "linux", "A +150 Return +5 :a +200 Return", "a Return"},
		{"a click on a candidate", "linux", nihao + "+900 :你 :好 BackSpace", "你 好 BackSpace"},
		{"corrected", "linux", nihao + "BackSpace +90 BackSpace +90 Space :你 BackSpace", "你 BackSpace"},
		{"all taken back", "linux", "N +90 I +90 BackSpace +90 BackSpace +200 BackSpace", "BackSpace"},
		{"a held letter, all taken back", "linux", "A +90 A +40 A +40 BackSpace +90 BackSpace +90 BackSpace +90 BackSpace", "BackSpace"},
		{"given up", "linux", nihao + "Escape +200 Return", "Return"},
		{"moved inside", "linux", nihao + "Left +90 Left +90 Home +90 End +90 Delete +90 Up +90 Down +90 Prior +90 Next +90 Tab +90 Space :你", "你"},
		{"pages turned, then all taken back", "linux", "N +90 I +90 = +90 = +90 - +90 BackSpace +90 BackSpace +200 Left", "Left"},
		{"a click in the text", "linux", nihao + "click BackSpace", "BackSpace"},
		{"on macOS", "darwin", nihao + "BackSpace +90 Space :你 BackSpace", "你 BackSpace"},

		{"the rune comes late", "linux", "A BackSpace +20 :a B +5 :b", "a BackSpace b"},
		{"several come late", "linux", "A BackSpace Left B Return +20 :a :b", "a BackSpace Left b Return"},
		{"Chinese punctuation comes late", "linux", ", Left +20 :， Return", "， Left Return"},
		{"the next word before the commit", "linux", nihao + "Space S H BackSpace +20 :你 :好 +90 BackSpace +200 BackSpace", "你 好 BackSpace"},

		{"on Windows nothing is held", "windows", "A +500 BackSpace Return", "BackSpace Return"},
	} {
		if got := run(c.system, c.events); got != c.want {
			t.Errorf("%s: the field does %q, want %q", c.name, got, c.want)
		}
	}
}

func TestShortcuts(t *testing.T) {
	c := &clock{time.Unix(1_800_000_000, 0)}
	tracker := NewTrackerFor("linux", c.now)
	word := &desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierControl}
	find := &desktop.CustomShortcut{KeyName: fyne.KeyF, Modifier: fyne.KeyModifierControl}
	if tracker.Shortcut(word) {
		t.Error("Ctrl+Left is swallowed without a composition")
	}
	tracker.Key(&fyne.KeyEvent{Name: fyne.KeyN})
	if !tracker.Shortcut(word) || tracker.Shortcut(find) || tracker.Shortcut(&fyne.ShortcutPaste{}) {
		t.Error("in a composition Ctrl+Left is to be swallowed, Ctrl+F and paste are not")
	}
}
