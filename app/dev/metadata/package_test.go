package metadata_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"h200filing/app/dev/metadata"
)

func TestTheProgramsOwnPackage(t *testing.T) {
	p, err := metadata.ReadPackage(filepath.Join(root, metadata.File))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{p.Icon, p.Drawing, p.FileType.Drawing} {
		if _, err := os.Stat(filepath.Join(root, path)); err != nil {
			t.Errorf("a picture it names: %v", err)
		}
	}
	licence, err := os.ReadFile(filepath.Join(root, "LICENSE"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(licence), "\n"+p.Copyright+"\n") {
		t.Errorf("LICENSE has not the line %q", p.Copyright)
	}
	if got := p.In("zh-Hant").Name; got != "H200 採購申請" {
		t.Errorf("the traditional name is %q", got)
	}
	if got := p.In("en").Name; got != p.Name {
		t.Errorf("the English name is %q, the program's own %q", got, p.Name)
	}
}

// TestReadPackageRefuses takes one thing at a time out of the program's own file,
// or puts another in its place.
func TestReadPackageRefuses(t *testing.T) {
	whole, err := os.ReadFile(filepath.Join(root, metadata.File))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, old, new, fault string }{
		{"a command with a blank", `Command = "h200filing"`, `Command = "h200 filing"`, "Package.Command"},
		{"an extension with its dot", `Extension = "h200"`, `Extension = ".h200"`, "Package.FileType.Extension"},
		{"a MIME type of another tree", `application/x-h200filing`, `text/plain`, "Package.FileType.MIME"},
		{"an id in capitals", `ID = "cn.h200filing.app"`, `ID = "CN.app"`, "Details.ID"},
		{"no publisher", "Publisher = ", "Publishers = ", "Package.Publisher is missing"},
		{"no version", "Version = ", "Versions = ", "Details.Version is missing"},
		{"a language twice", `Lang = "zh-Hant"`, `Lang = "zh-Hans"`, `"zh-Hans" stands where "zh-Hant" should`},
		{"no name for the file type", `FileType = "H200 采购申请文件"`, "", "missing in zh-Hans"},
		{"a text where a list should be", `Categories = ["Office"]`, `Categories = "Office"`, "Categories"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(string(whole), c.old, c.new, 1)
			if text == string(whole) {
				t.Fatalf("%q is not in the file", c.old)
			}
			path := filepath.Join(t.TempDir(), metadata.File)
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := metadata.ReadPackage(path)
			if err == nil || !strings.HasPrefix(err.Error(), path) || !strings.Contains(err.Error(), c.fault) {
				t.Errorf("error %v, want one that begins with the path and says %q", err, c.fault)
			}
		})
	}
}
