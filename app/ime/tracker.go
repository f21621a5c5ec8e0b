package ime

import (
	"runtime"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// How long an input method may take to hand a key back that it does not want; a
// key without an answer by then is held. It follows what was seen: fcitx5 takes
// 2 to 20 ms on an idle machine and up to 130 ms on a loaded one.
const (
	firstWait    = 120 * time.Millisecond
	shortestWait = 90 * time.Millisecond
	longestWait  = 400 * time.Millisecond
)

// Tracker tells the keys that an input method holds from those that it leaves to
// the field. It belongs to one text field; make it with NewTracker.
//
// What it relies on, read in GLFW 3.3 (glfw/src/x11_window.c) and Fyne 2.7.4
// (internal/driver/glfw/window.go), and tried with fcitx5:
//
//   - A key that goes down or repeats gives TypedKey, with Shift or CapsLock too.
//     Keys with Ctrl, Alt or Super give TypedShortcut and are not seen here. AltGr
//     is no modifier to GLFW on X11.
//   - Without an input method the rune follows in the same event. An input method
//     that does not want a key hands it back later, and its rune comes then: when
//     the program was busy for a moment, further keys may come before it.
//   - Answers come in the order of the keys.
//   - A held key gets no answer. The runes of a commit come all at once and end the
//     composition. A dead key is a composition of one key.
//
// While keys are held the input method has every other key too, so those that
// would edit or move are swallowed. If the first of the held keys turns out to have
// been left to the field after all, what was swallowed behind it is played back. A
// wrong guess costs one key: the next rune, a click, Escape or Enter ends it.
type Tracker struct {
	system string // GOOS
	now    func() time.Time
	wait   time.Duration // for an answer
	old    int           // keys held for sure
	recent []pending     // keys whose answer may still come, oldest first
	answer time.Time     // of the last rune
}

// pending is a key whose answer may still come.
type pending struct {
	event     *fyne.KeyEvent
	printable bool
	at        time.Time // when it came
	since     time.Time // when it became the input method's turn to answer
}

// NewTracker makes a tracker for the system that the program runs on.
func NewTracker() *Tracker { return NewTrackerFor(runtime.GOOS, time.Now) }

// NewTrackerFor makes a tracker for a system named as GOOS does, with a clock. On
// Windows GLFW drops the keys of a composition itself (win32_window.c,
// VK_PROCESSKEY), so nothing is ever swallowed there.
func NewTrackerFor(system string, now func() time.Time) *Tracker {
	return &Tracker{system: system, now: now, wait: firstWait}
}

// Composing reports whether keys are held, or may be, so that the field does not
// own the next key.
func (t *Tracker) Composing() bool {
	t.age()
	if t.held() > 0 {
		return true
	}
	for _, p := range t.recent {
		if p.printable {
			return true
		}
	}
	return false
}

// Reset forgets the composition: the focus went, or the user clicked.
func (t *Tracker) Reset() { t.old, t.recent = 0, nil }

// Key tells that a key reached the field (TypedKey) and reports whether the field
// must not act on it.
func (t *Tracker) Key(event *fyne.KeyEvent) (swallow bool) {
	if t.system == "windows" {
		return false
	}
	now := t.now()
	if t.printable(event) {
		t.age()
		t.recent = append(t.recent, pending{event, true, now, now})
		return false
	}
	if _, ok := composing[event.Name]; !ok || !t.Composing() {
		return false
	}
	t.recent = append(t.recent, pending{event, false, now, now})
	return true
}

// Rune tells that a rune reached the field (TypedRune). The keys that it returns
// were swallowed although they were the field's: the field inserts the rune and
// then acts on them.
func (t *Tracker) Rune(r rune) (replay []*fyne.KeyEvent) {
	t.age()
	last := t.answer
	t.answer = t.now()
	if t.old == 0 {
		t.dropOrphans()
		if len(t.recent) > 0 && answers(r, t.recent[0].event.Name) {
			return t.release()
		}
	}
	t.old = 0
	for i, p := range t.recent {
		if commits(p) {
			t.take(i)
			return nil
		}
	}
	if t.answer.Sub(last) > t.wait {
		t.recent = nil // committed by other means: the mouse, Shift
	}
	return nil
}

// Shortcut tells that a shortcut reached the field and reports whether it is one
// that the input method uses in a composition: words are skipped and deleted
// there with Ctrl as everywhere. Copy, paste, undo and the like pass.
func (t *Tracker) Shortcut(s fyne.Shortcut) (swallow bool) {
	custom, ok := s.(*desktop.CustomShortcut)
	if !ok || !t.Composing() {
		return false
	}
	_, swallow = composing[custom.KeyName]
	return swallow
}

// age settles the keys that had time enough for an answer.
func (t *Tracker) age() {
	limit := t.now().Add(-t.wait)
	n := 0
	for n < len(t.recent) && t.recent[n].since.Before(limit) {
		n++
	}
	t.old = count(t.old, t.recent[:n])
	t.recent = t.recent[n:]
}

// held is the number of keys that the input method holds as far as is known.
func (t *Tracker) held() int { return count(t.old, t.recent) }

func count(held int, keys []pending) int {
	for _, p := range keys {
		switch {
		case p.printable:
			if held == 0 || !turnsPages[p.event.Name] {
				held++
			}
		case composing[p.event.Name] == ends:
			held = 0
		case composing[p.event.Name] == removes:
			held = max(0, held-1)
		}
	}
	return held
}

// dropOrphans forgets keys swallowed for a composition that is over.
func (t *Tracker) dropOrphans() {
	for len(t.recent) > 0 && !t.recent[0].printable {
		t.recent = t.recent[1:]
	}
}

// release takes the oldest key out, whose rune has come, with the keys swallowed
// between it and the next printable one: no composition was open for them.
func (t *Tracker) release() (replay []*fyne.KeyEvent) {
	t.take(0)
	for len(t.recent) > 0 && !t.recent[0].printable {
		replay = append(replay, t.recent[0].event)
		t.recent = t.recent[1:]
	}
	for i := range t.recent { // those are answered first, though nobody hears it
		t.recent[i].since = t.recent[i].since.Add(time.Duration(len(replay)) * t.wait)
	}
	return replay
}

// take removes the keys up to the i-th, which has just been answered. Its time
// tells how long answers take, and only now the next key's turn begins.
func (t *Tracker) take(i int) {
	now := t.now()
	took := now.Sub(t.recent[i].since)
	t.wait = min(max(4*took, t.wait*3/4, shortestWait), longestWait)
	t.recent = t.recent[i+1:]
	for k := range t.recent {
		t.recent[k].since = now
	}
}

// answers tells whether a rune may be what a key gives by itself, whatever Shift
// and the keyboard's layout are.
func answers(r rune, key fyne.KeyName) bool {
	if key == fyne.KeySpace {
		return unicode.IsSpace(r)
	}
	k := []rune(key)[0]
	switch {
	case unicode.Is(unicode.Han, r):
		return false
	case unicode.IsLetter(k):
		return unicode.ToUpper(r) == unicode.ToUpper(k) || r >= 0x80 || !unicode.IsLetter(r) // AltGr
	}
	return !unicode.IsLetter(r)
}

// commits tells the keys that choose a candidate or give in the letters as they
// are.
func commits(p pending) bool {
	if !p.printable {
		return p.event.Name == fyne.KeyReturn || p.event.Name == fyne.KeyEnter
	}
	return p.event.Name == fyne.KeySpace || !unicode.IsLetter([]rune(p.event.Name)[0])
}

// effect is what a key does to a composition.
type effect uint8

const (
	moves   effect = iota // the caret in it, the page of candidates
	removes               // its last key
	ends                  // it: by committing or giving it up
)

// composing lists the keys that an input method takes while it composes.
var composing = map[fyne.KeyName]effect{
	fyne.KeyBackspace: removes,
	fyne.KeyReturn:    ends,
	fyne.KeyEnter:     ends,
	fyne.KeyEscape:    ends,
	fyne.KeyTab:       moves,
	fyne.KeyDelete:    moves,
	fyne.KeyLeft:      moves,
	fyne.KeyRight:     moves,
	fyne.KeyUp:        moves,
	fyne.KeyDown:      moves,
	fyne.KeyHome:      moves,
	fyne.KeyEnd:       moves,
	fyne.KeyPageUp:    moves,
	fyne.KeyPageDown:  moves,
}

// turnsPages are the printable keys that turn the page of candidates in fcitx5,
// ibus and Sogou: they add nothing that a BackSpace would have to take away.
var turnsPages = map[fyne.KeyName]bool{fyne.KeyMinus: true, fyne.KeyEqual: true}

// printable tells the keys that give a rune when nobody holds them. They are named
// by their character, but for the space bar.
func (t *Tracker) printable(event *fyne.KeyEvent) bool {
	if t.system == "linux" && onKeypad(event.Physical.ScanCode) {
		return false
	}
	return event.Name == fyne.KeySpace || len([]rune(event.Name)) == 1
}

// onKeypad tells the keys of the number pad, X11 key codes 79 to 91: without
// NumLock they move the caret in other programs and give no rune, and yet they are
// reported as digits.
func onKeypad(code int) bool { return code >= 79 && code <= 91 }
