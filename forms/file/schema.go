package file

import "fmt"

// applicationID is "H200" in ASCII.
const applicationID = 0x48323030

// SchemaVersion is the user_version of the files that this program writes.
const SchemaVersion = 1

// migrations lead from every version to the next: migrations[0] makes a new file
// version 1. An entry that has been released is never changed, only followed.
//
// In the tables of keys and values an empty value is not kept. answers has a path
// and what was typed there, lists a path and the ids of the rows as JSON, ticks a
// path and who has ticked it, versions a name and what it names. A step of the
// log is one change, named by its first seq; what its columns hold is described
// at Entry.
var migrations = [SchemaVersion]string{`
CREATE TABLE meta    (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE answers (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE lists   (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE ticks   (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE versions (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE attachments (
	id         INTEGER PRIMARY KEY,
	sha256     TEXT    NOT NULL UNIQUE,
	size       INTEGER NOT NULL,
	pages      INTEGER NOT NULL,
	media_type TEXT    NOT NULL
) STRICT;
CREATE TABLE chunks (
	attachment INTEGER NOT NULL,
	n          INTEGER NOT NULL,
	bytes      BLOB    NOT NULL,
	PRIMARY KEY (attachment, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE log (
	seq    INTEGER PRIMARY KEY,
	step   INTEGER NOT NULL,
	undoes INTEGER NOT NULL,
	below  INTEGER NOT NULL,
	at     TEXT    NOT NULL,
	who    TEXT    NOT NULL,
	op     TEXT    NOT NULL,
	path   TEXT    NOT NULL,
	old    TEXT    NOT NULL,
	new    TEXT    NOT NULL,
	why    TEXT    NOT NULL,
	hash   BLOB    NOT NULL
) STRICT;
`}

// migrate brings the schema up to date within the current transaction.
func (d *database) migrate() error {
	version, err := d.number(`PRAGMA user_version`)
	if err != nil {
		return err
	}
	if version < 0 || version > SchemaVersion {
		return fmt.Errorf("schema version %d", version)
	}
	for _, statements := range migrations[version:] {
		if err := d.conn.Exec(statements); err != nil {
			return err
		}
	}
	if version == SchemaVersion {
		return nil
	}
	return d.conn.Exec(fmt.Sprintf(`PRAGMA user_version = %d`, SchemaVersion))
}
