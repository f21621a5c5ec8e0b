// Package file keeps an application in one file on disk, NAME.h200: what was
// answered, the attached documents, and a log of every change. A change is on
// disk, synced, when Apply returns; there is nothing to save.
//
// The file is one SQLite database with an application id of its own and the
// schema version as user_version. It stands alone between changes: the journal
// is a rollback journal that is deleted at every commit (journal_mode=DELETE,
// synchronous=EXTRA, which is FULL and a sync of the folder), so whoever copies
// the .h200 copies everything. A write-ahead log would be faster (0.2 ms a change
// against 0.9 ms) and leave the newest changes in a second file that people do
// not copy. The low-level API of go-sqlite3 is used rather than database/sql:
// one connection, statements prepared once, no pool to hide which one a
// transaction is on.
//
// It refuses what it cannot read in full: no SQLite file, another program's, one
// of a newer version, a damaged one. Each refusal is an *Error of a Kind and
// leaves the file as it was. Damage is found by SQLite's own check of its
// structure and by the seal, a digest over all answers, row orders, properties
// and attachment descriptions that every change brings up to date; the content
// of an attachment is checked against its SHA-256 when it is read, the log by
// CheckLog. Nothing here reads a clock or asks who the user is: both are passed
// in.
//
// A File is for one goroutine at a time. Several processes may have the same
// file open: a change is made on top of what the others have written meanwhile,
// and Refresh fetches it.
//
// Where later work goes: undo and redo read the log's steps backwards and write
// their own (log.go); the lock that gives a second process the file read-only is
// taken in Open; a password selects the adiantum VFS over
// that of room.go in connect (database.go), and check in header.go asks for it; a schema change is one more entry of
// migrations (schema.go).
//
// Floor 1 of the house. It may import forms, the forms packages and go-sqlite3.
package file
