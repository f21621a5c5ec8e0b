package window

import (
	"errors"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/ime"
	"h200filing/app/session"
	"h200filing/app/window/look"
	"h200filing/app/window/question"
	"h200filing/forms"
	"h200filing/forms/file"
)

// versionList names the answers as they are, lists the named versions, and brings
// one back.
type versionList struct {
	page     *historyPage
	name     *ime.Entry
	versions []file.Version
	lines    *longList
	against  *file.Version // that the answers of now are held against; nil while all are listed
	found    *findings
	shown    *forms.Report
}

func newVersionList(p *historyPage) *versionList {
	v := &versionList{page: p, name: ime.NewEntry(), found: newFindings(p.desk)}
	v.lines = newLongList(p.desk.Window, v.line)
	v.name.SetPlaceHolder(p.desk.words.Text("window.versions.name"))
	v.name.OnSubmitted = func(string) { v.onName() }
	v.name.PassScroll = p.wheel
	return v
}

func (v *versionList) objects() []fyne.CanvasObject {
	words := v.page.desk.words
	if v.against != nil {
		back := v.page.desk.newButton(words.Text("window.versions.back"), theme.NavigateBackIcon(), func() { v.compare(nil) })
		restore := v.page.desk.newButton(words.Text("window.versions.restore"), theme.HistoryIcon(), func() { v.onRestore(*v.against) })
		head := question.Heading(words.Text("window.versions.against", "name", v.against.Name), theme.SizeNameSubHeadingText)
		return []fyne.CanvasObject{container.New(question.Flow(), back, restore), head, v.found.root}
	}
	do := v.page.desk.newButton(words.Text("window.versions.do"), theme.ContentAddIcon(), v.onName)
	do.Importance = widget.HighImportance
	if v.page.desk.Fixed() {
		v.name.Disable()
		do.Disable()
	}
	return []fyne.CanvasObject{question.Body(words.Text("window.versions.what")), container.NewBorder(nil, nil, nil, do, v.name), v.lines.root}
}

// show updates the list from the report.
func (v *versionList) show() {
	if v.shown == v.page.desk.Report() {
		return
	}
	v.shown = v.page.desk.Report()
	if v.against != nil {
		v.compare(v.against)
		return
	}
	v.list()
}

func (v *versionList) list() {
	v.versions = v.page.desk.application.Versions()
	v.lines.put(len(v.versions))
	v.page.relayout()
}

func (v *versionList) line(i int) fyne.CanvasObject {
	d, version := v.page.desk, v.versions[i]
	button := func(key string, icon fyne.Resource, do func()) *question.Button {
		return d.newButton(d.words.Text(key), icon, do)
	}
	restore := button("window.versions.restore", theme.HistoryIcon(), func() { v.onRestore(version) })
	if d.Fixed() {
		restore.Disable()
	}
	c := change{title: version.Name, note: d.words.Text("window.history.by", "time", moment(version.At), "name", version.Who, "n", strconv.FormatInt(version.Seq, 10))}
	return question.Card(look.ColorNamePanel, newColumn(c.object(), container.New(question.Flow(),
		button("window.versions.compare", theme.ListIcon(), func() { v.compare(&version) }), restore)))
}

// onName gives the answers as they are the name that was typed.
func (v *versionList) onName() {
	d := v.page.desk
	var refused error
	done := d.change(func() error {
		err := d.application.NameVersion(v.name.Text)
		if errors.Is(err, file.NoName) || errors.Is(err, file.Taken) {
			refused, err = err, nil // a name that is refused is no writing that fails
		}
		return err
	})
	switch {
	case refused != nil:
		d.win.Canvas().Focus(v.name) // to type another
		d.complain(refused)
	case done:
		d.status.say(d.words.Text("window.versions.named", "name", v.name.Text))
		v.name.SetText("")
		v.list()
		v.page.parts[inLog].(*logList).report = nil // the log has one entry more
	}
}

// compare shows what has changed since a version; nil goes back to the list.
func (v *versionList) compare(version *file.Version) {
	d := v.page.desk
	if v.against = version; version == nil {
		v.list()
	} else {
		differences, old, err := d.application.Since(*version)
		if err != nil {
			v.against = nil
			d.complain(err)
			return
		}
		describer := session.Describer{Report: d.Report(), Words: d.words}
		v.found.put(describer.Differences(old, differences, d.application.Stands), "window.versions.then", "window.versions.now")
	}
	v.page.body.Objects = v.objects()
	v.page.relayout()
}

// onRestore asks, and brings a version back.
func (v *versionList) onRestore(version file.Version) {
	d := v.page.desk
	d.ask("window.versions.ask", version.Name, "window.versions.restore", func() {
		changed := false
		done := d.change(func() (err error) {
			changed, err = d.application.Restore(version, d.words.Text("window.versions.why", "name", version.Name))
			return err
		})
		key := "window.versions.same"
		if changed {
			key = "window.versions.restored"
		}
		if done {
			d.status.say(d.words.Text(key, "name", version.Name))
		}
	})
}
