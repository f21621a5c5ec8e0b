package window

import (
	"testing"

	"fyne.io/fyne/v2"
)

// TestTaskInView: whichever section is shown, its line can be seen in the list.
func TestTaskInView(t *testing.T) {
	r := newFile(t)
	r.win.Resize(fyne.NewSize(1280, 560))
	for _, s := range r.setting.Form.Sections {
		r.desk.openSection(s)
		l := r.desk.tasks
		for _, line := range l.tasks {
			if line.section != s {
				continue
			}
			top, bottom := line.Position().Y-l.scroll.Offset.Y, line.Position().Y+line.Size().Height-l.scroll.Offset.Y
			if top < 0 || bottom > l.scroll.Size().Height {
				t.Errorf("the line of %s stands from %.0f to %.0f of %.0f", s.ID, top, bottom, l.scroll.Size().Height)
			}
		}
	}
}
