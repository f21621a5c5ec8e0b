//go:build !windows && !darwin

package journal

import "testing"

// TestStateHome: the variable of the XDG specification counts if it is absolute.
func TestStateHome(t *testing.T) {
	for value, want := range map[string]string{"/state": "/state/h200filing", "state": "/home/u/.local/state/h200filing", "": "/home/u/.local/state/h200filing"} {
		got, err := folder(func(string) string { return value }, func() (string, error) { return "/home/u", nil })
		if err != nil || got != want {
			t.Errorf("XDG_STATE_HOME=%s: %s, %v, want %s", value, got, err, want)
		}
	}
}
