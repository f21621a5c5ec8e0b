package xlsx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// archive is the ZIP writer behind excelize. It holds every part until the end
// and writes them in a fixed order and with fixed attributes, because excelize
// leaves the order to chance: of the streamed sheets, and inside of
// [Content_Types].xml.
type archive struct {
	out   io.Writer
	parts []*part
}

type part struct {
	name string
	bytes.Buffer
}

// Create implements excelize.ZipWriter.
func (a *archive) Create(name string) (io.Writer, error) {
	p := &part{name: name}
	a.parts = append(a.parts, p)
	return p, nil
}

// AddFS implements excelize.ZipWriter; a new workbook has no such parts.
func (a *archive) AddFS(fs.FS) error {
	return fmt.Errorf("a file system cannot be added to a workbook")
}

var deflaters = sync.Pool{New: func() any {
	w, err := flate.NewWriter(io.Discard, flate.BestSpeed)
	if err != nil {
		return nil // the level is one of flate's own
	}
	return w
}}

type deflater struct{ *flate.Writer }

func (d deflater) Close() error {
	err := d.Writer.Close()
	deflaters.Put(d.Writer)
	return err
}

// Close implements excelize.ZipWriter.
func (a *archive) Close() error {
	slices.SortFunc(a.parts, func(x, y *part) int {
		return cmp.Or(rank(x.name)-rank(y.name), strings.Compare(x.name, y.name))
	})
	z := zip.NewWriter(a.out)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		d, ok := deflaters.Get().(*flate.Writer)
		if !ok {
			return nil, fmt.Errorf("no compressor")
		}
		d.Reset(w)
		return deflater{d}, nil
	})
	for _, p := range a.parts {
		w, err := z.Create(p.name)
		if err != nil {
			return err
		}
		content := p.Bytes()
		if p.name == contentTypes {
			content = sortedTypes(content)
		}
		if _, err := w.Write(content); err != nil {
			return err
		}
	}
	return z.Close()
}

const contentTypes = "[Content_Types].xml"

// rank puts the list of content types first, where programs look for it.
func rank(name string) int {
	if name == contentTypes {
		return 0
	}
	return 1
}

// typeEntry is an entry of [Content_Types].xml with its end tag.
var typeEntry = regexp.MustCompile(`<(Default|Override)\b[^>]*?(/>|></(Default|Override)>)`)

// sortedTypes orders the entries of [Content_Types].xml.
func sortedTypes(content []byte) []byte {
	at := typeEntry.FindAllIndex(content, -1)
	if len(at) == 0 {
		return content
	}
	var entries []string
	for _, span := range at {
		entries = append(entries, string(content[span[0]:span[1]]))
	}
	slices.Sort(entries)
	return slices.Concat(content[:at[0][0]], []byte(strings.Join(entries, "")), content[at[len(at)-1][1]:])
}
