package forms

import (
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// TestPackGuide: the guide for writing a form pack names every key, every type and
// every function that a pack may use, and no other file of one.
func TestPackGuide(t *testing.T) {
	text, err := os.ReadFile("../assets/forms/README.md")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	for _, quoted := range regexp.MustCompile("`[^`\n]+`").FindAllString(string(text), -1) {
		named[strings.Trim(quoted, "`")] = true
	}
	var wanted []string
	for _, shape := range []any{formYAML{}, clauseYAML{}, sectionYAML{}, fieldYAML{}, ruleYAML{}, textYAML{}, sectionTextYAML{},
		fieldTextYAML{}, messageYAML{}, clauseTextYAML{}, draftFieldYAML{}, draftPartYAML{}, draftCaseYAML{}} {
		s := reflect.TypeOf(shape)
		for i := range s.NumField() {
			wanted = append(wanted, s.Field(i).Tag.Get("yaml"))
		}
	}
	for _, typ := range types {
		wanted = append(wanted, string(typ))
	}
	for _, level := range []Level{Blocker, Warning, Quality} {
		wanted = append(wanted, string(level))
	}
	wanted = append(wanted, functions.Names()...)
	for _, key := range wanted {
		if !named[key] {
			t.Errorf("the guide does not name `%s`", key)
		}
	}
	for _, file := range packFiles() {
		if stem, _, _ := strings.Cut(file, "."); !strings.Contains(string(text), stem+".") {
			t.Errorf("the guide does not name %s", file)
		}
	}
}
