package metadata

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/BurntSushi/toml"
)

// Package is what packages of the program say of it.
type Package struct {
	Metadata
	Command    string   // what is typed to run it
	Drawing    string   // the icon as an SVG, by its path from the root of the repository
	Publisher  string   // who makes it
	Contact    string   // a mail address
	Copyright  string   // as LICENSE has it
	Licence    string   // of the program's own code, an SPDX identifier
	Licences   string   // of all that is in it but libraries, an SPDX expression
	Categories []string // of the freedesktop.org menu
	ExecParams string   // the field codes of the desktop entry
	FileType   FileType
	Texts      []Text // zh-Hans, zh-Hant, en
}

// FileType is the kind of file that the program opens.
type FileType struct {
	Extension string // without the dot
	MIME      string // application/x-…
	UTI       string // Apple's name for it
	Drawing   string // its icon as an SVG, by its path from the root of the repository
}

// Text is what a user reads in one language.
type Text struct {
	Lang        string
	Name        string
	Summary     string   // one line
	Description []string // paragraphs
	FileType    string
	Keywords    []string
	Running     string // said by the installer when the program must be closed first
}

// Languages are those that texts are in, in their order.
var Languages = []string{"zh-Hans", "zh-Hant", "en"}

// In returns the text in a language of Languages.
func (p Package) In(lang string) Text {
	i := slices.IndexFunc(p.Texts, func(t Text) bool { return t.Lang == lang })
	return p.Texts[i] // ReadPackage holds that it is there
}

// The forms that the names must have, for they become parts of file names, keys
// and element names in formats that quote each in its own way.
var (
	plainName = regexp.MustCompile(`^[a-z][a-z0-9]*$`)
	mimeName  = regexp.MustCompile(`^application/x-[a-z0-9]+$`)
	dotted    = regexp.MustCompile(`^[a-z][a-z0-9]*(\.[a-z][a-z0-9]*)+$`)
)

// ReadPackage returns what the file at path says for packages. The error names
// the file and what is wrong in it.
func ReadPackage(path string) (Package, error) {
	m, err := Read(path)
	if err != nil {
		return Package{}, err
	}
	var file struct {
		LinuxAndBSD struct {
			Categories []string
			ExecParams string
		}
		Package Package
	}
	if _, err := toml.DecodeFile(path, &file); err != nil {
		return Package{}, fmt.Errorf("%s: %w", path, err)
	}
	p := file.Package
	p.Metadata, p.Categories, p.ExecParams = m, file.LinuxAndBSD.Categories, file.LinuxAndBSD.ExecParams
	if err := p.check(); err != nil {
		return Package{}, fmt.Errorf("%s: %w", path, err)
	}
	return p, nil
}

// check is an error if something is missing or of another form.
func (p Package) check() error {
	if !dotted.MatchString(p.ID) {
		return fmt.Errorf("Details.ID: %q is not a reverse domain name in small letters", p.ID)
	}
	for _, of := range []struct {
		key, value string
		form       *regexp.Regexp
	}{
		{"Command", p.Command, plainName},
		{"FileType.Extension", p.FileType.Extension, plainName},
		{"FileType.MIME", p.FileType.MIME, mimeName},
		{"FileType.UTI", p.FileType.UTI, dotted},
	} {
		if !of.form.MatchString(of.value) {
			return fmt.Errorf("Package.%s: %q is not of the form %s", of.key, of.value, of.form)
		}
	}
	for _, of := range []struct{ key, value string }{
		{"Drawing", p.Drawing}, {"Publisher", p.Publisher}, {"Contact", p.Contact}, {"Copyright", p.Copyright},
		{"Licence", p.Licence}, {"Licences", p.Licences}, {"FileType.Drawing", p.FileType.Drawing},
	} {
		if of.value == "" {
			return fmt.Errorf("Package.%s is missing", of.key)
		}
	}
	if len(p.Texts) != len(Languages) {
		return fmt.Errorf("Package.Texts: %d texts, want one in each of %v", len(p.Texts), Languages)
	}
	for i, t := range p.Texts {
		if t.Lang != Languages[i] {
			return fmt.Errorf("Package.Texts: %q stands where %q should", t.Lang, Languages[i])
		}
		if t.Name == "" || t.Summary == "" || len(t.Description) == 0 || t.FileType == "" || len(t.Keywords) == 0 || t.Running == "" {
			return fmt.Errorf("Package.Texts: something is missing in %s", t.Lang)
		}
	}
	return nil
}
