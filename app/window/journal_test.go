package window

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"h200filing/app/journal"
	"h200filing/app/session"
)

// TestJournal: a working day is in the log, and nothing of what was worked on: no
// answer, no name of a file, of a folder or of the user.
func TestJournal(t *testing.T) {
	const marker = "机密marker"
	r := newRig(t)
	logs := t.TempDir()
	j, err := journal.Open(logs, "test", noon)
	if err != nil {
		t.Fatal(err)
	}
	r.recorder = journal.Recorder{Dir: logs, Version: "test", Now: noon, Journal: j}
	dir := filepath.Join(t.TempDir(), marker)
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	r.path = filepath.Join(dir, marker+".h200")
	r.enter(r.path, r.shelf.create)
	r.section("applicant")
	r.focus("applicant.name")
	test.Type(r.field(), marker)
	r.desk.export(0, true, session.Protection{}, filepath.Join(dir, marker+".pdf"))
	r.told()
	r.drop(filepath.Join(dir, marker+".txt"))
	r.told()
	r.Open(filepath.Join(dir, marker+"2.h200"))
	r.told()
	r.complain(errors.New(marker))
	r.told()
	r.recorder.Guard(func() { panic(marker) }, func(*journal.Fault) {})
	if got := r.answer("applicant.name"); got != marker {
		t.Fatalf("the answer is %q", got)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	entries, err := os.ReadDir(logs)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join(logs, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all.WriteString(e.Name())
		all.Write(text)
	}
	for _, event := range []journal.Event{journal.Opened, journal.Exported, journal.Dropped, journal.Refused, journal.Failed, journal.Faulted} {
		if !strings.Contains(all.String(), `"msg":"`+event.String()+`"`) {
			t.Errorf("%s is missing in\n%s", event, &all)
		}
	}
	for _, personal := range []string{marker, "marker", "测试"} {
		if strings.Contains(all.String(), personal) {
			t.Errorf("%q is written down:\n%s", personal, &all)
		}
	}
}
