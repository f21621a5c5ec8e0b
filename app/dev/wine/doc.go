// Package wine runs the program for Windows: its tests make a Windows out of
// Wine, let the program work there as on a user's machine, and hold what it writes
// to what the program for Linux writes. `go run ./app/dev test` builds both and
// brings the display; the tests are for Linux on amd64.
//
// What Wine 8 lacks for Go is in testdata, built for the tests and never shipped.
// The package holds tests only. It belongs to the developer command.
package wine
