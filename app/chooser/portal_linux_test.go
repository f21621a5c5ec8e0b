package chooser

import (
	"bufio"
	"context"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/godbus/dbus/v5"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// newBus starts a bus of the test's own and gives its address.
func newBus(t *testing.T) string {
	t.Helper()
	daemon := exec.Command("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address", "--address=unix:path="+filepath.Join(t.TempDir(), "bus"))
	out, err := daemon.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := daemon.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := daemon.Process.Kill(); err != nil {
			t.Error(err)
		}
		_ = daemon.Wait() // it was killed
	})
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(address)
}

// fakePortal answers what it is told to, at once or when it is told.
type fakePortal struct {
	conn    *dbus.Conn
	verdict uint32
	uris    []string
	silent  bool          // the user does not answer
	asked   chan question // what it was asked
	closed  chan dbus.ObjectPath
}

// question is a call as the portal gets it.
type question struct {
	Method, Parent, Title string
	Options               map[string]dbus.Variant
}

func newPortal(t *testing.T, address string) *fakePortal {
	t.Helper()
	conn, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if conn.Connected() {
			if err := conn.Close(); err != nil {
				t.Error(err)
			}
		}
	})
	p := &fakePortal{conn: conn, asked: make(chan question, 1), closed: make(chan dbus.ObjectPath, 1)}
	if err := conn.Export(p, portalPath, fileChooser); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.RequestName(portalName, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	return p
}

// OpenFile is the portal's method.
func (p *fakePortal) OpenFile(sender dbus.Sender, parent, title string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	return p.answer("OpenFile", sender, parent, title, options)
}

// SaveFile is the portal's method.
func (p *fakePortal) SaveFile(sender dbus.Sender, parent, title string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	return p.answer("SaveFile", sender, parent, title, options)
}

// answer sends the response before the call returns: as early as can be.
func (p *fakePortal) answer(method string, sender dbus.Sender, parent, title string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	handle := requestPath(string(sender), options["handle_token"].Value().(string))
	p.asked <- question{method, parent, title, options}
	if err := p.conn.Export(request{p, handle}, handle, requestIface); err != nil {
		return "", dbus.MakeFailedError(err)
	}
	if !p.silent {
		results := map[string]dbus.Variant{}
		if p.uris != nil {
			results["uris"] = dbus.MakeVariant(p.uris)
		}
		if err := p.conn.Emit(handle, requestIface+".Response", p.verdict, results); err != nil {
			return "", dbus.MakeFailedError(err)
		}
	}
	return handle, nil
}

// request is a dialog that is open.
type request struct {
	portal *fakePortal
	path   dbus.ObjectPath
}

// Close is the request's method.
func (r request) Close() *dbus.Error {
	r.portal.closed <- r.path
	return nil
}

var pdf = Ask{Title: "导出 PDF", Dir: "/home/张 三", Name: "申请: 一.pdf", Kinds: []Kind{{"PDF 文件", []string{".pdf"}}}, Parent: 0x2a0}

// TestPortal: the portal is asked as its documentation says, and its answers, the
// quickest too, are read as they are.
func TestPortal(t *testing.T) {
	address := newBus(t)
	p := newPortal(t, address)
	for name, c := range map[string]struct {
		verdict uint32
		uris    []string
		want    string
		err     error
	}{
		"chosen":          {0, []string{"file:///tmp/a%20b+c%25/%E7%94%B3%E8%AF%B7.pdf"}, "/tmp/a b+c%/申请.pdf", nil},
		"taken back":      {1, nil, "", nil},
		"ended by itself": {2, nil, "", ErrNone},
		"nothing":         {0, nil, "", nil},
	} {
		t.Run(name, func(t *testing.T) {
			p.verdict, p.uris = c.verdict, c.uris
			got, err := portal{address}.Save(t.Context(), pdf)
			if got != c.want || !errors.Is(err, c.err) {
				t.Errorf("%q, %v, want %q, %v", got, err, c.want, c.err)
			}
			asked := <-p.asked
			delete(asked.Options, "handle_token")
			values := map[string]any{}
			for key, v := range asked.Options {
				values[key] = v.Value()
			}
			want := map[string]any{"modal": true, "current_name": "申请_ 一.pdf", "current_folder": []byte("/home/张 三\x00"),
				"filters": [][]any{{"PDF 文件", [][]any{{uint32(0), "*.[pP][dD][fF]"}}}}}
			if diff := cmp.Diff(want, values); diff != "" || asked.Method != "SaveFile" || asked.Parent != "x11:2a0" || asked.Title != pdf.Title {
				t.Errorf("asked %s of %s, %q: %s", asked.Method, asked.Parent, asked.Title, diff)
			}
		})
	}
}

// TestPortalElsewhere: a file that is not on this machine is no path.
func TestPortalElsewhere(t *testing.T) {
	address := newBus(t)
	p := newPortal(t, address)
	p.uris = []string{"smb://server/share/a.h200"}
	if got, err := (portal{address}).Open(t.Context(), Ask{Title: "打开"}); err == nil || errors.Is(err, ErrNone) || got != "" {
		t.Errorf("%q, %v", got, err)
	}
}

// TestPortalCalledOff: a dialog that is not wanted any more is closed.
func TestPortalCalledOff(t *testing.T) {
	address := newBus(t)
	p := newPortal(t, address)
	p.silent = true
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() {
		_, err := portal{address}.Open(ctx, Ask{})
		ended <- err
	}()
	<-p.asked
	cancel()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Errorf("ended with %v", err)
	}
	<-p.closed
}

// TestPortalGone: a portal that dies leaves nobody waiting.
func TestPortalGone(t *testing.T) {
	address := newBus(t)
	p := newPortal(t, address)
	p.silent = true
	ended := make(chan error)
	go func() {
		_, err := portal{address}.Open(t.Context(), Ask{})
		ended <- err
	}()
	<-p.asked
	if err := p.conn.Close(); err != nil {
		t.Fatal(err)
	}
	if err := <-ended; !errors.Is(err, ErrNone) {
		t.Errorf("ended with %v", err)
	}
}

// TestNoPortal: a bus without a portal, and no bus, are told.
func TestNoPortal(t *testing.T) {
	for name, address := range map[string]string{"no portal": newBus(t), "no bus": "unix:path=" + filepath.Join(t.TempDir(), "bus")} {
		if _, err := (portal{address}).Open(t.Context(), Ask{}); !errors.Is(err, ErrNone) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSessionBus: the bus is the one that the session has; none is started.
func TestSessionBus(t *testing.T) {
	dir := t.TempDir()
	socket, err := net.Listen("unix", filepath.Join(dir, "bus"))
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	for _, c := range []struct{ address, runtime, want string }{
		{"", "", ""}, {"unix:abstract=x", dir, "unix:abstract=x"}, {"", dir, "unix:path=" + dbus.EscapeBusAddressValue(filepath.Join(dir, "bus"))},
		{"autolaunch:", "", ""}, {"", os.DevNull, ""},
	} {
		got := sessionBus(func(key string) string {
			return map[string]string{"DBUS_SESSION_BUS_ADDRESS": c.address, "XDG_RUNTIME_DIR": c.runtime}[key]
		})
		if got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}

// TestAnyCase: the pattern fits the extension however it is written.
func TestAnyCase(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		extension := rapid.StringMatching(`\.[a-zA-Z0-9]{1,5}`).Draw(t, "extension")
		for _, name := range []string{"a" + extension, "a" + strings.ToUpper(extension), "a" + strings.ToLower(extension)} {
			if fits, err := filepath.Match("*"+anyCase(extension), name); err != nil || !fits {
				t.Errorf("%s does not fit %s: %v", name, anyCase(extension), err)
			}
		}
	})
}
