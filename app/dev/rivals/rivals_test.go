package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// racersOf builds the command and prepares all racers.
func racersOf(t testing.TB) []racer {
	t.Helper()
	folder := t.TempDir()
	program := filepath.Join(folder, "rivals.exe")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	racers, absent, err := line(program, folder)
	if err != nil {
		t.Fatal(err)
	}
	racers, unable := fit(racers)
	t.Logf("not on this machine: %v", append(absent, unable...))
	return racers
}

// TestOwnRacers: ours and the ideal make files of about the same size.
func TestOwnRacers(t *testing.T) {
	sizes := map[string]int64{}
	for _, r := range racersOf(t)[:2] {
		if _, _, err := r.run(); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(r.out)
		if err != nil {
			t.Fatal(err)
		}
		sizes[r.name] = info.Size()
	}
	if ours, ideal := sizes["ours"], sizes["ideal"]; ideal < ours*8/10 || ideal > ours*12/10 {
		t.Errorf("ours has %d bytes, the ideal %d: it does not pack the same", ours, ideal)
	}
}

// BenchmarkPDF43Pages starts each writer that is on the machine as a process of its
// own.
func BenchmarkPDF43Pages(b *testing.B) {
	for _, r := range racersOf(b) {
		b.Run(r.name, func(b *testing.B) {
			most := int64(0)
			for b.Loop() {
				_, memory, err := r.run()
				if err != nil {
					b.Fatal(err)
				}
				most = max(most, memory)
			}
			b.ReportMetric(float64(most)/1e6, "MB-peak")
		})
	}
}
