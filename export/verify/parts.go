package verify

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"

	"h200filing/export/evidence"
	"h200filing/export/pack"
)

// The limits of a pack. Its own parts are as large as the attachments make them;
// the program takes attachments of up to evidence.MaxSize.
const (
	mostParts = 2000
	mostBytes = 2 << 30  // of all parts, unpacked
	mostText  = 32 << 20 // of answers and manifest each
)

// parts are the files of a pack, by name.
type parts struct {
	names   []string // in the order of the pack
	content map[string][]byte
}

func (p *parts) has(name string) bool { _, ok := p.content[name]; return ok }

// attachmentName is how the pack names attachments.
var attachmentName = regexp.MustCompile(`^attachments/[0-9]{2,}(\.[a-z]{3,4})?$`)

// unpack reads a pack whole. It refuses what could lead out of it and what is
// beyond the limits before anything large is read.
func unpack(data []byte) (*parts, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &Error{Kind: NotPack, Err: err}
	}
	if len(z.File) > mostParts {
		return nil, &Error{Kind: TooLarge}
	}
	p := &parts{content: map[string][]byte{}}
	room := int64(mostBytes)
	for _, f := range z.File {
		if !safe(f) || p.has(f.Name) {
			return nil, &Error{Kind: UnsafePack, Part: printable(f.Name)}
		}
		content, err := inflate(f, min(room, limitOf(f.Name)))
		if err != nil {
			return nil, err
		}
		room -= int64(len(content))
		p.names = append(p.names, f.Name)
		p.content[f.Name] = content
	}
	if !p.has(pack.ManifestName) && !p.has(pack.PDFName) && !p.has(pack.XLSXName) {
		return nil, &Error{Kind: NotPack}
	}
	return p, nil
}

// safe tells whether a part is a plain file whose name stays in the pack.
func safe(f *zip.File) bool {
	name := f.Name
	return name != "" && f.Mode().IsRegular() && !strings.ContainsAny(name, "\\:\x00") && !strings.HasPrefix(name, "/") &&
		!slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool { return part == "" || part == "." || part == ".." })
}

func limitOf(name string) int64 {
	switch {
	case name == pack.AnswersName, name == pack.ManifestName:
		return mostText
	case attachmentName.MatchString(name):
		return evidence.MaxSize
	}
	return mostBytes
}

// inflate unpacks one part, no more of it than the limit.
func inflate(f *zip.File, limit int64) ([]byte, error) {
	if f.UncompressedSize64 > uint64(limit) {
		return nil, &Error{Kind: TooLarge, Part: printable(f.Name)}
	}
	r, err := f.Open()
	if err != nil {
		return nil, &Error{Kind: NotPack, Part: printable(f.Name), Err: err}
	}
	content, err := io.ReadAll(io.LimitReader(r, limit+1))
	err = errors.Join(err, r.Close())
	switch {
	case int64(len(content)) > limit:
		return nil, &Error{Kind: TooLarge, Part: printable(f.Name)}
	case err != nil:
		return nil, &Error{Kind: NotPack, Part: printable(f.Name), Err: err}
	}
	return content, nil
}

// printable shows a name from a foreign file on one line.
func printable(name string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F {
			return '�'
		}
		return r
	}, name)
}
