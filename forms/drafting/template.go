package drafting

import (
	"fmt"
	"strings"
)

// Names lists the names that a template has in {braces}, in order, with doubles.
// A brace without its mate, or with nothing in it, is an error.
func Names(template string) ([]string, error) {
	var names []string
	err := scan(template, func(string) {}, func(name string) { names = append(names, name) })
	return names, err
}

// Fill puts words in the place of the names. What is filled in is not read for
// braces again. Between Han characters and a word in letters or digits goes a blank.
// Runs of blanks and line breaks, as words that turn out empty
// leave them, become one blank, so that the result is always one paragraph.
func Fill(template string, word func(name string) string) string {
	var w writer
	if err := scan(template, w.text, func(name string) { w.fill(word(name)) }); err != nil {
		return squeeze(template)
	}
	return squeeze(w.b.String())
}

// scan cuts a template into its text and its names.
func scan(template string, text, name func(string)) error {
	for rest := template; ; {
		open := strings.IndexAny(rest, "{}")
		if open < 0 {
			text(rest)
			return nil
		}
		end := strings.IndexAny(rest[open+1:], "{}")
		if rest[open] == '}' || end < 0 || rest[open+1+end] == '{' {
			return fmt.Errorf("%q: a brace without its mate", template)
		}
		inner := rest[open+1 : open+1+end]
		if strings.TrimSpace(inner) == "" {
			return fmt.Errorf("%q: nothing in the braces", template)
		}
		text(rest[:open])
		name(inner)
		rest = rest[open+end+2:]
	}
}

// squeeze makes one blank of every run of blanks and line breaks.
func squeeze(s string) string {
	var b strings.Builder
	blank := false
	for _, r := range s {
		if r == '\n' || r == '\r' || r == '\t' {
			r = ' '
		}
		if r != ' ' || !blank {
			b.WriteRune(r)
		}
		blank = r == ' '
	}
	return b.String()
}
