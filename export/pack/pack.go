// Package pack puts a filing together as one .zip: PDF, workbook, answers,
// attachments, and a manifest with the SHA-256 of each, so that later changes
// can be found.
//
// Floor 2 of the house; it may import forms and the standard library.
package pack

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"strings"

	"h200filing/forms"
)

// The names of the parts in a pack.
const (
	PDFName      = "application.pdf"
	XLSXName     = "application.xlsx"
	AnswersName  = "answers.json"
	ManifestName = "manifest.json"
	Attachments  = "attachments/"
)

// Contents is what a pack is made of.
type Contents struct {
	PDF, XLSX []byte
	// Attachment returns the content of an attachment by its SHA-256.
	Attachment func(sha256 string) ([]byte, error)
}

// Manifest lists the parts.
type Manifest struct {
	Form    string `json:"form"`
	Version string `json:"version"`
	Digest  string `json:"digest"` // of the answers
	Files   []File `json:"files"`  // in the order of the pack
}

// File is one part.
type File struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
	Size   int    `json:"size"`
	Title  string `json:"title,omitempty"` // attachments: as the application calls it
}

// Build returns the pack of a report. It is deterministic: entries in order,
// without times.
func Build(report *forms.Report, contents Contents) ([]byte, error) {
	b := builder{manifest: Manifest{Form: report.Form.ID, Version: report.Form.Version, Digest: report.Digest()}}
	b.zip = zip.NewWriter(&b.out)
	b.zip.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestSpeed)
	})
	b.add(PDFName, "", contents.PDF)
	b.add(XLSXName, "", contents.XLSX)
	b.add(AnswersName, "", report.Published())
	for _, a := range attachmentsOf(report) {
		content, err := contents.Attachment(a.sum)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", a.title, err)
		}
		b.add(Attachments+a.name, a.title, content)
	}
	manifest, err := json.MarshalIndent(b.manifest, "", "  ")
	if err != nil {
		return nil, err
	}
	b.write(ManifestName, manifest)
	if b.err == nil {
		b.err = b.zip.Close()
	}
	return b.out.Bytes(), b.err
}

// builder writes a zip; its first error stays.
type builder struct {
	out      bytes.Buffer
	zip      *zip.Writer
	manifest Manifest
	err      error
}

func (b *builder) add(name, title string, content []byte) {
	sum := sha256.Sum256(content)
	b.manifest.Files = append(b.manifest.Files, File{Name: name, SHA256: hex.EncodeToString(sum[:]), Size: len(content), Title: title})
	b.write(name, content)
}

func (b *builder) write(name string, content []byte) {
	if b.err != nil {
		return
	}
	w, err := b.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
	if err != nil {
		b.err = err
		return
	}
	_, b.err = w.Write(content)
}

// attachment is an attachment with its name in the pack.
type attachment struct{ name, title, sum string }

// attachmentsOf numbers the attachments in the order of the application; the
// name keeps only the ending of what the user's file was called.
func attachmentsOf(report *forms.Report) []attachment {
	var out []attachment
	for i, row := range report.Rows("attachments") {
		q := report.Question(row.Join("file"))
		if q == nil {
			continue
		}
		a, _ := q.Value.(forms.Attachment)
		if a.SHA256 == "" {
			continue
		}
		title := ""
		if t := report.Question(row.Join("title")); t != nil {
			title = t.Plain()
		}
		name := fmt.Sprintf("%02d%s", i+1, ending(a.Name))
		out = append(out, attachment{name: name, title: title, sum: a.SHA256})
	}
	return out
}

var endings = map[string]bool{".pdf": true, ".png": true, ".jpg": true, ".jpeg": true}

func ending(name string) string {
	if e := strings.ToLower(path.Ext(name)); endings[e] {
		return e
	}
	return ""
}
