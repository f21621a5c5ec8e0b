package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/godbus/dbus/v5"

	"h200filing/i18n"
)

// startTitle is the title of the window on the start page.
func startTitle() string { return "^" + i18n.For(i18n.Hans).Text("window.title.program") + "$" }

// TestEnded: a run that the runtime has ended leaves a report without values, of
// which the next run tells; that one ends as it should and leaves nothing.
func TestEnded(t *testing.T) {
	p := newProgram(t)
	logs := filepath.Join(p.Folder("state"), "h200filing")
	first := p.Command(t.Context(), p.bin)
	w := p.show(startTitle(), first)
	if err := first.Process.Signal(syscall.SIGABRT); err != nil {
		t.Fatal(err)
	}
	if err := <-w.done; err == nil {
		t.Error("a run that was aborted ended well")
	}
	second := p.open(startTitle())
	reports, err := filepath.Glob(filepath.Join(logs, "fault-*.txt"))
	if err != nil || len(reports) != 1 {
		t.Fatalf("reports %q, %v", reports, err)
	}
	report, err := os.ReadFile(reports[0])
	if err != nil || !strings.Contains(string(report), "glfw/loop.go:") || strings.Contains(string(report), "0x") {
		t.Errorf("the report: %s, %v", report, err)
	}
	second.Watch(second.id).Shot("told")
	second.quit()
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
	p := newProgram(t)
	conn, err := dbus.Connect(p.Run("sh", "-c", "echo $DBUS_SESSION_BUS_ADDRESS"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	chooser := portal{conn, filepath.Join(p.Dir, "a b+c.h200"), make(chan string, 1)}
	if err := conn.Export(chooser, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.FileChooser"); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.RequestName("org.freedesktop.portal.Desktop", dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	p.Run(p.bin, "new", chooser.path)
	w := p.open(startTitle())
	w.Press("ctrl+o")
	w.at("a b+c")
	id, err := strconv.ParseUint(w.id, 10, 64)
	if got := <-chooser.asked; err != nil || got != fmt.Sprintf("x11:%x", id) {
		t.Errorf("the dialog belongs to %q, the window is %s: %v", got, w.id, err)
	}
	w.quit()
}
