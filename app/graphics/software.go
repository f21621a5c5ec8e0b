package graphics

import (
	"errors"
	"maps"
	"os"
	"slices"
	"strings"
)

// tried marks the environment of a program that was started again with Software's.
const tried = "H200FILING_SOFTWARE_GRAPHICS"

// software are the variables that have Mesa draw without a graphics card: the
// driver (https://docs.mesa3d.org/envvars.html), and the vendor that libglvnd
// turns to, which may be another one's driver that does not fit its kernel module.
// What is "" is taken out: it may be what points to a driver that fails.
var software = map[string]string{
	"LIBGL_ALWAYS_SOFTWARE":       "1",
	"GALLIUM_DRIVER":              "llvmpipe",
	"__GLX_VENDOR_LIBRARY_NAME":   "mesa",
	"MESA_LOADER_DRIVER_OVERRIDE": "",
	"LIBGL_DRIVERS_PATH":          "",
	"LIBGL_ALWAYS_INDIRECT":       "",
	tried:                         "1",
}

// Software is an environment in which Mesa draws in software. It reports false
// where the environment is one already.
func Software(environ []string) (changed []string, ok bool) {
	for _, entry := range environ {
		key, _, _ := strings.Cut(entry, "=")
		if key == tried {
			return nil, false
		}
		if _, replaced := software[key]; !replaced {
			changed = append(changed, entry)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(software)) {
		if value := software[key]; value != "" {
			changed = append(changed, key+"="+value)
		}
	}
	return changed, true
}

// Forget takes the variables out of this program's environment again, once it has
// its window, so that the programs that it opens files with draw as they always do.
func Forget() error {
	if os.Getenv(tried) == "" {
		return nil
	}
	var failed []error
	for key, value := range software {
		if value != "" {
			failed = append(failed, os.Unsetenv(key))
		}
	}
	return errors.Join(failed...)
}
