package file

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"github.com/ncruces/go-sqlite3"

	"h200filing/forms"
)

// MaxAttachment is the largest content of an attachment, in bytes.
const MaxAttachment = 100 << 20

// chunkSize bounds what is held in memory at a time.
const chunkSize = 256 << 10

var errKept = errors.New("this content is kept already")

// Attach keeps a content and gives its SHA-256, hexadecimal, for
// forms.Attachment. The same content is kept once, with what was told about it
// first. Size in info is not read: the content's own is kept. Attach does not
// change the answers; a content that no answer names is no harm, and stays for
// the undoing of a removal.
func (f *File) Attach(content io.Reader, info forms.FileInfo) (sha string, err error) {
	err = f.change(Entry{}, func(w *writer) error {
		id, err := w.db.number(`SELECT ifnull(max(id), 0) + 1 FROM attachments`)
		if err != nil {
			return err
		}
		if sha, info.Size, err = w.putContent(id, content); err != nil {
			return err
		}
		if _, kept := w.next.files[sha]; kept {
			return &refusal{errKept}
		}
		w.next.files[sha] = info
		w.next.seal.toggle(describe(sha, info)...)
		return w.db.exec(`INSERT INTO attachments (id, sha256, size, pages, media_type) VALUES (?, ?, ?, ?, ?)`,
			id, sha, info.Size, int64(info.Pages), info.MediaType)
	})
	if errors.Is(err, errKept) {
		return sha, nil
	}
	if err != nil {
		return "", err
	}
	return sha, nil
}

// putContent writes a content in chunks.
func (w *writer) putContent(id int64, content io.Reader) (sha string, size int64, err error) {
	sum := sha256.New()
	chunk := make([]byte, chunkSize)
	for n := int64(0); ; n++ {
		length, err := io.ReadFull(content, chunk)
		if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
			return "", 0, &refusal{fmt.Errorf("attachment: %w", err)}
		}
		if size += int64(length); size > MaxAttachment {
			return "", 0, TooLarge
		}
		if length == 0 {
			return hex.EncodeToString(sum.Sum(nil)), size, nil
		}
		sum.Write(chunk[:length]) // never fails
		if err := w.db.exec(`INSERT INTO chunks (attachment, n, bytes) VALUES (?, ?, ?)`, id, n, chunk[:length]); err != nil {
			return "", 0, err
		}
	}
}

// Attachment gives a content, checked against its SHA-256. It fails with Missing
// where the file has none such.
func (f *File) Attachment(sha string) ([]byte, error) {
	var content []byte
	err := f.use(`BEGIN`, func() error {
		const sql = `SELECT bytes FROM chunks WHERE attachment = (SELECT id FROM attachments WHERE sha256 = ?) ORDER BY n`
		info, ok := f.now.files[sha]
		if !ok {
			return Missing
		}
		content = make([]byte, 0, min(info.Size, MaxAttachment))
		err := f.db.query(sql, func(row *sqlite3.Stmt) error {
			content = append(content, row.ColumnRawBlob(0)...)
			return nil
		}, sha)
		if err != nil {
			return err
		}
		if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != sha {
			return fmt.Errorf("attachment %s: the content is another", sha)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return content, nil
}
