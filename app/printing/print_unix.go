//go:build unix

package printing

import (
	"context"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

// patience is how long the spooler may take to answer.
const patience = 20 * time.Second

// send uses CUPS, which Linux and macOS share.
func send(path string) error {
	lp, err := exec.LookPath("lp")
	if err != nil {
		return ErrNone
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if out, err := exec.CommandContext(ctx, lp, "--", path).CombinedOutput(); err != nil {
		return fmt.Errorf("lp: %w: %s", err, strings.TrimSpace(string(out)))
	}
	return nil
}
