// Package startup sets the environment right before the toolkit looks at it.
//
// Fyne's language package reads the locale while it is initialised, also when
// only the command line runs, and logs an error for "C.UTF-8", the locale of
// containers and servers. Nothing but the command's own words may stand on
// standard error. Go initialises packages by import path as soon as their
// imports are (language specification, "Program initialization"); this package
// imports os and strings only, so it comes before text/template, which Fyne's
// language package imports. A test of the program holds it.
package startup

import (
	"os"
	"strings"
)

func init() { nameLanguage() }

// nameLanguage names a language where the locale has none, without touching the
// locale itself: programs that this one starts inherit it.
func nameLanguage() {
	if os.Getenv("LANGUAGE") != "" {
		return
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			if strings.HasPrefix(value, "C.") || strings.HasPrefix(value, "POSIX.") {
				os.Setenv("LANGUAGE", "en") // cannot fail: neither name nor value is empty or holds a zero
			}
			return
		}
	}
}
