package pack_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"h200filing/export/exporttest"
	"h200filing/export/pack"
	"h200filing/forms"
	"h200filing/forms/formstest"
)

const sum = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

func report(t *testing.T) *forms.Report {
	t.Helper()
	form := formstest.Form(t)
	answers, err := forms.ReadAnswers(form, "t", []byte(`
applicant: {name: 示例公司}
attachments:
- {kind: quote, title: 报价单, file: "sha256:`+sum+` ../报价 单.PDF"}
- {kind: other, title: 没有文件, missing_reason: 尚未取得}
- {kind: other, title: 没有后缀, file: "sha256:`+sum+` evil.exe"}
`))
	if err != nil {
		t.Fatal(err)
	}
	return forms.Evaluate(form, answers, forms.Context{Today: formstest.Today})
}

func contents() pack.Contents {
	return pack.Contents{PDF: []byte("%PDF"), XLSX: []byte("PK"), Attachment: func(string) ([]byte, error) { return []byte("content"), nil }}
}

// TestBuild: every part stands in the manifest with its own digest, names are
// the pack's and never the user's, and the same report gives the same bytes.
func TestBuild(t *testing.T) {
	r := report(t)
	first, err := pack.Build(r, contents())
	if err != nil {
		t.Fatal(err)
	}
	second, err := pack.Build(r, contents())
	if err != nil || !bytes.Equal(first, second) {
		t.Errorf("the second pack differs (%v)", err)
	}
	parts := map[string][]byte{}
	var names []string
	for _, p := range exporttest.Unzip(t, first) {
		parts[p.Name] = p.Content
		names = append(names, p.Name)
		if y, m, d := p.Modified.Date(); y != 1980 || m != time.January || d != 1 {
			t.Errorf("%s is of %v, which some programs cannot read", p.Name, p.Modified)
		}
	}
	want := []string{pack.PDFName, pack.XLSXName, pack.AnswersName, "attachments/01.pdf", "attachments/03", pack.ManifestName}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Error(diff)
	}
	var m pack.Manifest
	if err := json.Unmarshal(parts[pack.ManifestName], &m); err != nil {
		t.Fatal(err)
	}
	if m.Digest != r.Digest() || len(m.Files) != len(want)-1 {
		t.Errorf("manifest %+v", m)
	}
	for _, f := range m.Files {
		digest := sha256.Sum256(parts[f.Name])
		if f.SHA256 != hex.EncodeToString(digest[:]) || f.Size != len(parts[f.Name]) {
			t.Errorf("%s: %+v", f.Name, f)
		}
	}
}

// TestAttachmentMissing: a pack is not built without what it should hold.
func TestAttachmentMissing(t *testing.T) {
	c, gone := contents(), errors.New("gone")
	c.Attachment = func(string) ([]byte, error) { return nil, gone }
	if _, err := pack.Build(report(t), c); !errors.Is(err, gone) {
		t.Errorf("error %v", err)
	}
}
