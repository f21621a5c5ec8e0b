// Command start measures how long the program takes from nothing to the first
// frame that can be used, and how much memory it then has, beside an empty window
// of the same toolkit on the same display in turns:
//
//	go run ./app/dev start [ROUNDS]
//
// The dev command builds the program, names it in H200FILING_BIN and brings the
// display. With -empty this one is the empty window. A frame can be used when most
// of the window is light, as its paper is, and there is text on it; the time is
// that of the picture in which this was seen first, so that both are told late by
// up to the time of a picture, which is told too. Linux only.
//
// It stands beside the program, not in it, and imports only the toolkit.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strconv"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "start:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	if len(args) == 1 && args[0] == "-empty" {
		showEmpty()
		return nil
	}
	rounds := 5
	if len(args) > 0 {
		var err error
		if rounds, err = strconv.Atoi(args[0]); err != nil || rounds < 1 {
			return fmt.Errorf("%q is no number of rounds", args[0])
		}
	}
	program := os.Getenv("H200FILING_BIN")
	if program == "" || os.Getenv("DISPLAY") == "" {
		return errors.New("no program or no display: run this by go run ./app/dev start")
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	home, err := os.MkdirTemp("", "h200filing-start-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(home)
	contestants := []contestant{
		{name: "an empty window", title: emptyTitle, argv: []string{self, "-empty"}},
		{name: "the start page", title: "H200", argv: []string{program, "--lang", "zh-Hans"}},
		{name: "the practice application, filled", title: "–", argv: []string{program, "--practice", "--lang", "zh-Hans"}},
	}
	for range rounds {
		for i := range contestants {
			if err := contestants[i].take(ctx, home); err != nil {
				return fmt.Errorf("%s: %w", contestants[i].name, err)
			}
		}
	}
	report(contestants)
	return nil
}

// contestant is a program that opens a window.
type contestant struct {
	name  string
	title string // part of the window's title, by which it is found
	argv  []string
	runs  []result
}

// result is one start.
type result struct {
	usable   time.Duration // until the first frame that can be used was seen
	picture  time.Duration // that the taking of a picture took
	resident int64         // bytes, once it has come to rest
}

// report prints the medians.
func report(contestants []contestant) {
	median := func(c contestant, of func(result) float64) float64 {
		values := make([]float64, len(c.runs))
		for i, r := range c.runs {
			values[i] = of(r)
		}
		slices.Sort(values)
		return values[len(values)/2]
	}
	seconds := func(r result) float64 { return r.usable.Seconds() }
	empty := median(contestants[0], seconds)
	for _, c := range contestants {
		fmt.Printf("%-34s usable after %6.3f s (%4.2f of an empty window's; pictures of %.3f s), resident %4.0f MB\n", c.name,
			median(c, seconds), median(c, seconds)/empty,
			median(c, func(r result) float64 { return r.picture.Seconds() }), median(c, func(r result) float64 { return float64(r.resident) / 1e6 }))
	}
}
