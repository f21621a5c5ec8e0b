package verify

import (
	"bytes"
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"h200filing/export/evidence"
	"h200filing/export/pack"
	"h200filing/forms"
)

// Pack verifies a pack.
func (v *Verifier) Pack(data []byte) (*Result, error) {
	p, err := unpack(data)
	if err != nil {
		return nil, err
	}
	c := v.start()
	for name, content := range p.content {
		if strings.HasPrefix(name, pack.Attachments) {
			c.attachments[pack.SumOf(content)] = content
		}
	}
	c.pdf, c.xlsx = p.content[pack.PDFName], p.content[pack.XLSXName]
	if m, err := readManifest(p.content[pack.ManifestName]); err == nil {
		c.manifest = m
	}
	if err := c.read(); err != nil {
		return nil, err
	}
	if err := c.refer(p); err != nil {
		return nil, err
	}
	c.checkManifest(p)
	c.checkAnswers(p)
	c.checkAttachments(p)
	if err := c.compare(); err != nil {
		return nil, err
	}
	return resultOf(c.differences), nil
}

// readManifest reads a manifest as this program writes it.
func readManifest(data []byte) (*pack.Manifest, error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	var m pack.Manifest
	if err := decoder.Decode(&m); err != nil {
		return nil, err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, io.ErrUnexpectedEOF
	}
	return &m, nil
}

// checkManifest holds the manifest against the parts, line by line.
func (c *checker) checkManifest(p *parts) {
	data, ok := p.content[pack.ManifestName]
	m, err := readManifest(data)
	if err != nil {
		reason := c.word("verify.no_part")
		if ok {
			reason = c.word("verify.unreadable")
		}
		c.found(Difference{Label: pack.ManifestName, Place: pack.ManifestName, Found: reason, In: InManifest})
		return
	}
	line := func(label, want, got string, order int) {
		if want != got {
			c.found(Difference{Label: label, Place: pack.ManifestName, Expected: want, Found: got, In: InManifest, order: order})
		}
	}
	line("form", c.report.Form.ID, m.Form, 0)
	line("version", c.report.Form.Version, m.Version, 1)
	line("digest", c.digest, m.Digest, 2)
	line("draft", strconv.FormatBool(c.state().draft), strconv.FormatBool(m.Draft), 3)
	line("evaluated", c.report.Context.Today.Format("2006-01-02"), m.Evaluated, 3)
	listed := map[string]bool{pack.ManifestName: true}
	titles := c.titles()
	for i, f := range m.Files {
		listed[f.Name] = true
		content, ok := p.content[f.Name]
		if !ok {
			c.found(Difference{Label: printable(f.Name), Place: pack.ManifestName, Expected: printable(f.Name), Found: c.word("verify.no_part"), In: InManifest, order: 4 + i})
			continue
		}
		line(f.Name+" sha256", f.SHA256, pack.SumOf(content), 4+i)
		line(f.Name+" size", strconv.Itoa(f.Size), strconv.Itoa(len(content)), 4+i)
		line(f.Name+" title", titles[f.Name], f.Title, 4+i)
	}
	for i, name := range p.names {
		if !listed[name] {
			c.found(Difference{Label: printable(name), Place: printable(name), Found: c.word("verify.extra_part"), In: InManifest, order: 1<<20 + i})
		}
	}
	if written, err := json.MarshalIndent(m, "", "  "); err == nil && len(c.differences) == 0 && !bytes.Equal(written, data) {
		c.found(Difference{Label: pack.ManifestName, Place: pack.ManifestName, Found: c.word("verify.rewritten"), In: InManifest})
	}
}

// titles are the titles of the attachments by their names in the pack.
func (c *checker) titles() map[string]string {
	out := map[string]string{}
	for _, a := range pack.AttachmentsOf(c.report) {
		out[pack.Attachments+a.Name] = a.Title
	}
	return out
}

// checkAnswers holds the answers of the pack against those that it is about.
func (c *checker) checkAnswers(p *parts) {
	data, ok := p.content[pack.AnswersName]
	want := c.report.Published()
	if ok && bytes.Equal(data, want) {
		return
	}
	d := Difference{Label: pack.AnswersName, Place: pack.AnswersName, In: InAnswers}
	_, err := readPublished(c.Form, data)
	if err != nil {
		if d.Found = c.word("verify.no_part"); ok {
			d.Found = c.word("verify.unreadable_because", "reason", err.Error())
		}
		c.found(d)
		return
	}
	before := len(c.differences)
	got := flatten(data)
	c.differAnswers(flatten(want), got, pack.AnswersName, InAnswers)
	if len(c.differences) == before {
		d.Found = c.word("verify.rewritten")
		c.found(d)
	}
}

// checkAttachments holds the attachments against the SHA-256 that the answers name.
func (c *checker) checkAttachments(p *parts) {
	for i, a := range pack.AttachmentsOf(c.report) {
		name := pack.Attachments + a.Name
		path := c.report.Public(a.Path)
		content, ok := p.content[name]
		d := Difference{Field: path, Label: c.labelOf(path), Place: name, Expected: a.SHA256, In: InAttachment, order: i}
		if d.Found = pack.SumOf(content); !ok {
			d.Found = c.word("verify.no_part")
		}
		if d.Found != a.SHA256 {
			c.found(d)
		}
	}
}

// inspected describes content as an attachment; what cannot be one has no pages.
func inspected(content []byte) forms.FileInfo {
	info, err := evidence.Inspect(content)
	if err != nil {
		return forms.FileInfo{Size: int64(len(content))}
	}
	return info
}
