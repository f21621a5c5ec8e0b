// Command rivals sets the same text of about 43 pages with this program's PDF
// writer and with those that are on the machine, each as a whole process started
// from nothing, and says how long they take and how much memory:
//
//	go run ./app/dev/rivals [ROUNDS]
//
// The rivals are Typst, LibreOffice and reportlab; TYPST may name the first. One
// more is the ideal: a process that parses the faces, cuts them down to the text
// and packs the same bytes, and neither sets lines nor draws pages. Rounds take
// turns, so that a busy machine slows all alike. With -child it is one of the two
// processes of its own that it measures.
//
// It stands beside the program, not in it, and may import the floors below app.
package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "rivals:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) > 1 && args[0] == "-child" {
		return child(args[1], args[2:])
	}
	rounds := 5
	if len(args) > 0 {
		var err error
		if rounds, err = strconv.Atoi(args[0]); err != nil || rounds < 1 {
			return fmt.Errorf("%q is no number of rounds", args[0])
		}
	}
	program, err := os.Executable()
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "rivals-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	racers, absent, err := line(program, folder)
	if err != nil {
		return err
	}
	racers, unable := fit(racers)
	for _, name := range append(absent, unable...) {
		fmt.Println(name, "is not on this machine")
	}
	if len(racers) == 0 {
		return errors.New("not even our own writer makes a file")
	}
	results, err := race(racers, rounds)
	if err != nil {
		return err
	}
	report(os.Stdout, results)
	return nil
}
