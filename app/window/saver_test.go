package window

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"h200filing/forms"
)

// disk is what a saver writes to: it fails where it is told to, and may do
// something in the middle of a write.
type disk struct {
	wrote  []typed
	fails  map[forms.Path]bool
	during func()
}

func (d *disk) write(p forms.Path, text string) error {
	if during := d.during; during != nil {
		d.during = nil
		during()
	}
	if d.fails[p] {
		return errFull
	}
	d.wrote = append(d.wrote, typed{p, text})
	return nil
}

// newSaverOn makes a saver on a disk, with what it told of each attempt.
func newSaverOn(d *disk) (s *saver, told *[]error) {
	told = &[]error{}
	return newSaver(&stillBorder{}, d.write, func(err error) { *told = append(*told, err) }), told
}

// TestTypedWhileWriting: what is typed while a report comes in is written as well,
// and nothing is written twice.
func TestTypedWhileWriting(t *testing.T) {
	for name, c := range map[string]struct {
		during func(*saver)
		fails  map[forms.Path]bool
		want   []typed
	}{
		"another":         {func(s *saver) { s.put("c", "3") }, nil, []typed{{"a", "1"}, {"b", "2"}, {"c", "3"}}},
		"the same":        {func(s *saver) { s.put("a", "9") }, nil, []typed{{"a", "1"}, {"b", "2"}, {"a", "9"}}},
		"flushed again":   {func(s *saver) { _ = s.flush() }, nil, []typed{{"a", "1"}, {"b", "2"}}},
		"failed, another": {func(s *saver) { s.put("c", "3") }, map[forms.Path]bool{"a": true}, []typed{{"b", "2"}, {"c", "3"}, {"a", "1"}}},
		"failed, newer":   {func(s *saver) { s.put("a", "9") }, map[forms.Path]bool{"a": true}, []typed{{"b", "2"}, {"a", "9"}}},
	} {
		t.Run(name, func(t *testing.T) {
			d := &disk{fails: c.fails}
			s, _ := newSaverOn(d)
			d.during = func() { c.during(s) }
			s.put("a", "1")
			s.put("b", "2")
			_ = s.flush() // told has it
			d.fails = nil
			if err := s.flush(); err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(d.wrote, c.want) {
				t.Errorf("wrote %v, want %v", d.wrote, c.want)
			}
		})
	}
}

// TestSaver is the saver as a whole: whatever is typed, however often writing
// fails, in the end the disk has the newest text of each question, and each attempt
// writes a question once.
func TestSaver(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		paths := []forms.Path{"a", "b", "c", "d"}
		newest, d := map[forms.Path]string{}, &disk{}
		s, told := newSaverOn(d)
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			p := rapid.SampledFrom(paths).Draw(t, "path")
			switch rapid.IntRange(0, 3).Draw(t, "what") {
			case 0:
				d.fails = map[forms.Path]bool{p: true}
			case 1:
				before := len(d.wrote)
				err := s.flush()
				if failing := slices.ContainsFunc(s.typed, func(x typed) bool { return d.fails[x.path] }); failing != (err != nil) {
					t.Fatalf("told %v with %v left", err, s.typed)
				}
				seen := map[forms.Path]bool{}
				for _, w := range d.wrote[before:] {
					if seen[w.path] {
						t.Fatalf("%s written twice", w.path)
					}
					seen[w.path] = true
				}
			default:
				newest[p] = rapid.StringN(0, 3, 9).Draw(t, "text")
				s.put(p, newest[p])
			}
		}
		d.fails = nil
		if err := s.flush(); err != nil || len(s.typed) > 0 {
			t.Fatalf("%v left: %v", s.typed, err)
		}
		got := map[forms.Path]string{}
		for _, w := range d.wrote {
			got[w.path] = w.text
		}
		for p, text := range newest {
			if got[p] != text {
				t.Errorf("%s is %q on disk, typed was %q", p, got[p], text)
			}
		}
		if len(*told) == 0 && len(d.wrote) > 0 {
			t.Error("nothing was told")
		}
	})
}
