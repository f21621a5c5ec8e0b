// Package windows makes what Windows wants beside the program itself: its icons,
// version, manifest, and the script of its installer, all from FyneApp.toml.
//
// The manifest says that the program scales by itself on every screen, takes
// paths of any length, and speaks UTF-8 in the calls of C. The resources are put
// into the finished program rather than linked, so that nothing made lies in the
// source tree. It belongs to the developer command and imports only packages of
// it.
package windows

import (
	"bytes"
	"embed"
	"fmt"
	"image"
	"strings"
	"text/template"

	"github.com/tc-hib/winres"
	"github.com/tc-hib/winres/version"

	"h200filing/app/dev/icon"
	"h200filing/app/dev/metadata"
	"h200filing/app/dev/pack"
)

//go:embed templates
var templates embed.FS

// iconSizes are the pictures in an icon, in pixels a side: those of lists, the
// task bar and large tiles at 100 to 400 %.
var iconSizes = []int{256, 128, 64, 48, 40, 32, 24, 20, 16}

// The numbers of the icons among the resources. The least is the program's.
const (
	programIcon  winres.ID = 1
	documentIcon winres.ID = 2
)

// languages are Windows's numbers of languages ([MS-LCID]).
var languages = []struct {
	id   uint16
	lang string
}{{0x0804, "zh-Hans"}, {0x0404, "zh-Hant"}, {0x0409, "en"}}

// Icons are the program's and that of its files.
type Icons struct{ Program, Document *winres.Icon }

// DrawIcons renders the drawings, which are SVG.
func DrawIcons(program, document []byte) (icons Icons, err error) {
	if icons.Program, err = draw(program); err != nil {
		return icons, err
	}
	icons.Document, err = draw(document)
	return icons, err
}

func draw(svg []byte) (*winres.Icon, error) {
	var pictures []image.Image
	for _, size := range iconSizes {
		picture, err := icon.Draw(svg, size)
		if err != nil {
			return nil, err
		}
		pictures = append(pictures, picture)
	}
	return winres.NewIconFromImages(pictures)
}

// Resources is what belongs into a program whose file has a name.
func Resources(p metadata.Package, icons Icons, name string) (*winres.ResourceSet, error) {
	set := &winres.ResourceSet{}
	if err := set.SetIcon(programIcon, icons.Program); err != nil {
		return nil, err
	}
	if err := set.SetIcon(documentIcon, icons.Document); err != nil {
		return nil, err
	}
	manifest, err := render("manifest.xml", p)
	if err != nil {
		return nil, err
	}
	if err := set.Set(winres.RT_MANIFEST, winres.ID(1), winres.LCIDDefault, manifest); err != nil {
		return nil, err
	}
	for _, of := range languages {
		about, err := versionInfo(p, of.id, of.lang, name)
		if err != nil {
			return nil, err
		}
		set.SetVersionInfo(about)
	}
	return set, nil
}

// versionInfo is what the properties of the file show in one language.
func versionInfo(p metadata.Package, id uint16, lang, name string) (version.Info, error) {
	var numbers [4]uint16
	if _, err := fmt.Sscanf(fmt.Sprintf("%s.%d", p.Version, p.Build), "%d.%d.%d.%d", &numbers[0], &numbers[1], &numbers[2], &numbers[3]); err != nil {
		return version.Info{}, fmt.Errorf("version for Windows: %w", err)
	}
	about := version.Info{FileVersion: numbers, ProductVersion: numbers}
	text := p.In(lang)
	for key, value := range map[string]string{
		version.CompanyName: p.Publisher, version.FileDescription: text.Name, version.ProductName: text.Name,
		version.FileVersion: p.Version, version.ProductVersion: p.Version, version.LegalCopyright: p.Copyright,
		version.InternalName: p.Command, version.OriginalFilename: name,
	} {
		if err := about.Set(id, key, value); err != nil {
			return version.Info{}, fmt.Errorf("version for Windows: %w", err)
		}
	}
	return about, nil
}

// Attach returns a program with resources.
func Attach(program []byte, set *winres.ResourceSet) ([]byte, error) {
	var out bytes.Buffer
	if err := set.WriteToEXE(&out, bytes.NewReader(program)); err != nil {
		return nil, fmt.Errorf("resources of the program: %w", err)
	}
	return out.Bytes(), nil
}

// render fills in a template.
func render(name string, about any) ([]byte, error) {
	return pack.Fill(templates, template.FuncMap{"nsis": escapeNSIS}, name, about)
}

// escapeNSIS is a text as it stands between double quotes in a script.
func escapeNSIS(text string) string {
	return strings.NewReplacer("$", "$$", `"`, `$\"`, "\n", `$\n`).Replace(text)
}
