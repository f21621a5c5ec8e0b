//go:build linux

package chooser

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"github.com/godbus/dbus/v5"
)

// The portal's names on the bus
// (https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.FileChooser.html).
const (
	portalName   = "org.freedesktop.portal.Desktop"
	portalPath   = dbus.ObjectPath("/org/freedesktop/portal/desktop")
	fileChooser  = "org.freedesktop.portal.FileChooser"
	requestIface = "org.freedesktop.portal.Request"
	busIface     = "org.freedesktop.DBus"
)

// patience is how long the portal may take to say that it has shown its dialog; the
// bus may have to start it first.
const patience = 10 * time.Second

// portal is the chooser of a desktop that follows freedesktop.org, on the bus at an
// address.
//
// It speaks to the bus itself. github.com/rymdport/portal v0.4.2 listens only after
// it has asked, so a quick answer is lost; reads a + in a name as a blank; and panics
// where the dialog ended by itself.
type portal struct{ address string }

// native is the portal where there is a bus; whether there is a portal on it is
// found out by asking.
func native() Chooser {
	if address := sessionBus(os.Getenv); address != "" {
		return portal{address}
	}
	return nil
}

// sessionBus is the address of the session's bus, "" where none is running. None is
// started.
func sessionBus(getenv func(string) string) string {
	if address := getenv("DBUS_SESSION_BUS_ADDRESS"); address != "" && address != "autolaunch:" {
		return address
	}
	if dir := getenv("XDG_RUNTIME_DIR"); dir != "" {
		socket := filepath.Join(dir, "bus")
		if info, err := os.Stat(socket); err == nil && info.Mode()&os.ModeSocket != 0 {
			return "unix:path=" + dbus.EscapeBusAddressValue(socket)
		}
	}
	return ""
}

// Open implements Chooser.
func (p portal) Open(ctx context.Context, a Ask) (string, error) {
	return p.ask(ctx, "OpenFile", a, map[string]dbus.Variant{})
}

// Save implements Chooser.
func (p portal) Save(ctx context.Context, a Ask) (string, error) {
	return p.ask(ctx, "SaveFile", a, map[string]dbus.Variant{"current_name": dbus.MakeVariant(proposal(a.Name))})
}

// ask has the portal show a dialog and waits for the answer.
func (p portal) ask(ctx context.Context, method string, a Ask, options map[string]dbus.Variant) (string, error) {
	conn, err := dbus.Connect(p.address)
	if err != nil {
		return "", none(err)
	}
	defer conn.Close() // with it goes a dialog that is still open
	signals := make(chan *dbus.Signal, 16)
	conn.Signal(signals)
	token := "h200filing" + rand.Text()
	request := requestPath(conn.Names()[0], token)
	if err := listen(conn, request); err != nil {
		return "", none(err)
	}
	options["handle_token"] = dbus.MakeVariant(token)
	options["modal"] = dbus.MakeVariant(true)
	options["current_folder"] = dbus.MakeVariant(append([]byte(a.Dir), 0))
	if len(a.Kinds) > 0 {
		options["filters"] = dbus.MakeVariant(filters(a.Kinds))
	}
	soon, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	var handle dbus.ObjectPath
	call := conn.Object(portalName, portalPath).CallWithContext(soon, fileChooser+"."+method, 0, parentWindow(a.Parent), a.Title, options)
	if err := call.Store(&handle); err != nil && ctx.Err() == nil {
		return "", none(err)
	}
	path, err := answer(ctx, signals, request)
	if ctx.Err() != nil { // a portal that does not follow its callers' connections has to be told
		_ = conn.Object(portalName, request).Call(requestIface+".Close", dbus.FlagNoReplyExpected).Err
	}
	return path, err
}

// none is ErrNone with its cause.
func none(cause error) error { return errors.Join(ErrNone, cause) }

// requestPath is where the portal will answer, known before it is asked.
func requestPath(sender, token string) dbus.ObjectPath {
	name := strings.ReplaceAll(strings.TrimPrefix(sender, ":"), ".", "_")
	return dbus.ObjectPath(fmt.Sprintf("%s/request/%s/%s", portalPath, name, token))
}

// listen has the bus deliver the answer, and the word that the portal is gone.
func listen(conn *dbus.Conn, request dbus.ObjectPath) error {
	return errors.Join(
		conn.AddMatchSignal(dbus.WithMatchObjectPath(request), dbus.WithMatchInterface(requestIface), dbus.WithMatchMember("Response")),
		conn.AddMatchSignal(dbus.WithMatchInterface(busIface), dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, portalName)))
}

// parentWindow names the window that the dialog belongs to.
func parentWindow(handle uintptr) string {
	if handle == 0 {
		return ""
	}
	return fmt.Sprintf("x11:%x", handle)
}

// filter and rule are the portal's a(sa(us)): a name, and patterns.
type filter struct {
	Name  string
	Rules []rule
}
type rule struct {
	Type    uint32 // 0 is a pattern
	Pattern string
}

// filters have patterns that take small and capital letters alike.
func filters(kinds []Kind) []filter {
	out := make([]filter, len(kinds))
	for i, k := range kinds {
		out[i].Name = k.Name
		for _, extension := range k.Extensions {
			out[i].Rules = append(out[i].Rules, rule{Pattern: "*" + anyCase(extension)})
		}
	}
	return out
}

func anyCase(extension string) string {
	var out strings.Builder
	for _, r := range extension {
		if lower, upper := unicode.ToLower(r), unicode.ToUpper(r); lower != upper {
			fmt.Fprintf(&out, "[%c%c]", lower, upper)
			continue
		}
		out.WriteRune(r)
	}
	return out.String()
}

// answer waits for what the user chooses.
func answer(ctx context.Context, signals <-chan *dbus.Signal, request dbus.ObjectPath) (string, error) {
	for {
		select {
		case <-ctx.Done():
			return "", ctx.Err()
		case s, open := <-signals:
			switch {
			case !open, s.Name == busIface+".NameOwnerChanged" && lost(s):
				return "", none(errors.New("the portal is gone"))
			case s.Name == requestIface+".Response" && s.Path == request:
				return chosen(s.Body)
			}
		}
	}
}

// lost reports whether a name has no owner any more.
func lost(s *dbus.Signal) bool { return len(s.Body) == 3 && s.Body[2] == "" }

// The portal's verdicts on a request. A third, 2, tells that it ended by itself.
const (
	success   = uint32(0)
	cancelled = uint32(1)
)

// chosen reads the portal's answer.
func chosen(body []any) (string, error) {
	var verdict uint32
	var results map[string]dbus.Variant
	if err := dbus.Store(body, &verdict, &results); err != nil {
		return "", none(err)
	}
	switch verdict {
	case success:
	case cancelled:
		return "", nil
	default:
		return "", none(fmt.Errorf("the dialog ended with %d", verdict))
	}
	uris, _ := results["uris"].Value().([]string)
	if len(uris) == 0 {
		return "", nil
	}
	return pathOf(uris[0])
}

// pathOf is the path of a file on this machine.
func pathOf(uri string) (string, error) {
	u, err := url.Parse(uri)
	if err != nil {
		return "", fmt.Errorf("the chosen file: %w", err)
	}
	if u.Scheme != "file" || u.Host != "" && u.Host != "localhost" || u.Path == "" {
		return "", fmt.Errorf("the chosen file is not on this machine: %s", u.Scheme)
	}
	return u.Path, nil
}
