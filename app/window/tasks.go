package window

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/window/question"
	"h200filing/forms"
)

// taskList lists the sections with their state, and the review.
type taskList struct {
	desk   *desk
	object fyne.CanvasObject
	scroll *container.Scroll
	box    *fyne.Container // in it
	tasks  []*task
	at     *forms.Section // that the list was last scrolled to
	review *item
	pages  *item
	past   *item
}

// task is a line of the list.
type task struct {
	*item
	section *forms.Section
	icon    *widget.Icon
	state   *question.Paragraph
	shown   forms.Progress
}

func newTaskList(d *desk) *taskList {
	l := &taskList{desk: d}
	text := d.text(d.Report().Form)
	l.box = container.New(question.Column(-3, 0))
	l.box.Add(question.Heading(text.Title, theme.SizeNameSubHeadingText))
	for _, s := range d.Report().Form.Sections {
		t := &task{section: s, icon: widget.NewIcon(theme.RadioButtonIcon()), state: question.Muted(" ")}
		t.item = d.newItem(taskLine(t.icon, question.Body(l.name(s)), t.state), func() { l.onTask(s) })
		l.tasks = append(l.tasks, t)
		l.box.Add(t.item)
	}
	l.review = d.newItem(footLine(theme.DocumentSaveIcon(), d.words.Text("window.tasks.review")), d.openReview)
	l.pages = d.newItem(footLine(theme.DocumentPrintIcon(), d.words.Text("window.tasks.preview")), d.openPreview)
	l.past = d.newItem(footLine(theme.HistoryIcon(), d.words.Text("window.tasks.history")), d.openHistory)
	foot := container.NewVBox(widget.NewSeparator(), l.review, l.pages, l.past)
	l.scroll = container.NewVScroll(l.box)
	l.object = question.Panel(container.NewPadded(container.NewBorder(nil, foot, nil, nil, l.scroll)))
	return l
}

// taskLine lays out icon, name and state of a section, on as many lines as they take.
func taskLine(icon, name, state fyne.CanvasObject) fyne.CanvasObject {
	lines := container.New(question.Column(-19, 0), name, state)
	return container.NewBorder(nil, nil, container.NewPadded(icon), nil, lines)
}

// footLine lays out icon and name of a line below the list, which has no room for more
// than one.
func footLine(icon fyne.Resource, name string) fyne.CanvasObject {
	sign, label := widget.NewIcon(theme.NewPrimaryThemedResource(icon)), widget.NewLabel(name)
	label.Truncation = fyne.TextTruncateEllipsis
	return container.NewBorder(nil, nil, container.NewPadded(sign), nil, label)
}

// name is a section's title with its number; the records kept after filing have
// none.
func (l *taskList) name(s *forms.Section) string {
	title := l.desk.text(l.desk.Report().Form).Sections[s.ID].Title
	if s.Number == 0 {
		return title
	}
	return strconv.Itoa(s.Number) + "  " + title
}

func (l *taskList) onTask(s *forms.Section) {
	if l.desk.page.section() != s {
		l.desk.openSection(s)
	}
}

func (l *taskList) show() {
	at, changed := l.desk.page.section(), false
	for _, t := range l.tasks {
		p := l.desk.Report().Progress(t.section)
		text, icon := l.desk.standing(t.section, p)
		if text = l.desk.reviewedText(t.section) + text; text != t.state.Whole() || p.Status != t.shown.Status {
			t.shown = p
			t.icon.SetResource(icon)
			t.state.Put(text)
			changed = true
		}
		t.set(&t.current, t.section == at)
	}
	if changed {
		relayout(l.scroll, l.box) // a text may take more lines now
		if l.sees(at) {
			l.at = nil
		}
	}
	l.reveal(at)
	_, reviewing := l.desk.page.(*reviewPage)
	_, looking := l.desk.page.(*historyPage)
	l.review.set(&l.review.current, reviewing)
	l.past.set(&l.past.current, looking)
	l.pages.set(&l.pages.current, l.desk.previewing())
}

// sees reports whether a part of a section's line is in view.
func (l *taskList) sees(s *forms.Section) bool {
	i := slices.IndexFunc(l.tasks, func(t *task) bool { return t.section == s })
	if i < 0 {
		return false
	}
	top, bottom := l.tasks[i].Position().Y, l.tasks[i].Position().Y+l.tasks[i].Size().Height
	return bottom > l.scroll.Offset.Y && top < l.scroll.Offset.Y+l.scroll.Size().Height
}

// reveal scrolls to the section that is shown, once: whoever scrolls on is left
// alone.
func (l *taskList) reveal(s *forms.Section) {
	if l.at == s || l.scroll.Size().Height == 0 {
		return
	}
	l.at = s
	for _, t := range l.tasks {
		if t.section != s {
			continue
		}
		top, bottom := t.Position().Y, t.Position().Y+t.Size().Height
		switch offset := l.scroll.Offset.Y; {
		case top < offset:
			l.scroll.ScrollToOffset(fyne.NewPos(0, top))
		case bottom > offset+l.scroll.Size().Height:
			l.scroll.ScrollToOffset(fyne.NewPos(0, bottom-l.scroll.Size().Height))
		}
	}
}
