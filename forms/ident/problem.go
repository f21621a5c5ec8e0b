package ident

// Problem is a stable code for what is wrong with an identifier. Messages and
// tests depend on the codes, so they never change.
type Problem string

// The problems, in the order in which a check looks for them.
const (
	None       Problem = ""            // nothing wrong
	Empty      Problem = "empty"       // blank; whether an answer is required is not decided here
	Outdated   Problem = "outdated"    // a form no longer in use: the 15-digit ID number
	Length     Problem = "length"      // too many or too few characters
	Alphabet   Problem = "alphabet"    // a character that cannot occur, or not at this place
	Region     Problem = "region"      // the first digits name no province
	Date       Problem = "date"        // no day of the calendar
	CheckDigit Problem = "check_digit" // the last character does not fit the others
	Shape      Problem = "shape"       // right characters, but not put together as the kind demands
)
