package main

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"sync"

	"h200filing/assets/fonts"
	"h200filing/export/pdf"
	"h200filing/export/pdf/subset"
)

// child is one of the processes that are measured: "ours FILE" writes the text as
// PDF, "ideal FOLDER FILE" packs the bytes that the folder holds.
func child(what string, args []string) error {
	debug.SetGCPercent(1200) // as the program does when it runs a command
	switch {
	case what == "ours" && len(args) == 1:
		file, err := pdf.Render(asDocument(corpus()))
		if err != nil {
			return err
		}
		return os.WriteFile(args[0], file, 0o600)
	case what == "ideal" && len(args) == 2:
		return ideal(args[0], args[1])
	}
	return fmt.Errorf("no child %q with %d arguments", what, len(args))
}

// faces are those of title, sections, subsections, text, and of what they lack.
var faces = []fonts.Key{fonts.Title, fonts.Hei, fonts.Kai, fonts.FangSong, fonts.Fallback}

// ideal does what no writer can do without: it parses the faces, cuts them down to
// the characters of the text, and packs fonts and pages, side by side.
func ideal(folder, out string) error {
	streams, err := filepath.Glob(filepath.Join(folder, "*.stream"))
	if err != nil {
		return err
	}
	runes := allRunes(corpus())
	work := make([]func() ([]byte, error), 0, len(streams)+len(faces))
	for _, key := range faces {
		work = append(work, func() ([]byte, error) { return cut(key, runes) })
	}
	for _, path := range streams {
		work = append(work, func() ([]byte, error) { return os.ReadFile(path) })
	}
	packed, err := packAll(work)
	if err != nil {
		return err
	}
	return os.WriteFile(out, bytes.Join(packed, nil), 0o600)
}

// allRunes are the characters of each kind of block, in the order of faces; the
// last face stands in for the one of the text.
func allRunes(blocks []block) map[fonts.Key][]rune {
	out := map[fonts.Key][]rune{}
	for _, b := range blocks {
		key := faces[min(int(b.kind), int(paragraph))]
		out[key] = append(out[key], []rune(b.text)...)
		for _, row := range b.rows {
			for _, text := range row {
				out[key] = append(out[key], []rune(text)...)
			}
		}
	}
	out[fonts.Fallback] = out[fonts.FangSong]
	return out
}

func cut(key fonts.Key, all map[fonts.Key][]rune) ([]byte, error) {
	face, ok := fonts.Get(key)
	if !ok {
		return nil, fmt.Errorf("no face %s", key)
	}
	font, err := subset.Parse(face.Bytes)
	if err != nil {
		return nil, err
	}
	other, ok := fonts.Get(fonts.FangSong)
	if !ok {
		return nil, fmt.Errorf("no face %s", fonts.FangSong)
	}
	fang, err := subset.Parse(other.Bytes)
	if err != nil {
		return nil, err
	}
	runes := slices.DeleteFunc(slices.Clone(all[key]), func(r rune) bool {
		return !font.Has(r) || key == fonts.Fallback && fang.Has(r)
	})
	sub, err := font.Subset(runes)
	if err != nil {
		return nil, err
	}
	return sub.Bytes, nil
}

// packAll deflates the results of work on all processors.
func packAll(work []func() ([]byte, error)) ([][]byte, error) {
	out, errs := make([][]byte, len(work)), make([]error, len(work))
	next := make(chan int)
	var group sync.WaitGroup
	for range 2 {
		group.Add(1)
		go func() {
			defer group.Done()
			var b bytes.Buffer
			w, err := zlib.NewWriterLevel(&b, zlib.BestSpeed)
			for i := range next {
				if err != nil {
					errs[i] = err
					continue
				}
				out[i], errs[i] = packOne(w, &b, work[i])
			}
		}()
	}
	for i := range work {
		next <- i
	}
	close(next)
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func packOne(w *zlib.Writer, b *bytes.Buffer, work func() ([]byte, error)) ([]byte, error) {
	data, err := work()
	if err != nil {
		return nil, err
	}
	b.Reset()
	w.Reset(b)
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return bytes.Clone(b.Bytes()), nil
}
