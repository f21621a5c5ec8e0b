package i18n

import (
	"embed"
	"fmt"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

//go:embed words.*.yaml
var files embed.FS

// Words are the texts of the window and the command line in one language.
type Words struct {
	Lang  Lang
	texts map[string]string
}

// load gives the words of each language, which are read when they are first needed:
// a command speaks one.
var load = func() map[Lang]func() (*Words, error) {
	all := map[Lang]func() (*Words, error){}
	for _, lang := range Langs() {
		all[lang] = sync.OnceValues(func() (*Words, error) { return read(lang) })
	}
	return all
}()

// read reads the words of a language.
func read(lang Lang) (*Words, error) {
	data, err := files.ReadFile("words." + string(lang) + ".yaml")
	if err != nil {
		return nil, err
	}
	w := &Words{Lang: lang}
	if err := yaml.Unmarshal(data, &w.texts); err != nil {
		return nil, fmt.Errorf("words.%s.yaml: %w", lang, err)
	}
	return w, nil
}

// For returns the words of a language; an unknown one gives zh-Hans. It panics
// only if the embedded files are no YAML, which the package's test rules out.
func For(lang Lang) *Words {
	words := load[lang]
	if words == nil {
		words = load[Hans]
	}
	w, err := words()
	if err != nil {
		panic(err)
	}
	return w
}

// Text returns the text of a key with {names} filled in from name, value pairs.
// A key that is not there is returned itself, so that it is seen.
func (w *Words) Text(key string, pairs ...string) string {
	text, ok := w.texts[key]
	if !ok {
		return key
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, "{"+pairs[i]+"}", pairs[i+1])
	}
	return text
}

// Has reports whether the key has a text.
func (w *Words) Has(key string) bool { _, ok := w.texts[key]; return ok }

// Keys counts the texts.
func (w *Words) Keys() []string {
	keys := make([]string, 0, len(w.texts))
	for k := range w.texts {
		keys = append(keys, k)
	}
	return keys
}
