// Package journal keeps what a maintainer needs to mend the program, and nothing
// of its users: a log of events, and a report of every panic.
//
// Both lie on the user's own machine, in the folder that the system has for it,
// and are never sent. It refuses free text: an event is one of a list, and what
// is told about it is a count, a length of time, the kind of an error, or the
// salted hash of a file's name. A report holds the places in the program where it
// failed, without the values that were being worked on and without the message of
// the failure, unless it is one of the Go runtime's own.
//
// Floor 3 of the house, below the window and the command line. It imports
// forms/file for the kinds of its errors, and no Fyne.
package journal
