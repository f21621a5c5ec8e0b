package debian

import (
	"debug/elf"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// libraries names the package of every library that the program or its toolkit
// asks for (packages.debian.org, bookworm). Those of the C library come with one
// package, whose version the symbols tell.
var libraries = map[string]string{
	"libGL.so.1":       "libgl1",
	"libX11.so.6":      "libx11-6",
	"libXcursor.so.1":  "libxcursor1",
	"libXi.so.6":       "libxi6",
	"libXinerama.so.1": "libxinerama1",
	"libXrandr.so.2":   "libxrandr2",
	"libXxf86vm.so.1":  "libxxf86vm1",

	"libc.so.6": libc, "libm.so.6": libc, "libdl.so.2": libc, "libpthread.so.0": libc, "librt.so.1": libc, "libresolv.so.2": libc,
	"ld-linux-x86-64.so.2": libc, "ld-linux-aarch64.so.1": libc,
}

const libc = "libc6"

// opened are the libraries that GLFW opens by name when a window is made
// (x11_init.c, posix: _glfw_dlopen); no header of the program tells them.
var opened = []string{"libXcursor.so.1", "libXi.so.6", "libXinerama.so.1", "libXrandr.so.2", "libXxf86vm.so.1"}

// recommended is what the program does without, but less well: drawing where no
// graphics card is, opening and choosing files, printing.
var recommended = []string{"libgl1-mesa-dri", "xdg-utils", "xdg-desktop-portal", "cups-client"}

// Depends lists the packages without which the program does not start, from the
// libraries that it asks for and the symbols it takes from the C library.
func Depends(program io.ReaderAt) ([]string, error) {
	file, err := elf.NewFile(program)
	if err != nil {
		return nil, fmt.Errorf("the program's dependencies: %w", err)
	}
	needed, err := file.ImportedLibraries()
	if err != nil {
		return nil, fmt.Errorf("the program's dependencies: %w", err)
	}
	symbols, err := file.ImportedSymbols()
	if err != nil {
		return nil, fmt.Errorf("the program's dependencies: %w", err)
	}
	var packages []string
	for _, library := range append(needed, opened...) {
		name := libraries[library]
		if name == "" {
			return nil, fmt.Errorf("the program asks for %s: which package is it in? Add it to the table", library)
		}
		if name == libc {
			name += " (>= " + newest(symbols) + ")"
		}
		packages = append(packages, name)
	}
	slices.Sort(packages)
	return slices.Compact(packages), nil
}

// newest is the newest version of the C library among those that symbols ask for.
func newest(symbols []elf.ImportedSymbol) string {
	var most []int
	for _, s := range symbols {
		numbers, ok := strings.CutPrefix(s.Version, "GLIBC_")
		if !ok {
			continue
		}
		if v := version(numbers); slices.Compare(v, most) > 0 {
			most = v
		}
	}
	var parts []string
	for _, n := range most {
		parts = append(parts, strconv.Itoa(n))
	}
	return strings.Join(parts, ".")
}

// version reads numbers with dots; a part that is none (GLIBC_PRIVATE) counts
// least.
func version(text string) (v []int) {
	for part := range strings.SplitSeq(text, ".") {
		n, err := strconv.Atoi(part)
		if err != nil {
			return nil
		}
		v = append(v, n)
	}
	return v
}
