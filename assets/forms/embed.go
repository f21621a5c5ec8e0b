// Package forms holds the form packs that the program ships. It is data on
// floor 0 of the house and imports nothing of it.
package forms

import (
	"embed"
	"io/fs"
)

//go:embed h200-cn
var packs embed.FS

// Current is the folder of the pack that new applications are made with.
const Current = "h200-cn/2026.1"

// Pack returns the files of a pack, by its folder ("h200-cn/2026.1").
func Pack(folder string) (fs.FS, error) { return fs.Sub(packs, folder) }
