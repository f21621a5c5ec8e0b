// Package metadata reads FyneApp.toml, the one source of the program's name, id,
// version, icon and of all that its packages say. The developer command compiles
// the version in from it and makes the packages' descriptions, and the program's
// own tests hold its constants to it.
//
// It refuses a file in which something is missing, a version that is not three
// numbers, and names that would have to be quoted in a package. It belongs to the developer command: the program itself
// never reads the file. It imports nothing of the house.
package metadata

import (
	"fmt"
	"regexp"

	"github.com/BurntSushi/toml"
)

// File is the name of the file, at the root of the repository.
const File = "FyneApp.toml"

// Metadata is what the file says of the program.
type Metadata struct {
	Name    string // as a user reads it
	ID      string // reverse domain name; preferences are kept under it
	Version string // major.minor.patch
	Build   int    // counts up within a version
	Icon    string // a PNG, by its path from the root of the repository
}

var threeNumbers = regexp.MustCompile(`^\d+\.\d+\.\d+$`)

// Read returns what the file at path says. The error names the file and what is
// wrong in it.
func Read(path string) (Metadata, error) {
	var file struct{ Details Metadata }
	if _, err := toml.DecodeFile(path, &file); err != nil {
		return Metadata{}, fmt.Errorf("%s: %w", path, err)
	}
	m := file.Details
	for _, required := range []struct{ key, value string }{
		{"Name", m.Name}, {"ID", m.ID}, {"Version", m.Version}, {"Icon", m.Icon},
	} {
		if required.value == "" {
			return Metadata{}, fmt.Errorf("%s: Details.%s is missing", path, required.key)
		}
	}
	if !threeNumbers.MatchString(m.Version) {
		return Metadata{}, fmt.Errorf("%s: Details.Version: %q is not major.minor.patch", path, m.Version)
	}
	return m, nil
}
