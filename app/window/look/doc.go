// Package look is how the window looks: the bundled typefaces, calm colours with
// a seal red for what matters, and compact sizes that grow with the text size
// the user has chosen.
//
// Floor 3 of the house, below the screens. It imports assets and Fyne, but never
// fyne.io/fyne/v2/app, so it is tested without a display.
package look
