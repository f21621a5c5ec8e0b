package wine_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// inference is a complete case; its attachments lie beside it.
func inference(t *testing.T) string {
	t.Helper()
	path, err := filepath.Abs("../../../../shared/cases/inference-supported.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// outputs are what a filing is exported to, in a folder.
func outputs(dir string) (args, paths []string) {
	for _, o := range [][2]string{{"--pdf", "filing.pdf"}, {"--xlsx", "filing.xlsx"}, {"--pack", "filing.zip"}} {
		path := filepath.Join(dir, o[1])
		args, paths = append(args, o[0], path), append(paths, path)
	}
	return args, paths
}

// sameDay runs something that depends on the date until it has begun and ended on
// one day.
func sameDay(do func()) {
	for {
		day := time.Now().UTC().YearDay()
		if do(); day == time.Now().UTC().YearDay() {
			return
		}
	}
}

// TestSameBytes: a filing made on Windows is read, checked, exported and verified
// there; on Linux the same file gives the same verdict and the same bytes.
func TestSameBytes(t *testing.T) {
	m, dir := onMachine(t), t.TempDir()
	filing := filepath.Join(dir, "申请 2026.h200")
	well(t, m.onWindows(t, "new", filing, "--answers", inference(t)))
	sameDay(func() {
		there, here := m.onWindows(t, "check", filing, "--json"), m.onLinux(t, "check", filing, "--json")
		if diff := cmp.Diff(here, there); diff != "" || here.Code != 0 {
			t.Errorf("check: %s", diff)
		}
		var exports [2][]string
		for n, do := range []func(*testing.T, ...string) answer{m.onLinux, m.onWindows} {
			folder := filepath.Join(dir, []string{"linux", "windows"}[n])
			if err := os.MkdirAll(folder, 0o755); err != nil {
				t.Fatal(err)
			}
			args, paths := outputs(folder)
			well(t, do(t, append([]string{"export", filing}, args...)...))
			exports[n] = paths
		}
		for i, here := range exports[0] {
			if !bytes.Equal(read(t, here), read(t, exports[1][i])) {
				t.Errorf("%s has other bytes on Windows", filepath.Base(here))
			}
		}
		verified := m.onWindows(t, "verify", exports[1][2])
		if diff := cmp.Diff(m.onLinux(t, "verify", exports[0][2]), verified); diff != "" || verified.Code != 0 {
			t.Errorf("verify: %s", diff)
		}
	})
	if log := well(t, m.onWindows(t, "log", filing)).Out; !strings.Contains(log, "  "+user+"  ") {
		t.Errorf("the log does not say that %s did it:\n%.300s", user, log)
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// TestPaths: a filing is made, changed, read and exported under names that
// Windows is known to be awkward with.
func TestPaths(t *testing.T) {
	long := strings.Repeat("很长的文件夹名称/", 20) + strings.Repeat("长", 60)
	for name, path := range map[string]string{
		"the user's own folder": "", "blanks and signs": "采购 & 合规 (2026) #1 100%/申 请", "longer than 260": long,
	} {
		t.Run(name, func(t *testing.T) {
			m, filing := onMachine(t), filepath.Join(t.TempDir(), path+".h200")
			if path == "" {
				filing = filepath.Join(m.dir, "prefix", "drive_c", "users", user, "Documents", "申请.h200")
			}
			if err := os.MkdirAll(filepath.Dir(filing), 0o755); err != nil {
				t.Fatal(err)
			}
			well(t, m.onWindows(t, "new", filing))
			well(t, m.onWindows(t, "set", filing, "applicant.name=黔山智研"))
			if got := well(t, m.onWindows(t, "get", filing, "applicant.name")).Out; got != "黔山智研\n" {
				t.Errorf("read back %q", got)
			}
			workbook := strings.TrimSuffix(filing, ".h200") + ".xlsx"
			well(t, m.onWindows(t, "export", filing, "--draft", "--xlsx", workbook))
			if !bytes.HasPrefix(read(t, workbook), []byte("PK")) {
				t.Error("what was exported is no workbook")
			}
		})
	}
}

// TestPassword: a file with a password is opened by it on both systems.
func TestPassword(t *testing.T) {
	m, dir := onMachine(t), t.TempDir()
	secret := &machine{dir: m.dir, system: m.system, linux: m.linux, env: append(m.env, "H200FILING_PASSWORD=四月 Secret")}
	filing := filepath.Join(dir, "密.h200")
	well(t, secret.onWindows(t, "new", filing))
	well(t, secret.onWindows(t, "set", filing, "applicant.name=黔山智研"))
	for system, do := range map[string]func(*testing.T, ...string) answer{"Windows": secret.onWindows, "Linux": secret.onLinux} {
		if got := do(t, "get", filing, "applicant.name"); got.Out != "黔山智研\n" {
			t.Errorf("on %s: %+v", system, got)
		}
	}
}

// TestObstacles: what cannot be done is told in one plain line, and nothing is
// harmed.
func TestObstacles(t *testing.T) {
	m, dir := onMachine(t), t.TempDir()
	filing, workbook := filepath.Join(dir, "申请.h200"), filepath.Join(dir, "申请.xlsx")
	well(t, m.onWindows(t, "new", filing))
	well(t, m.onWindows(t, "export", filing, "--draft", "--xlsx", workbook))
	before, application := read(t, workbook), read(t, filing)
	for _, c := range []struct {
		name       string
		held, how  string   // a file that another program has open
		args       []string // what is tried meanwhile
		code       int
		says, from string // words of the message; the file it names
	}{
		{"a workbook open in a spreadsheet program", workbook, "shared", []string{"export", filing, "--draft", "--xlsx", workbook}, 1, "文件正被其他程序打开", workbook},
		{"a workbook that nobody else may read", workbook, "alone", []string{"export", filing, "--draft", "--xlsx", workbook}, 1, "文件正被其他程序打开", workbook},
		{"an application that nobody else may read", filing, "alone", []string{"check", filing}, 3, "没有其他程序占用", filing},
		{"a folder that takes no files", "", "", []string{"new", "/sys/申请.h200"}, 1, "", "/sys/申请.h200"},
		{"an output into such a folder", "", "", []string{"export", filing, "--draft", "--xlsx", "/sys/申请.xlsx"}, 1, "没有写入或读取权限", "/sys/申请.xlsx"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.held != "" {
				defer m.hold(t, c.held, c.how)()
			}
			a := m.onWindows(t, c.args...)
			if a.Code != c.code || strings.Count(a.Err, "\n") != 1 || !strings.Contains(a.Err, c.says) || !strings.Contains(a.Err, m.windowsPath(c.from)) {
				t.Errorf("ended with %d and said %q, want %d and one line with %q and the path", a.Code, a.Err, c.code, c.says)
			}
		})
	}
	if !bytes.Equal(read(t, workbook), before) || !bytes.Equal(read(t, filing), application) {
		t.Error("a file was changed")
	}
	left, err := filepath.Glob(filepath.Join(dir, ".*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
