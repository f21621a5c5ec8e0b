package main

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
)

// length finds what a stream's dictionary says of its length.
var length = regexp.MustCompile(`/Length (\d+)>>\nstream\n`)

// spill unpacks the streams of a finished file, but for the fonts, into a folder.
func spill(file []byte, folder string) error {
	for i, at := range length.FindAllSubmatchIndex(file, -1) {
		n, err := strconv.Atoi(string(file[at[2]:at[3]]))
		if err != nil || at[1]+n > len(file) {
			return fmt.Errorf("stream at %d: %w", at[0], err)
		}
		head := file[bytes.LastIndex(file[:at[0]], []byte(" obj\n")):at[0]]
		if bytes.Contains(head, []byte("/Length1")) || !bytes.Contains(head, []byte("/FlateDecode")) {
			continue
		}
		r, err := zlib.NewReader(bytes.NewReader(file[at[1] : at[1]+n]))
		if err != nil {
			return fmt.Errorf("stream at %d: %w", at[0], err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return fmt.Errorf("stream at %d: %w", at[0], err)
		}
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%04d.stream", i)), data, 0o600); err != nil {
			return err
		}
	}
	return nil
}
