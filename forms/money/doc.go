// Package money holds amounts exactly: whole fen (hundredths of a currency
// unit) for what is paid, and arbitrary decimals for rates and quantities on
// the way there. It reads amounts as people type them, and writes them in figures
// and in 人民币大写.
//
// It refuses rather than guesses: binary floating point has no way in, an
// amount with a third decimal is not rounded silently, misplaced thousands
// separators are not ignored, and nothing below zero or above [Max] is read.
// Refusals are [*Error] values whose [Problem] is a stable code; their wording
// for the user belongs to the form pack.
//
// The package stands on the first floor of the house, beside the other forms
// packages. It does no I/O and imports nothing of the house, only
// shopspring/decimal and x/text/width.
package money
