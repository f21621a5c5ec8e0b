package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// networked are the packages by which a program reaches a network, and the few of
// their functions that reach none and are used, with why. Whatever is below one of
// them counts as it does.
var networked = map[string]map[string]string{
	"net":                     {"Dial": "asks the X server of this machine; the test holds it to \"unix\""},
	"net/http":                {"DetectContentType": "tells what kind of file some bytes are"},
	"net/rpc":                 {},
	"net/smtp":                {},
	"crypto/tls":              {},
	"log/syslog":              {},
	"golang.org/x/net":        {},
	"golang.org/x/crypto/ssh": {},
}

// sockets are the functions of syscall and its kin that open a connection.
var sockets = []string{"Socket", "Socketpair", "Connect", "Bind", "Listen", "Accept", "Accept4", "Sendto", "Sendmsg", "WSASocket", "WSAStartup"}

// outside is what a source file takes from elsewhere: the path of the package and
// the name in it.
type outside struct {
	path, name string
	call       *ast.CallExpr // nil where it is not called
}

// TestNoNetwork reads every source file of the program, those for other systems
// too: none of it dials, listens or asks a name.
func TestNoNetwork(t *testing.T) {
	seen := 0
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		seen++
		for _, fault := range network(file) {
			t.Errorf("%s: %s", path, fault)
		}
		return nil
	})
	if err != nil || seen < 300 {
		t.Errorf("%d files read, %v", seen, err)
	}
}

// TestNetworkIsSeen: what TestNoNetwork looks for it finds.
func TestNetworkIsSeen(t *testing.T) {
	for source, faults := range map[string]int{
		`import "net"; var c, _ = net.Dial("unix", "/a")`:              0,
		`import "net"; var c, _ = net.Dial("tcp", "/a")`:               1,
		`import "net"; var dial = net.Dial`:                            1,
		`import "net"; var l, _ = net.Listen("unix", "/a")`:            1,
		`import n "net"; var a, _ = n.LookupHost("a")`:                 1,
		`import . "net"; var a, _ = LookupHost("a")`:                   1,
		`import _ "net/http/pprof"`:                                    1,
		`import "net/http"; var s = http.DetectContentType(nil)`:       0,
		`import "net/http"; var r, _ = http.Get("http://example.com")`: 1,
		`import "net/url"; var u, _ = url.Parse("http://example.com")`: 0,
		`import "syscall"; var s, _ = syscall.Socket(2, 1, 0)`:         1,
		`import "syscall"; var p = syscall.Getpid()`:                   0,
		`import "golang.org/x/net/html"; var n html.Node`:              1,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "a.go", "package a; "+source, 0)
		if err != nil {
			t.Fatal(err)
		}
		if found := network(file); len(found) != faults {
			t.Errorf("%s: %q", source, found)
		}
	}
}

// network lists by what a source file could reach a network.
func network(file *ast.File) (faults []string) {
	names := map[string]string{} // local name to path
	for _, spec := range file.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return []string{err.Error()}
		}
		name := path[strings.LastIndexByte(path, '/')+1:]
		if spec.Name != nil {
			name = spec.Name.Name
		}
		names[name] = path
		if allowed, banned := bannedAs(path); banned && (len(allowed) == 0 || name == "." || name == "_") {
			faults = append(faults, "imports "+path)
		}
	}
	for _, o := range taken(file, names) {
		allowed, banned := bannedAs(o.path)
		switch {
		case strings.HasSuffix(o.path, "syscall") || strings.HasPrefix(o.path, "golang.org/x/sys/"):
			if slices.Contains(sockets, o.name) {
				faults = append(faults, "uses "+o.path+"."+o.name)
			}
		case !banned || len(allowed) == 0:
		case allowed[o.name] == "" || o.path == "net" && !local(o.call):
			faults = append(faults, "uses "+o.path+"."+o.name)
		}
	}
	return faults
}

// bannedAs tells whether a package is one that reaches a network, and what of it is
// allowed all the same.
func bannedAs(path string) (allowed map[string]string, banned bool) {
	if allowed, banned = networked[path]; banned {
		return allowed, true
	}
	for at := range networked {
		if at != "net" && strings.HasPrefix(path, at+"/") {
			return nil, true
		}
	}
	return nil, false
}

// taken lists what a file takes from the packages it imports.
func taken(file *ast.File, names map[string]string) (out []outside) {
	calls := map[*ast.SelectorExpr]*ast.CallExpr{}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if of, ok := n.Fun.(*ast.SelectorExpr); ok {
				calls[of] = n
			}
		case *ast.SelectorExpr:
			if pkg, ok := n.X.(*ast.Ident); ok && names[pkg.Name] != "" {
				out = append(out, outside{names[pkg.Name], n.Sel.Name, calls[n]})
			}
		}
		return true
	})
	return out
}

// local tells whether a call of net.Dial stays on this machine.
func local(call *ast.CallExpr) bool {
	if call == nil || len(call.Args) == 0 {
		return false
	}
	network, ok := call.Args[0].(*ast.BasicLit)
	return ok && network.Value == `"unix"`
}
