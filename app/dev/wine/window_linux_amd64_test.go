package wine_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// desk is a window of the program on the display that the test runs on.
type desk struct {
	t       *testing.T
	ctx     context.Context
	program *exec.Cmd
	id      string
}

// open starts a program with a window on a filing and waits for the page it
// begins with, by the window's title.
func (m *machine) open(t *testing.T, title string, argv ...string) *desk {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	t.Cleanup(cancel)
	d := &desk{t: t, ctx: ctx, program: m.command(ctx, argv[0], argv[1:]...)}
	d.program.Stdout, d.program.Stderr = os.Stderr, os.Stderr
	if err := d.program.Start(); err != nil {
		t.Fatal(err)
	}
	d.until("a window called "+title, func() bool {
		found, err := exec.CommandContext(d.ctx, "xdotool", "search", "--onlyvisible", "--name", title).Output()
		ids := strings.Fields(string(found))
		if err != nil || len(ids) == 0 { // it also fails when a window goes while it looks
			return false
		}
		d.id = ids[0]
		return true
	})
	d.tool("windowactivate", "--sync", d.id)
	d.tool("mousemove", "--sync", "1599", "999") // out of the way of the picture
	return d
}

// tool runs xdotool and returns what it wrote.
func (d *desk) tool(args ...string) string {
	d.t.Helper()
	out, err := exec.CommandContext(d.ctx, "xdotool", args...).Output()
	if err != nil {
		d.t.Fatalf("xdotool %s: %v", strings.Join(args, " "), err)
	}
	return string(out)
}

// until tries again and again whether something has come about.
func (d *desk) until(what string, come func() bool) {
	d.t.Helper()
	tick := time.NewTicker(200 * time.Millisecond)
	defer tick.Stop()
	for !come() {
		select {
		case <-d.ctx.Done():
			d.t.Fatalf("%s: not within %v", what, patience)
		case <-tick.C:
		}
	}
}

// picture is the window as it is on the display.
func (d *desk) picture() image.Image {
	d.t.Helper()
	out, err := exec.CommandContext(d.ctx, "import", "-window", d.id, "png:-").Output()
	if err != nil {
		d.t.Fatalf("picture: %v", err)
	}
	picture, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		d.t.Fatalf("picture: %v", err)
	}
	return picture
}

// close closes the window by its shortcut, pressed again where it came too early,
// and waits for the program to end.
func (d *desk) close() {
	d.t.Helper()
	ended := make(chan error, 1)
	go func() { ended <- d.program.Wait() }()
	again := time.NewTicker(10 * time.Second)
	defer again.Stop()
	for {
		// The window may be gone between two presses.
		_ = exec.CommandContext(d.ctx, "xdotool", "windowactivate", "--sync", d.id, "key", "--clearmodifiers", "ctrl+q").Run()
		select {
		case err := <-ended:
			if err != nil {
				d.t.Errorf("the program ended with %v", err)
			}
			return
		case <-again.C:
		}
	}
}

// alike is the part of the pixels in which two pictures are the same, 0 where they
// are not of one size.
func alike(a, b image.Image) float64 {
	if a.Bounds() != b.Bounds() {
		return 0
	}
	same, all := 0, 0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			all++
			if gray(a, x, y) == gray(b, x, y) {
				same++
			}
		}
	}
	return float64(same) / float64(all)
}

func gray(p image.Image, x, y int) color.Gray {
	return color.GrayModel.Convert(p.At(x, y)).(color.Gray)
}

// ink is the part of the pixels that are dark, as text is on paper.
func ink(p image.Image) float64 {
	dark, all := 0, 0
	for y := p.Bounds().Min.Y; y < p.Bounds().Max.Y; y++ {
		for x := p.Bounds().Min.X; x < p.Bounds().Max.X; x++ {
			all++
			if gray(p, x, y).Y < 0x60 {
				dark++
			}
		}
	}
	return float64(dark) / float64(all)
}

// keep saves a picture as output of the test.
func keep(t *testing.T, name string, p image.Image) {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, p); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.ArtifactDir(), name+".png")
	if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Logf("picture: %s", path)
}

// TestWindow opens the window on Windows: its first page is what the program for
// Linux draws, Chinese by the typefaces that it brings. What is typed into a field
// is in the file once the window has been closed.
func TestWindow(t *testing.T) {
	const title, name = "^资格自查 – window$", "Qianshan Zhiyan (Example) Technology Co., Ltd."
	m, filing := onMachine(t), filepath.Join(t.TempDir(), "window.h200")
	well(t, m.onWindows(t, "new", filing))

	linux := m.open(t, title, m.linux, filing)
	var here image.Image
	linux.until("the page drawn", func() bool { here = linux.picture(); return ink(here) > 0.01 })
	linux.close()

	d := m.open(t, title, "wine", m.program("h200filing.exe"), m.windowsPath(filing))
	var there image.Image
	defer func() { keep(t, "linux", here); keep(t, "windows", there) }()
	d.until("the page drawn as on Linux", func() bool { there = d.picture(); return alike(here, there) > 0.98 })

	// The next section is a shortcut of the menu; the title says when it is there,
	// and its first question has the focus. A key that came too early is pressed
	// again, but not before it could have worked; one too many is taken back.
	var pressed time.Time
	d.until("the applicant's page", func() bool {
		title := d.tool("getwindowname", d.id)
		if strings.HasPrefix(title, "申请单位") {
			return true
		}
		if time.Since(pressed) > 5*time.Second {
			pressed = time.Now()
			key := "ctrl+Prior"
			if strings.HasPrefix(title, "资格自查") {
				key = "ctrl+Next"
			}
			d.tool("key", "--clearmodifiers", key)
		}
		return false
	})
	d.tool("type", "--delay", "20", name)
	d.until("the name in the file", func() bool { return m.onLinux(t, "get", filing, "applicant.name").Out == name+"\n" })
	d.close()
	if got := well(t, m.onWindows(t, "get", filing, "applicant.name")).Out; got != name+"\n" {
		t.Errorf("the name is %q, typed was %q", got, name)
	}
}
