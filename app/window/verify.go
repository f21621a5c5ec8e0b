package window

import (
	"context"
	"errors"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"h200filing/app/session"
	"h200filing/app/window/question"
	"h200filing/export/verify"
)

// verifiable are the files that can be read back.
var verifiable = []string{".zip", ".pdf", ".xlsx", ".ZIP", ".PDF", ".XLSX"}

// verification reads exported files back, step by step as they are chosen: a pack
// by itself, a PDF or a workbook with the other.
type verification struct {
	*Window
	names []string
	files [][]byte
}

// onVerify asks for exported files and tells where they do not say the same.
func (w *Window) onVerify() {
	v := &verification{Window: w}
	w.choose(verifiable, w.preferences.folder(), v.read)
}

// read takes the file that was chosen.
func (v *verification) read(path string) {
	var content []byte
	var err error
	v.border.aside(func() { content, err = session.ReadExported(path) }, func() {
		if err != nil {
			v.refuse(filepath.Base(path), err)
			return
		}
		v.unlock(path, content, "")
	})
}

// unlock takes a file as it is, or asks for its password until that opens it. Opening
// runs in the background.
func (v *verification) unlock(path string, content []byte, password string) {
	ctx, cancel := context.WithCancel(context.Background())
	hide := func() {}
	if password != "" { // else there is nothing to open, and nothing to wait for
		wait := v.waiting(v.words.Text("window.verify.title"), 1, cancel)
		wait.at(0, v.words.Text("window.verify.working", "name", filepath.Base(path)))
		hide = wait.dialog.Hide
	}
	var opened []byte
	var err error
	v.border.aside(func() { opened, err = session.Protection{Password: password}.Unlocked(content) }, func() {
		stopped := ctx.Err() != nil
		cancel()
		hide()
		switch {
		case stopped: // nobody waits for it any more
		case err != nil:
			v.ask(path, content, password != "")
		default:
			v.take(path, opened)
		}
	})
}

// ask asks for the password of a file.
func (v *verification) ask(path string, content []byte, wrong bool) {
	text := v.words.Text("window.verify.locked", "name", filepath.Base(path))
	if wrong {
		text = v.words.Text("window.password.wrong")
	}
	f := v.newPasswordForm("window.verify.title", text, "window.password.open", "window.password.own")
	f.done = func(given []string) error {
		v.unlock(path, content, given[0])
		return nil
	}
	f.show()
}

// take adds a file that is open, and asks for the other of a pair.
func (v *verification) take(path string, content []byte) {
	v.names, v.files = append(v.names, filepath.Base(path)), append(v.files, content)
	extension := strings.ToLower(filepath.Ext(path))
	if extension == ".zip" || len(v.files) == 2 {
		v.verify()
		return
	}
	wanted, key := []string{".xlsx", ".XLSX"}, "window.verify.workbook"
	if extension == ".xlsx" {
		wanted, key = []string{".pdf", ".PDF"}, "window.verify.pdf"
	}
	d := v.newAsking(v.words.Text("window.verify.title"), v.words.Text("window.file.choose"), v.words.Text("window.cancel"),
		question.Body(v.words.Text(key, "name", v.names[0])), func(yes bool) {
			if yes {
				v.choose(wanted, filepath.Dir(path), v.read)
			}
		})
	d.Resize(fyne.NewSize(460, 190))
	d.Show()
}

// verify reads the files in the background, and shows the outcome.
func (v *verification) verify() {
	ctx, cancel := context.WithCancel(context.Background())
	wait := v.waiting(v.words.Text("window.verify.title"), 1, cancel)
	wait.at(0, v.words.Text("window.verify.working", "name", v.names[0]))
	lang := v.words.Lang
	var result *verify.Result
	var err error
	v.border.aside(func() { result, err = v.setting.Verify(v.files, lang) }, func() {
		stopped := ctx.Err() != nil
		cancel()
		wait.dialog.Hide()
		switch {
		case stopped: // nobody waits for it any more
		case err != nil:
			v.refuse(strings.Join(v.names, ", "), err)
		default:
			v.tell(result)
		}
	})
}

// refuse says why files cannot be verified.
func (v *verification) refuse(names string, err error) {
	var e *verify.Error
	if !errors.As(err, &e) {
		v.complain(err)
		return
	}
	if e.Part != "" {
		names = e.Part
	}
	v.say(v.words.Text("error.verify."+string(e.Kind), "part", names))
}

// mostLines is how many differences are listed; copying gives all.
const mostLines = 200

// tell shows the outcome.
func (v *verification) tell(result *verify.Result) {
	if result.Same {
		same := v.remark(theme.NewSuccessThemedResource(theme.ConfirmIcon()), v.words.Text("verify.same"), nil)
		d := v.newTelling(v.words.Text("window.verify.title"), newColumn(same)) // as high as it is, the sign beside the words
		d.Resize(v.roomFor(36, 15))
		d.Show()
		return
	}
	n := len(result.Differences)
	lines := make([]string, n)
	box := container.New(question.Column(-6, 0))
	for i, d := range result.Differences {
		lines[i] = v.words.Text(d.Words(), "place", d.Place, "label", d.Label, "field", "", "expected", d.Expected, "found", d.Found)
		if i < mostLines {
			box.Add(question.Body(lines[i]))
		}
	}
	if n > mostLines {
		box.Add(question.Muted(v.words.Text("window.verify.more", "n", strconv.Itoa(n-mostLines))))
	}
	all := v.newButton(v.words.Text("window.verify.copy"), theme.ContentCopyIcon(), func() {
		v.app.Clipboard().SetContent(strings.Join(lines, "\n"))
	})
	head := container.NewBorder(nil, nil, nil, container.NewCenter(all),
		question.Heading(v.words.Text("verify.differs", "n", strconv.Itoa(n)), theme.SizeNameSubHeadingText))
	v.sheet(v.words.Text("window.verify.title"), container.New(question.Column(8, 0), head, box))
}
