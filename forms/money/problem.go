package money

import "strconv"

// Problem is a stable code that says why a text is not an amount. Callers use
// it to choose a message, so the codes never change.
type Problem string

// The problems that the readers of this package report.
const (
	Empty     Problem = "empty"      // nothing but blanks
	NotNumber Problem = "not_number" // letters, two points, a sign in the middle …
	Grouping  Problem = "grouping"   // thousands separators not before every third digit, or mixed
	Decimals  Problem = "decimals"   // more decimals than may be given
	Negative  Problem = "negative"   // below zero where only zero or more makes sense
	Overflow  Problem = "overflow"   // larger than can be held or written
)

// Error reports a refused text or number.
type Error struct {
	Problem Problem
	Input   string // as given, for the log; not meant for display
}

// Error gives the code and the quoted input, for developers.
func (e *Error) Error() string {
	return "money: " + string(e.Problem) + ": " + strconv.Quote(e.Input)
}

func refuse(p Problem, input string) error { return &Error{Problem: p, Input: input} }
