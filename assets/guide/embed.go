// Package guide holds the user guide in three languages, as chapters of blocks,
// with the pictures of the window that a test of app/window makes. Names in
// braces stand for words of the window (i18n), so that the guide calls a button
// what the button says; whoever shows the guide fills them in.
//
// It refuses Markdown beyond headings, paragraphs, lists and pictures. It is data
// on floor 0 of the house and imports nothing of it.
package guide

import (
	"embed"
	"fmt"
)

//go:embed guide.*.md pictures
var files embed.FS

// Read gives the guide in a language, named as BCP 47 does; a language that there
// is no guide in is an error.
func Read(lang string) ([]Chapter, error) {
	source, err := files.ReadFile("guide." + lang + ".md")
	if err != nil {
		return nil, fmt.Errorf("guide in %q: %w", lang, err)
	}
	chapters, err := parse(source)
	if err != nil {
		return nil, fmt.Errorf("guide.%s.md: %w", lang, err)
	}
	return chapters, nil
}

// Picture gives a picture that a block names, in a language, as PNG.
func Picture(name, lang string) ([]byte, error) {
	data, err := files.ReadFile("pictures/" + name + "." + lang + ".png")
	if err != nil {
		return nil, fmt.Errorf("picture %q of the guide: %w", name, err)
	}
	return data, nil
}
