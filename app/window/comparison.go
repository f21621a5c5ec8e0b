package window

import (
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"h200filing/app/session"
	"h200filing/app/window/question"
	"h200filing/forms/file"
)

// findings lists by question how two states differ.
type findings struct {
	desk       *desk
	root       *fyne.Container
	said       *question.Paragraph
	lines      *longList
	list       []session.DescribedDifference
	then, here string // keys of the words for the two sides
}

func newFindings(d *desk) *findings {
	f := &findings{desk: d, said: question.Muted("")}
	f.lines = newLongList(d.Window, f.line)
	f.root = newColumn(f.said, f.lines.root)
	return f
}

func (f *findings) put(list []session.DescribedDifference, then, here string) {
	f.list, f.then, f.here = list, then, here
	text := f.desk.words.Text("window.compare.same")
	if len(list) > 0 {
		text = f.desk.words.Text("window.compare.differs", "n", strconv.Itoa(len(list)))
	}
	f.said.Put(text)
	f.lines.put(len(list))
	f.root.Refresh()
}

// line shows a difference with both values; it leads to its question.
func (f *findings) line(i int) fyne.CanvasObject {
	d, words := f.list[i], f.desk.words
	c := change{title: d.Label}
	switch d.Kind {
	case file.RowAdded, file.RowRemoved, file.RowMoved:
		c.before = words.Text("window.change."+string(d.Kind), "old", d.Old, "new", d.New)
	default:
		before, after := session.Excerpts(d.Old, d.New)
		c.before = words.Text(f.then, "value", cmp.Or(before, words.Text("import.nothing")))
		c.after = words.Text(f.here, "value", cmp.Or(after, words.Text("import.nothing")))
	}
	return f.desk.lineTo(d.Path, c)
}

// comparison shows how another application differs from this one.
type comparison struct {
	page  *historyPage
	path  string
	found *findings
}

func newComparison(p *historyPage) *comparison {
	return &comparison{page: p, found: newFindings(p.desk)}
}

func (c *comparison) objects() []fyne.CanvasObject {
	words := c.page.desk.words
	choose := c.page.desk.newButton(words.Text("window.compare.choose"), theme.FolderOpenIcon(), c.onChoose)
	objects := []fyne.CanvasObject{question.Body(words.Text("window.compare.what")), container.New(question.Flow(), choose)}
	if c.path != "" {
		head := question.Heading(words.Text("window.compare.with", "name", filepath.Base(c.path)), theme.SizeNameSubHeadingText)
		objects = append(objects, head, c.found.root)
	}
	return objects
}

// show leaves the comparison as it was made.
func (c *comparison) show() {}

func (c *comparison) onChoose() {
	d := c.page.desk
	d.choose([]string{extension}, d.preferences.folder(), func(path string) { c.read(path, "") })
}

// read opens the other application in the background, and compares.
func (c *comparison) read(path, password string) {
	d := c.page.desk
	ctx, cancel := context.WithCancel(context.Background())
	wait := d.waiting(d.words.Text("window.import.reading", "name", filepath.Base(path)), 1, cancel)
	wait.at(0, "")
	var other *session.Session
	var err error
	d.border.aside(func() { other, err = d.shelf.look(path, password) }, func() {
		off := ctx.Err() != nil || d.Window.desk != d // called off, or another application is open by now
		cancel()
		wait.dialog.Hide()
		switch {
		case off && err == nil:
			if err := other.Close(); err != nil {
				d.complain(err)
			}
		case off:
		case errors.Is(err, file.NeedsPassword), errors.Is(err, file.WrongPassword):
			c.ask(path, errors.Is(err, file.WrongPassword))
		case err != nil:
			d.complain(err)
		default:
			if err := errors.Join(c.compare(path, other), other.Close()); err != nil {
				d.complain(err)
			}
		}
	})
}

// ask asks for the password of the other application.
func (c *comparison) ask(path string, wrong bool) {
	f := c.page.desk.newPasswordForm("window.password.title", c.page.desk.passwordText(wrong), "window.password.open", "window.password.own")
	f.done = func(given []string) error {
		c.read(path, given[0])
		return nil
	}
	f.show()
}

func (c *comparison) compare(path string, other *session.Session) error {
	d := c.page.desk
	differences, old, err := d.application.Diff(other)
	if err != nil {
		return err
	}
	c.path = path
	describer := session.Describer{Report: d.Report(), Words: d.words}
	c.found.put(describer.Differences(old, differences, d.application.Stands), "window.compare.there", "window.compare.here")
	c.page.body.Objects = c.objects()
	c.page.relayout()
	return nil
}
