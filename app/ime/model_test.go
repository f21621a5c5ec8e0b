package ime

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"
)

// press is a key that goes down after a pause.
type press struct {
	name  fyne.KeyName
	after int // ms
}

// answer is what an input method gives back for a key: runes, and whether the key
// is left to the field.
type answer struct {
	runes []rune
	left  bool
}

// method is a small pinyin input method.
type method struct {
	chinese  bool
	composed int
}

func (m *method) key(name fyne.KeyName) answer {
	letter := len(name) == 1 && name[0] >= 'A' && name[0] <= 'Z'
	switch {
	case m.chinese && letter:
		m.composed++
		return answer{}
	case m.composed == 0 && letter:
		return answer{runes: []rune{rune(name[0] - 'A' + 'a')}, left: true}
	case m.composed == 0 && name == fyne.KeySpace:
		return answer{runes: []rune{' '}, left: true}
	case m.composed == 0:
		return answer{left: true}
	}
	switch name {
	case fyne.KeySpace:
		return answer{runes: slices.Repeat([]rune{'汉'}, m.reset())}
	case fyne.KeyReturn:
		return answer{runes: slices.Repeat([]rune{'x'}, m.reset())}
	case fyne.KeyEscape:
		m.reset()
	case fyne.KeyBackspace:
		m.composed--
	}
	return answer{}
}

func (m *method) reset() int {
	n := m.composed
	m.composed = 0
	return n
}

// text is a field without a caret to move: enough to see what keys do to it.
type text []rune

func (t *text) act(name fyne.KeyName) {
	switch {
	case name == fyne.KeyReturn:
		*t = append(*t, '\n')
	case name == fyne.KeyBackspace && len(*t) > 0:
		*t = (*t)[:len(*t)-1]
	}
}

// simulate plays keys to an input method that takes its time, and the events to a
// tracker. It gives the text of the field behind the tracker and the text that a
// field would have to which the input method hands its keys in order.
func simulate(chinese bool, keys []press, latency func(i int) int) (got, want string) {
	type reply struct {
		at    int
		runes []rune
	}
	m := &method{chinese: chinese}
	c := &clock{time.Unix(1_800_000_000, 0)}
	tracker := NewTrackerFor("linux", c.now)
	var field, ideal text
	var replies []reply
	now, free := 0, 0
	deliver := func(until int) {
		for len(replies) > 0 && replies[0].at <= until {
			c.pass(replies[0].at - now)
			now = replies[0].at
			for _, r := range replies[0].runes {
				replay := tracker.Rune(r)
				field = append(field, r)
				for _, key := range replay {
					field.act(key.Name)
				}
			}
			replies = replies[1:]
		}
		c.pass(max(0, until-now))
		now = max(now, until)
	}
	for i, k := range keys {
		deliver(now + k.after)
		a := m.key(k.name)
		free = max(free, now) + latency(i)
		replies = append(replies, reply{free, a.runes})
		ideal = append(ideal, a.runes...)
		if a.left {
			ideal.act(k.name)
		}
		if !tracker.Key(&fyne.KeyEvent{Name: k.name}) {
			field.act(k.name)
		}
	}
	deliver(now + 100_000)
	return string(field), string(ideal)
}

var simulated = []fyne.KeyName{
	fyne.KeyA, fyne.KeyB, fyne.KeyN, fyne.KeyA, fyne.KeySpace, fyne.KeyReturn, fyne.KeyBackspace,
	fyne.KeyBackspace, fyne.KeyEscape, fyne.KeyLeft,
}

func drawKeys(t *rapid.T, least, most int) []press {
	var keys []press
	for range rapid.IntRange(1, 60).Draw(t, "keys") {
		keys = append(keys, press{
			name:  rapid.SampledFrom(simulated).Draw(t, "key"),
			after: rapid.IntRange(least, most).Draw(t, "after"),
		})
	}
	return keys
}

// TestWithoutComposition: no key is mistaken although answers are late and several
// keys come at once, as after a moment in which the program was busy.
func TestWithoutComposition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := drawKeys(t, 30, 200)
		for i := range keys {
			if i%4 != 0 && rapid.IntRange(0, 2).Draw(t, "at once") == 0 {
				keys[i].after = 0
			}
		}
		late := rapid.IntRange(0, 20).Draw(t, "latency")
		got, want := simulate(false, keys, func(int) int { return late })
		if got != want {
			t.Fatalf("text %q, want %q", got, want)
		}
	})
}

// TestComposing: at the pace of fingers no key of a composition reaches the text.
func TestComposing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := drawKeys(t, 95, 400)
		late := rapid.IntRange(0, 40).Draw(t, "latency")
		got, want := simulate(true, keys, func(int) int { return late })
		if got != want {
			t.Fatalf("text %q, want %q", got, want)
		}
	})
}
