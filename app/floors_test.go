package main

import (
	"os/exec"
	"strings"
	"testing"
)

const module = "h200filing"

// floors gives the floor of every package of the house, by the longest prefix
// that fits. A package may import its own floor and those below.
var floors = []struct {
	prefix string
	floor  int
}{
	{"h200filing/assets", 0}, {"h200filing/i18n", 0},
	{"h200filing/forms", 1}, {"h200filing/export", 2}, {"h200filing/app", 3},
}

// bans lists what the packages below a prefix must not import, directly or
// through others, and why.
var bans = []struct{ prefix, banned, why string }{
	{"h200filing/forms", "fyne.io", "the domain knows no window"},
	{"h200filing/forms", "github.com/jung-kurt/gofpdf", "the domain knows no PDF"},
	{"h200filing/forms", "github.com/xuri/excelize", "the domain knows no workbook"},
	{"h200filing/export", "fyne.io", "outputs are made without a window"},
	{"h200filing/app/command", "fyne.io", "the command line runs without a display"},
	{"h200filing/app/session", "fyne.io", "sessions run without a display"},
	{"h200filing/app/window", "fyne.io/fyne/v2/app", "screens are tested without a display"},
}

// imports lists every package of the module with what it imports directly, and
// with all that it depends on.
func imports(t *testing.T, what string) map[string][]string {
	t.Helper()
	out, err := exec.Command("go", "list", "-tags", "migrated_fynedo,no_emoji,no_metadata", "-f", "{{.ImportPath}} {{join ."+what+" \" \"}}", module+"/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	all := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		all[fields[0]] = fields[1:]
	}
	return all
}

func floorOf(pkg string) int {
	for _, f := range floors {
		if pkg == f.prefix || strings.HasPrefix(pkg, f.prefix+"/") {
			return f.floor
		}
	}
	return -1
}

// TestFloors asserts that arrows point downward only, and that what is made for
// tests is used by tests, and by what is made for them, only.
func TestFloors(t *testing.T) {
	for pkg, list := range imports(t, "Imports") {
		own := floorOf(pkg)
		if own < 0 {
			t.Errorf("%s stands on no floor", pkg)
		}
		for _, imported := range list {
			if !strings.HasPrefix(imported, module+"/") {
				continue
			}
			if strings.HasSuffix(imported, "test") && !strings.HasSuffix(pkg, "test") {
				t.Errorf("%s imports %s, which is for tests", pkg, imported)
			}
			switch other := floorOf(imported); {
			case other > own:
				t.Errorf("%s (floor %d) imports %s (floor %d)", pkg, own, imported, other)
			case own == 0 && other == 0:
				t.Errorf("%s is data and imports %s", pkg, imported)
			}
		}
	}
}

func TestBans(t *testing.T) {
	all := imports(t, "Deps")
	for _, ban := range bans {
		for pkg, deps := range all {
			if pkg != ban.prefix && !strings.HasPrefix(pkg, ban.prefix+"/") {
				continue
			}
			for _, d := range deps {
				if d == ban.banned || strings.HasPrefix(d, ban.banned+"/") {
					t.Errorf("%s depends on %s: %s", pkg, d, ban.why)
				}
			}
		}
	}
}

// TestDocs: every package says what it is, in one comment.
func TestDocs(t *testing.T) {
	out, err := exec.Command("go", "list", "-tags", "migrated_fynedo,no_emoji,no_metadata", "-f", "{{.ImportPath}} {{.Doc}}", module+"/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for line := range strings.Lines(string(out)) {
		if pkg, doc, _ := strings.Cut(strings.TrimSpace(line), " "); doc == "" {
			t.Errorf("%s has no comment that says what it is", pkg)
		}
	}
}
