package graphics

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestInUnits(t *testing.T) {
	for _, c := range []struct {
		width, height int
		scale         float32
		want          fyne.Size
		ok            bool
	}{
		{1366, 728, 1, fyne.NewSize(1366, 728), true},
		{2560, 1400, 2, fyne.NewSize(1280, 700), true},
		{0, 728, 1, fyne.Size{}, false},
		{1366, 0, 1, fyne.Size{}, false},
		{1366, 728, 0, fyne.Size{}, false},
	} {
		if got, ok := inUnits(c.width, c.height, c.scale); got != c.want || ok != c.ok {
			t.Errorf("%d × %d at %g: %v, %v", c.width, c.height, c.scale, got, ok)
		}
	}
}
