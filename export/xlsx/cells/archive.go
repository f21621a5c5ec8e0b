package cells

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"
)

// archive is the unpacked view of a workbook file. What it unpacks in all is
// counted.
type archive struct {
	parts    map[string]*zip.File // by name in small letters: names do not tell case
	unpacked int64
}

// compoundFile is how files of the old formats and encrypted ones begin.
var compoundFile = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

// openArchive reads the directory and nothing else.
func openArchive(data []byte) (*archive, error) {
	switch {
	case len(data) > MaxFile:
		return nil, tooMany("", "bytes", MaxFile)
	case bytes.HasPrefix(data, compoundFile):
		return nil, &Error{Kind: OldFormat}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		kind := NotWorkbook
		if bytes.HasPrefix(data, []byte("PK")) {
			kind = Damaged
		}
		return nil, &Error{Kind: kind, Err: err}
	}
	if len(z.File) > MaxEntries {
		return nil, tooMany("", "entries", MaxEntries)
	}
	a := &archive{parts: make(map[string]*zip.File, len(z.File))}
	for _, f := range z.File {
		name := partName(f.Name)
		if a.parts[name] != nil {
			return nil, &Error{Kind: Damaged, Part: name, Err: fmt.Errorf("stands twice")}
		}
		a.parts[name] = f
	}
	return a, nil
}

// partName is the key of a part: no leading slash, no dots, small letters.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

func (a *archive) has(name string) bool { return a.parts[partName(name)] != nil }

// read unpacks a part, up to the limits, whatever size the directory tells.
func (a *archive) read(name string) ([]byte, error) {
	f := a.parts[partName(name)]
	if f == nil {
		return nil, &Error{Kind: Damaged, Part: name, Err: fmt.Errorf("not there")}
	}
	if f.UncompressedSize64 > MaxPart {
		return nil, tooMany(name, "bytes", MaxPart)
	}
	r, err := f.Open()
	if err != nil {
		return nil, &Error{Kind: Damaged, Part: name, Err: err}
	}
	data, err := io.ReadAll(io.LimitReader(r, MaxPart+1))
	a.unpacked += int64(len(data))
	switch {
	case len(data) > MaxPart:
		err = tooMany(name, "bytes", MaxPart)
	case a.unpacked > MaxUnpacked:
		err = tooMany(name, "bytes in all", MaxUnpacked)
	case err != nil:
		err = &Error{Kind: Damaged, Part: name, Err: err}
	}
	if closed := r.Close(); err == nil && closed != nil {
		err = &Error{Kind: Damaged, Part: name, Err: closed}
	}
	return data, err
}
