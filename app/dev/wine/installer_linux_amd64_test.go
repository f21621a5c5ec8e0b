package wine_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"h200filing/app/dev/metadata"
	"h200filing/app/dev/pack"
	windowspack "h200filing/app/dev/pack/windows"
)

// setup builds an installer of small files in the place of the program's.
func setup(t *testing.T, m *machine) (installer string, p metadata.Package) {
	t.Helper()
	const root = "../../.."
	p, err := metadata.ReadPackage(filepath.Join(root, metadata.File))
	if err != nil {
		t.Fatal(err)
	}
	icons, err := windowspack.DrawIcons(read(t, filepath.Join(root, p.Drawing)), read(t, filepath.Join(root, p.FileType.Drawing)))
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	i := windowspack.Installer{Package: p, Setup: filepath.Join(folder, "h200filing-test-setup.exe"), Files: filepath.Join(folder, "files"), Tree: pack.Tree{
		{Path: p.Command + ".exe", Content: read(t, filepath.Join(m.dir, "hold.exe"))}, {Path: "docs/说明.txt", Content: []byte("您好")}}}
	script, err := i.Script()
	if err != nil {
		t.Fatal(err)
	}
	var icon bytes.Buffer
	if err := icons.Program.SaveICO(&icon); err != nil {
		t.Fatal(err)
	}
	files := append(pack.Tree{{Path: "installer.nsi", Content: script}, {Path: "program.ico", Content: icon.Bytes()}}, i.Tree...)
	if err := files.WriteFolder(i.Files, time.Now()); err != nil {
		t.Fatal(err)
	}
	if a := m.do(t, "makensis", "-V2", "-INPUTCHARSET", "UTF8", filepath.Join(i.Files, "installer.nsi")); a.Code != 0 {
		t.Fatalf("makensis: %s%s", a.Out, a.Err)
	}
	return i.Setup, p
}

// utf16Text reads a text as Windows keeps it.
func utf16Text(content []byte) string {
	units := make([]uint16, len(content)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(content[2*i:])
	}
	return string(utf16.Decode(units))
}

// TestInstaller installs for one user without a window, is refused while the
// program is open, and takes away all that it brought.
func TestInstaller(t *testing.T) {
	m := onMachine(t)
	installer, p := setup(t, m)
	folder := filepath.Join(m.dir, "prefix", "drive_c", "users", user, "AppData", "Local", "Programs", p.Name)
	program := filepath.Join(folder, p.Command+".exe")
	silently := func() answer { return m.do(t, "wine", installer, "/S", "/CurrentUser") }
	if a := silently(); a.Code != 0 {
		t.Fatalf("the installer ended with %d: %s", a.Code, a.Err)
	}
	for _, path := range []string{program, filepath.Join(folder, "docs", "说明.txt"), filepath.Join(folder, "uninstall.exe")} {
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
	}
	// The registry is read from a file, for the console's code page has no Chinese.
	exported := filepath.Join(t.TempDir(), "command.reg")
	m.do(t, "wine", "reg", "export", `HKCU\Software\Classes\`+p.Command+"."+p.FileType.Extension, m.windowsPath(exported))
	opens := strings.NewReplacer(`\\`, `\`, `\"`, `"`).Replace(utf16Text(read(t, exported)))
	if want := `"` + m.windowsPath(program) + `" "%1"`; !strings.Contains(opens, want) {
		t.Errorf("a double click does not run %s:\n%s", want, opens)
	}

	letGo := m.hold(t, program, "shared")
	if a := silently(); a.Code != 2 {
		t.Errorf("over a program that is open the installer ended with %d", a.Code)
	}
	letGo()

	// The uninstaller goes on as a copy of itself, so that it can be removed too: all
	// that runs is waited for.
	for _, argv := range [][]string{{"wine", filepath.Join(folder, "uninstall.exe"), "/S", "/CurrentUser"}, {"wineserver", "--wait"}} {
		if a := m.do(t, argv[0], argv[1:]...); a.Code != 0 {
			t.Errorf("%s ended with %d: %s", argv[0], a.Code, a.Err)
		}
	}
	for _, path := range []string{program, filepath.Join(folder, "docs"), folder} {
		if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s stayed: %v", path, err)
		}
	}
	for _, key := range []string{`HKCU\Software\Classes\.` + p.FileType.Extension, `HKCU\Software\Classes\` + p.Command + "." + p.FileType.Extension,
		`HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\` + p.ID} {
		if a := m.do(t, "wine", "reg", "query", key); a.Code == 0 {
			t.Errorf("%s stayed:\n%s", key, a.Out)
		}
	}
}
