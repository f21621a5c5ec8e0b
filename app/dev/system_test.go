package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// fake is a machine made of names: what is in it is there.
type fake map[string]bool

func (f fake) command(name string) bool { return f[name] }
func (f fake) module(name string) bool  { return f[name] }
func (f fake) file(pattern string) bool { return f[pattern] }

func having(names ...string) fake {
	f := fake{}
	for _, name := range names {
		f[name] = true
	}
	return f
}

func TestDetect(t *testing.T) {
	for _, c := range []struct {
		name, goos, release string
		there               fake
		want                string // empty where detection must fail
	}{
		{name: "Debian", goos: "linux", release: "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\n", want: "Debian"},
		{name: "Debian with the game pacman", goos: "linux", release: "ID=debian", there: having("apt-get", "pacman"), want: "Debian"},
		{name: "Ubuntu", goos: "linux", release: "ID=ubuntu\nID_LIKE=debian\n", want: "Debian"},
		{name: "Mint, two kin", goos: "linux", release: "ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", want: "Debian"},
		{name: "Fedora", goos: "linux", release: "NAME=\"Fedora Linux\"\nID=fedora\n", want: "Fedora"},
		{name: "Rocky", goos: "linux", release: "ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", want: "Fedora"},
		{name: "openEuler", goos: "linux", release: "NAME=\"openEuler\"\nID=\"openEuler\"\n", want: "Fedora"},
		{name: "Arch", goos: "linux", release: "ID=arch\n", want: "Arch"},
		{name: "Manjaro", goos: "linux", release: "ID='manjaro'\nID_LIKE='arch'\n", want: "Arch"},
		{name: "UOS desktop", goos: "linux", release: "ID=uos\nID_LIKE=debian\n", want: "Debian"},
		{name: "UOS desktop without kin", goos: "linux", release: "ID=uos\n", there: having("apt-get"), want: "Debian"},
		{name: "UOS server", goos: "linux", release: "ID=\"uos\"\n", there: having("dnf"), want: "Fedora"},
		{name: "Kylin desktop", goos: "linux", release: "ID=kylin\nID_LIKE=debian\n", want: "Debian"},
		{name: "Kylin server", goos: "linux", release: "ID=\"kylin\"\n", there: having("dnf"), want: "Fedora"},
		{name: "nothing known", goos: "linux", release: "ID=void\n"},
		{name: "no os-release, apt there", goos: "linux", there: having("apt-get"), want: "Debian"},
		{name: "no os-release, nothing there", goos: "linux"},
		{name: "macOS", goos: "darwin", want: "macOS"},
		{name: "macOS with an odd file", goos: "darwin", release: "ID=debian", want: "macOS"},
		{name: "Windows", goos: "windows", want: "Windows"},
		{name: "Plan 9", goos: "plan9"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := detect(c.goos, c.release, c.there)
			if got.name != c.want || (err == nil) != (c.want != "") {
				t.Errorf("%q, error %v, want %q", got.name, err, c.want)
			}
		})
	}
}

func TestReleaseIDs(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"quoted", "ID=\"openEuler\"\nVERSION_ID=\"22.03\"", []string{"openeuler"}},
		{"kin after id", "ID_LIKE='rhel  fedora'\nID=x", []string{"x", "rhel", "fedora"}},
		{"comments and Windows line ends", "# ID=no\r\n\r\nID=arch\r\n", []string{"arch"}},
		{"nothing", "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := releaseIDs(c.text)
			if len(got) == 0 {
				got = nil
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// FuzzReleaseIDs: whatever the text, every ID is one word of it in lower case.
func FuzzReleaseIDs(f *testing.F) {
	f.Add("ID=debian\nID_LIKE=\"a b\"\n")
	f.Add("ID=\nID_LIKE='\n=\n==\n")
	f.Fuzz(func(t *testing.T, text string) {
		words := strings.ToLower(text)
		for _, id := range releaseIDs(text) {
			if len(strings.Fields(id)) != 1 || !strings.Contains(words, id) {
				t.Errorf("%q is no word of the text", id)
			}
		}
	})
}
