// Package debian describes the Debian package: where files go, on which packages
// the program depends, and whose work it is. Menus, kinds of files and icons are
// brought up to date by the triggers of the packages they belong to, so that no
// script of this one runs as root.
//
// The dependencies are read from the program itself. It refuses a program that
// asks for a library which no line of its table names. It belongs to the
// developer command and imports only packages of it.
package debian

import (
	"bytes"
	"compress/gzip"
	"crypto/md5"
	"fmt"
	"slices"
	"strings"
	"time"

	"h200filing/app/dev/metadata"
	"h200filing/app/dev/pack"
)

// Content is what a Debian package is made of.
type Content struct {
	metadata.Package
	Arch     string // as Debian calls it
	Depends  []string
	Program  []byte
	Shared   pack.Tree // what goes below /usr besides
	Terms    []byte    // the text of LICENSE
	Notices  []byte    // licences of the libraries in the program
	Released time.Time
}

// FileName is how Debian names the package.
func (c Content) FileName() string {
	return fmt.Sprintf("%s_%s_%s.deb", c.Command, c.Version, c.Arch)
}

// Tree is what dpkg-deb builds the package from.
func (c Content) Tree() (pack.Tree, error) {
	files := append(pack.Tree{{Path: "bin/" + c.Command, Content: c.Program, Executable: true}}, c.Shared...)
	doc := "share/doc/" + c.Command + "/"
	changes, err := c.changelog()
	if err != nil {
		return nil, err
	}
	files = append(files,
		pack.File{Path: doc + "copyright", Content: []byte(c.copyright())},
		pack.File{Path: doc + "changelog.gz", Content: changes},
		pack.File{Path: doc + "LIBRARIES.txt", Content: c.Notices})
	files = files.Under("usr")
	return append(files,
		pack.File{Path: "DEBIAN/control", Content: []byte(c.control(files.Size()))},
		pack.File{Path: "DEBIAN/md5sums", Content: []byte(sums(files))}), nil
}

// control is the description that dpkg reads (deb-control(5)).
func (c Content) control(size int64) string {
	text := c.In("en")
	var b strings.Builder
	for _, line := range [][2]string{
		{"Package", c.Command}, {"Version", c.Version}, {"Architecture", c.Arch},
		{"Maintainer", c.maintainer()},
		{"Installed-Size", fmt.Sprint((size + 1023) / 1024)},
		{"Depends", strings.Join(c.Depends, ", ")},
		{"Recommends", strings.Join(recommended, ", ")},
		{"Section", "misc"}, {"Priority", "optional"},
		{"Description", text.Summary},
	} {
		fmt.Fprintf(&b, "%s: %s\n", line[0], line[1])
	}
	paragraphs := append(slices.Clone(text.Description), c.In("zh-Hans").Description...)
	b.WriteString(" " + strings.Join(paragraphs, "\n .\n ") + "\n")
	return b.String()
}

func (c Content) maintainer() string { return fmt.Sprintf("%s <%s>", c.Publisher, c.Contact) }

// sums is the list that dpkg --verify reads.
func sums(files pack.Tree) string {
	var b strings.Builder
	for _, f := range files {
		fmt.Fprintf(&b, "%x  %s\n", md5.Sum(f.Content), f.Path)
	}
	return b.String()
}

// changelog is the history as Debian wants it, one entry: that of this release.
func (c Content) changelog() ([]byte, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression) // no name and no time in it
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(z, "%s (%s) stable; urgency=medium\n\n  * %s %s.\n\n -- %s  %s\n", c.Command, c.Version, c.Name, c.Version,
		c.maintainer(), c.Released.UTC().Format(time.RFC1123Z))
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// copyright is the file in Debian's own format, in which the MIT licence is
// called Expat (https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/).
func (c Content) copyright() string {
	_, terms, _ := strings.Cut(string(c.Terms), c.Copyright)
	return fmt.Sprintf(`Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: %s
Upstream-Contact: %s
Comment: The licences of the libraries and typefaces that are built into the
 program are in LIBRARIES.txt beside this file.

Files: *
Copyright: %s
License: Expat
%s
`, c.Name, c.maintainer(), strings.TrimPrefix(c.Copyright, "Copyright (c) "), folded(terms))
}

// folded is a text as the further lines of a field.
func folded(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i, line := range lines {
		if line == "" {
			line = "."
		}
		lines[i] = " " + line
	}
	return strings.Join(lines, "\n")
}
