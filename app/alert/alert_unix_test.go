//go:build unix

package alert

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestShow: the first program that there is shows the message, as one argument, and
// where there is none that is said.
func TestShow(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	if Show("标题", "正文") {
		t.Error("shown by nothing")
	}
	said := filepath.Join(dir, "said")
	if err := syscall.Mkfifo(said, 0o600); err != nil {
		t.Fatal(err)
	}
	script := "#!/bin/sh\nprintf '%s|' \"$@\" > " + said + "\n"
	if err := os.WriteFile(filepath.Join(dir, "kdialog"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	if !Show("标题", "正文 第二句") {
		t.Fatal("not shown")
	}
	got, err := os.ReadFile(said) // waits for the program, which writes to it
	if want := "--title|标题|--error|正文 第二句|"; err != nil || string(got) != want {
		t.Errorf("shown %q, %v, want %q", got, err, want)
	}
}
