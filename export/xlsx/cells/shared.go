package cells

import (
	"encoding/xml"
	"strings"
)

// readShared reads the texts that cells refer to by number.
func (b *Book) readShared(part string) error {
	data, err := b.archive.read(part)
	if err != nil {
		return err
	}
	w := newWalker(part, data)
	var text strings.Builder
	for {
		token, err := w.next()
		if token == nil || err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "si" {
				text.Reset()
			}
		case xml.CharData:
			if w.inText() {
				text.Write(t)
			}
		case xml.EndElement:
			if t.Name.Local == "si" {
				b.shared = append(b.shared, Unescape(text.String()))
			}
		}
	}
}

// inText reports whether characters are those of a text, and not of the reading
// aid above it.
func (w *walker) inText() bool {
	return len(w.path) > 0 && w.path[len(w.path)-1] == "t" && !w.within("rPh")
}
