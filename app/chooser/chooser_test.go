package chooser

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestProposal: whatever an application is called, every system takes the name.
func TestProposal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.String().Draw(t, "name")
		if got := proposal(name); strings.ContainsAny(got, reserved+"\x00\n\t") {
			t.Errorf("%q is proposed as %q", name, got)
		}
	})
	if got := proposal("申请 2026.pdf"); got != "申请 2026.pdf" {
		t.Errorf("a name that is good became %q", got)
	}
}
