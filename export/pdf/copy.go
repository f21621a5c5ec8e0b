package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// mostDepth bounds nesting in attached files.
const mostDepth = 100

var errDepth = errors.New("nested too deeply")

// copier copies objects of one attached file into ours, each once, with new
// numbers.
type copier struct {
	table   *model.XRefTable
	numbers map[int]int // by number in the attached file
	waiting []int       // numbers there, met but not yet copied
}

// uncopied are the entries that lead out of a page into the rest of its file.
var uncopied = map[string]bool{
	"Parent": true, "StructParent": true, "StructParents": true, "PieceInfo": true, "Metadata": true, "OPI": true,
}

// value writes an object in place. References get their new numbers.
func (c *copier) value(w *objects, out *bytes.Buffer, o types.Object, depth int) error {
	if depth > mostDepth {
		return errDepth
	}
	switch o := o.(type) {
	case nil:
		out.WriteString("null")
	case types.Dict:
		return c.dict(w, out, o, depth)
	case types.Array:
		out.WriteByte('[')
		for _, item := range o {
			if err := c.value(w, out, item, depth+1); err != nil {
				return err
			}
			out.WriteByte(' ')
		}
		out.WriteByte(']')
	case types.IndirectRef:
		fmt.Fprintf(out, "%d 0 R", c.number(w, o.ObjectNumber.Value()))
	case types.Boolean, types.Integer, types.Float, types.Name, types.StringLiteral, types.HexLiteral:
		out.WriteString(o.PDFString())
	default:
		return fmt.Errorf("an object of type %T where none may be", o)
	}
	return nil
}

func (c *copier) dict(w *objects, out *bytes.Buffer, d types.Dict, depth int) error {
	if kind := d.Type(); kind != nil && (*kind == "Page" || *kind == "Pages" || *kind == "Catalog") {
		out.WriteString("null")
		return nil
	}
	out.WriteString("<<")
	if err := c.entries(w, out, d, depth); err != nil {
		return err
	}
	out.WriteString(">>")
	return nil
}

// entries writes a dictionary's entries in the order of their keys.
func (c *copier) entries(w *objects, out *bytes.Buffer, d types.Dict, depth int, but ...string) error {
	keys := make([]string, 0, len(d))
	for k := range d {
		if !uncopied[k] && !slices.Contains(but, k) {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	for _, k := range keys {
		out.WriteString(types.Name(k).PDFString())
		out.WriteByte(' ')
		if err := c.value(w, out, d[k], depth+1); err != nil {
			return fmt.Errorf("%s: %w", k, err)
		}
		out.WriteByte(' ')
	}
	return nil
}

// number is the new number of an object, which waits to be copied if it is met
// for the first time.
func (c *copier) number(w *objects, old int) int {
	if n, ok := c.numbers[old]; ok {
		return n
	}
	n := w.alloc()
	c.numbers[old] = n
	c.waiting = append(c.waiting, old)
	return n
}

// drain copies what waits, and what that leads to.
func (c *copier) drain(w *objects) error {
	for len(c.waiting) > 0 {
		old := c.waiting[0]
		c.waiting = c.waiting[1:]
		if err := c.object(w, old); err != nil {
			return fmt.Errorf("object %d: %w", old, err)
		}
	}
	return nil
}

func (c *copier) object(w *objects, old int) error {
	o, err := c.table.Dereference(*types.NewIndirectRef(old, 0))
	if err != nil {
		return err
	}
	number := c.numbers[old]
	if s, ok := o.(*types.StreamDict); ok && s != nil {
		o = *s
	}
	if s, ok := o.(types.StreamDict); ok {
		var head bytes.Buffer
		if err := c.entries(w, &head, s.Dict, 0, "Length"); err != nil {
			return err
		}
		w.rawStream(number, head.String(), s.Raw)
		return nil
	}
	var out bytes.Buffer
	if err := c.value(w, &out, o, 0); err != nil {
		return err
	}
	w.bodies[number] = out.Bytes()
	return nil
}
