package file

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"strconv"

	"h200filing/forms"
)

// seal is a digest over a set of items: the exclusive or of their SHA-256. An
// item is put in and taken out in the same way, so a change costs what it
// changes and not what there is. It finds what a disk or an editor has altered;
// it is no signature, for whoever can write the file can compute it.
type seal [sha256.Size]byte

// toggle puts an item in, or takes it out.
func (s *seal) toggle(fields ...string) {
	for i, b := range digest(nil, fields...) {
		s[i] ^= b
	}
}

func (s *seal) text() string { return hex.EncodeToString(s[:]) }

// digest is the SHA-256 of a prefix followed by the fields, each after its
// length in bytes as an unsigned varint (encoding/binary), so that no two lists
// of fields are encoded alike.
func digest(prefix []byte, fields ...string) [sha256.Size]byte {
	data := prefix[:len(prefix):len(prefix)]
	for _, f := range fields {
		data = binary.AppendUvarint(data, uint64(len(f)))
		data = append(data, f...)
	}
	return sha256.Sum256(data)
}

// describe gives the item of an attachment.
func describe(sha string, info forms.FileInfo) []string {
	return []string{"attachments", sha, strconv.FormatInt(info.Size, 10), strconv.Itoa(info.Pages), info.MediaType}
}
