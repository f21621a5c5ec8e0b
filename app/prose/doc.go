// Package prose is the editor for running text: the widget in which staff write
// Chinese paragraphs for hours.
//
// A paragraph is the unit of layout. A change lays out its own paragraph only, from
// a little before the changed line until the lines agree with the old ones again;
// advances are measured once per character and word; only lines in view exist as
// canvas objects. Lines are broken by export/typeset, by the same rules as on
// paper. Keys that belong to an input method are told apart by app/ime.
//
// What it refuses: styles inside the text, tabs (Tab leaves the field), control
// characters, right-to-left scripts, and layout before it has a width.
//
// It stands on floor 3 of the house, below the screens, and imports export/typeset,
// app/ime and Fyne, but never fyne.io/fyne/v2/app, so it is tested without a
// display. Its words come from the caller. All methods belong to the main goroutine.
package prose
