package file

import "fmt"

// writer carries one change to disk: it writes what differs, keeps the seal up
// to date and adds to the log. Its cost is that of the change, whatever the
// length of the log and the size of the attachments.
type writer struct {
	db   *database
	seal *seal
	base *state // the state before, not to be changed
	next *state // the state that the change leads to

	entry Entry // what all log entries of this change have in common
	trail trail // where it leaves what Undo and Redo take back next
}

// change builds the next state, writes it in one synced transaction, and only
// then puts it in place. Whatever fails, the state and the file stay as they
// were.
func (f *File) change(entry Entry, do func(*writer) error) error {
	if err := f.unchangeable(); err != nil {
		return err
	}
	var next *state
	err := f.use(`BEGIN IMMEDIATE`, func() error {
		base, err := f.current()
		if err != nil {
			return err
		}
		next = base.clone()
		entry.Step = base.head.seq + 1
		w := &writer{db: f.db, seal: &next.seal, base: base, next: next, entry: entry, trail: base.trail}
		if err := do(w); err != nil {
			return err
		}
		if next.seal == base.seal {
			return nil
		}
		if next.holder = f.me; f.me != base.holder {
			if err := f.db.putHolder(f.me); err != nil {
				return err
			}
		}
		return w.putSeal()
	})
	if err == nil {
		f.now = next
	}
	return err
}

// current gives the state on disk: the one in memory, unless another process has
// written meanwhile.
func (f *File) current() (*state, error) {
	stale, err := f.stale()
	if err != nil || !stale {
		return f.now, err
	}
	return f.db.load()
}

func (f *File) stale() (bool, error) {
	version, err := f.db.number(`PRAGMA data_version`)
	return version != f.now.version, err
}

// put writes one record of the tables meta, answers and lists; an empty value
// removes it.
func (w *writer) put(table, key, old, value string) error {
	if old == value {
		return nil
	}
	if old != "" {
		w.seal.toggle(table, key, old)
	}
	if value == "" {
		return w.db.exec(`DELETE FROM `+table+` WHERE key = ?`, key)
	}
	w.seal.toggle(table, key, value)
	return w.db.upsert(table, key, value)
}

func (w *writer) putSeal() error { return w.db.upsert("meta", sealKey, w.seal.text()) }

func (d *database) upsert(table, key, value string) error {
	return d.exec(`INSERT INTO `+table+` (key, value) VALUES (?, ?)
		ON CONFLICT (key) DO UPDATE SET value = excluded.value`, key, value)
}

// putMeta sets a record of meta in the next state and on disk.
func (w *writer) putMeta(key, value string) error {
	old := w.next.records[key]
	if value == "" {
		delete(w.next.records, key)
	} else {
		w.next.records[key] = value
	}
	return w.put("meta", key, old, value)
}

// log adds an entry; end has to follow the last one.
func (w *writer) log(op, path, old, value, why string) error {
	e := w.entry
	e.Seq = w.next.head.seq + 1
	e.Op, e.Path, e.Old, e.New = op, path, old, value
	if why != "" {
		e.Why = why
	}
	sum := digest(w.next.head.hash, e.fields()...)
	e.Hash = sum[:]
	w.next.head = head{e.Seq, e.Hash}
	return w.insert(e)
}

// insert writes a log entry as it is.
func (w *writer) insert(e Entry) error {
	err := w.db.exec(`INSERT INTO log (seq, step, undoes, below, at, who, op, path, old, new, why, hash)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		e.Seq, e.Step, e.Undoes, e.Below, stamp(e.At), e.Who, e.Op, e.Path, e.Old, e.New, e.Why, e.Hash)
	if err != nil {
		return fmt.Errorf("log entry %d: %w", e.Seq, err)
	}
	return nil
}

// end records the head of the log and of the trail, where anything was logged.
func (w *writer) end() error {
	if w.next.head.seq == w.base.head.seq {
		return nil
	}
	w.next.trail = w.trail
	if err := w.putMeta(trailKey, w.trail.text()); err != nil {
		return err
	}
	return w.putMeta(headKey, w.next.head.text())
}
