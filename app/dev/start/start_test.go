package main

import (
	"bytes"
	"os"
	"runtime"
	"testing"
)

func TestCanBeUsed(t *testing.T) {
	paper := bytes.Repeat([]byte{0xf0}, 10000)
	text := bytes.Repeat([]byte{0x20}, 300)
	for _, c := range []struct {
		name   string
		pixels []byte
		want   bool
	}{
		{"nothing", nil, false},
		{"not yet drawn", make([]byte, 10000), false},
		{"paper", paper, false},
		{"paper with text", append(bytes.Clone(paper), text...), true},
		{"half drawn", append(make([]byte, 10000), paper...), false},
	} {
		if got := canBeUsed(c.pixels); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestResident(t *testing.T) {
	if runtime.GOOS != "linux" {
		if _, err := resident(os.Getpid()); err == nil {
			t.Error("memory where there is no /proc")
		}
		return
	}
	if got, err := resident(os.Getpid()); err != nil || got < 1<<20 || got > 1<<40 {
		t.Errorf("%d bytes, %v", got, err)
	}
}
