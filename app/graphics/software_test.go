package graphics

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSoftware: the variables that choose a driver are replaced, the others stay,
// and nobody tries twice.
func TestSoftware(t *testing.T) {
	got, ok := Software([]string{"HOME=/h", "LIBGL_ALWAYS_SOFTWARE=0", "MESA_LOADER_DRIVER_OVERRIDE=zink", "DISPLAY=:1"})
	want := []string{"HOME=/h", "DISPLAY=:1", "GALLIUM_DRIVER=llvmpipe", tried + "=1", "LIBGL_ALWAYS_SOFTWARE=1", "__GLX_VENDOR_LIBRARY_NAME=mesa"}
	if diff := cmp.Diff(want, got); diff != "" || !ok {
		t.Errorf("%v %s", ok, diff)
	}
	if again, ok := Software(got); ok {
		t.Errorf("tried again with %q", again)
	}
}

// TestForget: only what Restart has set is taken away.
func TestForget(t *testing.T) {
	t.Setenv("LIBGL_ALWAYS_SOFTWARE", "1")
	t.Setenv(tried, "")
	if err := Forget(); err != nil || os.Getenv("LIBGL_ALWAYS_SOFTWARE") != "1" {
		t.Errorf("what the user has set is gone: %v", err)
	}
	t.Setenv(tried, "1")
	if err := Forget(); err != nil || os.Getenv("LIBGL_ALWAYS_SOFTWARE") != "" || os.Getenv(tried) != "" {
		t.Errorf("the variables are still set: %v", err)
	}
}
