package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// source is one place packages come from and how to ask it.
type source struct {
	name    string   // key of need.packages
	tool    string   // the program that must be there
	advice  string   // where the tool is to be had, told when it is missing
	root    bool     // only root may install
	refresh []string // run once before an install; nil where install refreshes by itself
	install []string // package names are appended
}

var (
	apt = source{name: "apt", tool: "apt-get", root: true,
		refresh: []string{"env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "update"},
		install: []string{"env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "--yes", "--no-install-recommends"}}
	dnf = source{name: "dnf", tool: "dnf", root: true,
		install: []string{"dnf", "install", "--assumeyes", "--setopt=install_weak_deps=False"}}
	pacman = source{name: "pacman", tool: "pacman", root: true,
		install: []string{"pacman", "-Sy", "--needed", "--noconfirm"}}
	// xcode has one package, which is its option "--install"; the system then
	// asks the user in a window of its own.
	xcode = source{name: "xcode", tool: "xcode-select", install: []string{"xcode-select"}}
	brew  = source{name: "brew", tool: "brew", advice: "; it is to be had from https://brew.sh", install: []string{"brew", "install"}}
	cask  = source{name: "cask", tool: "brew", advice: "; it is to be had from https://brew.sh", install: []string{"brew", "install", "--cask"}}

	winget = source{name: "winget", tool: "winget", advice: "; it comes with App Installer from the Microsoft Store",
		install: []string{"winget", "install", "--exact", "--accept-package-agreements", "--accept-source-agreements"}}
	msys2 = source{name: "msys2", tool: msys2Pacman, advice: "; it is to be had from https://www.msys2.org",
		install: []string{msys2Pacman, "-Sy", "--needed", "--noconfirm"}}
)

// msys2Pacman is where the MSYS2 installer puts its package manager; it is never
// on PATH.
const msys2Pacman = `C:\msys64\usr\bin\pacman.exe`

// system is a family of operating systems that share package names.
type system struct {
	name    string
	goos    string
	ids     []string // ID or ID_LIKE in os-release, in lower case
	sources []source // in the order they are asked
	paths   []string // folders whose programs count although PATH lacks them
}

// systems is every family this tool knows. The IDs of 统信 UOS and 麒麟 Kylin are
// in no row: their desktops are Debian's and their servers Fedora's kin under
// one ID, so detect goes by the package manager it finds.
var systems = []system{
	{name: "Debian", goos: "linux", ids: []string{"debian", "ubuntu"}, sources: []source{apt}},
	{name: "Fedora", goos: "linux", ids: []string{"fedora", "rhel", "centos", "openeuler", "anolis"}, sources: []source{dnf}},
	{name: "Arch", goos: "linux", ids: []string{"arch"}, sources: []source{pacman}},
	{name: "macOS", goos: "darwin", sources: []source{xcode, brew, cask},
		paths: []string{"/opt/homebrew/bin", "/usr/local/bin", "/Applications/LibreOffice.app/Contents/MacOS"}},
	{name: "Windows", goos: "windows", sources: []source{winget, msys2},
		paths: []string{`C:\msys64\ucrt64\bin`, `C:\Program Files\LibreOffice\program`}},
}

// detect names the family of a machine from its GOOS and, on Linux, the text of
// its os-release file. ID is asked before ID_LIKE; where neither is known, the
// first family whose package manager is on PATH is taken. That comes last, for
// on Debian "pacman" is a game.
func detect(goos, osRelease string, p prober) (system, error) {
	ids := releaseIDs(osRelease)
	for _, id := range ids {
		for _, s := range systems {
			if s.goos == goos && slices.Contains(s.ids, id) {
				return s, nil
			}
		}
	}
	for _, s := range systems {
		if s.goos == goos && (goos != "linux" || p.command(s.sources[0].tool)) {
			return s, nil
		}
	}
	return system{}, fmt.Errorf("no known package manager on this system (%s %s): see needs.go for what to install by hand",
		goos, strings.Join(ids, " "))
}

// releaseIDs returns ID, then the words of ID_LIKE, in lower case, from a text
// in the format of os-release(5).
func releaseIDs(text string) []string {
	return strings.Fields(releaseValue(text, "ID") + " " + releaseValue(text, "ID_LIKE"))
}

// releaseValue returns a value of such a text in lower case, "" where it has none.
func releaseValue(text, name string) (value string) {
	for line := range strings.Lines(text) {
		if key, v, ok := strings.Cut(strings.TrimSpace(line), "="); ok && key == name {
			value = strings.ToLower(strings.Trim(v, `"'`))
		}
	}
	return value
}

// readOSRelease returns the text that tells Linux systems apart, empty where
// there is none.
func readOSRelease() (string, error) {
	for _, path := range []string{"/etc/os-release", "/usr/lib/os-release"} {
		text, err := os.ReadFile(path)
		if err == nil || !os.IsNotExist(err) {
			return string(text), err
		}
	}
	return "", nil
}

// widenPath adds the system's own folders to PATH, behind what is there, so that
// programs just installed are found without a new terminal.
func (s system) widenPath() error {
	path := filepath.SplitList(os.Getenv("PATH"))
	for _, dir := range s.paths {
		if !slices.Contains(path, dir) {
			path = append(path, dir)
		}
	}
	return os.Setenv("PATH", strings.Join(path, string(filepath.ListSeparator)))
}
