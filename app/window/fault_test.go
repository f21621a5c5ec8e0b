package window

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"h200filing/app/journal"
)

// TestTellFaults: a report of the run before is told of once, with its place.
func TestTellFaults(t *testing.T) {
	r := newRig(t)
	r.recorder = journal.Recorder{Dir: t.TempDir(), Version: "test", Now: noon}
	r.tellFaults()
	if r.win.Canvas().Overlays().Top() != nil {
		t.Fatal("something is told where there is nothing to tell")
	}
	fault := r.recorder.Record("机密", nil)
	r.tellFaults()
	top := r.win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("the fault is not told")
	}
	said := func(text string) bool { return strings.Contains(text, fault.Path) }
	if !slices.ContainsFunc(texts(top), said) {
		t.Errorf("the place of the report is missing in %q", texts(top))
	}
	test.Tap(r.button(r.words.Text("window.close")))
	r.tellFaults()
	if r.win.Canvas().Overlays().Top() != nil {
		t.Error("it is told twice")
	}
}

// TestRescue: what was typed is on disk although the program ends by a mistake, and
// the mistake is the one that is told.
func TestRescue(t *testing.T) {
	r := newFile(t)
	r.recorder = journal.Recorder{Dir: t.TempDir(), Now: noon}
	func() {
		defer func() {
			if p := recover(); p != "a mistake" {
				t.Errorf("recovered %v", p)
			}
		}()
		defer r.Rescue()
		r.section("applicant")
		r.focus("applicant.name")
		test.Type(r.field(), "贵州示例")
		panic("a mistake")
	}()
	if err := r.desk.application.Close(); err != nil {
		t.Fatal(err)
	}
	r.desk = nil
	if got := r.stored("applicant.name"); got != "贵州示例" {
		t.Errorf("stored is %q", got)
	}
}

// TestRescueFails: a second mistake on the way is recorded and hides nothing.
func TestRescueFails(t *testing.T) {
	r := newFile(t)
	dir := t.TempDir()
	r.recorder = journal.Recorder{Dir: dir, Now: noon}
	saver := r.desk.saver
	r.desk.saver = nil
	func() {
		defer func() {
			if p := recover(); p != "a mistake" {
				t.Errorf("recovered %v", p)
			}
		}()
		defer r.Rescue()
		panic("a mistake")
	}()
	r.desk.saver = saver
	found, err := filepath.Glob(filepath.Join(dir, "fault-*.txt"))
	if err != nil || len(found) != 1 {
		t.Fatalf("reports %q, %v", found, err)
	}
	if text, err := os.ReadFile(found[0]); err != nil || !strings.Contains(string(text), "nil pointer") {
		t.Errorf("the report: %s, %v", text, err)
	}
}

// TestAsideFault: a panic in the background is told with the
// place of its report, and what was done with its result is not done.
func TestAsideFault(t *testing.T) {
	r := newRig(t)
	told := make(chan *journal.Fault)
	b := realBorder{journal.Recorder{Dir: t.TempDir(), Now: noon}, func(f *journal.Fault) { told <- f }}
	b.aside(func() { panic("机密") }, func() { t.Error("done is called") })
	fault := <-told
	r.complain(fault)
	top := r.win.Canvas().Overlays().Top()
	if got := strings.Join(texts(top), "\n"); !strings.Contains(got, fault.Path) || strings.Contains(got, "机密") {
		t.Errorf("told: %s", got)
	}
}

// TestOnceAfterAFault: what failed by a mistake of the program can be begun again.
func TestOnceAfterAFault(t *testing.T) {
	r := newRig(t)
	told := make(chan *journal.Fault)
	r.Window.border = realBorder{journal.Recorder{Dir: t.TempDir(), Now: noon}, func(f *journal.Fault) { told <- f }}
	working := false
	r.once(&working, func() { panic("a mistake") }, func() { t.Error("done is called") })
	<-told
	if working {
		t.Error("it is still said to work")
	}
}
