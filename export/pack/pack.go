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
	"time"

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
	Draft     bool // they bear the mark of a draft
	// Attachment returns the content of an attachment by its SHA-256.
	Attachment func(sha256 string) ([]byte, error)
}

// Manifest lists the parts.
type Manifest struct {
	Form    string `json:"form"`
	Version string `json:"version"`
	Digest  string `json:"digest"` // of the answers
	// Evaluated is the day for which everything was computed, ISO 8601: what is
	// out of date, and therefore the checks, depend on it.
	Evaluated string `json:"evaluated"`
	Draft     bool   `json:"draft"` // the outputs bear the mark of a draft
	Files     []File `json:"files"` // in the order of the pack
}

// File is one part.
type File struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
	Size   int    `json:"size"`
	Title  string `json:"title,omitempty"` // attachments: as the application calls it
}

// epoch is the first day that a zip can tell; without a day some programs refuse
// one.
var epoch = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

// Build returns the pack of a report. It is deterministic: entries in order, all
// of one time.
func Build(report *forms.Report, contents Contents) ([]byte, error) {
	b := builder{manifest: Manifest{
		Form: report.Form.ID, Version: report.Form.Version, Digest: report.Digest(),
		Evaluated: report.Context.Today.Format(time.DateOnly), Draft: contents.Draft,
	}}
	b.zip = zip.NewWriter(&b.out)
	b.zip.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestSpeed)
	})
	b.add(PDFName, "", contents.PDF)
	b.add(XLSXName, "", contents.XLSX)
	b.add(AnswersName, "", report.Published())
	for _, a := range AttachmentsOf(report) {
		content, err := contents.Attachment(a.SHA256)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", a.Title, err)
		}
		b.add(Attachments+a.Name, a.Title, content)
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

// SumOf is the SHA-256 of a content as manifests have it, hexadecimal.
func SumOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// builder writes a zip; its first error stays.
type builder struct {
	out      bytes.Buffer
	zip      *zip.Writer
	manifest Manifest
	err      error
}

func (b *builder) add(name, title string, content []byte) {
	b.manifest.Files = append(b.manifest.Files, File{Name: name, SHA256: SumOf(content), Size: len(content), Title: title})
	b.write(name, content)
}

func (b *builder) write(name string, content []byte) {
	if b.err != nil {
		return
	}
	w, err := b.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: epoch})
	if err != nil {
		b.err = err
		return
	}
	_, b.err = w.Write(content)
}

// Attachment is an attachment with its name in the pack.
type Attachment struct {
	Path                forms.Path // of the file question
	Name, Title, SHA256 string
}

// AttachmentsOf numbers the attachments in the order of the application; the
// name keeps only the ending of what the user's file was called.
func AttachmentsOf(report *forms.Report) []Attachment {
	var out []Attachment
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
		out = append(out, Attachment{Path: q.Path, Name: name, Title: title, SHA256: a.SHA256})
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
