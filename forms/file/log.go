package file

import (
	"errors"
	"fmt"
	"iter"
	"strconv"
	"time"

	"github.com/ncruces/go-sqlite3"
)

// The operations of log entries that are no change of answers; the others are
// those of forms.Change.
const (
	OpMeta    = "meta"    // SetMeta; Path is the key
	OpTick    = "tick"    // Tick, Untick, or a tick that fell; Old and New are the reviewer's name
	OpVersion = "version" // NameVersion; Path and New are the name
)

// Entry is one line of the change log. Old and New are the texts of an answer
// for "set" and "meta"; for "insert", "remove" and "move" they are the position
// of the row before and after, or "".
//
// Hash is the SHA-256 of the hash of the entry before (nothing for the first)
// followed by Seq, Step, Undoes, Below, At, Who, Op, Path, Old, New and Why in
// this order, each as text after its length in bytes as an unsigned varint;
// numbers are decimal, At is RFC 3339 in UTC. So an entry that was altered, or
// taken out, breaks the chain from there.
type Entry struct {
	Seq    int64     // 1, 2, 3 …
	Step   int64     // Seq of the first entry that was made by the same change
	Undoes int64     // the step that this one takes back, 0 for none
	Below  int64     // the step to undo (for an Undo: to redo) once this one is taken back; of Begin its own
	At     time.Time // UTC
	Who    string
	Op     string
	Path   string // with row ids
	Old    string
	New    string
	Why    string
	Hash   []byte
}

// fields are what the hash covers.
func (e Entry) fields() []string { return e.fieldsAt(stamp(e.At)) }

func (e Entry) fieldsAt(at string) []string {
	number := func(n int64) string { return strconv.FormatInt(n, 10) }
	return []string{number(e.Seq), number(e.Step), number(e.Undoes), number(e.Below), at,
		e.Who, e.Op, e.Path, e.Old, e.New, e.Why}
}

// errEnough ends a reading of the log before its end.
var errEnough = &refusal{errors.New("no more entries wanted")}

// Log gives the entries after a seq (0 for all), oldest first. An error ends it.
// The file must not be used otherwise within the loop.
func (f *File) Log(after int64) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		err := f.use(`BEGIN`, func() error {
			return f.db.entries(after, func(e Entry) error {
				if !yield(e, nil) {
					return errEnough
				}
				return nil
			})
		})
		if err != nil && !errors.Is(err, errEnough) {
			yield(Entry{}, err)
		}
	}
}

const selectLog = `SELECT seq, step, undoes, below, at, who, op, path, old, new, why, hash FROM log `

// entries reads the log after a seq, oldest first.
func (d *database) entries(after int64, each func(Entry) error) error {
	return d.scan(selectLog+`WHERE seq > ? ORDER BY seq`, after, each)
}

// newest reads the log from a seq on backwards.
func (d *database) newest(from int64, each func(Entry) error) error {
	return d.scan(selectLog+`WHERE seq <= ? ORDER BY seq DESC`, from, each)
}

func (d *database) scan(sql string, arg int64, each func(Entry) error) error {
	return d.query(sql, func(row *sqlite3.Stmt) error {
		e, at := entryOf(row)
		var err error
		if e.At, err = time.Parse(time.RFC3339Nano, at); err != nil {
			return fmt.Errorf("log entry %d: %w", e.Seq, err)
		}
		return each(e)
	}, arg)
}

// entryOf gives an entry as it stands in a row of selectLog, and its time as
// text.
func entryOf(row *sqlite3.Stmt) (e Entry, at string) {
	return Entry{
		Seq: row.ColumnInt64(0), Step: row.ColumnInt64(1), Undoes: row.ColumnInt64(2), Below: row.ColumnInt64(3),
		Who: row.ColumnText(5), Op: row.ColumnText(6), Path: row.ColumnText(7), Old: row.ColumnText(8),
		New: row.ColumnText(9), Why: row.ColumnText(10), Hash: row.ColumnBlob(11, nil),
	}, row.ColumnText(4)
}
