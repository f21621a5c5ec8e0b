package window

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/window/look"
	"h200filing/app/window/question"
	"h200filing/assets/icons"
)

// startPage is what is shown while no application is open.
type startPage struct {
	*Window
	object fyne.CanvasObject
	recent []*item
}

func newStartPage(w *Window) *startPage {
	p := &startPage{Window: w}
	text := w.text(w.setting.Form)
	icon := canvas.NewImageFromResource(fyne.NewStaticResource("icon.png", icons.PNG512))
	icon.SetMinSize(fyne.NewSquareSize(4 * theme.TextSize()))
	icon.FillMode = canvas.ImageFillContain
	head := container.NewBorder(nil, nil, icon, nil, container.New(question.Column(-10, 0),
		question.Heading(text.Title, theme.SizeNameHeadingText), question.Body(w.words.Text("window.start.what"))))
	box := container.New(question.Column(14, widest), head,
		question.Card(look.ColorNameNotice, question.Body(text.Notice)), p.actions(), p.recentFiles())
	p.object = container.NewVScroll(container.New(centre{widest}, container.NewPadded(box)))
	return p
}

// actions are the ways to begin.
func (p *startPage) actions() fyne.CanvasObject {
	button := func(key string, icon fyne.Resource, do func()) *widget.Button {
		return widget.NewButtonWithIcon(p.words.Text(key), icon, do)
	}
	create := button("window.start.new", theme.ContentAddIcon(), p.onNew)
	create.Importance = widget.HighImportance
	return container.NewGridWithColumns(3, create,
		button("window.start.open", theme.FolderOpenIcon(), p.onOpen),
		button("window.start.practice", theme.MediaPlayIcon(), p.onPractice))
}

// recentFiles lists the files last open; one that is gone can be taken off.
func (p *startPage) recentFiles() fyne.CanvasObject {
	box := container.New(question.Column(2, 0), question.Heading(p.words.Text("window.start.recent"), theme.SizeNameSubHeadingText))
	for _, path := range p.preferences.recent() {
		box.Add(p.recentFile(path))
	}
	if len(box.Objects) == 1 {
		box.Add(question.Muted(p.words.Text("window.start.no_recent")))
	}
	return box
}

func (p *startPage) recentFile(path string) fyne.CanvasObject {
	info, err := os.Stat(path)
	name := widget.NewLabelWithStyle(strings.TrimSuffix(filepath.Base(path), extension), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	name.Truncation = fyne.TextTruncateEllipsis
	where := question.Line(filepath.Dir(path), true)
	lines := container.New(question.Column(-14, 0), name, where)
	icon := container.NewPadded(widget.NewIcon(theme.DocumentIcon()))
	if err != nil {
		name.Importance = widget.LowImportance
		where.SetText(p.words.Text("window.start.gone", "path", path))
		remove := widget.NewButton(p.words.Text("window.start.forget"), func() {
			p.preferences.forget(path)
			p.rebuild()
		})
		return container.NewBorder(nil, nil, icon, remove, lines)
	}
	when := question.Line(p.words.Text("window.start.changed", "time", info.ModTime().Format("2006-01-02 15:04")), false)
	line := p.newItem(container.NewBorder(nil, nil, icon, when, lines), func() { p.Open(path) })
	p.recent = append(p.recent, line)
	return line
}

// centre keeps one object in the middle, no wider than widest text sizes.
type centre struct{ widest float32 }

func (c centre) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (c centre) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width-2*theme.TextSize(), c.widest*theme.TextSize())
	objects[0].Resize(fyne.NewSize(width, size.Height))
	objects[0].Move(fyne.NewPos((size.Width-width)/2, 2*theme.TextSize()))
}
