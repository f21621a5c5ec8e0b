// Package notices writes the licences of what is built into the program as the
// file that travels with its packages, from those that the program itself shows.
//
// It belongs to the developer command and may import assets.
package notices

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"

	"h200filing/assets/licences"
)

// Write writes the licences of the typefaces and of works, each text once: where
// two have the same, the later names the earlier.
func Write(typefaces string, works []licences.Work) []byte {
	var out bytes.Buffer
	out.WriteString(strings.TrimSpace(typefaces) + "\n\n")
	seen := map[[sha256.Size]byte]string{}
	for _, w := range works {
		fmt.Fprintf(&out, "%s\n%s\n%[1]s\n\n", rule, strings.TrimSpace(w.Name+" "+w.Version))
		for _, t := range w.Texts {
			text := strings.TrimSpace(t.Text)
			sum := sha256.Sum256([]byte(text))
			if first, ok := seen[sum]; ok {
				fmt.Fprintf(&out, "%s: the same as %s above\n\n", t.File, first)
				continue
			}
			seen[sum] = w.Name + ": " + t.File
			fmt.Fprintf(&out, "%s:\n\n%s\n\n", t.File, text)
		}
	}
	return out.Bytes()
}

var rule = strings.Repeat("=", 72)
