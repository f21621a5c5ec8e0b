package formstest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"h200filing/assets/practice"
	"h200filing/forms"
)

// Filing is a case with its attachments, made ready for outputs.
type Filing struct {
	Report  *forms.Report
	Content map[string][]byte // of attachments, by SHA-256
}

// Attachment gives the content of an attachment, by its SHA-256.
func (f Filing) Attachment(sum string) ([]byte, error) {
	if c, ok := f.Content[sum]; ok {
		return c, nil
	}
	return nil, fmt.Errorf("no content %s", sum)
}

// Open reads a case, or the practice application, with its attachments, of a page each, and evaluates it. change
// may alter the answers first; nil leaves them.
func Open(t testing.TB, name string, change func(*forms.Answers)) Filing {
	t.Helper()
	answers := Answers(t, name)
	if change != nil {
		change(answers)
	}
	folder := practice.Files
	if name != practice.Name {
		folder = os.DirFS(Case(t, "."))
	}
	f := Filing{Content: map[string][]byte{}}
	context := Context(t)
	context.Files = map[string]forms.FileInfo{}
	for _, p := range answers.Paths() {
		if p.Pattern() != "attachments[].file" {
			continue
		}
		content := must(fs.ReadFile(folder, answers.Get(p)))(t)
		hash := sha256.Sum256(content)
		sum := hex.EncodeToString(hash[:])
		f.Content[sum], context.Files[sum] = content, forms.FileInfo{Size: int64(len(content)), Pages: 1}
		file := forms.Attachment{Name: filepath.Base(answers.Get(p)), SHA256: sum}.Text()
		Apply(t, answers, forms.Change{Op: forms.Set, Path: p, Value: file})
	}
	f.Report = forms.Evaluate(Form(t), answers, context)
	return f
}
