package lock_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"h200filing/export/lock"
)

// TestReadersOpenPDF: other programs open the file with the password, name the way
// it is locked, find nothing wrong with it, and read its text; without it they do not.
func TestReadersOpenPDF(t *testing.T) {
	locked, err := lock.PDF(plainPDF(t), password)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, locked, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, one := range []struct{ want, command string }{
		{"R = 6", "qpdf --password=" + password + " --show-encryption"},
		{"AESv3", "qpdf --password=" + password + " --show-encryption"},
		{"No syntax or stream encoding errors", "qpdf --check --password=" + password},
		{"Pages: 1", "mutool info -p " + password},
	} {
		args := append(strings.Fields(one.command), path)
		out, err := exec.Command(args[0], args[1:]...).CombinedOutput()
		if err != nil || !strings.Contains(string(out), one.want) {
			t.Errorf("%s: %v\n%s", one.command, err, out)
		}
	}
	out, err := exec.Command("pdftotext", "-upw", password, path, "-").Output()
	if err != nil || !strings.Contains(string(out), "Visible words") {
		t.Errorf("the text is %q, %v", out, err)
	}
	if out, err := exec.Command("pdftotext", path, "-").CombinedOutput(); err == nil {
		t.Errorf("opens without the password: %q", out)
	}
}
