package prose_test

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// patience is how long a condition may take to come true.
const patience = 40 * time.Second

// desk is a display of its own with a window manager, a message bus and a home.
type desk struct {
	t   *testing.T
	env []string
	dir string
}

// openDesk starts a display with a Chinese locale. Everything ends with the test.
func openDesk(t *testing.T) *desk {
	t.Helper()
	for tool, from := range map[string]string{
		"Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool", "xprop": "x11-utils",
		"fcitx5": "fcitx5", "dbus-daemon": "dbus", "localedef": "locales",
	} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%s is needed for this test (package %s, and fcitx5-chinese-addons): %v", tool, from, err)
		}
	}
	d := &desk{t: t, dir: t.TempDir()}
	d.env = append(os.Environ(),
		"HOME="+d.dir, "XDG_CONFIG_HOME="+d.path("config"), "XDG_CACHE_HOME="+d.path("cache"),
		"XDG_DATA_HOME="+d.path("data"), "XDG_RUNTIME_DIR="+d.path("run"), "XMODIFIERS=@im=fcitx",
		"LOCPATH="+d.path("locale"), "LC_ALL=zh_CN.UTF-8",
	)
	d.run("localedef", "-i", "zh_CN", "-f", "UTF-8", d.path("locale")+"/zh_CN.UTF-8")
	number := d.start("Xvfb", "-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp")
	d.env = append(d.env, "DISPLAY=:"+<-number)
	address := d.start("dbus-daemon", "--session", "--nofork", "--print-address")
	d.env = append(d.env, "DBUS_SESSION_BUS_ADDRESS="+<-address)
	d.start("openbox")
	d.until("window id", "xprop", "-root", "_NET_SUPPORTING_WM_CHECK")
	return d
}

// path makes a folder of the desk.
func (d *desk) path(name string) string {
	p := filepath.Join(d.dir, name)
	if err := os.MkdirAll(p, 0o700); err != nil {
		d.t.Fatal(err)
	}
	return p
}

// start runs a program until the test ends and gives the lines that it writes.
func (d *desk) start(name string, args ...string) <-chan string {
	d.t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = d.env
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	out, err := cmd.StdoutPipe()
	if err != nil {
		d.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		d.t.Fatalf("%s: %v", name, err)
	}
	lines := make(chan string, 1000)
	read := make(chan struct{})
	go func() {
		defer close(read)
		defer close(lines)
		for s := bufio.NewScanner(out); s.Scan(); {
			select {
			case lines <- s.Text():
			default: // nobody reads what this program says
			}
		}
	}()
	d.t.Cleanup(func() {
		if err := syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL); err != nil {
			d.t.Logf("%s: %v", name, err)
		}
		<-read
		_ = cmd.Wait() // killed
	})
	return lines
}

// run runs a program to its end and gives what it writes.
func (d *desk) run(name string, args ...string) string {
	d.t.Helper()
	out, err := d.try(name, args...)
	if err != nil {
		d.t.Fatalf("%s %s: %v: %s", name, strings.Join(args, " "), err, out)
	}
	return out
}

func (d *desk) try(name string, args ...string) (string, error) {
	cmd := exec.CommandContext(d.t.Context(), name, args...)
	cmd.Env = d.env
	out, err := cmd.CombinedOutput()
	return strings.TrimSpace(string(out)), err
}

// until waits for a program to say something.
func (d *desk) until(want string, name string, args ...string) {
	d.t.Helper()
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(patience); ; <-tick.C {
		out, err := d.try(name, args...)
		if err == nil && strings.Contains(out, want) {
			return
		}
		if time.Now().After(end) {
			d.t.Fatalf("%s %s says %q (%v), waited for %q", name, strings.Join(args, " "), out, err, want)
		}
	}
}

// startPinyin starts the input method.
func (d *desk) startPinyin() {
	d.t.Helper()
	d.write("config/fcitx5/profile", "[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=pinyin\n\n"+
		"[Groups/0/Items/0]\nName=keyboard-us\nLayout=\n\n[Groups/0/Items/1]\nName=pinyin\nLayout=\n\n[GroupOrder]\n0=Default\n")
	d.write("config/fcitx5/conf/pinyin.conf", "CloudPinyinEnabled=False\n")
	d.start("fcitx5")
	d.until("fcitx", "xprop", "-root", "XIM_SERVERS")
}

func (d *desk) write(name, text string) {
	d.t.Helper()
	d.path(filepath.Dir(name))
	if err := os.WriteFile(filepath.Join(d.dir, name), []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
}

// demo builds and starts the demo, and waits until it has the keyboard.
func (d *desk) demo(args ...string) <-chan string {
	d.t.Helper()
	binary := filepath.Join(d.dir, "demo")
	build := exec.Command("go", "build", "-tags", "migrated_fynedo,no_emoji,no_metadata", "-o", binary, "./internal/demo")
	build.Env = append(os.Environ(), "CGO_ENABLED=1")
	if out, err := build.CombinedOutput(); err != nil {
		d.t.Fatalf("%v: %s", err, out)
	}
	lines := d.start(binary, args...)
	d.run("xdotool", "search", "--sync", "--onlyvisible", "--name", "^prose demo$", "windowactivate", "--sync")
	return lines
}

// screenshot keeps a picture of the display where PROSE_SHOTS says, if it does.
func (d *desk) screenshot(name string) {
	if dir := os.Getenv("PROSE_SHOTS"); dir != "" {
		d.run("import", "-window", "root", filepath.Join(dir, name+".png"))
	}
}
