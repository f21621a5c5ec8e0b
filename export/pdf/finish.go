package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"h200filing/export/document"
)

// fill mends what gofpdf leaves undone or does against ISO 32000-1: language,
// outline, links, metadata; and adds the arts.
func (f *frame) fill(doc *document.Document, p plan) error {
	if err := addArts(f.objects, p.arts); err != nil {
		return err
	}
	addLinks(f.objects, p)
	meta := newMetadata(doc)
	meta.archival = p.archival()
	f.put(f.info, meta.info())
	f.put(f.root, catalog(f.objects, meta, p, doc.Answers))
	return nil
}

// finish adds what was made meanwhile, the contents of the pages and the fonts, and
// writes the file.
func (f *frame) finish(drawn []packed, cut *[faceCount]*embedded) ([]byte, error) {
	for i := range drawn {
		f.packedStream(pageObject(i)+1, "", &drawn[i])
	}
	if err := writeFonts(f.objects, cut); err != nil {
		return nil, err
	}
	return f.file(f.root, f.info), nil
}

// addArts writes the arts and names them in the resources that all pages share.
func addArts(w *objects, arts []*art) error {
	var names strings.Builder
	for _, a := range arts {
		number, err := a.emit(w)
		if err != nil {
			return fmt.Errorf("attachment: %w", err)
		}
		fmt.Fprintf(&names, "/%s %d 0 R ", a.name, number)
	}
	const key = "/XObject <<"
	if !bytes.Contains(w.bodies[2], []byte(key)) {
		return fmt.Errorf("resources: %w", errShape)
	}
	w.bodies[2] = bytes.Replace(w.bodies[2], []byte(key), []byte(key+names.String()), 1)
	return nil
}

// writeFonts puts the fonts in the places that gofpdf keeps for them. A face that
// shows nothing is left an empty dictionary, to which no page refers.
func writeFonts(w *objects, cut *[faceCount]*embedded) error {
	places := [faceCount]int{}
	for i := 1; i < len(w.bodies); i++ {
		for f := range places {
			if bytes.Contains(w.bodies[i][:min(len(w.bodies[i]), 200)], []byte("/BaseFont /"+slotNames[f]+"\n")) {
				places[f] = i
			}
		}
	}
	for f, e := range cut {
		switch {
		case places[f] == 0 || !renameFont(w, places[f], resourceNames[f]):
			return fmt.Errorf("place of typeface %s: %w", faceKeys[f], errShape)
		case e == nil:
			if err := dropFont(w, places[f]); err != nil {
				return err
			}
		case e.err != nil:
			return fmt.Errorf("typeface %s: %w", faceKeys[f], e.err)
		default:
			e.write(w, places[f])
		}
	}
	return nil
}

// entryOf finds the line of a font in the resources that all pages share.
func entryOf(w *objects, place int) (start, end int, ok bool) {
	reference := fmt.Appendf(nil, " %d 0 R\n", place)
	at := bytes.Index(w.bodies[2], reference)
	start = bytes.LastIndexByte(w.bodies[2][:max(at, 0)], '\n')
	if at < 0 || start < 0 {
		return 0, 0, false
	}
	return start, at + len(reference) - 1, true
}

// renameFont gives a font the short name by which pages call it; gofpdf's are as
// long as a hash.
func renameFont(w *objects, place int, name string) bool {
	start, end, ok := entryOf(w, place)
	if ok {
		line := fmt.Sprintf("\n/%s %d 0 R", name, place)
		w.bodies[2] = slices.Concat(w.bodies[2][:start], []byte(line), w.bodies[2][end:])
	}
	return ok
}

// dropFont takes an unused font out of the resources that all pages share.
func dropFont(w *objects, place int) error {
	start, end, ok := entryOf(w, place)
	if !ok {
		return fmt.Errorf("resources: %w", errShape)
	}
	w.bodies[2] = slices.Concat(w.bodies[2][:start], w.bodies[2][end:])
	w.put(place, "null")
	return nil
}
