package fonts

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
)

//go:embed LICENSES
var licences embed.FS

// Licences gives the licence notes of all faces followed by the full licence
// texts, as plain text to show or print. The licences ask that they travel with
// the program.
func Licences() (string, error) {
	var b strings.Builder
	for _, name := range []string{"README.txt", "OFL-1.1.txt", "GPL-3.0-with-font-exception.txt"} {
		text, err := fs.ReadFile(licences, "LICENSES/"+name)
		if err != nil {
			return "", fmt.Errorf("licences of the typefaces: %w", err)
		}
		b.Write(text)
		b.WriteString("\n\n")
	}
	return b.String(), nil
}
