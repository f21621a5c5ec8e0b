// Package freedesktop describes the program to desktops that keep to
// freedesktop.org: the menu entry, the kind of file it opens, its icons, and what
// software centres show. All of it is made from FyneApp.toml and the drawings.
//
// It refuses nothing that metadata has let through. It belongs to the developer
// command and imports only packages of it.
package freedesktop

import (
	"embed"
	"fmt"
	"strings"
	"text/template"
	"time"

	"h200filing/app/dev/icon"
	"h200filing/app/dev/metadata"
	"h200filing/app/dev/pack"
)

// Drawings are the two pictures, as SVG.
type Drawings struct{ Program, Document []byte }

// sizes are the pictures of each icon, in pixels a side (Icon Theme
// Specification; 48 is the one that must be there).
var sizes = []int{16, 24, 32, 48, 64, 128, 256}

//go:embed templates
var templates embed.FS

// descriptions are the files made from templates.
var descriptions = []struct{ template, path string }{
	{"entry.desktop", "share/applications/{id}.desktop"},
	{"mime.xml", "share/mime/packages/{id}.xml"},
	{"metainfo.xml", "share/metainfo/{id}.metainfo.xml"},
}

// locales are the names that the desktop has for the languages of texts. The
// first is that of software centres; English is the text without a language.
var locales = map[string][]string{"zh-Hans": {"zh_CN", "zh"}, "zh-Hant": {"zh_TW", "zh_HK"}}

// localized is a text and the locale it is for, "" for the one without.
type localized struct {
	Locale string
	metadata.Text
}

// subject is what the templates see.
type subject struct {
	metadata.Package
	Day   string // of the release
	Texts []localized
	Pages []localized // one a language, for software centres
}

// functions are those of the templates.
var functions = template.FuncMap{"list": list, "bcp47": bcp47}

// Files returns what goes below /usr or another prefix.
func Files(p metadata.Package, drawings Drawings, released time.Time) (pack.Tree, error) {
	about := describe(p, released)
	var tree pack.Tree
	for _, d := range descriptions {
		text, err := pack.Fill(templates, functions, d.template, about)
		if err != nil {
			return nil, err
		}
		tree = append(tree, pack.File{Path: strings.ReplaceAll(d.path, "{id}", p.ID), Content: text})
	}
	for _, i := range []struct {
		drawing    []byte
		kind, name string
	}{
		{drawings.Program, "apps", p.ID},
		{drawings.Document, "mimetypes", strings.ReplaceAll(p.FileType.MIME, "/", "-")},
	} {
		icons, err := pictures(i.drawing, i.kind, i.name)
		if err != nil {
			return nil, err
		}
		tree = append(tree, icons...)
	}
	return tree, nil
}

// describe puts the texts in the order that files of translations have: first the
// one without a language.
func describe(p metadata.Package, released time.Time) subject {
	s := subject{Package: p, Day: released.UTC().Format(time.DateOnly)}
	s.Texts = []localized{{"", p.In("en")}}
	s.Pages = s.Texts[:1:1]
	for _, lang := range metadata.Languages {
		for i, locale := range locales[lang] {
			text := localized{locale, p.In(lang)}
			s.Texts = append(s.Texts, text)
			if i == 0 {
				s.Pages = append(s.Pages, text)
			}
		}
	}
	return s
}

// pictures are a drawing in all sizes and as it is.
func pictures(drawing []byte, kind, name string) (pack.Tree, error) {
	tree := pack.Tree{{Path: "share/icons/hicolor/scalable/" + kind + "/" + name + ".svg", Content: drawing}}
	for _, size := range sizes {
		picture, err := icon.PNG(drawing, size)
		if err != nil {
			return nil, err
		}
		tree = append(tree, pack.File{Path: fmt.Sprintf("share/icons/hicolor/%dx%d/%s/%s.png", size, size, kind, name), Content: picture})
	}
	return tree, nil
}

// list joins values as desktop entries have lists: each ends with a semicolon.
func list(values []string) string { return strings.Join(values, ";") + ";" }

// bcp47 is a locale as xml:lang has it.
func bcp47(locale string) string { return strings.ReplaceAll(locale, "_", "-") }
