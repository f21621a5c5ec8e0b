package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/godbus/dbus/v5"

	"h200filing/app/internal/stage"
	"h200filing/i18n"
)

// build gives the program, made anew unless the test is told of one.
func build(s *stage.Stage, t *testing.T) string {
	t.Helper()
	if program := os.Getenv("H200FILING_BIN"); program != "" {
		return program
	}
	program := filepath.Join(s.Dir, "h200filing")
	s.Run("go", "build", "-tags=migrated_fynedo,no_emoji,no_metadata", "-buildvcs=false", "-o", program, ".")
	return program
}

// startTitle is the title of the window on the start page.
func startTitle() string { return "^" + i18n.For(i18n.Hans).Text("window.title.program") + "$" }

// TestEnded: a run that the runtime has ended leaves a report without values, of
// which the next run tells; that one ends as it should and leaves nothing.
func TestEnded(t *testing.T) {
	s := stage.Open(t)
	program := build(s, t)
	logs := filepath.Join(s.Folder("state"), "h200filing")
	first := s.Command(t.Context(), program)
	if err := first.Start(); err != nil {
		t.Fatal(err)
	}
	s.Window(startTitle())
	if err := first.Process.Signal(syscall.SIGABRT); err != nil {
		t.Fatal(err)
	}
	if err := first.Wait(); err == nil {
		t.Error("a run that was aborted ended well")
	}
	ctx, cancel := context.WithTimeout(t.Context(), stage.Patience)
	defer cancel()
	second := s.Command(ctx, program)
	if err := second.Start(); err != nil {
		t.Fatal(err)
	}
	window := s.Window(startTitle())
	reports, err := filepath.Glob(filepath.Join(logs, "fault-*.txt"))
	if err != nil || len(reports) != 1 {
		t.Fatalf("reports %q, %v", reports, err)
	}
	report, err := os.ReadFile(reports[0])
	if err != nil || !strings.Contains(string(report), "glfw/loop.go:") || strings.Contains(string(report), "0x") {
		t.Errorf("the report: %s, %v", report, err)
	}
	s.Watch(window).Shot("told")
	s.Press("ctrl+q")
	if err := second.Wait(); err != nil {
		t.Errorf("ended with %v", err)
	}
	if left, err := filepath.Glob(filepath.Join(logs, "crash-*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %q, %v", left, err)
	}
}

// portal is a desktop's portal whose user always chooses the same file.
type portal struct {
	conn  *dbus.Conn
	path  string
	asked chan string // the window that the dialog belongs to
}

// OpenFile is the portal's method.
func (p portal) OpenFile(sender dbus.Sender, parent, _ string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	name := strings.ReplaceAll(strings.TrimPrefix(string(sender), ":"), ".", "_")
	token, _ := options["handle_token"].Value().(string)
	handle := dbus.ObjectPath("/org/freedesktop/portal/desktop/request/" + name + "/" + token)
	uris := []string{"file://" + strings.ReplaceAll(p.path, " ", "%20")}
	err := p.conn.Emit(handle, "org.freedesktop.portal.Request.Response", uint32(0), map[string]dbus.Variant{"uris": dbus.MakeVariant(uris)})
	if err != nil {
		return "", dbus.MakeFailedError(err)
	}
	p.asked <- parent
	return handle, nil
}

// TestPortal: the window asks the desktop's portal for a file, as a dialog of its
// own, and opens what is chosen there.
func TestPortal(t *testing.T) {
	s := stage.Open(t)
	program := build(s, t)
	conn, err := dbus.Connect(s.Run("sh", "-c", "echo $DBUS_SESSION_BUS_ADDRESS"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	p := portal{conn, filepath.Join(s.Dir, "a b+c.h200"), make(chan string, 1)}
	if err := conn.Export(p, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.FileChooser"); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.RequestName("org.freedesktop.portal.Desktop", dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	s.Run(program, "new", p.path)
	s.Start(program)
	window := s.Window(startTitle())
	s.Press("ctrl+o")
	s.Until("the application that was chosen", func() bool { return strings.HasSuffix(s.Title(window), "a b+c") })
	id, err := strconv.ParseUint(window, 10, 64)
	if got := <-p.asked; err != nil || got != fmt.Sprintf("x11:%x", id) {
		t.Errorf("the dialog belongs to %q, the window is %s: %v", got, window, err)
	}
}
