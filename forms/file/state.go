package file

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"

	"github.com/ncruces/go-sqlite3"

	"h200filing/forms"
)

// state is what is held in memory of a file. It is not changed once it is in
// place: a change builds the next one.
type state struct {
	answers *forms.Answers
	records map[string]string // the table meta without the seal
	meta    Meta
	files   map[string]forms.FileInfo
	ticks   map[string]Tick
	named   map[string]Version
	head    head
	trail   trail
	holder  Holder
	seal    seal
	version int64 // SQLite's data_version: moves when another process has written
}

func (s *state) clone() *state {
	next := *s
	next.answers = s.answers.Clone()
	next.records = maps.Clone(s.records)
	next.files = maps.Clone(s.files)
	next.ticks = maps.Clone(s.ticks)
	next.named = maps.Clone(s.named)
	return &next
}

// interpret sets what follows from the records.
func (s *state) interpret() (err error) {
	if s.meta, err = readMeta(s.records); err != nil {
		return err
	}
	if s.head, err = readHead(s.records[headKey]); err != nil {
		return err
	}
	s.trail, err = readTrail(s.records[trailKey])
	return err
}

// load reads everything but the log and the attachments' content, and holds it
// against the seal. It runs within a transaction, so that it is of one moment.
func (d *database) load() (*state, error) {
	s := &state{files: map[string]forms.FileInfo{}}
	tables := map[string]map[string]string{"meta": {}, "answers": {}, "lists": {}, "ticks": {}, "versions": {}}
	for name, records := range tables {
		if err := d.records(name, records, &s.seal); err != nil {
			return nil, err
		}
	}
	if err := d.files(s); err != nil {
		return nil, err
	}
	var err error
	if s.version, err = d.number(`PRAGMA data_version`); err != nil {
		return nil, err
	}
	s.records = tables["meta"]
	if kept := s.records[sealKey]; kept != s.seal.text() {
		return nil, errors.New("the content does not match its seal")
	}
	if s.holder, err = readHolder(s.records[holderKey]); err != nil {
		return nil, err
	}
	delete(s.records, sealKey)
	delete(s.records, holderKey)
	if s.answers, err = restore(tables["answers"], tables["lists"], s.records[nextKey]); err != nil {
		return nil, err
	}
	if s.ticks, err = readAll(tables["ticks"], readTick); err != nil {
		return nil, err
	}
	if s.named, err = readAll(tables["versions"], readVersion); err != nil {
		return nil, err
	}
	return s, s.interpret()
}

// records reads a table of keys and values.
func (d *database) records(table string, into map[string]string, sum *seal) error {
	return d.query(`SELECT key, value FROM `+table, func(row *sqlite3.Stmt) error {
		key, value := row.ColumnText(0), row.ColumnText(1)
		into[key] = value
		if table != "meta" || key != sealKey && key != holderKey {
			sum.toggle(table, key, value)
		}
		return nil
	})
}

func (d *database) files(s *state) error {
	const sql = `SELECT sha256, size, pages, media_type FROM attachments`
	return d.query(sql, func(row *sqlite3.Stmt) error {
		sha := row.ColumnText(0)
		info := forms.FileInfo{Size: row.ColumnInt64(1), Pages: row.ColumnInt(2), MediaType: row.ColumnText(3)}
		s.files[sha] = info
		s.seal.toggle(describe(sha, info)...)
		return nil
	})
}

// readAll reads the values of a table, each with its key.
func readAll[T any](records map[string]string, read func(key, value string) (T, error)) (map[string]T, error) {
	out := make(map[string]T, len(records))
	for key, value := range records {
		item, err := read(key, value)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", key, err)
		}
		out[key] = item
	}
	return out, nil
}

func restore(answers, lists map[string]string, next string) (*forms.Answers, error) {
	values := make(map[forms.Path]string, len(answers))
	for path, text := range answers {
		values[forms.Path(path)] = text
	}
	rows := make(map[forms.Path][]string, len(lists))
	for list, text := range lists {
		var ids []string
		if err := json.Unmarshal([]byte(text), &ids); err != nil {
			return nil, fmt.Errorf("%s: %w", list, err)
		}
		rows[forms.Path(list)] = ids
	}
	n, err := readNext(next)
	if err != nil {
		return nil, err
	}
	return forms.Restore(values, rows, n)
}

// rowsText is how the row ids of a list are kept.
func rowsText(ids []string) (string, error) {
	if len(ids) == 0 {
		return "", nil
	}
	text, err := json.Marshal(ids)
	return string(text), err
}

// checkStructure runs SQLite's check of the structure, which finds a broken page before
// it is written to.
func (d *database) checkStructure() error {
	return d.query(`PRAGMA quick_check(1)`, func(row *sqlite3.Stmt) error {
		if text := row.ColumnText(0); text != "ok" {
			return errors.New(text)
		}
		return nil
	})
}
