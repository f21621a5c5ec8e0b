// Package colour holds the colour profile that printed documents name, so that
// their colours mean the same everywhere (PDF/A asks for it).
//
// LICENSE names origin, version and licence. The package stands on floor 0
// (assets), is pure data and imports nothing of the house.
package colour

import _ "embed"

// SRGB is an ICC profile of the sRGB colour space (IEC 61966-2-1). It is shared
// by everybody: read only.
//
//go:embed srgb.icc
var SRGB []byte
