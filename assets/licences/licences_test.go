package licences

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func works(t *testing.T) []Work {
	t.Helper()
	all, err := Works()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestWorks: every work has its texts, the kinds that they are of, and stands once,
// in order.
func TestWorks(t *testing.T) {
	names := []string{}
	for _, w := range works(t) {
		names = append(names, strings.ToLower(w.Name))
		if len(w.Texts) == 0 || len(w.Kinds) == 0 {
			t.Errorf("%s has %d texts of kinds %q", w.Name, len(w.Texts), w.Kinds)
		}
		for _, text := range w.Texts {
			if len(text.Text) < 20 || text.File == "" {
				t.Errorf("%s, %s: %q", w.Name, text.File, text.Text)
			}
		}
	}
	if sorted := slices.Compact(slices.Sorted(slices.Values(names))); !slices.Equal(names, sorted) {
		t.Errorf("not in order, or twice: %q", names)
	}
}

// TestTexts: the works that come without their licence are there with the text that
// is kept here.
func TestTexts(t *testing.T) {
	found, err := filepath.Glob("texts/*.txt")
	if err != nil || len(found) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	for _, path := range found {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		same := func(w Work) bool {
			return w.Name+".txt" == filepath.Base(path) && w.Texts[0].Text == strings.TrimSpace(string(text))
		}
		if !slices.ContainsFunc(works(t), same) {
			t.Errorf("%s is not among the works as it is: run go run ./app/dev licences", path)
		}
	}
}

func TestKinds(t *testing.T) {
	mit := "Permission is hereby granted, free of\n charge, to any person obtaining a copy. "
	for text, want := range map[string][]string{
		mit + "The above copyright notice and this\npermission notice shall be included": {"MIT"},
		mit: {"MIT-0"},
		"Redistribution and use in source and\r\nbinary forms":                              {"BSD-2-Clause"},
		"Redistribution and use in source and binary forms, to endorse or promote products": {"BSD-3-Clause"},
		"Apache License\n                           Version 2.0, January 2004":              {"Apache-2.0"},
		"All rights reserved.": nil,
	} {
		if diff := cmp.Diff(want, Kinds(text)); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

// TestPack: what is packed comes back, and always as the same bytes.
func TestPack(t *testing.T) {
	all := works(t)
	once, err := Pack(all)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Pack(all)
	if err != nil || !bytes.Equal(once, again) {
		t.Errorf("packed twice, it differs: %v", err)
	}
	back, err := Unpack(once)
	if diff := cmp.Diff(all, back); diff != "" || err != nil {
		t.Errorf("%v %s", err, diff)
	}
}

// FuzzUnpack: what is no list of works is refused, not trusted.
func FuzzUnpack(f *testing.F) {
	f.Add(packed)
	f.Add([]byte("\x1f\x8b"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if all, err := Unpack(data); err != nil && all != nil {
			t.Errorf("%d works in spite of %v", len(all), err)
		}
	})
}
