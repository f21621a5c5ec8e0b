package lock

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// What WinZip's specification of AE-2 lays down (www.winzip.com/en/support/aes-encryption,
// version 1.04 of 30 January 2009): the method that means "encrypted", the field that
// says how, and the bit of the flags that every encrypted part has.
const (
	methodAES   = 99
	fieldAES    = 0x9901
	flagLocked  = 0x1
	flagUTF8    = 0x800
	versionAES  = 51      // the least version of a program that can read it: 5.1
	fieldLength = 7       // of the content of the field
	mostBytes   = 2 << 30 // of all parts, unpacked, that are opened
)

// Pack locks every part of a zip. The parts keep their order, names and days.
func Pack(file []byte, password string) ([]byte, error) {
	if err := Check(password); err != nil {
		return nil, err
	}
	return guarded("locking the pack", func() ([]byte, error) {
		return rewritten(file, func(w *zip.Writer, part *zip.File) error {
			plain, err := unpacked(part)
			if err != nil {
				return err
			}
			return addLocked(w, part, plain, password)
		})
	})
}

// rewritten makes a zip of the parts of another one.
func rewritten(file []byte, add func(*zip.Writer, *zip.File) error) ([]byte, error) {
	r, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for _, part := range r.File {
		if err := add(w, part); err != nil {
			return nil, fmt.Errorf("%q: %w", part.Name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func unpacked(part *zip.File) ([]byte, error) {
	r, err := part.Open()
	if err != nil {
		return nil, err
	}
	content, err := io.ReadAll(r)
	return content, errors.Join(err, r.Close())
}

// addLocked packs and encrypts a part. Its checksum is left out, as AE-2 wants it:
// the seal takes its place, and the checksum would tell what short parts hold.
func addLocked(w *zip.Writer, part *zip.File, plain []byte, password string) error {
	var packed bytes.Buffer
	f, err := flate.NewWriter(&packed, flate.BestSpeed)
	if err != nil {
		return err
	}
	if _, err = f.Write(plain); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	sealed, err := seal(packed.Bytes(), password)
	if err != nil {
		return err
	}
	header := &zip.FileHeader{
		Name: part.Name, Method: methodAES, Flags: flagLocked | flagUTF8, ReaderVersion: versionAES, Extra: extra(zip.Deflate),
		ModifiedDate: part.ModifiedDate, ModifiedTime: part.ModifiedTime,
		CompressedSize64: uint64(len(sealed)), UncompressedSize64: uint64(len(plain)),
	}
	raw, err := w.CreateRaw(header)
	if err != nil {
		return err
	}
	_, err = raw.Write(sealed)
	return err
}

// extra says how a part is encrypted: by AE-2, by 256 bits, and packed how before.
func extra(method uint16) []byte {
	e := binary.LittleEndian.AppendUint16(nil, fieldAES)
	e = binary.LittleEndian.AppendUint16(e, fieldLength)
	e = binary.LittleEndian.AppendUint16(e, 2)
	e = append(e, 'A', 'E', 3)
	return binary.LittleEndian.AppendUint16(e, method)
}

// methodOf reads what extra writes; false where it is not there or says other things.
func methodOf(fields []byte) (method uint16, ok bool) {
	for len(fields) >= 4 {
		kind, size := binary.LittleEndian.Uint16(fields), int(binary.LittleEndian.Uint16(fields[2:]))
		if size > len(fields)-4 {
			return 0, false
		}
		if kind == fieldAES && size == fieldLength {
			content := fields[4:]
			method = binary.LittleEndian.Uint16(content[5:])
			return method, content[4] == 3 && bytes.Equal(content[2:4], []byte("AE"))
		}
		fields = fields[4+size:]
	}
	return 0, false
}

// lockedZip tells whether any part of a zip is encrypted.
func lockedZip(file []byte) bool {
	r, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return false
	}
	for _, part := range r.File {
		if part.Flags&flagLocked != 0 {
			return true
		}
	}
	return false
}

// openZip opens all parts. A zip that says it holds more than an application can is
// refused before any part is unpacked, and no part unpacks to more than it says.
func openZip(file []byte, password string) ([]byte, error) {
	return guarded("opening the pack", func() ([]byte, error) {
		if err := withinRoom(file); err != nil {
			return nil, err
		}
		return rewritten(file, func(w *zip.Writer, part *zip.File) error { return addOpened(w, part, password) })
	})
}

// withinRoom refuses a zip whose parts are larger, all together, than mostBytes.
func withinRoom(file []byte) error {
	r, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return err
	}
	room := uint64(mostBytes)
	for _, part := range r.File {
		if part.UncompressedSize64 > room {
			return errKind
		}
		room -= part.UncompressedSize64
	}
	return nil
}

// addOpened decrypts a part; what is not encrypted is taken over as it is.
func addOpened(w *zip.Writer, part *zip.File, password string) error {
	if part.Flags&flagLocked == 0 {
		return w.Copy(part)
	}
	method, ok := methodOf(part.Extra)
	if part.Method != methodAES || !ok || (method != zip.Deflate && method != zip.Store) {
		return errKind
	}
	raw, err := part.OpenRaw()
	if err != nil {
		return err
	}
	sealed, err := io.ReadAll(raw)
	if err != nil {
		return err
	}
	packed, err := unseal(sealed, password)
	if err != nil {
		return err
	}
	plain := packed
	if method == zip.Deflate {
		most := int64(part.UncompressedSize64)
		if plain, err = io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(packed)), most+1)); err != nil {
			return err
		}
	}
	if uint64(len(plain)) != part.UncompressedSize64 {
		return errKind
	}
	header := &zip.FileHeader{Name: part.Name, Method: zip.Deflate}
	if part.ModifiedDate != 0 {
		header.Modified = part.Modified
	}
	to, err := w.CreateHeader(header)
	if err != nil {
		return err
	}
	_, err = to.Write(plain)
	return err
}
