// Package icons holds the program's icon, drawn for it: a sheet of paper with
// the outline of a chip and a red square where a seal would stand.
//
// The drawing is icon.svg; `go run ./app/dev icons` makes the pictures from
// it and a test of app/dev holds them to it. The package is data: floor 0 of the
// house, it imports nothing.
package icons

import _ "embed"

// SVG is the drawing, 512 by 512 user units.
//
//go:embed icon.svg
var SVG []byte

// PNG512 is the drawing as a picture of 512 by 512 pixels, for packages.
//
//go:embed icon-512.png
var PNG512 []byte

// PNG256 is the drawing as a picture of 256 by 256 pixels, for the start page, which
// shows it in up to 224: four lines of text twice as large as normal, on a screen of
// double density.
//
//go:embed icon-256.png
var PNG256 []byte

// PNG64 is the drawing as a picture of 64 by 64 pixels, for the window.
//
//go:embed icon-64.png
var PNG64 []byte
