package macos_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jackmordaunt/icns/v3"

	"h200filing/app/dev/metadata"
	"h200filing/app/dev/pack"
	"h200filing/app/dev/pack/macos"
)

func bundle(t *testing.T) (metadata.Package, pack.Tree) {
	t.Helper()
	const root = "../../../.."
	p, err := metadata.ReadPackage(filepath.Join(root, metadata.File))
	if err != nil {
		t.Fatal(err)
	}
	var drawings [2][]byte
	for i, name := range []string{p.Drawing, p.FileType.Drawing} {
		if drawings[i], err = os.ReadFile(filepath.Join(root, name)); err != nil {
			t.Fatal(err)
		}
	}
	tree, err := macos.Bundle(p, []byte("program"), drawings[0], drawings[1], pack.Tree{{Path: "LICENSE.txt"}})
	if err != nil {
		t.Fatal(err)
	}
	return p, tree
}

func TestLayout(t *testing.T) {
	p, tree := bundle(t)
	var paths []string
	for _, f := range tree {
		paths = append(paths, f.Path)
		if f.Executable != strings.Contains(f.Path, "/MacOS/") {
			t.Errorf("%s: executable %v", f.Path, f.Executable)
		}
	}
	slices.Sort(paths)
	want := []string{"Info.plist", "MacOS/h200filing", "PkgInfo", "Resources/LICENSE.txt", "Resources/document.icns",
		"Resources/en.lproj/InfoPlist.strings", "Resources/program.icns", "Resources/zh-Hans.lproj/InfoPlist.strings", "Resources/zh-Hant.lproj/InfoPlist.strings"}
	for i := range want {
		want[i] = "H200 Filing.app/Contents/" + want[i]
	}
	if diff := cmp.Diff(want, paths); diff != "" {
		t.Error(diff)
	}
	names := string(tree.Get(p.Name + ".app/Contents/Resources/zh-Hans.lproj/InfoPlist.strings"))
	if !strings.Contains(names, `"CFBundleDisplayName" = "H200 采购申请";`) || !strings.Contains(names, `"H200 Filing application" = "H200 采购申请文件";`) {
		t.Errorf("names in Chinese:\n%s", names)
	}
}

// TestInfo reads the description as macOS does, and looks that each file it names
// is in the bundle.
func TestInfo(t *testing.T) {
	p, tree := bundle(t)
	info, ok := plist(t, tree.Get(p.Name+".app/Contents/Info.plist")).(map[string]any)
	if !ok {
		t.Fatal("the description is no dictionary")
	}
	for key, want := range map[string]any{
		"CFBundleIdentifier": p.ID, "CFBundleName": p.Name, "CFBundleExecutable": p.Command, "CFBundleShortVersionString": p.Version,
		"CFBundlePackageType": "APPL", "NSHighResolutionCapable": true, "CFBundleLocalizations": []any{"zh-Hans", "zh-Hant", "en"},
	} {
		if diff := cmp.Diff(want, info[key]); diff != "" {
			t.Errorf("%s: %s", key, diff)
		}
	}
	kind := info["CFBundleDocumentTypes"].([]any)[0].(map[string]any)
	exported := info["UTExportedTypeDeclarations"].([]any)[0].(map[string]any)
	if diff := cmp.Diff([]any{p.FileType.UTI}, kind["LSItemContentTypes"]); diff != "" || exported["UTTypeIdentifier"] != p.FileType.UTI {
		t.Errorf("the kind of file: %s, exported as %v", diff, exported["UTTypeIdentifier"])
	}
	tags := map[string]any{"public.filename-extension": []any{"h200"}, "public.mime-type": []any{"application/x-h200filing"}}
	if diff := cmp.Diff(tags, exported["UTTypeTagSpecification"]); diff != "" {
		t.Error(diff)
	}
	for _, name := range []any{info["CFBundleIconFile"], kind["CFBundleTypeIconFile"]} {
		icon := tree.Get(p.Name + ".app/Contents/Resources/" + name.(string))
		pictures, err := icns.DecodeAll(bytes.NewReader(icon))
		if err != nil {
			t.Fatalf("%v: %v", name, err)
		}
		if !slices.ContainsFunc(pictures, func(i image.Image) bool { return i.Bounds().Dx() == 512 }) {
			t.Errorf("%v has %d pictures, none of 512", name, len(pictures))
		}
	}
}

// plist reads a property list of dictionaries, lists, texts and truths.
func plist(t *testing.T, text []byte) any {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(text))
	var value func(start xml.StartElement) any
	next := func() (xml.StartElement, bool) {
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				return xml.StartElement{}, false
			} else if err != nil {
				t.Fatalf("property list: %v\n%s", err, text)
			}
			switch e := token.(type) {
			case xml.StartElement:
				return e, true
			case xml.EndElement:
				return xml.StartElement{}, false
			}
		}
	}
	value = func(start xml.StartElement) any {
		switch start.Name.Local {
		case "dict":
			all := map[string]any{}
			for key, more := next(); more; key, more = next() {
				var name string
				if err := d.DecodeElement(&name, &key); err != nil || key.Name.Local != "key" {
					t.Fatalf("a %s where a key should be: %v", key.Name.Local, err)
				}
				of, there := next()
				if !there {
					t.Fatalf("%s has no value", name)
				}
				all[name] = value(of)
			}
			return all
		case "array":
			var all []any
			for of, more := next(); more; of, more = next() {
				all = append(all, value(of))
			}
			return all
		case "string":
			var s string
			if err := d.DecodeElement(&s, &start); err != nil {
				t.Fatal(err)
			}
			return s
		case "true", "false":
			if err := d.Skip(); err != nil {
				t.Fatal(err)
			}
			return start.Name.Local == "true"
		}
		t.Fatalf("a property list has no %s", start.Name.Local)
		return nil
	}
	if outer, there := next(); !there || outer.Name.Local != "plist" {
		t.Fatalf("no property list:\n%s", text)
	}
	inner, _ := next()
	return value(inner)
}
