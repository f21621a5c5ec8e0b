package window

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/window/question"
)

// whereTo is the question where a file shall go.
//
// The toolkit's own dialog is not used for it: it empties the file before the
// program has anything to put in its place.
type whereTo struct {
	title     string
	name      string // proposed, without the extension
	extension string // ".pdf"
	replace   bool   // a file that is there may be replaced, after a warning
}

// whereDialog asks for a folder and a name.
type whereDialog struct {
	*Window
	whereTo
	dir    string
	folder *question.Paragraph
	entry  *dialogField
	notice *question.Paragraph
	dialog *asking
	chosen func(path string)
}

// askWhere asks where a file shall go and calls chosen with its path, which has
// the extension.
func (w *Window) askWhere(to whereTo, chosen func(path string)) *whereDialog {
	d := &whereDialog{Window: w, whereTo: to, dir: w.preferences.folder(), chosen: chosen}
	d.folder = question.Body(d.dir)
	d.notice = question.Body("")
	d.entry = w.newDialogField()
	d.entry.SetText(to.name)
	d.entry.OnChanged = func(string) { d.check() }
	change := w.newButton(w.words.Text("window.where.change"), theme.FolderOpenIcon(), d.onFolder)
	content := container.New(question.Column(2, 0),
		question.Strong(w.words.Text("window.where.name")), container.NewBorder(nil, nil, nil, widget.NewLabel(to.extension), d.entry),
		question.Strong(w.words.Text("window.where.folder")), container.NewBorder(nil, nil, nil, change, d.folder), d.notice)
	d.dialog = w.newAsking(to.title, w.words.Text("window.where.save"), w.words.Text("window.cancel"), content, d.onAnswer)
	d.entry.OnSubmitted = func(string) { d.dialog.Confirm() }
	d.dialog.Resize(fyne.NewSize(600, 320))
	d.dialog.Show()
	d.check()
	w.win.Canvas().Focus(d.entry)
	d.entry.TypedShortcut(&fyne.ShortcutSelectAll{}) // typing replaces what is proposed
	return d
}

func (d *whereDialog) path() string {
	name := strings.TrimSpace(d.entry.Text)
	if !strings.EqualFold(filepath.Ext(name), d.extension) {
		name += d.extension
	}
	return filepath.Join(d.dir, name)
}

// unnamable are the characters that some system takes in no name of a file.
const unnamable = `/\:*?"<>|`

// longestName is how many bytes of a name every system takes, with room for what is
// added to it. A Han character has three.
const longestName = 210

// fault says what speaks against the name, "" for nothing; fatal where it cannot
// be taken.
func (d *whereDialog) fault() (text string, fatal bool) {
	name := strings.TrimSpace(d.entry.Text)
	switch {
	case name == "":
		return d.words.Text("window.where.empty"), true
	case strings.ContainsAny(name, unnamable):
		return d.words.Text("window.where.letters"), true
	case len(name) > longestName:
		return d.words.Text("window.where.long"), true
	}
	if _, err := os.Stat(d.path()); err != nil {
		return "", false
	}
	if d.replace {
		return d.words.Text("window.where.replaces"), false
	}
	return d.words.Text("window.where.exists"), true
}

func (d *whereDialog) check() {
	text, _ := d.fault()
	d.notice.Importance = widget.WarningImportance
	d.notice.Put(text)
}

func (d *whereDialog) onFolder() {
	choose := dialog.NewFolderOpen(func(dir fyne.ListableURI, err error) {
		if err != nil {
			d.complain(err)
			return
		}
		if dir != nil {
			d.dir = dir.Path()
			d.folder.Put(d.dir)
			d.check()
			d.win.Canvas().Focus(d.entry) // Enter saves there
		}
	}, d.win)
	choose.SetTitleText(d.words.Text("window.choose.folder"))
	choose.SetConfirmText(d.words.Text("window.choose.take"))
	d.place(choose, d.dir)
}

func (d *whereDialog) onAnswer(save bool) {
	if !save {
		return
	}
	if _, fatal := d.fault(); fatal {
		d.dialog.Show()
		d.win.Canvas().Focus(d.entry)
		return
	}
	d.preferences.SetString(folderKey, d.dir)
	d.chosen(d.path())
}
