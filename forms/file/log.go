package file

import (
	"bytes"
	"errors"
	"iter"
	"strconv"
	"time"

	"github.com/ncruces/go-sqlite3"
)

// OpMeta is the operation of a log entry that SetMeta has made; the others are
// those of forms.Change.
const OpMeta = "meta"

// Entry is one line of the change log. Old and New are the texts of an answer
// for "set" and "meta"; for "insert", "remove" and "move" they are the position
// of the row before and after, or "".
//
// Hash is the SHA-256 of the hash of the entry before (nothing for the first)
// followed by Seq, Step, At, Who, Op, Path, Old, New and Why in this order, each
// as text after its length in bytes as an unsigned varint; numbers are decimal,
// At is RFC 3339 in UTC. So an entry that was altered, or taken out, breaks the
// chain from there.
type Entry struct {
	Seq  int64     // 1, 2, 3 …
	Step int64     // Seq of the first entry that was made by the same Apply
	At   time.Time // UTC
	Who  string
	Op   string
	Path string // with row ids
	Old  string
	New  string
	Why  string
	Hash []byte
}

// fields are what the hash covers.
func (e Entry) fields() []string {
	return []string{strconv.FormatInt(e.Seq, 10), strconv.FormatInt(e.Step, 10), stamp(e.At),
		e.Who, e.Op, e.Path, e.Old, e.New, e.Why}
}

var errEnough = errors.New("no more entries wanted")

// Log gives the entries after a seq (0 for all), oldest first. An error ends it.
// The file must not be used otherwise within the loop.
func (f *File) Log(after int64) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		err := f.use(`BEGIN`, func() error {
			return f.db.entries(after, func(e Entry) error {
				if !yield(e, nil) {
					return &refusal{errEnough}
				}
				return nil
			})
		})
		if err != nil && !errors.Is(err, errEnough) {
			yield(Entry{}, err)
		}
	}
}

func (d *database) entries(after int64, each func(Entry) error) error {
	const sql = `SELECT seq, step, at, who, op, path, old, new, why, hash FROM log WHERE seq > ? ORDER BY seq`
	return d.query(sql, func(row *sqlite3.Stmt) error {
		at, err := time.Parse(time.RFC3339Nano, row.ColumnText(2))
		if err != nil {
			return err
		}
		return each(Entry{
			Seq: row.ColumnInt64(0), Step: row.ColumnInt64(1), At: at, Who: row.ColumnText(3),
			Op: row.ColumnText(4), Path: row.ColumnText(5), Old: row.ColumnText(6),
			New: row.ColumnText(7), Why: row.ColumnText(8), Hash: row.ColumnBlob(9, nil),
		})
	}, after)
}

// CheckLog follows the chain of the whole log and tells the seq of the first
// entry that does not hold: altered, or missing before the newest that the file
// knows of. 0 means that the chain holds.
func (f *File) CheckLog() (broken int64, err error) {
	var prev head
	for e, err := range f.Log(0) {
		if err != nil {
			return 0, err
		}
		sum := digest(prev.hash, e.fields()...)
		if e.Seq != prev.seq+1 || !bytes.Equal(sum[:], e.Hash) {
			return prev.seq + 1, nil
		}
		prev = head{e.Seq, e.Hash}
	}
	switch {
	case prev.seq < f.now.head.seq:
		return prev.seq + 1, nil
	case prev.seq > f.now.head.seq:
		return f.now.head.seq + 1, nil
	case !bytes.Equal(prev.hash, f.now.head.hash):
		return prev.seq, nil
	}
	return 0, nil
}
