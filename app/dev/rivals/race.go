package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"text/tabwriter"
	"time"
)

// result is what one racer needed, round by round.
type result struct {
	name   string
	times  []time.Duration
	memory int64 // most of all rounds, in bytes; 0 where the system does not say
	size   int64 // of the file
}

func (r result) median() time.Duration {
	sorted := slices.Sorted(slices.Values(r.times))
	return sorted[len(sorted)/2]
}

// fit are the racers that make a file when tried, and the names of those that do
// not: LibreOffice without its word processor says it is done and makes none.
func fit(racers []racer) (able []racer, unable []string) {
	for _, r := range racers {
		if _, _, err := r.run(); err == nil {
			if _, err = os.Stat(r.out); err == nil {
				able = append(able, r)
				continue
			}
		}
		unable = append(unable, r.name)
	}
	return able, unable
}

// race lets all racers run by turns.
func race(racers []racer, rounds int) ([]result, error) {
	results := make([]result, len(racers))
	for range rounds {
		for i, r := range racers {
			took, memory, err := r.run()
			if err != nil {
				return nil, err
			}
			results[i].name = r.name
			results[i].times = append(results[i].times, took)
			results[i].memory = max(results[i].memory, memory)
			info, err := os.Stat(r.out)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", r.name, err)
			}
			results[i].size = info.Size()
		}
	}
	return results, nil
}

// run starts a racer and waits for it.
func (r racer) run() (time.Duration, int64, error) {
	cmd := exec.Command(r.args[0], r.args[1:]...)
	began := time.Now()
	out, err := cmd.CombinedOutput()
	if err != nil {
		return 0, 0, fmt.Errorf("%s: %w\n%s", r.name, err, out)
	}
	return time.Since(began), peakMemory(cmd.ProcessState), nil
}

// report writes a table; the times are medians and, in brackets, the least.
func report(out io.Writer, results []result) {
	ours := results[0].median()
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "writer\ttime\tleast\tto ours\tmemory\tfile")
	for _, r := range results {
		fmt.Fprintf(w, "%s\t%d ms\t%d ms\t%.2f\t%.0f MB\t%d kB\n", r.name, r.median().Milliseconds(),
			slices.Min(r.times).Milliseconds(), float64(r.median())/float64(ours), float64(r.memory)/1e6, r.size/1000)
	}
	w.Flush()
}
