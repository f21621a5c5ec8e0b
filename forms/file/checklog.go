package file

import (
	"bytes"
	"time"

	"github.com/ncruces/go-sqlite3"
)

// Fault says what is wrong at a place of the log; a stable key for the sentence
// that the user reads.
type Fault string

// The faults.
const (
	Altered Fault = "altered" // the entry is not what its hash was made of, or the one before is not
	Gone    Fault = "gone"    // the entry is missing, though later ones are there
	CutOff  Fault = "cut_off" // the entry is missing, and all after it
	Added   Fault = "added"   // the entry was added behind the newest that the file knows of
)

// Break is the first place where the chain of the log does not hold.
type Break struct {
	Seq   int64 // of the first entry that does not hold
	Fault Fault
	// Entry is the entry as it reads now, which may not be what it once was;
	// zero for one that is gone or cut off. At is zero where it is no time any
	// more.
	Entry Entry
}

// CheckLog follows the chain of the whole log, up to the newest entry that the
// file's seal vouches for, and tells where it first does not hold; nil means
// that it does. It finds edits by hand, as with the sqlite3 shell. An error is
// one of reading the file.
func (f *File) CheckLog() (*Break, error) {
	var broken *Break
	var prev head
	err := f.use(`BEGIN`, func() error {
		return f.db.query(selectLog+`WHERE seq > ? ORDER BY seq`, func(row *sqlite3.Stmt) error {
			e, at := entryOf(row)
			if broken = f.now.head.judge(prev, e, at); broken != nil {
				return errEnough
			}
			prev = head{e.Seq, e.Hash}
			return nil
		}, int64(0))
	})
	if broken != nil {
		return broken, nil
	}
	if err == nil && prev.seq < f.now.head.seq {
		return &Break{Seq: prev.seq + 1, Fault: CutOff}, nil
	}
	return nil, err
}

// judge holds an entry against the one before it and the newest, h.
func (h head) judge(prev head, e Entry, at string) *Break {
	var err error
	if e.At, err = time.Parse(time.RFC3339Nano, at); err != nil {
		e.At = time.Time{}
	}
	sum := digest(prev.hash, e.fieldsAt(at)...)
	switch {
	case prev.seq == h.seq:
		return &Break{e.Seq, Added, e}
	case e.Seq != prev.seq+1:
		return &Break{prev.seq + 1, Gone, Entry{}}
	case !bytes.Equal(sum[:], e.Hash), e.Seq == h.seq && !bytes.Equal(h.hash, e.Hash):
		return &Break{e.Seq, Altered, e}
	}
	return nil
}
