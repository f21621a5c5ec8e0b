package window

import (
	"testing"

	"fyne.io/fyne/v2"

	"h200filing/app/window/question"
)

// TestCardWithoutGap: the card of a file that tells little has no empty line.
func TestCardWithoutGap(t *testing.T) {
	r := newFile(t)
	if err := r.desk.application.SetPassword("", "Secret-7!"); err != nil {
		t.Fatal(err)
	}
	r.onCloseFile()
	r.border.pass()
	read := false
	walk(r.win.Content(), func(o fyne.CanvasObject) {
		p, ok := o.(*question.Paragraph)
		if ok && p.Whole() == "" {
			t.Error("an empty line")
		}
		read = read || ok && p.Whole() == r.words.Text("window.start.encrypted")
	})
	if !read {
		t.Error("the file was not looked into")
	}
}
