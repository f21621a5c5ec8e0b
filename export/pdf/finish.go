package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"

	"h200filing/export/document"
)

// finish mends what gofpdf leaves undone or does against ISO 32000-1: header,
// identifier, language, outline, links, metadata; and adds the fonts, which are there
// when wait returns, and the arts.
func finish(drawn []byte, doc *document.Document, p plan, cut *[faceCount]*embedded, wait func()) ([]byte, error) {
	w, err := parseObjects(drawn)
	if err != nil {
		return nil, err
	}
	if len(w.bodies) < 5 {
		return nil, errShape
	}
	info, root := len(w.bodies)-2, len(w.bodies)-1
	packPages(w, len(p.pages))
	wait()
	if err := writeFonts(w, cut); err != nil {
		return nil, err
	}
	if err := addArts(w, p.arts); err != nil {
		return nil, err
	}
	addLinks(w, p)
	meta := newMetadata(doc)
	meta.archival = p.archival()
	w.put(info, meta.info())
	w.put(root, catalog(w, meta, p, doc.Answers))
	return w.file(root, info), nil
}

// pageObject is the number that gofpdf gives to the object of a page; its
// content has the next one.
func pageObject(index int) int { return 3 + 2*index }

// packPages compresses the pages' contents, on all processors.
func packPages(w *objects, pages int) {
	var wait sync.WaitGroup
	gate := make(chan struct{}, 4)
	for i := range pages {
		number := pageObject(i) + 1
		_, data, ok := bytes.Cut(w.bodies[number], []byte("\nstream\n"))
		if !ok {
			continue
		}
		wait.Add(1)
		gate <- struct{}{}
		go func() {
			defer func() { <-gate; wait.Done() }()
			w.stream(number, "", bytes.TrimSuffix(data, []byte("\nendstream")))
		}()
	}
	wait.Wait()
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
