// Package macos lays out the program's bundle for macOS: its description with the
// kind of file that it opens, names in three languages, and icons, all from
// FyneApp.toml and the drawings.
//
// The bundle is not signed; that takes a certificate of Apple's. It belongs to the
// developer command and imports only packages of it.
package macos

import (
	"bytes"
	"embed"
	"fmt"
	"path"

	"github.com/jackmordaunt/icns/v3"

	"h200filing/app/dev/icon"
	"h200filing/app/dev/metadata"
	"h200filing/app/dev/pack"
)

//go:embed templates
var templates embed.FS

// oldest is the first macOS that programs made by this version of Go run on
// (https://go.dev/wiki/MinimumRequirements).
const oldest = "12.0"

// iconSize is the largest picture of the icons in pixels a side, that of 256
// points on a fine screen; the drawings are no finer.
const iconSize = 512

// Bundle is the folder NAME.app with the program in it; documents go beside its
// resources.
func Bundle(p metadata.Package, program []byte, drawing, document []byte, documents pack.Tree) (pack.Tree, error) {
	about := struct {
		metadata.Package
		Oldest string
	}{p, oldest}
	description, err := render("Info.plist", about)
	if err != nil {
		return nil, err
	}
	tree := pack.Tree{
		{Path: "Info.plist", Content: description},
		{Path: "PkgInfo", Content: []byte("APPL????")},
		{Path: "MacOS/" + p.Command, Content: program, Executable: true},
	}
	for _, of := range []struct {
		name string
		svg  []byte
	}{{"program.icns", drawing}, {"document.icns", document}} {
		picture, err := encode(of.svg)
		if err != nil {
			return nil, err
		}
		tree = append(tree, pack.File{Path: "Resources/" + of.name, Content: picture})
	}
	for _, text := range p.Texts {
		names, err := render("InfoPlist.strings", struct {
			metadata.Text
			Kind string // the key of the file type: its text in Info.plist
		}{text, p.In("en").FileType})
		if err != nil {
			return nil, err
		}
		tree = append(tree, pack.File{Path: path.Join("Resources", text.Lang+".lproj", "InfoPlist.strings"), Content: names})
	}
	tree = append(tree, documents.Under("Resources")...)
	return tree.Under(p.Name + ".app/Contents"), nil
}

// encode draws an icon in all the sizes that macOS asks for.
func encode(svg []byte) ([]byte, error) {
	picture, err := icon.Draw(svg, iconSize)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := icns.NewEncoder(&out).WithAlgorithm(icns.MitchellNetravali).Encode(picture); err != nil {
		return nil, fmt.Errorf("icon for macOS: %w", err)
	}
	return out.Bytes(), nil
}

// render fills in a template.
func render(name string, about any) ([]byte, error) {
	return pack.Fill(templates, nil, name, about)
}
