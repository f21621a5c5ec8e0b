package windows_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/tc-hib/winres"

	"h200filing/app/dev/metadata"
	"h200filing/app/dev/pack"
	"h200filing/app/dev/pack/windows"
)

const root = "../../../.."

func about(t *testing.T) (metadata.Package, windows.Icons) {
	t.Helper()
	p, err := metadata.ReadPackage(filepath.Join(root, metadata.File))
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile(filepath.Join(root, p.Drawing))
	if err != nil {
		t.Fatal(err)
	}
	document, err := os.ReadFile(filepath.Join(root, p.FileType.Drawing))
	if err != nil {
		t.Fatal(err)
	}
	icons, err := windows.DrawIcons(program, document)
	if err != nil {
		t.Fatal(err)
	}
	return p, icons
}

// program is the smallest program for Windows that the C compiler makes.
func program(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "small.exe")
	c := exec.Command("x86_64-w64-mingw32-gcc", "-s", "-nostdlib", "-Wl,-e,start", "-x", "c", "-o", path, "-")
	c.Stdin = strings.NewReader("int start(void) { return 0; }")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("a small program: %v\n%s", err, out)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// TestAttach puts the resources into a program and reads them out of it again.
func TestAttach(t *testing.T) {
	p, icons := about(t)
	set, err := windows.Resources(p, icons, "h200filing.exe")
	if err != nil {
		t.Fatal(err)
	}
	small := program(t) // once: the linker writes the time into it
	with, err := windows.Attach(small, set)
	if err != nil {
		t.Fatal(err)
	}
	read, err := winres.LoadFromEXE(bytes.NewReader(with))
	if err != nil {
		t.Fatal(err)
	}
	for id := range winres.ID(2) {
		if _, err := read.GetIcon(id + 1); err != nil {
			t.Errorf("icon %d: %v", id+1, err)
		}
	}
	for lang, name := range map[uint16]string{0x0804: "H200 采购申请", 0x0404: "H200 採購申請", 0x0409: "H200 Filing"} {
		if version := read.Get(winres.RT_VERSION, winres.ID(1), lang); !bytes.Contains(version, utf16(name)) || !bytes.Contains(version, utf16(p.Version)) {
			t.Errorf("language %#x has not the name and version", lang)
		}
	}
	manifest(t, p, read.Get(winres.RT_MANIFEST, winres.ID(1), winres.LCIDDefault))
	if again, err := windows.Attach(small, set); err != nil || !bytes.Equal(with, again) {
		t.Errorf("the second time other bytes, error %v", err)
	}
}

// utf16 is a text of the basic plane as Windows keeps it.
func utf16(text string) (b []byte) {
	for _, r := range text {
		b = append(b, byte(r), byte(r>>8))
	}
	return b
}

// manifest checks that it is well formed and what it asks of Windows.
func manifest(t *testing.T, p metadata.Package, text []byte) {
	t.Helper()
	got := map[string]string{}
	var level string
	for d := xml.NewDecoder(bytes.NewReader(text)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("manifest: %v\n%s", err, text)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if start.Name.Local == "requestedExecutionLevel" {
			level = start.Attr[0].Value
		}
		if strings.Contains(start.Name.Space, "WindowsSettings") {
			var value string
			if err := d.DecodeElement(&value, &start); err != nil {
				t.Fatal(err)
			}
			got[start.Name.Local] = value
		}
	}
	for key, want := range map[string]string{"longPathAware": "true", "activeCodePage": "UTF-8", "dpiAwareness": "PerMonitorV2, PerMonitor"} {
		if got[key] != want {
			t.Errorf("manifest: %s is %q, want %q", key, got[key], want)
		}
	}
	if level != "asInvoker" || !bytes.Contains(text, []byte(p.ID)) || !bytes.Contains(text, []byte("Common-Controls")) {
		t.Errorf("manifest: level %q in\n%s", level, text)
	}
}

// TestInstaller builds an installer of small files twice: the same bytes, and no
// text missing in any language, which is a warning of makensis and so an error.
func TestInstaller(t *testing.T) {
	p, icons := about(t)
	folder := t.TempDir()
	tree := pack.Tree{{Path: "h200filing.exe", Content: program(t)}, {Path: "docs/a/说明.txt", Content: []byte("您好")}}
	var setups [2][]byte
	for n := range setups {
		i := windows.Installer{Package: p, Setup: filepath.Join(folder, "h200filing-1.2.3-windows-amd64-setup.exe"), Files: filepath.Join(folder, "files"), Tree: tree}
		script, err := i.Script()
		if err != nil {
			t.Fatal(err)
		}
		var icon bytes.Buffer
		if err := icons.Program.SaveICO(&icon); err != nil {
			t.Fatal(err)
		}
		all := append(pack.Tree{{Path: "installer.nsi", Content: script}, {Path: "program.ico", Content: icon.Bytes()}}, tree...)
		if err := all.WriteFolder(i.Files, time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)); err != nil {
			t.Fatal(err)
		}
		c := exec.Command("makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", filepath.Join(i.Files, "installer.nsi"))
		c.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1795478400", "LC_ALL=C.UTF-8")
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("makensis: %v\n%s\n%s", err, out, script)
		}
		if setups[n], err = os.ReadFile(i.Setup); err != nil {
			t.Fatal(err)
		}
		if err := os.RemoveAll(i.Files); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(setups[0], setups[1]) {
		t.Error("two builds differ")
	}
}

// TestScript: what is put in is what is taken away, folders from the inside out.
func TestScript(t *testing.T) {
	p, _ := about(t)
	p.Publisher = `A "$5" Maker`
	script, err := windows.Installer{Package: p, Setup: "s.exe", Files: "/f", Tree: pack.Tree{{Path: "a.exe"}, {Path: "docs/a/b.txt"}, {Path: "docs/c.txt"}}}.Script()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"  SetOutPath \"$INSTDIR\\docs\\a\"\n  File \"/oname=b.txt\" \"/f/docs/a/b.txt\"\n",
		"  Delete \"$INSTDIR\\docs\\a\\b.txt\"\n",
		"  RMDir \"$INSTDIR\\docs\\a\"\n  RMDir \"$INSTDIR\\docs\"\n  RMDir \"$INSTDIR\"\n",
		`"Publisher" "A $\"$$5$\" Maker"`,
	} {
		if !strings.Contains(string(script), want) {
			t.Errorf("no %q in\n%s", want, script)
		}
	}
}
