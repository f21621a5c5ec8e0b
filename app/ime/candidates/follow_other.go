//go:build !windows

package candidates

// Movable reports whether Follow does anything on this system.
const Movable = false

// Follow does nothing: the input method decides where its window stands.
func Follow(window uintptr, caret Area) error { return nil }

// Leave does nothing.
func Leave() error { return nil }
