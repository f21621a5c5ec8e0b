package i18n_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"

	"h200filing/i18n"
)

// byYAML takes a file apart with a whole YAML reader; ok is false where it is
// refused or holds anything but mappings and texts.
func byYAML(data string) (tree i18n.Tree, ok bool) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(data), &doc); err != nil {
		return nil, false
	}
	if len(doc.Content) == 0 {
		return i18n.Tree{}, true
	}
	tree, ok = treeOf(doc.Content[0]).(i18n.Tree)
	return tree, ok
}

func treeOf(n *yaml.Node) any {
	if n.Kind == yaml.ScalarNode && n.Tag != "!!null" {
		return n.Value
	}
	if n.Kind != yaml.MappingNode {
		return nil
	}
	tree := i18n.Tree{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, ok := treeOf(n.Content[i]).(string)
		value := treeOf(n.Content[i+1])
		if _, double := tree[name]; !ok || value == nil || double {
			return nil
		}
		tree[name] = value
	}
	return tree
}

// TestReadTree: the shipped files are read, and as a whole YAML reader reads them.
func TestReadTree(t *testing.T) {
	files, err := filepath.Glob("words.*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir("../assets/forms", func(path string, d fs.DirEntry, err error) error {
		if strings.HasPrefix(d.Name(), "text.") {
			files = append(files, path)
		}
		return err
	})
	if err != nil || len(files) < 6 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		got, ok := i18n.ReadTree(string(data))
		want, wantOK := byYAML(string(data))
		if !ok || !wantOK {
			t.Errorf("%s is not read: %v by ReadTree, %v by YAML", path, ok, wantOK)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-YAML +ReadTree)\n%s", path, diff)
		}
	}
}

// TestReadTreeRefuses: what needs the whole reader is left to it.
func TestReadTreeRefuses(t *testing.T) {
	for _, data := range []string{
		"a", "a:", "a:b", "a: |\n  b", "a: [b]", "a: {b: c}", "- a", "a: b: c", "a: b # c", "a: 'b", "a: \"b\\x41\"", "a: 'b'c'",
		"a: \"b\"c\"", "a: 1\na: 2", "a: b\n  c", "a:\n  b: c\n d: e", " a: b\nc: d", "a: null", "a: ~", "a: &x b", "a: b\r\n",
		"a: \xFF", "a: b\u2028c", "? a", "a: !!str b", "---\na: b", "a: b\n...", "a:\nb: c", "null: a", "a: - b", "a: -", "\"a\"b: c", "\"a\\\\\": b", "\"\": b", "'a': b",
		strings.Repeat("a", 2000) + ": b", "a:\tb", "\ta: b", "a: b:", "a: \"\\\"",
	} {
		if tree, ok := i18n.ReadTree(data); ok {
			t.Errorf("%q is read as %v", data, tree)
		}
	}
}

// FuzzReadTree: what is read is read as a whole YAML reader reads it.
func FuzzReadTree(f *testing.F) {
	for _, seed := range []string{
		"", "# c\n\na: b\n", "a:\n  b: \"c\\\"d\\\\\"\n  e: 'f''g'\nh: i j\n", "a:\n    b:\n      c: d\n    e: f", "x[].y-z: 1\n 2: 3", "a: 'b: #c'\n",
		"on: off\n", "a: 2026-11-25\n", "a: .5\n", "a: x'y\"z\n", "a: b  \n  # c\nd: e", "a: 你好：，。\n", "\"<=\": a\n自用: -b\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data string) {
		got, ok := i18n.ReadTree(data)
		if !ok {
			return
		}
		want, ok := byYAML(data)
		if !ok {
			t.Fatalf("%q is read as %v, and refused by YAML", data, got)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-YAML +ReadTree)\n%s", data, diff)
		}
	})
}

// BenchmarkReadTree reads the texts of the form in one language.
func BenchmarkReadTree(b *testing.B) {
	data, err := os.ReadFile("../assets/forms/h200-cn/2026.1/text.zh-Hans.yaml")
	if err != nil {
		b.Fatal(err)
	}
	b.Run("plain", func(b *testing.B) {
		for b.Loop() {
			if _, ok := i18n.ReadTree(string(data)); !ok {
				b.Fatal("not read")
			}
		}
	})
	b.Run("YAML", func(b *testing.B) {
		for b.Loop() {
			if _, ok := byYAML(string(data)); !ok {
				b.Fatal("not read")
			}
		}
	})
}
