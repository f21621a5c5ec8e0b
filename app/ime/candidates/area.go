// Package candidates puts the window in which an input method shows what can be
// chosen beside the caret of the text.
//
// GLFW, on which Fyne stands, tells no input method where the caret is
// (glfw#2130), so the candidates appear in a corner of the window. On Windows the
// program can tell it without GLFW, through Imm32 and a hidden system caret; the
// methods that ask only by WM_IME_REQUEST are not answered. On X11 and macOS
// nothing but a changed GLFW would do, so there Follow does nothing and Movable
// says so.
//
// It knows windows by their handle and places in pixels, no toolkit and no C, so
// that go vet reads its Windows half on any machine. It stands on floor 3 of the
// house, below app/ime, and imports golang.org/x/sys/windows only.
package candidates

import "math"

// Area is a rectangle inside a window in pixels from its top left corner; Right and
// Bottom are outside of it (RECT).
type Area struct{ Left, Top, Right, Bottom int32 }

// Pixels is the area that a rectangle of the toolkit's units covers at a scale, in
// pixels a unit: never less than a pixel wide and high.
func Pixels(x, y, width, height, scale float32) Area {
	a := Area{Left: floor(x * scale), Top: floor(y * scale), Right: ceil((x + width) * scale), Bottom: ceil((y + height) * scale)}
	a.Right, a.Bottom = max(a.Right, a.Left+1), max(a.Bottom, a.Top+1)
	return a
}

func floor(v float32) int32 { return int32(math.Floor(float64(v))) }
func ceil(v float32) int32  { return int32(math.Ceil(float64(v))) }
