package question

import "fyne.io/fyne/v2"

// NewTapArea stands content on a ground that tells when it is tapped; what stands
// on it keeps its own taps.
func NewTapArea(content fyne.CanvasObject, tapped func()) fyne.CanvasObject {
	return newTapArea(content, tapped)
}
