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
// structure and by the seal, a digest over all answers, row orders, ticks, named
// versions, properties and attachment descriptions that every change brings up
// to date; the content of an attachment is checked against its SHA-256 when it is
// read, the log by CheckLog. Recover takes what is left of a damaged file into a
// new one. Nothing here reads a clock or asks who the user is: both are passed
// in.
//
// History is the log: Undo and Redo write inverse steps (undo.go), AnswersAt goes
// back to any entry, named versions are names for entries (version.go), Diff and
// Changes compare answers (diff.go).
//
// A file has one writer, who has one byte of it locked (holder.go, lock_*.go):
// the system gives the lock up with the process, however that ends. Others open
// the same file to look and follow with Refresh. A File is for one goroutine at a
// time.
//
// With a password every page is encrypted, those of the journal too; what is
// needed to make the key stands in one page in the clear before them (secret.go).
// Temporary tables and indexes stay in memory. In the clear or not, nothing of
// the content goes into error texts.
//
// A schema change is one more entry of migrations (schema.go), and one more file
// in testdata that the version before has written.
//
// Floor 1 of the house. It may import forms, the forms packages, go-sqlite3, and
// for the password x/crypto, x/text and adiantum.
package file
