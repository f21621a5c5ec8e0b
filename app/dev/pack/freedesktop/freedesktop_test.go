package freedesktop_test

import (
	"bytes"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"h200filing/app/dev/metadata"
	"h200filing/app/dev/pack"
	"h200filing/app/dev/pack/freedesktop"
	"h200filing/assets/icons"
)

func files(t *testing.T) (metadata.Package, pack.Tree) {
	t.Helper()
	const root = "../../../.."
	p, err := metadata.ReadPackage(filepath.Join(root, metadata.File))
	if err != nil {
		t.Fatal(err)
	}
	document, err := os.ReadFile(filepath.Join(root, p.FileType.Drawing))
	if err != nil {
		t.Fatal(err)
	}
	tree, err := freedesktop.Files(p, freedesktop.Drawings{Program: icons.SVG, Document: document}, time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	return p, tree
}

// TestDescriptions: the desktop's own tools find nothing to say against them.
func TestDescriptions(t *testing.T) {
	p, tree := files(t)
	root := t.TempDir()
	if err := tree.WriteFolder(root, time.Now()); err != nil {
		t.Fatal(err)
	}
	for _, argv := range [][]string{
		{"desktop-file-validate", "share/applications/" + p.ID + ".desktop"},
		{"appstreamcli", "validate", "--no-net", "--explain", "share/metainfo/" + p.ID + ".metainfo.xml"},
	} {
		c := exec.Command(argv[0], argv[1:]...)
		c.Dir = root
		if out, err := c.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", strings.Join(argv, " "), err, out)
		}
	}
}

// TestTexts: names come in every language, escaped as each format has it.
func TestTexts(t *testing.T) {
	p, tree := files(t)
	for path, want := range map[string][]string{
		"share/applications/" + p.ID + ".desktop":  {"\nName=H200 Filing\n", "\nName[zh_CN]=H200 采购申请\n", "\nName[zh_TW]=H200 採購申請\n", "\nExec=h200filing %f\n", "\nMimeType=application/x-h200filing;\n"},
		"share/mime/packages/" + p.ID + ".xml":     {`<glob pattern="*.h200"/>`, `<comment xml:lang="zh_CN">H200 采购申请文件</comment>`},
		"share/metainfo/" + p.ID + ".metainfo.xml": {`<name xml:lang="zh-CN">H200 采购申请</name>`, `<release version="` + p.Version + `" date="2026-11-24"/>`},
	} {
		text := string(tree.Get(path))
		for _, part := range want {
			if !strings.Contains(text, part) {
				t.Errorf("%s has no %q:\n%s", path, part, text)
			}
		}
	}
}

// TestIcons: each icon is there in the size that its folder says.
func TestIcons(t *testing.T) {
	p, tree := files(t)
	for _, path := range []string{"48x48/apps/" + p.ID + ".png", "256x256/mimetypes/application-x-h200filing.png"} {
		picture, err := png.DecodeConfig(bytes.NewReader(tree.Get("share/icons/hicolor/" + path)))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if size, _, _ := strings.Cut(path, "x"); size != map[int]string{48: "48", 256: "256"}[picture.Width] || picture.Width != picture.Height {
			t.Errorf("%s is %d by %d", path, picture.Width, picture.Height)
		}
	}
}
