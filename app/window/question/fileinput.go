package question

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"h200filing/forms"
)

// fileInput is a document: its name, and buttons to choose, open and remove it.
type fileInput struct {
	*block
	name                 *Paragraph
	choose, open, remove *Button
}

func newFileInput(b *block) input {
	words := b.desk.Words()
	in := &fileInput{block: b, name: Body("")}
	in.choose = newButton(b.desk, words.Text("window.file.choose"), theme.FolderOpenIcon(), b.enter, func() { b.desk.ChooseFile(b.path) })
	in.open = newButton(b.desk, words.Text("window.file.open"), theme.VisibilityIcon(), b.enter, func() { b.desk.OpenFile(b.path) })
	in.remove = newButton(b.desk, words.Text("window.file.remove"), theme.ContentRemoveIcon(), b.enter, func() { b.desk.Set(b.path, "") })
	fix(b.desk, in.choose)
	return in
}

func (in *fileInput) object() fyne.CanvasObject {
	return container.New(column{}, in.name, container.NewHBox(in.choose, in.open, in.remove))
}
func (in *fileInput) target() fyne.Focusable { return in.choose }

func (in *fileInput) show(q *forms.Question) {
	file := forms.ParseAttachment(q.Raw)
	name := file.Name
	if name == "" {
		name = in.desk.Words().Text("window.file.none")
	}
	in.name.Put(name)
	setEnabled(in.open, file.SHA256 != "")
	setEnabled(in.remove, q.Raw != "" && !in.desk.Fixed())
}
