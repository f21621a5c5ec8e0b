// Package stage gives a test a desktop of its own: a display without a screen, a
// window manager, a message bus, a home, and, when it is wanted, an input method for
// Chinese. Programs run on it are typed into as a person types, and what can be seen
// is read from the display's memory.
//
// It waits for what comes about, never for time to pass, and ends with the test
// everything that it has started. It is for tests alone; the product does not import
// it. It stands on floor 3 of the house, imports no other package of it, and exists
// on Linux only.
package stage
