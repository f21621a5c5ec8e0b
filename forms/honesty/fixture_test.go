package honesty_test

import (
	"strings"
	"testing"
)

// TestTruePassages: nothing is found in what the data carries or does not speak of.
func TestTruePassages(t *testing.T) {
	c := checkers{}
	all := readPassages(t, "true.yaml")
	if len(all) < 40 {
		t.Fatalf("%d passages, fewer than 40", len(all))
	}
	for _, p := range all {
		for _, f := range c.of(t, p.Model).Check(p.Text, p.About) {
			t.Errorf("%s: %s\n\tfound %s at %q, instead %+v", p.Model, p.Text, f.Kind, f.Words, f.Instead)
		}
	}
}

// TestFalsePassages: each is found once, as the right kind, at the right words, in its sentence.
func TestFalsePassages(t *testing.T) {
	c := checkers{}
	all := readPassages(t, "false.yaml")
	if len(all) < 40 {
		t.Fatalf("%d passages, fewer than 40", len(all))
	}
	for _, p := range all {
		found := c.of(t, p.Model).Check(p.Text, p.About)
		if len(found) != 1 || found[0].Kind != p.Kind || found[0].Words != p.Words {
			t.Errorf("%s: %s\n\twant %s at %q", p.Model, p.Text, p.Kind, p.Words)
			for _, f := range found {
				t.Errorf("\tgot %s at %q, instead %+v", f.Kind, f.Words, f.Instead)
			}
			continue
		}
		f := found[0]
		if p.Text[f.At.Start:f.At.End] != f.Words || !strings.Contains(f.Sentence, f.Words) {
			t.Errorf("%s: the words %q are not at %+v", p.Text, f.Words, f.At)
		}
	}
}

// TestTraditional: the same passages in traditional characters are judged alike.
func TestTraditional(t *testing.T) {
	c := checkers{}
	for _, p := range readPassages(t, "hant.yaml") {
		found := c.of(t, p.Model).Check(p.Text, p.About)
		switch {
		case p.Kind == "" && len(found) > 0:
			t.Errorf("%s: found %s at %q", p.Text, found[0].Kind, found[0].Words)
		case p.Kind != "" && (len(found) != 1 || found[0].Kind != p.Kind):
			t.Errorf("%s: want %s, got %+v", p.Text, p.Kind, found)
		}
	}
}
