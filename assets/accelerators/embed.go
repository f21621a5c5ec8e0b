// Package accelerators embeds the accelerator catalogue: one YAML file with the cited figures of the NVIDIA reference
// parts and of every domestic candidate. It holds data and nothing else; package forms/accelerator reads and checks it.
//
// Floor 0 of the house: it imports nothing but the standard library's embed support.
package accelerators

import (
	_ "embed"
	"time"
)

// Catalogue is the catalogue file as it was released, UTF-8 YAML.
//
//go:embed catalogue.yaml
var Catalogue []byte

// Released is the day of the catalogue. It is checked against this day and not
// against the user's clock, which may be wrong; a test holds it to the file.
var Released = time.Date(2026, time.November, 23, 0, 0, 0, 0, time.UTC)
