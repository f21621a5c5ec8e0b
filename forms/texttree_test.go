package forms

import (
	"io/fs"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"go.yaml.in/yaml/v3"

	assetforms "h200filing/assets/forms"

	"h200filing/i18n"
)

// TestTextOfTree: the texts of the shipped pack are read the short way, and are what
// a whole YAML reader finds.
func TestTextOfTree(t *testing.T) {
	pack, err := assetforms.Pack(assetforms.Current)
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range i18n.Langs() {
		data, err := fs.ReadFile(pack, textFile(lang))
		if err != nil {
			t.Fatal(err)
		}
		tree, ok := i18n.ReadTree(string(data))
		if !ok {
			t.Fatalf("%s needs a whole YAML reader", lang)
		}
		got, ok := textOfTree(tree)
		if !ok {
			t.Fatalf("%s has another shape", lang)
		}
		var y textYAML
		if err := yaml.Unmarshal(data, &y); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(y.text(), got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-YAML +tree)\n%s", lang, diff)
		}
	}
}

// TestTextOfTreeRefuses: a file of another shape is left to the whole reader, which
// says what is wrong.
func TestTextOfTreeRefuses(t *testing.T) {
	if text, ok := textOfTree(i18n.Tree{"title": "a"}); !ok || text.Title != "a" {
		t.Errorf("a file of a title gives %v, %v", text, ok)
	}
	for _, data := range []string{"title:\n  a: b", "fields: a", "fields:\n  a: b", "fields:\n  a:\n    label:\n      b: c", "terms:\n  a:\n    b: c", "choices:\n  a: b"} {
		tree, ok := i18n.ReadTree(data)
		if !ok {
			t.Fatalf("%q is not read", data)
		}
		if text, ok := textOfTree(tree); ok {
			t.Errorf("%q gives %v", data, text)
		}
	}
}
