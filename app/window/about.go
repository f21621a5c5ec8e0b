package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/window/question"
	"h200filing/assets/fonts"
)

// onAbout says what the program is and what it is made of.
func (w *Window) onAbout() {
	text := w.text(w.setting.Form)
	version := w.words.Text("window.about.versions", "version", w.version, "form", w.setting.Form.ID,
		"form_version", w.setting.Form.Version, "catalogue", w.setting.Catalogue.Version)
	licences := widget.NewButton(w.words.Text("window.about.licences"), w.onLicences)
	w.sheet(w.words.Text("window.about.title"), container.New(question.Column(2, 0),
		question.Heading(text.Title, theme.SizeNameSubHeadingText), question.Body(version),
		question.Body(text.Notice), question.Body(w.words.Text("window.about.offline")), container.NewHBox(licences)))
}

// onLicences shows the licences of the typefaces, which ask to travel with them.
func (w *Window) onLicences() {
	text, err := fonts.Licences()
	if err != nil {
		w.complain(err)
		return
	}
	list := widget.NewRichText() // one segment a paragraph: one long text is slow to lay out
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		list.Segments = append(list.Segments, &widget.TextSegment{Text: paragraph, Style: widget.RichTextStyleParagraph})
	}
	list.Wrapping = fyne.TextWrapWord
	w.sheet(w.words.Text("window.about.licences"), list)
}

// sheet shows something to read.
func (w *Window) sheet(title string, content fyne.CanvasObject) {
	d := dialog.NewCustom(title, w.words.Text("window.close"), container.NewVScroll(container.NewPadded(content)), w.win)
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(760, size.Width*0.9), size.Height*0.8))
	d.Show()
}
