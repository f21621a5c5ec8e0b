package window

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"h200filing/app/ime"
	"h200filing/app/session"
	"h200filing/app/window/question"
	"h200filing/forms"
	"h200filing/forms/file"
)

// logList shows the change log, newest first, and whether its chain holds.
type logList struct {
	page   *historyPage
	seal   *fyne.Container // whether the chain holds
	search *ime.Entry
	said   *question.Paragraph
	lines  *longList

	report  *forms.Report // that the log was read with
	reading bool
	records []session.DescribedEntry // newest first
	texts   []string                 // of each, what is searched
	list    []int                    // those that are shown
}

func newLogList(p *historyPage) *logList {
	words := p.desk.words
	c := &logList{page: p, seal: newColumn(), search: ime.NewEntry(), said: question.Muted("")}
	c.lines = newLongList(p.desk.Window, c.line)
	c.search.SetPlaceHolder(words.Text("window.history.search"))
	c.search.OnChanged = func(string) { c.find() }
	c.search.PassScroll = p.wheel
	return c
}

func (c *logList) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.seal, c.search, c.said, c.lines.root}
}

// show reads the log when something has changed.
func (c *logList) show() {
	if c.report != c.page.desk.Report() {
		c.read()
	}
}

// read reads the log in the background.
func (c *logList) read() {
	if c.reading {
		return // when it has been read, show looks again
	}
	d := c.page.desk
	c.report = d.Report()
	describer := session.Describer{Report: c.report, Words: d.words}
	log := d.application.LogReader()
	var records []session.DescribedEntry
	var broken *file.Break
	var err error
	d.once(&c.reading, func() {
		var lateness session.Lateness
		broken, err = log.Read(func(e file.Entry) error {
			late := lateness.Late(e)
			if !forms.IsMemory(forms.Path(e.Path)) {
				record := describer.Entry(e)
				record.Late = late
				records = append(records, record)
			}
			return nil
		})
		slices.Reverse(records)
	}, func() {
		c.records, c.texts = records, make([]string, len(records))
		c.judge(broken, err)
		c.find()
		c.show()
	})
}

// judge says whether the chain holds, and names the first break.
func (c *logList) judge(broken *file.Break, err error) {
	d := c.page.desk
	icon, text := theme.NewSuccessThemedResource(theme.ConfirmIcon()), d.words.Text("log.whole", "n", strconv.Itoa(len(c.records)))
	var sign fyne.Resource = icon
	switch {
	case err != nil:
		sign, text = theme.NewErrorThemedResource(theme.ErrorIcon()), d.reason(err)
	case broken != nil:
		describer := session.Describer{Report: c.report, Words: d.words}
		sign, text = theme.NewErrorThemedResource(theme.ErrorIcon()), d.words.Text("log."+string(broken.Fault),
			"n", strconv.FormatInt(broken.Seq, 10), "label", describer.Label(forms.Path(broken.Entry.Path)))
	}
	c.seal.Objects = []fyne.CanvasObject{d.remark(sign, text, nil)}
	c.seal.Refresh()
}

// find shows the entries that what is typed stands in.
func (c *logList) find() {
	wanted := strings.ToLower(strings.TrimSpace(c.search.Text))
	c.list = nil
	for i := range c.records {
		if wanted == "" || strings.Contains(c.text(i), wanted) {
			c.list = append(c.list, i)
		}
	}
	c.said.Put(c.page.desk.words.Text("window.history.found", "n", strconv.Itoa(len(c.list))))
	c.said.Hidden = wanted == ""
	c.lines.put(len(c.list))
	c.page.box.Refresh()
	c.page.scroll.Refresh()
}

// text is what an entry is searched by.
func (c *logList) text(i int) string {
	if c.texts[i] == "" {
		r := c.records[i]
		c.texts[i] = strings.ToLower(strings.Join([]string{r.Label, r.Field, r.Old, r.New, r.Entry.Who, r.Entry.Why, moment(r.Entry.At)}, "\n"))
	}
	return c.texts[i]
}

// line shows an entry; it leads to its question.
func (c *logList) line(i int) fyne.CanvasObject {
	r, d := c.records[c.list[i]], c.page.desk
	before, after := session.Excerpts(r.Old, r.New)
	note := d.words.Text("window.history.by", "time", moment(r.Entry.At), "name", r.Entry.Who, "n", strconv.FormatInt(r.Entry.Seq, 10))
	if r.Entry.Why != "" {
		note += d.words.Text("log.why", "why", r.Entry.Why)
	}
	if r.Entry.Undoes != 0 {
		note += "  " + d.words.Text("log.undoes", "n", strconv.FormatInt(r.Entry.Undoes, 10))
	}
	title, text := r.Label, d.words.Text("window.change."+happened(r.Entry), "old", before, "new", after)
	if r.Entry.Op == file.OpVersion || r.Entry.Op == file.OpMeta {
		title, text = text, ""
	}
	line := change{title: title, before: text, note: note}
	if r.Late {
		line.fault = d.words.Text("window.late.mark")
	}
	return d.lineTo(r.Path, line)
}

// happened names what an entry tells of, as the words do.
func happened(e file.Entry) string {
	switch {
	case e.Op == string(forms.Set) && e.Old == "":
		return string(file.Answered)
	case e.Op == string(forms.Set) && e.New == "":
		return string(file.Cleared)
	case e.Op == string(forms.Set):
		return string(file.Changed)
	case e.Op == file.OpTick && e.New == "":
		return "unticked"
	}
	return kinds[e.Op]
}

// kinds are the names of the other operations.
var kinds = map[string]string{
	string(forms.Insert): string(file.RowAdded), string(forms.Remove): string(file.RowRemoved), string(forms.Move): string(file.RowMoved),
	file.OpTick: "ticked", file.OpVersion: "named", file.OpMeta: "property",
}
