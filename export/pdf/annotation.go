package pdf

import (
	"bytes"
	"fmt"
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Flags of annotations (ISO 32000-1, 12.5.3).
const (
	annotHidden = 1 << 1
	annotNoView = 1 << 5
)

// addAnnotations draws the appearances of annotations, such as filled-in fields
// and electronic seals, over the page: as part of another page they would be
// gone. What cannot be understood is left out, for it is not the page itself.
func (f *form) addAnnotations(page types.Dict) {
	list, err := f.table.DereferenceArray(page["Annots"])
	if err != nil || len(list) == 0 {
		return
	}
	var drawn bytes.Buffer
	names := types.Dict{}
	for i, o := range list {
		annot, err := f.table.DereferenceDict(o)
		if err != nil || annot == nil {
			continue
		}
		appearance, m, ok := f.appearance(annot)
		if !ok {
			continue
		}
		name := fmt.Sprintf("HFA%d", i)
		names[name] = appearance
		fmt.Fprintf(&drawn, "q %.6f 0 0 %.6f %.6f %.6f cm /%s Do Q\n", m[0], m[3], m[4], m[5], name)
	}
	if len(names) == 0 {
		return
	}
	f.content = bytes.Join([][]byte{[]byte("q\n"), f.content, []byte("\nQ\n"), drawn.Bytes()}, nil)
	f.resources = f.withXObjects(names)
}

// withXObjects is the page's resources with more XObjects.
func (f *form) withXObjects(more types.Dict) types.Dict {
	out := types.Dict{}
	for k, v := range f.resources {
		out[k] = v
	}
	if old, err := f.table.DereferenceDict(out["XObject"]); err == nil {
		for k, v := range old {
			more[k] = v
		}
	}
	out["XObject"] = more
	return out
}

// appearance finds the normal appearance of an annotation and the matrix that
// puts it into its rectangle (ISO 32000-1, 12.5.5).
func (f *form) appearance(annot types.Dict) (types.IndirectRef, matrix, bool) {
	none := types.IndirectRef{}
	if flags := annot.IntEntry("F"); flags != nil && *flags&(annotHidden|annotNoView) != 0 {
		return none, identity, false
	}
	if kind := annot.Subtype(); kind != nil && *kind == "Popup" {
		return none, identity, false
	}
	ap, err := f.table.DereferenceDict(annot["AP"])
	if err != nil || ap == nil {
		return none, identity, false
	}
	ref, ok := f.normal(ap, annot)
	if !ok {
		return none, identity, false
	}
	stream, _, err := f.table.DereferenceStreamDict(ref)
	if err != nil || stream == nil {
		return none, identity, false
	}
	rect, okRect := f.numbersOf(annot["Rect"], 4)
	box, okBox := f.numbersOf(stream.Dict["BBox"], 4)
	if !okRect || !okBox {
		return none, identity, false
	}
	m, ok := f.numbersOf(stream.Dict["Matrix"], 6)
	if !ok {
		m = identity[:]
	}
	return fitted(ref, rect, box, m)
}

// normal is the appearance for the annotation's state.
func (f *form) normal(ap, annot types.Dict) (types.IndirectRef, bool) {
	ref, ok := ap["N"].(types.IndirectRef)
	if ok {
		if o, err := f.table.Dereference(ref); err == nil {
			if states, isDict := o.(types.Dict); isDict {
				return stateOf(states, annot)
			}
		}
		return ref, true
	}
	if states, isDict := ap["N"].(types.Dict); isDict {
		return stateOf(states, annot)
	}
	return types.IndirectRef{}, false
}

func stateOf(states, annot types.Dict) (types.IndirectRef, bool) {
	state := annot.NameEntry("AS")
	if state == nil {
		return types.IndirectRef{}, false
	}
	ref, ok := states[*state].(types.IndirectRef)
	return ref, ok
}

// fitted maps the box, as the appearance's own matrix leaves it, to rect.
func fitted(ref types.IndirectRef, rect, box, m []float64) (types.IndirectRef, matrix, bool) {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, corner := range [][2]float64{{box[0], box[1]}, {box[0], box[3]}, {box[2], box[1]}, {box[2], box[3]}} {
		x := m[0]*corner[0] + m[2]*corner[1] + m[4]
		y := m[1]*corner[0] + m[3]*corner[1] + m[5]
		x0, x1, y0, y1 = min(x0, x), max(x1, x), min(y0, y), max(y1, y)
	}
	rx0, rx1 := min(rect[0], rect[2]), max(rect[0], rect[2])
	ry0, ry1 := min(rect[1], rect[3]), max(rect[1], rect[3])
	if x1 <= x0 || y1 <= y0 || rx1 <= rx0 || ry1 <= ry0 {
		return ref, identity, false
	}
	sx, sy := (rx1-rx0)/(x1-x0), (ry1-ry0)/(y1-y0)
	return ref, matrix{sx, 0, 0, sy, rx0 - x0*sx, ry0 - y0*sy}, true
}

// numbersOf reads an array of n numbers.
func (f *form) numbersOf(o types.Object, n int) ([]float64, bool) {
	list, err := f.table.DereferenceArray(o)
	if err != nil || len(list) != n {
		return nil, false
	}
	out := make([]float64, n)
	for i, item := range list {
		if out[i], err = f.table.DereferenceNumber(item); err != nil {
			return nil, false
		}
	}
	return out, true
}
