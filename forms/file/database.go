package file

import (
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"github.com/ncruces/go-sqlite3"
)

// patience is how long a change waits for another process to finish its own.
const patience = 3 * time.Second

// settings hold for every connection. cell_size_check makes SQLite look at every
// page that it reads; temp_store keeps what is sorted out of temporary files;
// secure_delete leaves nothing of what was removed in unused parts of the file.
const settings = `
PRAGMA synchronous = EXTRA;
PRAGMA cell_size_check = ON;
PRAGMA temp_store = MEMORY;
PRAGMA secure_delete = ON;
`

// switches make a hostile file harmless: no triggers, no views, no writing to
// the schema by hand.
var switches = map[sqlite3.DBConfig]bool{
	sqlite3.DBCONFIG_DEFENSIVE:      true,
	sqlite3.DBCONFIG_ENABLE_TRIGGER: false,
	sqlite3.DBCONFIG_ENABLE_VIEW:    false,
	sqlite3.DBCONFIG_TRUSTED_SCHEMA: false,
}

// database is one connection with its prepared statements.
type database struct {
	conn       *sqlite3.Conn
	statements map[string]*sqlite3.Stmt
}

// access says what a connection may do. Whoever only looks still opens a file
// that can be changed for changing, so that what a process has left half done
// when it died can be taken back.
type access struct{ changeable, writing bool }

// connect opens a file that is there; how is the part of its address that says
// by which VFS, from "?" on. The journals get the file's own
// permissions.
func connect(path, how string, can access) (*database, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	flags := sqlite3.OPEN_READONLY
	if can.changeable {
		flags = sqlite3.OPEN_READWRITE
	}
	name := "file:" + escape(path) + how + "&modeof=" + escape(path)
	conn, err := sqlite3.OpenFlags(name, flags|sqlite3.OPEN_URI)
	if err != nil {
		return nil, err
	}
	d := &database{conn: conn, statements: map[string]*sqlite3.Stmt{}}
	if err := d.configure(can.writing); err != nil {
		return nil, errors.Join(err, d.close())
	}
	return d, nil
}

// escape writes a path as SQLite's URIs want it: everything but letters and
// digits by its hexadecimal code.
func escape(path string) string {
	return strings.ReplaceAll(url.QueryEscape(path), "+", "%20")
}

func (d *database) configure(writing bool) error {
	for option, on := range switches {
		if _, err := d.conn.Config(option, on); err != nil {
			return err
		}
	}
	if err := d.conn.BusyTimeout(patience); err != nil {
		return err
	}
	if err := d.conn.Exec(settings); err != nil {
		return err
	}
	return d.lookOnly(!writing)
}

// lookOnly has the engine refuse every change, or allow them.
func (d *database) lookOnly(on bool) error {
	return d.conn.Exec(fmt.Sprintf(`PRAGMA query_only = %t`, on))
}

// prepare gives the statement for an SQL text, compiled at its first use.
func (d *database) prepare(sql string) (*sqlite3.Stmt, error) {
	if s := d.statements[sql]; s != nil {
		return s, nil
	}
	s, _, err := d.conn.PrepareFlags(sql, sqlite3.PREPARE_PERSISTENT)
	if err != nil {
		return nil, err
	}
	d.statements[sql] = s
	return s, nil
}

// exec runs a statement that gives no rows.
func (d *database) exec(sql string, args ...any) error {
	return d.query(sql, func(*sqlite3.Stmt) error { return nil }, args...)
}

// query runs a statement and calls row for each row of its result, until row
// gives an error.
func (d *database) query(sql string, row func(*sqlite3.Stmt) error, args ...any) error {
	s, err := d.prepare(sql)
	if err != nil {
		return err
	}
	if err := bind(s, args); err != nil {
		return err
	}
	for s.Step() {
		if err := row(s); err != nil {
			return errors.Join(err, s.Reset())
		}
	}
	return s.Reset() // repeats the error of a failed Step
}

// number runs a query that gives one number.
func (d *database) number(sql string) (n int64, err error) {
	err = d.query(sql, func(row *sqlite3.Stmt) error {
		n = row.ColumnInt64(0)
		return nil
	})
	return n, err
}

func bind(s *sqlite3.Stmt, args []any) error {
	for i, arg := range args {
		var err error
		switch v := arg.(type) {
		case string:
			err = s.BindText(i+1, v)
		case []byte:
			err = s.BindBlob(i+1, v)
		case int64:
			err = s.BindInt64(i+1, v)
		default:
			err = fmt.Errorf("cannot bind a %T", arg)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// transaction runs do between the given BEGIN and a COMMIT, or takes all back
// where do or the commit fails. do must return at its first error: after some,
// SQLite has already taken back, and what followed would stand on its own.
func (d *database) transaction(begin string, do func() error) error {
	if err := d.exec(begin); err != nil {
		return err
	}
	err := do()
	if err == nil {
		err = d.exec(`COMMIT`)
	}
	if err == nil || d.conn.GetAutocommit() { // SQLite takes back by itself after some errors
		return err
	}
	if failed := d.conn.Exec(`ROLLBACK`); failed != nil {
		return errors.Join(err, failed)
	}
	return err
}

func (d *database) close() error {
	var errs []error
	for _, s := range d.statements {
		errs = append(errs, s.Close())
	}
	return errors.Join(append(errs, d.conn.Close())...)
}

// recovered turns a panic of the engine, which a hostile file might provoke,
// into an error.
func recovered(err *error) {
	if r := recover(); r != nil {
		*err = errors.Join(*err, fmt.Errorf("engine: %v", r))
	}
}
