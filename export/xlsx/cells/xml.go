package cells

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
)

// walker goes through the elements of a part. Namespaces are not looked at: the
// two editions of the standard differ in them and in nothing that is read here.
type walker struct {
	part    string
	decoder *xml.Decoder
	path    []string // the open elements
}

func newWalker(part string, data []byte) *walker {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Entity = map[string]string{} // none but those of XML itself
	return &walker{part: part, decoder: d}
}

// next gives the next start, end or text; nil at the end of the part.
func (w *walker) next() (xml.Token, error) {
	for {
		token, err := w.decoder.RawToken()
		if errors.Is(err, io.EOF) {
			if len(w.path) > 0 {
				return nil, w.fault(io.ErrUnexpectedEOF)
			}
			return nil, nil
		}
		if err != nil {
			return nil, w.fault(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if len(w.path) == MaxDepth || len(t.Attr) > MaxAttrs {
				return nil, tooMany(w.part, "levels or attributes", MaxDepth)
			}
			w.path = append(w.path, t.Name.Local)
			return t, nil
		case xml.EndElement:
			if n := len(w.path); n == 0 || w.path[n-1] != t.Name.Local {
				return nil, w.fault(fmt.Errorf("element %s ends without a start", t.Name.Local))
			}
			w.path = w.path[:len(w.path)-1]
			return t, nil
		case xml.CharData:
			return t, nil
		case xml.Directive: // a document type could declare entities
			return nil, w.fault(errors.New("a document type is not taken"))
		}
	}
}

func (w *walker) fault(err error) error { return &Error{Kind: Damaged, Part: w.part, Err: err} }

// within reports whether the named element is open.
func (w *walker) within(name string) bool {
	for _, p := range w.path {
		if p == name {
			return true
		}
	}
	return false
}

// attribute is the value of an attribute without prefix, "" where it is not there.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// relation is the attribute r:id, under whatever prefix.
func relation(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Local == "id" && a.Name.Space != "" && a.Name.Space != "xmlns" {
			return a.Value
		}
	}
	return ""
}

// Unescape turns the _xHHHH_ of the format into characters.
func Unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for s != "" {
		at := strings.Index(s, "_x")
		if at < 0 {
			break
		}
		b.WriteString(s[:at])
		units, n := escapedUnits(s[at:])
		if n == 0 {
			b.WriteString(s[at : at+2])
			s = s[at+2:]
			continue
		}
		b.WriteString(string(utf16.Decode(units)))
		s = s[at+n:]
	}
	b.WriteString(s)
	return b.String()
}

// escapedLength is that of _xHHHH_.
const escapedLength = 7

// escapedUnits reads as many _xHHHH_ as follow each other, so that surrogates
// find their mates; n is their length in bytes.
func escapedUnits(s string) (units []uint16, n int) {
	for len(s) >= n+escapedLength && s[n] == '_' && s[n+1] == 'x' && s[n+6] == '_' {
		u, err := strconv.ParseUint(s[n+2:n+6], 16, 16)
		if err != nil {
			break
		}
		units = append(units, uint16(u))
		n += escapedLength
	}
	return units, n
}
