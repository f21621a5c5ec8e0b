package verify_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"h200filing/assets/fonts"
	"h200filing/export/document"
	"h200filing/export/evidence"
	"h200filing/export/pack"
	"h200filing/export/pdf"
	"h200filing/export/verify"
	"h200filing/export/xlsx"
	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

func verifier(t testing.TB) *verify.Verifier {
	t.Helper()
	return &verify.Verifier{Form: formstest.Form(t), Catalogue: formstest.Catalogue(t), Lang: i18n.Hans}
}

// mark is what an export bears across its pages.
type mark struct{ draft, practice bool }

var (
	final = mark{}
	draft = mark{draft: true}
)

// filing is a case exported.
type filing struct {
	report          *forms.Report
	pdf, xlsx, pack []byte
	bare            []byte // the PDF without the answers enclosed
}

// export makes the outputs of a case, with changes to its answers, on a day that
// is not that of its issue.
func export(t testing.TB, v *verify.Verifier, name string, as mark, changes map[string]string) filing {
	t.Helper()
	answers := formstest.Answers(t, name)
	contents := map[string][]byte{}
	files := map[string]forms.FileInfo{}
	for _, path := range answers.Paths() {
		if f := v.Form.Field(path.Pattern()); f != nil && f.Type == forms.TypeFile {
			attach(t, answers, path, contents, files)
		}
	}
	for public, value := range changes {
		formstest.Set(t, answers, public, value)
	}
	return render(t, v, answers, files, as, func(sum string) ([]byte, error) {
		if content, ok := contents[sum]; ok {
			return content, nil
		}
		return nil, errors.New(sum)
	})
}

func attach(t testing.TB, answers *forms.Answers, path forms.Path, contents map[string][]byte, files map[string]forms.FileInfo) {
	t.Helper()
	name := answers.Get(path)
	content, err := os.ReadFile(formstest.Case(t, name))
	if errors.Is(err, os.ErrNotExist) {
		return
	}
	info, err := evidence.Inspect(content)
	if err != nil {
		t.Fatal(err)
	}
	sum := pack.SumOf(content)
	contents[sum], files[sum] = content, info
	text := forms.Attachment{Name: filepath.Base(name), SHA256: sum}.Text()
	if _, err := answers.Apply(forms.Change{Op: forms.Set, Path: path, Value: text}); err != nil {
		t.Fatal(err)
	}
}

func render(t testing.TB, v *verify.Verifier, answers *forms.Answers, files map[string]forms.FileInfo, as mark, attachment func(string) ([]byte, error)) filing {
	t.Helper()
	report := forms.Evaluate(v.Form, answers, forms.Context{Today: forms.Day(2026, 11, 24), Catalogue: v.Catalogue, Files: files, Missing: fonts.Missing})
	doc, err := document.Build(report, document.Options{Draft: as.draft, Practice: as.practice, Attachment: attachment})
	if err != nil {
		t.Fatal(err)
	}
	out := filing{report: report}
	if out.bare, err = pdf.Render(doc); err != nil {
		t.Fatal(err)
	}
	doc.Answers = report.Published()
	if out.pdf, err = pdf.Render(doc); err != nil {
		t.Fatal(err)
	}
	if out.xlsx, err = xlsx.Render(report, xlsx.Options{Draft: as.draft, Practice: as.practice}); err != nil {
		t.Fatal(err)
	}
	if out.pack, err = pack.Build(report, pack.Contents{Draft: as.draft, PDF: out.pdf, XLSX: out.xlsx, Attachment: attachment}); err != nil {
		t.Fatal(err)
	}
	return out
}
