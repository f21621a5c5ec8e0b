package metadata_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"h200filing/app/dev/metadata"
)

const root = "../../.."

func TestTheProgramsOwnFile(t *testing.T) {
	m, err := metadata.Read(filepath.Join(root, metadata.File))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(root, m.Icon)); err != nil {
		t.Errorf("the icon it names: %v", err)
	}
}

func TestRead(t *testing.T) {
	const whole = "[Details]\nName = \"N\"\nID = \"a.b\"\nVersion = \"1.20.3\"\nBuild = 4\nIcon = \"i.png\"\n"
	for _, c := range []struct {
		name, text string
		want       metadata.Metadata
		fault      string // part of the error; empty where the file is good
	}{
		{name: "whole", text: whole, want: metadata.Metadata{Name: "N", ID: "a.b", Version: "1.20.3", Build: 4, Icon: "i.png"}},
		{name: "no version", text: strings.Replace(whole, `"1.20.3"`, `""`, 1), fault: "Details.Version is missing"},
		{name: "no id", text: strings.Replace(whole, "ID", "Id2", 1), fault: "Details.ID is missing"},
		{name: "two numbers", text: strings.Replace(whole, "1.20.3", "1.20", 1), fault: `"1.20" is not major.minor.patch`},
		{name: "not TOML", text: "Details", fault: "toml"},
		{name: "empty", text: "", fault: "Details.Name is missing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), metadata.File)
			if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
				t.Fatal(err)
			}
			got, err := metadata.Read(path)
			if c.fault != "" {
				if err == nil || !strings.Contains(err.Error(), c.fault) || !strings.HasPrefix(err.Error(), path) {
					t.Fatalf("error %v, want one that begins with the path and says %q", err, c.fault)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestReadWithoutFile(t *testing.T) {
	if _, err := metadata.Read(filepath.Join(t.TempDir(), metadata.File)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v, want that the file does not exist", err)
	}
}
