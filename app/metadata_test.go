package main

import (
	"testing"

	"h200filing/app/dev/metadata"
)

// TestMetadata holds what the toolkit is told to FyneApp.toml.
func TestMetadata(t *testing.T) {
	m, err := metadata.Read("../" + metadata.File)
	if err != nil {
		t.Fatal(err)
	}
	want := metadata.Metadata{Name: appName, ID: appID, Version: developing, Build: appBuild, Icon: m.Icon}
	if m != want {
		t.Errorf("FyneApp.toml has %+v, the program %+v", m, want)
	}
}
