package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// parts are the names of the parts of a page, of which one is shown.
type parts struct {
	root  *fyne.Container
	heads []*item
}

// newParts stands the names beside each other as l does: where the page above them
// does not follow a change of their height, on one line.
func newParts(w *Window, l fyne.Layout, keys []string, turn func(i int)) *parts {
	p := &parts{root: container.New(l)}
	for i, key := range keys {
		p.heads = append(p.heads, w.newItem(container.NewPadded(widget.NewLabel(w.words.Text(key))), func() { turn(i) }))
		p.root.Add(p.heads[i])
	}
	return p
}

// mark shows which one is shown.
func (p *parts) mark(at int) {
	for i, head := range p.heads {
		head.set(&head.current, i == at)
	}
}
