//go:build !windows && !darwin

package journal

import "path/filepath"

// folder follows the XDG Base Directory Specification 0.8: a path that is not
// absolute is to be ignored.
func folder(getenv func(string) string, home func() (string, error)) (string, error) {
	if state := getenv("XDG_STATE_HOME"); filepath.IsAbs(state) {
		return filepath.Join(state, name), nil
	}
	return under(home, ".local", "state", name)
}
