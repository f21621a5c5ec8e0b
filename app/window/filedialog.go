package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"
)

// place shows the toolkit's file dialog, large, at a folder. Names of files are read
// whole, and the places beside them are called what the window calls them.
func (w *Window) place(d *dialog.FileDialog, dir string) {
	if at, err := storage.ListerForURI(storage.NewFileURI(dir)); err == nil {
		d.SetLocation(at)
	}
	d.SetView(dialog.ListView)
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(size.Width*0.85, size.Height*0.85))
	d.Show()
	if top, ok := w.win.Canvas().Overlays().Top().(*widget.PopUp); ok {
		w.namePlaces(top.Content)
	}
}

// places are the names that the toolkit has for folders in its dialogs, in English
// alone. Others, such as the letter of a drive, stay as they are.
var places = []string{"Home", "Computer", "Desktop", "Documents", "Downloads", "Music", "Pictures", "Videos", "Movies", "App Files"}

// namePlaces has the list beside the files tell the places in the language of the
// window.
func (w *Window) namePlaces(content fyne.CanvasObject) {
	names := map[string]string{}
	for _, place := range places {
		names[place] = w.words.Text("window.place." + strings.ReplaceAll(strings.ToLower(place), " ", "_"))
	}
	list := placesIn(content)
	if list == nil {
		return
	}
	update := list.UpdateItem
	list.UpdateItem = func(id widget.ListItemID, line fyne.CanvasObject) {
		update(id, line)
		for _, o := range line.(*fyne.Container).Objects {
			if label, ok := o.(*widget.Label); ok && names[label.Text] != "" {
				label.SetText(names[label.Text])
			}
		}
	}
	list.Refresh()
}

// placesIn finds the list of places below an object of a file dialog, nil where there
// is none.
func placesIn(o fyne.CanvasObject) *widget.List {
	switch o := o.(type) {
	case *container.Split:
		list, _ := o.Leading.(*widget.List)
		return list
	case *fyne.Container:
		for _, inner := range o.Objects {
			if list := placesIn(inner); list != nil {
				return list
			}
		}
	}
	return nil
}
