package pack

import (
	"archive/tar"
	"archive/zip"
	"compress/flate"
	"io"
	"time"
)

// WriteTar writes the tree as a tar archive, owned by root, all of a given time.
func (t Tree) WriteTar(to io.Writer, when time.Time) error {
	s, err := t.sorted()
	if err != nil {
		return err
	}
	archive := tar.NewWriter(to)
	header := tar.Header{ModTime: when.UTC().Truncate(time.Second), Uname: "root", Gname: "root", Format: tar.FormatPAX}
	for _, dir := range s.folders() {
		header := header
		header.Typeflag, header.Name, header.Mode = tar.TypeDir, dir+"/", 0o755
		if err := archive.WriteHeader(&header); err != nil {
			return err
		}
	}
	for _, f := range s {
		header := header
		header.Typeflag, header.Name, header.Mode, header.Size = tar.TypeReg, f.Path, int64(f.mode()), int64(len(f.Content))
		if err := archive.WriteHeader(&header); err != nil {
			return err
		}
		if _, err := archive.Write(f.Content); err != nil {
			return err
		}
	}
	return archive.Close()
}

// WriteZip writes the tree as a zip archive, all of a given time; systems that
// know permissions find them in it.
func (t Tree) WriteZip(to io.Writer, when time.Time) error {
	s, err := t.sorted()
	if err != nil {
		return err
	}
	archive := zip.NewWriter(to)
	archive.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(out, flate.BestCompression)
	})
	for _, f := range s {
		header := &zip.FileHeader{Name: f.Path, Method: zip.Deflate, Modified: when.UTC()}
		header.SetMode(f.mode())
		file, err := archive.CreateHeader(header)
		if err != nil {
			return err
		}
		if _, err := file.Write(f.Content); err != nil {
			return err
		}
	}
	return archive.Close()
}
