// Package ime keeps the keys of an input method's composition out of the text.
//
// GLFW on X11 and macOS reports a key to the program even when the input method
// has taken it for its composition (GLFW x11_window.c, KeyPress: the key is
// reported before the filtered event is dropped; cocoa_window.m, keyDown: before
// interpretKeyEvents). So a BackSpace that corrects 拼音 deletes committed text and
// the Enter that commits it breaks the line. Tracker tells such keys apart from
// the order of events alone: a printable key that no rune follows is held by the
// input method. Entry is the toolkit's single-line entry that asks a Tracker
// first; package prose does the same for its editor.
//
// It draws no candidates and knows no language. It stands on floor 3 of the
// house, beside the screens, and imports Fyne but never fyne.io/fyne/v2/app.
package ime
