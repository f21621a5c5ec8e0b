// Package accelerators embeds the accelerator catalogue: one YAML file with the cited figures of the NVIDIA reference
// parts and of every domestic candidate. It holds data and nothing else; package forms/accelerator reads and checks it.
//
// Floor 0 of the house: it imports nothing but the standard library's embed support.
package accelerators

import _ "embed"

// Catalogue is the catalogue file as it was released, UTF-8 YAML.
//
//go:embed catalogue.yaml
var Catalogue []byte
