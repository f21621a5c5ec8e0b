package main

import (
	"os"
	"testing"
)

// TestSecret: a password is read once, and is inherited by nobody.
func TestSecret(t *testing.T) {
	const name = "H200FILING_TEST_SECRET"
	t.Setenv(name, "口令 1")
	if got := secret(name); got != "口令 1" {
		t.Errorf("read %q", got)
	}
	if _, there := os.LookupEnv(name); there {
		t.Error("the environment still has it")
	}
	if got := secret(name); got != "" {
		t.Errorf("read again: %q", got)
	}
}
