package main

import (
	"fmt"
	"os"
	"path/filepath"

	"h200filing/app/dev/icon"
)

// iconsCommand is `dev icons`.
type iconsCommand struct{}

// iconFolder holds the drawing and the pictures made from it.
const iconFolder = "assets/icons"

// iconSizes are the pictures made, in pixels a side.
var iconSizes = []int{64, 256, 512}

// Run draws the pictures of the program's icon again.
func (iconsCommand) Run(w *workshop) error {
	dir := filepath.Join(w.root, filepath.FromSlash(iconFolder))
	drawing, err := os.ReadFile(filepath.Join(dir, "icon.svg"))
	if err != nil {
		return err
	}
	for _, size := range iconSizes {
		picture, err := icon.PNG(drawing, size)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("icon-%d.png", size)), picture, 0o644); err != nil {
			return err
		}
	}
	return nil
}
