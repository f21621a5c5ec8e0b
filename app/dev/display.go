package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// display is an X server without a screen, with a window manager on it.
type display struct {
	name    string // as in DISPLAY
	running []*exec.Cmd
	end     context.CancelFunc
}

// displayPatience is how long a display may take to come up on a busy machine.
const displayPatience = time.Minute

// openDisplay starts Xvfb on the first free display number and openbox on that,
// and returns when windows can be managed. Close ends both.
func openDisplay(ctx context.Context, w *workshop) (*display, error) {
	ctx, end := context.WithCancel(ctx)
	d := &display{end: end}
	if err := d.open(ctx, w); err != nil {
		d.Close()
		return nil, fmt.Errorf("display for the window tests: %w", err)
	}
	return d, nil
}

// open starts the three programs it takes, each when the one before is ready.
func (d *display) open(ctx context.Context, w *workshop) error {
	ready, cancel := context.WithTimeout(ctx, displayPatience)
	defer cancel()
	number, err := d.startServer(ctx, ready, w)
	if err != nil {
		return err
	}
	d.name = ":" + number
	on := w.with("DISPLAY=" + d.name)
	manager := on.command(ctx, "openbox", "--sm-disable")
	if err := d.start(manager); err != nil {
		return err
	}
	return waitForManager(ready, on)
}

// startServer starts Xvfb and returns the number of the display it took, which
// it writes down the pipe it is given.
func (d *display) startServer(ctx, ready context.Context, w *workshop) (string, error) {
	read, write, err := os.Pipe()
	if err != nil {
		return "", err
	}
	defer read.Close()
	server := w.command(ctx, "Xvfb", "-displayfd", "3", "-screen", "0", "1600x1000x24", "-nolisten", "tcp")
	server.ExtraFiles = []*os.File{write}
	err = d.start(server)
	if err = errors.Join(err, write.Close()); err != nil {
		return "", err
	}
	if deadline, ok := ready.Deadline(); ok {
		if err := read.SetReadDeadline(deadline); err != nil {
			return "", err
		}
	}
	line, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		return "", fmt.Errorf("Xvfb named no display: %w", err)
	}
	return strings.TrimSpace(line), nil
}

// start starts a program that Close will wait for.
func (d *display) start(c *exec.Cmd) error {
	if err := c.Start(); err != nil {
		return err
	}
	d.running = append(d.running, c)
	return nil
}

// waitForManager watches all properties of the root window (xprop cannot watch for
// one that no program has named yet) until a window manager has put its mark on it.
func waitForManager(ctx context.Context, w *workshop) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	watch := w.command(ctx, "xprop", "-root", "-spy")
	watch.Stdout = nil
	lines, err := watch.StdoutPipe()
	if err != nil {
		return err
	}
	if err := watch.Start(); err != nil {
		return err
	}
	managed := false
	for scan := bufio.NewScanner(lines); !managed && scan.Scan(); {
		managed = strings.HasPrefix(scan.Text(), "_NET_SUPPORTING_WM_CHECK(WINDOW): window id # 0x")
	}
	stop()
	err = watch.Wait()
	if !managed {
		return fmt.Errorf("no window manager came up on %s: %w", w.env[len(w.env)-1], err)
	}
	return nil
}

// Close ends the window manager and the server and waits until they are gone.
// How they ended is no error.
func (d *display) Close() {
	d.end()
	for _, c := range d.running {
		_ = c.Wait() // reports the interrupt that end sent
	}
}

// environment is what programs on the display must see: where it is, that there
// is no graphics card, and none of the input methods of the user's own desktop.
func (d *display) environment() []string {
	return []string{"DISPLAY=" + d.name, "WAYLAND_DISPLAY=", "XMODIFIERS=@im=none", "LIBGL_ALWAYS_SOFTWARE=1"}
}
