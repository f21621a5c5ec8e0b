package main

import (
	"crypto/sha256"
	"testing"

	"h200filing/assets/fonts"
)

// TestDropPages: embedded data whose pages were dropped reads as before.
func TestDropPages(t *testing.T) {
	face, ok := fonts.Get(fonts.UIRegular)
	if !ok {
		t.Fatal("no such face")
	}
	before := sha256.Sum256(face.Bytes)
	for _, data := range [][]byte{face.Bytes, face.Bytes[1:], face.Bytes[:100], nil} {
		if err := dropPages(data); err != nil {
			t.Errorf("%d bytes: %v", len(data), err)
		}
	}
	if sha256.Sum256(face.Bytes) != before {
		t.Error("the data is not the same")
	}
}
