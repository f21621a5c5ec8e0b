package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"
	"sync"

	"h200filing/export/document"
	"h200filing/export/pdf/subset"
)

// finish mends what gofpdf leaves undone or does against ISO 32000-1: header,
// identifier, language, outline, metadata, names of subset fonts, the mapping of
// glyphs to characters; and adds the arts.
func finish(drawn []byte, doc *document.Document, p plan, faces *typefaces, subsets [faceCount]*subset.Subset) ([]byte, error) {
	w, err := parseObjects(drawn)
	if err != nil {
		return nil, err
	}
	if len(w.bodies) < 5 {
		return nil, errShape
	}
	info, root := len(w.bodies)-2, len(w.bodies)-1
	if err := mendFonts(w, faces, subsets); err != nil {
		return nil, err
	}
	packPages(w, len(p.pages))
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

// mendFonts names the fonts as subsets and says which character every code is.
func mendFonts(w *objects, faces *typefaces, subsets [faceCount]*subset.Subset) error {
	for f, sub := range subsets {
		if sub == nil {
			continue
		}
		was := []byte("/utf8" + fontName(face(f)))
		is := []byte("/" + subsetTag(sub.Bytes) + "+" + faces[f].name)
		found := 0
		for i := 1; i < len(w.bodies); i++ {
			body := w.bodies[i]
			if len(body) > 4096 || !bytes.Contains(body, was) {
				continue
			}
			found++
			w.bodies[i] = bytes.ReplaceAll(body, was, is)
			var number int
			if _, after, ok := bytes.Cut(body, []byte("/ToUnicode ")); ok {
				if _, err := fmt.Sscanf(string(after), "%d 0 R", &number); err != nil || number >= len(w.bodies) {
					return fmt.Errorf("font %s: %w", was, errShape)
				}
				w.stream(number, "", toUnicode(sub))
				// The object after the map holds the character collection;
				// with /Identity-H it is Adobe's Identity (ISO 32000-1, 9.7.5.2).
				w.bodies[number+1] = bytes.Replace(w.bodies[number+1], []byte("(UCS)"), []byte("(Identity)"), 1)
			}
		}
		if found == 0 {
			return fmt.Errorf("font %s: %w", was, errShape)
		}
	}
	return nil
}

// subsetTag is the six capitals before the name of a font that is a subset
// (ISO 32000-1, 9.6.4); equal subsets have equal tags.
func subsetTag(font []byte) string {
	sum := sha256.Sum256(font)
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag[:])
}
