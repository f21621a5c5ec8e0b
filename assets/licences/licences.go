// Package licences holds the licence of every work that is linked into the program
// or built into a part of it, the typefaces apart (assets/fonts has theirs). Their
// authors ask that the licences travel with the program.
//
// The texts are taken from the modules themselves by `go run ./app/dev licences`; a
// test of the program holds them to what is linked. The folder texts has those of
// works that come inside a module without their licence.
//
// Floor 0 of the house; it imports nothing of it.
package licences

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Work is a work that is linked into the program.
type Work struct {
	Name    string   `json:"name"`    // of the module, or of the work inside one
	Version string   `json:"version"` // "" where it comes with another work
	Kinds   []string `json:"kinds"`   // SPDX identifiers, as far as the texts tell
	Texts   []Text   `json:"texts"`
}

// Text is a file with a licence or a notice.
type Text struct {
	File string `json:"file"` // within the work
	Text string `json:"text"`
}

//go:embed works.json.gz
var packed []byte

// Works lists the works in the order of their names.
func Works() ([]Work, error) { return Unpack(packed) }

// Unpack reads what Pack has written.
func Unpack(data []byte) ([]Work, error) {
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("licences: %w", err)
	}
	var works []Work
	if err := json.NewDecoder(r).Decode(&works); err != nil {
		return nil, fmt.Errorf("licences: %w", err)
	}
	return works, nil
}

// Pack writes works so that Unpack can read them; the same works give the same
// bytes.
func Pack(works []Work) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if err := json.NewEncoder(w).Encode(works); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// marks are words that only one licence, or family of licences, has, with blanks for
// line ends. All of a line have to be there, and none of its nots.
var marks = []struct {
	kind      string
	all, nots []string
}{
	{"Apache-2.0", []string{"apache license", "version 2.0"}, nil},
	{"MIT", []string{"permission is hereby granted, free of charge, to any person obtaining", "and this permission notice shall be included"}, []string{"bitstream vera"}},
	{"BSD-3-Clause", []string{"redistribution and use in source and binary forms", "endorse or promote products"}, nil},
	{"BSD-2-Clause", []string{"redistribution and use in source and binary forms"}, []string{"endorse or promote products"}},
	{"ISC", []string{"permission to use, copy, modify, and/or distribute this software for any purpose"}, nil},
	{"Zlib", []string{"altered source versions must be plainly marked"}, nil},
	{"MPL-2.0", []string{"mozilla public license", "version 2.0"}, nil},
	{"GPL-3.0", []string{"gnu general public license version 3, 29 june 2007"}, nil},
	{"OFL-1.1", []string{"sil open font license"}, nil},
	{"FTL", []string{"freetype project license"}, nil},
	{"Unlicense", []string{"this is free and unencumbered software released into the public domain"}, nil},
	{"MIT-0", []string{"permission is hereby granted, free of charge, to any person obtaining"}, []string{"permission notice shall be included", "bitstream vera", "font software"}},
	{"CC-BY-4.0", []string{"attribution 4.0 international"}, nil},
	{"CC-BY-SA-4.0", []string{"attribution-sharealike 4.0 international"}, nil},
	{"Bitstream-Vera", []string{"bitstream vera"}, nil},
}

// Kinds names the licences that a text holds.
func Kinds(text string) []string {
	plain := strings.ToLower(strings.Join(strings.Fields(text), " "))
	var out []string
	for _, m := range marks {
		in := func(words string) bool { return strings.Contains(plain, words) }
		missing := func(words string) bool { return !in(words) }
		if !slices.ContainsFunc(m.all, missing) && !slices.ContainsFunc(m.nots, in) {
			out = append(out, m.kind)
		}
	}
	return out
}
