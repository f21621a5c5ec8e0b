package command

import (
	"net/url"
	"path/filepath"
	"runtime"
	"strings"
)

// location is the path of a file that is named by its path or, as file managers do,
// by a URL (RFC 8089). What is no URL of a file on this machine is taken for a path.
func location(arg string) string { return locate(arg, runtime.GOOS == "windows") }

// locate is location for a system that does or does not have drives.
func locate(arg string, drives bool) string {
	if !strings.HasPrefix(strings.ToLower(arg), "file:/") {
		return arg
	}
	u, err := url.Parse(arg)
	if err != nil || u.Path == "" {
		return arg
	}
	path := u.Path
	switch {
	case u.Host != "" && u.Host != "localhost" && !drives:
		return arg
	case u.Host != "" && u.Host != "localhost":
		path = "//" + u.Host + path // a share of another machine
	case drives:
		path = strings.TrimPrefix(path, "/") // /C:/folder
	}
	return filepath.FromSlash(path)
}
