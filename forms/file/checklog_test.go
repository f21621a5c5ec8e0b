package file_test

import (
	"os"
	"path/filepath"
	"testing"

	"h200filing/forms/file"
)

// TestBrokenLog edits the log behind the program's back: the answers still
// open, and CheckLog names the first entry that does not hold, and how.
func TestBrokenLog(t *testing.T) {
	for statement, want := range map[string]file.Break{
		`SELECT 1`:                                                 {},
		`UPDATE log SET new = 'x' WHERE seq = 4`:                   {Seq: 4, Fault: file.Altered},
		`UPDATE log SET old = 'x' WHERE seq = 4`:                   {Seq: 4, Fault: file.Altered},
		`UPDATE log SET path = 'x' WHERE seq = 4`:                  {Seq: 4, Fault: file.Altered},
		`UPDATE log SET why = 'x' WHERE seq = 4`:                   {Seq: 4, Fault: file.Altered},
		`UPDATE log SET step = 4 WHERE seq = 4`:                    {Seq: 4, Fault: file.Altered},
		`UPDATE log SET undoes = 1 WHERE seq = 6`:                  {Seq: 6, Fault: file.Altered},
		`UPDATE log SET below = 3 WHERE seq = 6`:                   {Seq: 6, Fault: file.Altered},
		`UPDATE log SET who = '李雷' WHERE seq = 1`:                  {Seq: 1, Fault: file.Altered},
		`UPDATE log SET at = '2025-01-01T00:00:00Z' WHERE seq = 3`: {Seq: 3, Fault: file.Altered},
		`UPDATE log SET at = 'yesterday' WHERE seq = 3`:            {Seq: 3, Fault: file.Altered},
		`UPDATE log SET hash = zeroblob(32) WHERE seq = 7`:         {Seq: 7, Fault: file.Altered},
		`UPDATE log SET hash = x'' WHERE seq = 2`:                  {Seq: 2, Fault: file.Altered},
		`DELETE FROM log WHERE seq = 5`:                            {Seq: 5, Fault: file.Gone},
		`DELETE FROM log WHERE seq < 3`:                            {Seq: 1, Fault: file.Gone},
		`UPDATE log SET seq = 70 WHERE seq = 7`:                    {Seq: 7, Fault: file.Gone},
		`DELETE FROM log WHERE seq > 5`:                            {Seq: 6, Fault: file.CutOff},
		`DELETE FROM log`:                                          {Seq: 1, Fault: file.CutOff},
		`INSERT INTO log SELECT seq + 7, step, undoes, below, at, who, op, path, old, new, why, hash FROM log WHERE seq = 1`: {Seq: 8, Fault: file.Added},
	} {
		path := filepath.Join(t.TempDir(), "x.h200")
		if err := os.WriteFile(path, altered(t, statement), 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := file.Open(path)
		if err != nil {
			t.Errorf("%s: %v", statement, err)
			continue
		}
		got, err := f.CheckLog()
		if err != nil || (got == nil) != (want.Seq == 0) {
			t.Errorf("%s: %+v, %v", statement, got, err)
		}
		if got != nil && (got.Seq != want.Seq || got.Fault != want.Fault) {
			t.Errorf("%s: broken at %d (%s), want %d (%s)", statement, got.Seq, got.Fault, want.Seq, want.Fault)
		}
		if got != nil && (got.Fault == file.Altered) != (got.Entry.Seq == got.Seq && got.Fault != file.Added) {
			t.Errorf("%s: entry %+v", statement, got.Entry)
		}
		closeFile(t, f)
	}
}
