package main

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// family returns a known system by its name.
func family(t *testing.T, name string) system {
	t.Helper()
	i := slices.IndexFunc(systems, func(s system) bool { return s.name == name })
	if i < 0 {
		t.Fatalf("no system %q", name)
	}
	return systems[i]
}

// names are the names of needs.
func names(needs []need) []string {
	var out []string
	for _, n := range needs {
		out = append(out, n.name)
	}
	return out
}

func TestMissing(t *testing.T) {
	built := having("gcc", "/usr/include/stdio.h", "pkg-config", "gl",
		"x11", "xcursor", "xrandr", "xinerama", "xi", "xxf86vm", "/usr/lib/*/dri/swrast_dri.so")
	tested := having("Xvfb", "openbox", "xdotool", "xwininfo", "xprop", "import", "pdftotext", "pdffonts", "pdftoppm",
		"pdfinfo", "pdfdetach", "qpdf", "mutool", "fcitx5", "/usr/lib/*/fcitx5/libpinyin.so", "dbus-daemon",
		"localedef", "/usr/share/i18n/locales/zh_CN", "strace", "sqlite3", "soffice", "/usr/lib*/libreoffice/program/libsclo.so",
		"desktop-file-validate", "appstreamcli", "wine", "wineserver")
	maps.Copy(tested, built)
	without := func(f fake, gone ...string) fake {
		f = maps.Clone(f)
		for _, name := range gone {
			delete(f, name)
		}
		return f
	}
	both := []use{forBuild, forTest}
	for _, c := range []struct {
		name, family string
		there        fake
		uses         []use
		want         []string // the packages of what is missing
	}{
		{name: "all there", family: "Debian", there: tested, uses: both},
		{name: "a build asks for no test tool", family: "Debian", there: built, uses: []use{forBuild}},
		{name: "one library of six", family: "Debian", there: without(built, "xi"), uses: []use{forBuild},
			want: []string{"libx11-dev", "libxcursor-dev", "libxrandr-dev", "libxinerama-dev", "libxi-dev", "libxxf86vm-dev"}},
		{name: "a compiler without its headers", family: "Debian", there: without(built, "/usr/include/stdio.h"), uses: []use{forBuild},
			want: []string{"gcc", "libc6-dev"}},
		{name: "office without its spreadsheet", family: "Debian", there: without(tested, "/usr/lib*/libreoffice/program/libsclo.so"), uses: both,
			want: []string{"libreoffice-calc"}},
		{name: "either ImageMagick will do", family: "Arch", there: without(tested, "import"), uses: both, want: []string{"imagemagick"}},
		{name: "newer Mesa", family: "Fedora", uses: []use{forBuild},
			there: fake(map[string]bool{"/usr/lib*/libgallium-*.so": true}).plus(without(built, "/usr/lib/*/dri/swrast_dri.so"))},
		{name: "an empty Debian", family: "Debian", there: fake{}, uses: both, want: []string{
			"gcc", "libc6-dev", "pkg-config", "libgl1-mesa-dev",
			"libx11-dev", "libxcursor-dev", "libxrandr-dev", "libxinerama-dev", "libxi-dev", "libxxf86vm-dev", "libgl1-mesa-dri",
			"xvfb", "openbox", "xdotool", "x11-utils", "imagemagick", "poppler-utils", "qpdf", "mupdf-tools",
			"fcitx5", "fcitx5-chinese-addons", "dbus-daemon", "locales", "strace", "sqlite3", "libreoffice-calc",
			"desktop-file-utils", "appstream", "wine", "wine64"}},
		{name: "packages on Debian", family: "Debian", there: having("dpkg-deb", "xz"), uses: []use{forPackage}, want: []string{"gcc-mingw-w64-x86-64", "nsis"}},
		{name: "an empty Mac", family: "macOS", there: fake{}, uses: both, want: []string{"--install", "imagemagick", "poppler", "qpdf", "mupdf-tools", "sqlite", "libreoffice"}},
		{name: "an empty Windows to build", family: "Windows", there: fake{}, uses: []use{forBuild},
			want: []string{"MSYS2.MSYS2", "mingw-w64-ucrt-x86_64-gcc"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := machine{system: family(t, c.family), prober: c.there}
			var got []string
			for _, n := range m.missing(c.uses) {
				got = append(got, m.packages(n)...)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// plus is one fake with all that is in either.
func (f fake) plus(g fake) fake {
	out := maps.Clone(f)
	maps.Copy(out, g)
	return out
}

func TestPlan(t *testing.T) {
	const env = "env DEBIAN_FRONTEND=noninteractive "
	for _, c := range []struct {
		name, family string
		root         bool
		there        fake
		missing      []string // by the beginning of the need's name
		want         string
		fault        string
	}{
		{name: "nothing", family: "Debian"},
		{name: "Debian as root", family: "Debian", root: true, missing: []string{"Xvfb", "qpdf"},
			want: "  " + env + "apt-get update\n  " + env + "apt-get install --yes --no-install-recommends xvfb qpdf\n"},
		{name: "Debian with sudo", family: "Debian", there: having("sudo"), missing: []string{"qpdf"},
			want: "  sudo " + env + "apt-get update\n  sudo " + env + "apt-get install --yes --no-install-recommends qpdf\n"},
		{name: "Debian without sudo", family: "Debian", missing: []string{"qpdf"}, fault: "(qpdf), and without root or sudo"},
		{name: "Fedora", family: "Fedora", there: having("sudo"), missing: []string{"xwininfo"},
			want: "  sudo dnf install --assumeyes --setopt=install_weak_deps=False xwininfo xprop\n"},
		{name: "Arch", family: "Arch", root: true, missing: []string{"LibreOffice"},
			want: "  pacman -Sy --needed --noconfirm libreoffice-fresh\n"},
		{name: "a Mac asks no root", family: "macOS", missing: []string{"Apple", "Poppler", "qpdf", "LibreOffice"},
			want: "  xcode-select --install\n  brew install poppler qpdf\n  brew install --cask libreoffice\n"},
		{name: "Windows", family: "Windows", missing: []string{"MSYS2", "C compiler for Windows", "LibreOffice"},
			want: "  winget install --exact --accept-package-agreements --accept-source-agreements MSYS2.MSYS2 TheDocumentFoundation.LibreOffice\n" +
				"  " + msys2Pacman + " -Sy --needed --noconfirm mingw-w64-ucrt-x86_64-gcc\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := machine{family(t, c.family), c.there, c.root}
			var missing []need
			for _, n := range needs {
				if slices.ContainsFunc(c.missing, func(start string) bool { return strings.HasPrefix(n.name, start) }) {
					missing = append(missing, n)
				}
			}
			if len(missing) != len(c.missing) {
				t.Fatalf("needs %q, want as many as %q", names(missing), c.missing)
			}
			orders, err := m.plan(missing)
			if c.fault != "" {
				if err == nil || !strings.Contains(err.Error(), c.fault) {
					t.Fatalf("error %v, want %q in it", err, c.fault)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			for _, o := range orders {
				got.WriteString(o.String())
			}
			if diff := cmp.Diff(c.want, got.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestAnnouncement: before anything is installed, every package and every
// command is named.
func TestAnnouncement(t *testing.T) {
	m := machine{system: family(t, "Debian"), prober: having("sudo")}
	missing := m.missing([]use{forBuild, forTest})
	orders, err := m.plan(missing)
	if err != nil {
		t.Fatal(err)
	}
	said := m.announcement(missing, orders)
	for _, n := range missing {
		for _, part := range append(m.packages(n), n.name, string(n.use)) {
			if !strings.Contains(said, part) {
				t.Errorf("%q is not announced", part)
			}
		}
	}
	for _, o := range orders {
		if !strings.Contains(said, o.String()) {
			t.Errorf("%q is not announced", o)
		}
	}
}

func TestReady(t *testing.T) {
	m := machine{system: family(t, "macOS"), prober: fake{}}
	if err := m.ready(brew); err == nil || !strings.Contains(err.Error(), "https://brew.sh") {
		t.Errorf("error %v, want one that says where brew is to be had", err)
	}
	m.prober = having("brew")
	if err := m.ready(brew); err != nil {
		t.Error(err)
	}
}

func TestStillMissing(t *testing.T) {
	if err := stillMissing(nil); err != nil {
		t.Error(err)
	}
	if err := stillMissing(needs[:2]); err == nil || !strings.Contains(err.Error(), needs[1].name) {
		t.Errorf("error %v, want one that names %q", err, needs[1].name)
	}
}

// TestNeeds: every package is listed under a source that some system asks, and
// every need says what it is for and names packages.
func TestNeeds(t *testing.T) {
	known := map[string]bool{}
	for _, s := range systems {
		for _, from := range s.sources {
			known[from.name] = true
		}
	}
	for _, n := range needs {
		if n.name == "" || n.there == nil || len(n.packages) == 0 || !slices.Contains([]use{forBuild, forTest, forPackage, forCheck}, n.use) {
			t.Errorf("%q is not whole", n.name)
		}
		for from, packages := range n.packages {
			if !known[from] || len(packages) == 0 {
				t.Errorf("%s: nobody asks %q for %q", n.name, from, packages)
			}
		}
	}
}
