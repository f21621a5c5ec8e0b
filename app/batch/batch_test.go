package batch_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"h200filing/app/batch"
	"h200filing/app/session"
	"h200filing/app/session/sessiontest"
)

func setting(t testing.TB) *session.Setting {
	return sessiontest.Setting(t, func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) })
}

// fill makes n applications of a case, each with another number of employees.
func fill(t testing.TB, setting *session.Setting, dir, name string, n int) {
	t.Helper()
	for i := range n {
		s := sessiontest.Create(t, setting, filepath.Join(dir, fmt.Sprintf("%03d.h200", i)), name)
		if err := s.Set("applicant.employees", fmt.Sprint(860+i)); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestMany exports five hundred applications of which every fifth is damaged, is
// stopped on its way, and goes on: what is done is not done again, every good one
// has its files, every bad one is told, and memory does not grow with their number.
func TestMany(t *testing.T) {
	const all, bad = 500, 100
	s, in, out := setting(t), t.TempDir(), t.TempDir()
	fill(t, s, in, "incomplete.yaml", 20)
	spread(t, in, 20, all, bad)
	job := batch.Job{Setting: s, From: in, To: out, Jobs: 2}
	var most uint64
	job.Done = func(o batch.Outcome, of int) {
		if of != all {
			t.Errorf("%d files", of)
		}
		if o.Index%100 == 0 {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
		}
	}
	outcomes, err := job.Run()
	if err != nil {
		t.Fatal(err)
	}
	count := map[batch.Status]int{}
	for i, o := range outcomes {
		count[o.Status]++
		if o.Index != i || (o.Status == batch.Failed) != (o.Err != nil) {
			t.Errorf("%+v", o)
		}
		_, err := os.Stat(filepath.Join(out, o.Name, o.Name+".zip"))
		if (err == nil) != (o.Status != batch.Failed) {
			t.Errorf("%s: %s, pack: %v", o.Name, o.Status, err)
		}
	}
	if count[batch.Failed] != bad || count[batch.Draft] != all-bad {
		t.Errorf("outcomes %v", count)
	}
	if limit := uint64(512 << 20); most > limit {
		t.Errorf("%d MB in use", most>>20)
	}
	interrupted(t, job, out, outcomes)
}

// spread copies the first applications under further names, and puts bytes that are
// none in the place of every fifth.
func spread(t *testing.T, dir string, have, all, bad int) {
	t.Helper()
	for i := range all {
		data, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("%03d.h200", i%have)))
		if err != nil {
			t.Fatal(err)
		}
		name := fmt.Sprintf("f%03d.h200", i)
		if i%(all/bad) == 0 {
			data = data[:len(data)/2]
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for i := range have {
		if err := os.Remove(filepath.Join(dir, fmt.Sprintf("%03d.h200", i))); err != nil {
			t.Fatal(err)
		}
	}
}

// interrupted takes away what a batch that was killed would not have written yet,
// and runs it again.
func interrupted(t *testing.T, job batch.Job, out string, before []batch.Outcome) {
	t.Helper()
	gone := map[string]bool{}
	for i, o := range before {
		if i%50 == 1 {
			gone[o.Name] = true
			if err := os.Remove(filepath.Join(out, o.Name, o.Name+".zip")); err != nil {
				t.Fatal(err)
			}
		}
	}
	outcomes, err := job.Run()
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range outcomes {
		want := batch.Current
		switch {
		case o.Err != nil:
			want = batch.Failed
		case gone[o.Name]:
			want = batch.Draft
		}
		if o.Status != want {
			t.Errorf("%s: %s, want %s", o.Name, o.Status, want)
		}
	}
}

// BenchmarkBatch exports the supported case, with its attachments, many times, on
// as many processors as there are; it reports applications a second.
func BenchmarkBatch(b *testing.B) {
	const n = 20
	s, in := setting(b), b.TempDir()
	fill(b, s, in, "inference-supported.yaml", n)
	for b.Loop() {
		outcomes, err := batch.Job{Setting: s, From: in, To: b.TempDir(), Jobs: runtime.NumCPU()}.Run()
		if err != nil {
			b.Fatal(err)
		}
		for _, o := range outcomes {
			if o.Status != batch.Final {
				b.Fatalf("%+v", o)
			}
		}
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "applications/s")
}
