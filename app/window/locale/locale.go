// Package locale makes the toolkit speak the language of the window. Fyne takes
// its own words ("Cancel", "Open") from the language of the system; here they
// follow the language that the user has chosen.
//
// Floor 3 of the house. It imports i18n and Fyne, but never fyne.io/fyne/v2/app.
package locale

import (
	"encoding/json"
	"os"
	"runtime"
	"strings"

	"fyne.io/fyne/v2/lang"

	"h200filing/i18n"
)

// Keys are the words that the toolkit shows.
var Keys = []string{"Advanced", "Cancel", "Confirm", "Copy", "Create Folder", "Cut", "Enter filename", "Error", "Favourites",
	"File", "Folder", "New Folder", "No", "OK", "Open", "Paste", "Quit", "Redo", "Save", "Select all", "Show Hidden Files",
	"Undo", "Yes", "file.name", "file.parent", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
	"monday.short", "tuesday.short", "wednesday.short", "thursday.short", "friday.short", "saturday.short", "sunday.short"}

// Teach gives the toolkit its words in a language, whatever that of the system.
func Teach(words *i18n.Words) error {
	texts := map[string]any{}
	for _, key := range Keys {
		texts[key] = map[string]string{"other": words.Text("toolkit." + strings.ReplaceAll(strings.ToLower(key), " ", "_"))}
	}
	data, err := json.Marshal(texts)
	if err != nil {
		return err
	}
	return lang.AddTranslationsForLocale(data, lang.SystemLocale())
}

// Preferred is the language to begin with: that of the system where the product
// has it, else simplified Chinese.
func Preferred() i18n.Lang {
	return preferred(lang.SystemLocale().String())
}

func preferred(system string) i18n.Lang {
	tag := strings.ToLower(strings.ReplaceAll(system, "_", "-"))
	switch {
	case strings.HasPrefix(tag, "zh-hant"), strings.HasPrefix(tag, "zh-tw"), strings.HasPrefix(tag, "zh-hk"), strings.HasPrefix(tag, "zh-mo"):
		return i18n.Hant
	}
	return i18n.Hans
}

// EnsureUTF8 sets a UTF-8 character set for the process where the locale has
// none: under "C" no input method can type on X11. It has to run before the
// toolkit starts.
func EnsureUTF8() error {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return nil
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		value := os.Getenv(name)
		if value == "" {
			continue
		}
		if value != "C" && value != "POSIX" {
			return nil
		}
		if name == "LC_ALL" { // it would outweigh LC_CTYPE
			return os.Setenv("LC_ALL", "C.UTF-8")
		}
		break
	}
	return os.Setenv("LC_CTYPE", "C.UTF-8")
}
