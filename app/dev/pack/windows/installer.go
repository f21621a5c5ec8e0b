package windows

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"h200filing/app/dev/metadata"
	"h200filing/app/dev/pack"
)

// Installer is what the installer's script is made from.
type Installer struct {
	metadata.Package
	Setup string    // the installer, the path that it is written to
	Files string    // the folder in which the tree lies on the disk, and program.ico beside it
	Tree  pack.Tree // what it installs
}

// Script is the script for makensis, in UTF-8. The installer works for one user
// or for all, in Chinese or English, with a window or (/S) without; it has every
// file by name, and takes away no more than it brought.
func (i Installer) Script() ([]byte, error) {
	about := script{Installer: i, DocumentIcon: int(documentIcon), Kilobytes: (i.Tree.Size() + 1023) / 1024}
	for _, f := range i.Tree {
		about.Tree = append(about.Tree, installed{Path: f.Path, Folder: backslashed(path.Dir(f.Path)), Name: path.Base(f.Path)})
	}
	about.Folders = folders(about.Tree)
	for _, of := range languages {
		about.Languages = append(about.Languages, language{int(of.id), i.In(of.lang)})
	}
	return render("installer.nsi", about)
}

// script is what the template sees.
type script struct {
	Installer
	Tree         []installed
	Folders      []string // to be removed, each before the one it is in
	Languages    []language
	DocumentIcon int
	Kilobytes    int64
}

// installed is a file: where it lies below Files, and the folder and the name that
// it gets.
type installed struct{ Path, Folder, Name string }

type language struct {
	ID int
	metadata.Text
}

// backslashed is a folder as Windows appends it to another.
func backslashed(folder string) string {
	if folder == "." {
		return ""
	}
	return `\` + strings.ReplaceAll(folder, "/", `\`)
}

// folders lists the folders that files lie in, the deepest first.
func folders(files []installed) (all []string) {
	for _, f := range files {
		for dir := path.Dir(f.Path); dir != "."; dir = path.Dir(dir) {
			all = append(all, backslashed(dir))
		}
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	return slices.Compact(all)
}
