// Package exporttest gives tests of the outputs what several of them need: the parts
// of a zip, and the cells of a workbook by their defined names. What cannot be read
// ends the test.
//
// Floor 2 of the house; only tests may import it (app/floors_test.go). It imports
// excelize and nothing of the house.
package exporttest

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"maps"
	"slices"
	"testing"
	"time"
)

// Part is a file in a zip.
type Part struct {
	Name     string
	Content  []byte
	Modified time.Time
}

// Unzip lists the parts of a zip, in its order.
func Unzip(t testing.TB, archive []byte) []Part {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	var parts []Part
	for _, f := range z.File {
		content, err := fs.ReadFile(z, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, Part{f.Name, content, f.Modified})
	}
	return parts
}

// Contents gives the parts of a zip by name, as text.
func Contents(t testing.TB, archive []byte) map[string]string {
	t.Helper()
	contents := map[string]string{}
	for _, p := range Unzip(t, archive) {
		contents[p.Name] = string(p.Content)
	}
	return contents
}

// Parts lists contents as parts, sorted by name.
func Parts(contents map[string]string) []Part {
	var parts []Part
	for _, name := range slices.Sorted(maps.Keys(contents)) {
		parts = append(parts, Part{Name: name, Content: []byte(contents[name])})
	}
	return parts
}

// Zip makes a zip of parts, packed by a method of archive/zip.
func Zip(t testing.TB, parts []Part, method uint16) []byte {
	t.Helper()
	var archive bytes.Buffer
	z := zip.NewWriter(&archive)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.Name, Method: method, Modified: p.Modified})
		if err == nil {
			_, err = w.Write(p.Content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return archive.Bytes()
}
