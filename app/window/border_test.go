package window

import "testing"

// TestStoppedTimer: what a timer has handed over is not done once it was stopped.
func TestStoppedTimer(t *testing.T) {
	done := 0
	run, stop := unless(func() { done++ })
	run()
	stop()
	run()
	if done != 1 {
		t.Errorf("done %d times", done)
	}
}
