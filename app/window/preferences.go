package window

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"h200filing/app/window/locale"
	"h200filing/app/window/look"
	"h200filing/i18n"
)

// preferences are what the window remembers from one day to the next.
type preferences struct{ fyne.Preferences }

const (
	languageKey  = "language"
	textKey      = "text_percent"
	groundKey    = "ground"
	recentKey    = "recent"
	folderKey    = "folder"
	placesKey    = "places"
	reviewingKey = "reviewing"
	widthKey     = "window_width"
	heightKey    = "window_height"
)

// recentMost is how many files are remembered.
const recentMost = 12

func (p preferences) language() i18n.Lang {
	l := i18n.Lang(p.String(languageKey))
	if slices.Contains(i18n.Langs(), l) {
		return l
	}
	return locale.Preferred()
}

func (p preferences) textPercent() int {
	return p.IntWithFallback(textKey, look.SmallestText)
}

// ground is light where nothing was chosen: the work is for paper, and the
// toolkit takes a system that says nothing for a dark one.
func (p preferences) ground() look.Ground {
	if g := look.Ground(p.String(groundKey)); slices.Contains(look.Grounds(), g) {
		return g
	}
	return look.Light
}

func (p preferences) recent() []string { return p.StringList(recentKey) }

// remember puts a file at the head of the recent ones.
func (p preferences) remember(path string) {
	list := slices.DeleteFunc(p.recent(), func(s string) bool { return s == path })
	list = append([]string{path}, list...)
	p.SetStringList(recentKey, list[:min(len(list), recentMost)])
	p.SetString(folderKey, filepath.Dir(path))
}

func (p preferences) forget(path string) {
	p.SetStringList(recentKey, slices.DeleteFunc(p.recent(), func(s string) bool { return s == path }))
}

// folder is where files are looked for first: where the last one was, else the
// user's documents.
func (p preferences) folder() string {
	home, err := os.UserHomeDir()
	candidates := []string{p.String(folderKey)}
	if err == nil {
		candidates = append(candidates, filepath.Join(home, "Documents"), filepath.Join(home, "文档"), home)
	}
	for _, dir := range candidates {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return dir
		}
	}
	return "."
}

// place is the section that a file was left at, "" where that is not known.
func (p preferences) place(path string) string {
	for _, entry := range p.StringList(placesKey) {
		if section, of, _ := strings.Cut(entry, " "); of == path {
			return section
		}
	}
	return ""
}

// setPlace remembers the section that a file is left at, as long as the file is
// among the recent ones.
func (p preferences) setPlace(path, section string) {
	recent := p.recent()
	list := slices.DeleteFunc(p.StringList(placesKey), func(entry string) bool {
		_, of, _ := strings.Cut(entry, " ")
		return of == path || !slices.Contains(recent, of)
	})
	if section != "" && slices.Contains(recent, path) {
		list = append(list, section+" "+path)
	}
	p.SetStringList(placesKey, list)
}

// The size of the window at first, and the least that is restored.
const (
	firstWidth, firstHeight = 1280, 860
	leastWidth, leastHeight = 800, 560
)

// size is the size that the window had last. Where it stood is not remembered: the
// toolkit has no call to ask for that or to set it.
func (p preferences) size() fyne.Size {
	return fyne.NewSize(
		float32(max(p.FloatWithFallback(widthKey, firstWidth), leastWidth)),
		float32(max(p.FloatWithFallback(heightKey, firstHeight), leastHeight)))
}

func (p preferences) setSize(s fyne.Size) {
	p.SetFloat(widthKey, float64(s.Width))
	p.SetFloat(heightKey, float64(s.Height))
}
