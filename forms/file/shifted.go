package file

import (
	"errors"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/vfs"
	"github.com/ncruces/go-sqlite3/vfs/adiantum"
)

// sealedVFS is the name under which SQLite finds encrypted files: adiantum
// encrypts every page, journals included, and what it writes to the database
// itself comes to stand behind the page in the clear.
const sealedVFS = "h200-sealed"

func init() { vfs.Register(sealedVFS, adiantum.Wrap(shifted{translated{vfs.Find("os")}}, nil)) }

type shifted struct{ translated }

// OpenFilename makes shifted a vfs.VFSFilename.
func (s shifted) OpenFilename(name *vfs.Filename, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	opened, flags, err := s.translated.OpenFilename(name, flags)
	if err != nil || flags&vfs.OPEN_MAIN_DB == 0 {
		return opened, flags, err
	}
	f, ok := opened.(translatedFile)
	if !ok { // never in the place of the page in the clear
		return nil, flags, errors.Join(sqlite3.CANTOPEN, opened.Close())
	}
	return shiftedFile{f}, flags, nil
}

// shiftedFile is a database behind the page in the clear.
type shiftedFile struct{ translatedFile }

// The lock bytes of SQLite and this package's are at the same place in every
// file, whatever is before the database. So that on Windows, where a lock keeps
// others from the data, no page of the database comes to stand there, the one
// that would goes to the place of SQLite's own lock page, which is never used.
const (
	lockPage = 0x40000000
	onLocks  = lockPage - prefixSize
	refuge   = lockPage + prefixSize
)

// place gives where a byte of the database stands in the file. What is read or
// written at a time never crosses a page.
func place(offset int64) int64 {
	if offset >= onLocks && offset < lockPage {
		return offset - onLocks + refuge
	}
	return offset + prefixSize
}

func (f shiftedFile) ReadAt(p []byte, offset int64) (int, error) {
	return f.translatedFile.ReadAt(p, place(offset))
}

func (f shiftedFile) WriteAt(p []byte, offset int64) (int, error) {
	return f.translatedFile.WriteAt(p, place(offset))
}

// end gives where a database of a size ends. One that ends right behind the page
// that has its place elsewhere takes that place too.
func end(size int64) int64 {
	if size > onLocks && size <= lockPage {
		return refuge + prefixSize
	}
	return size + prefixSize
}

func (f shiftedFile) Truncate(size int64) error { return f.translatedFile.Truncate(end(size)) }
func (f shiftedFile) SizeHint(size int64) error { return f.translatedFile.SizeHint(end(size)) }

func (f shiftedFile) Size() (int64, error) {
	size, err := f.translatedFile.Size()
	return max(size-prefixSize, 0), err
}
