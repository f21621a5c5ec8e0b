package question

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/forms"
)

// computed is a value that the program gives, with how it came about on request.
type computed struct {
	*block
	value *Paragraph
	how   *Button
	story *Paragraph
	open  bool
}

func newComputed(b *block) input {
	c := &computed{block: b, value: Strong(""), story: Muted("")}
	c.how = newButton(b.desk, b.desk.Words().Text("window.computed.how"), theme.MenuDropDownIcon(), b.enter, c.toggle)
	c.how.Importance = widget.LowImportance
	c.story.Hide()
	return c
}

func (c *computed) object() fyne.CanvasObject {
	return container.New(column{gap: -8}, container.NewBorder(nil, nil, nil, c.how, c.value), c.story)
}
func (c *computed) target() fyne.Focusable { return c.how }

func (c *computed) toggle() {
	c.open = !c.open
	if c.open {
		c.how.SetIcon(theme.MenuDropUpIcon())
		c.story.Show()
	} else {
		c.how.SetIcon(theme.MenuDropDownIcon())
		c.story.Hide()
	}
	if q := c.desk.Report().Question(c.path); q != nil {
		c.show(q)
	}
	c.root.Refresh()
}

func (c *computed) show(q *forms.Question) {
	words := c.desk.Words()
	text := c.desk.Report().Display(q, words.Lang)
	importance := widget.MediumImportance
	if q.State != forms.Computed {
		importance = widget.LowImportance
		text = words.Text("window.computed.incomplete")
		if missing := c.missing(q); missing != "" {
			text = words.Text("window.computed.lacks", "list", missing)
		}
	}
	if c.value.Whole() != text || c.value.Importance != importance {
		c.value.Importance = importance
		c.value.TextStyle.Bold = q.State == forms.Computed
		c.value.Put(text)
		c.value.Refresh()
	}
	if c.open {
		c.story.Put(c.tell(q))
	}
}

// missing names what an incomplete value lacks, each label once.
func (c *computed) missing(q *forms.Question) string {
	var names []string
	seen := map[string]bool{}
	for _, p := range q.Missing {
		if name := c.desk.Report().Label(p, c.desk.Words().Lang); !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return strings.Join(names, c.term("comma"))
}

// tell explains the value: formula, the same with values, and where it has none,
// what it rests on.
func (c *computed) tell(q *forms.Question) string {
	x := c.desk.Report().Explain(q, c.desk.Words().Lang)
	var lines []string
	if x.Formula != "" {
		lines = append(lines, x.Formula, "= "+x.Filled)
	}
	for _, in := range x.Inputs {
		lines = append(lines, "· "+in.Label+c.term("label.of")+in.Display)
	}
	if len(lines) == 0 {
		text := c.desk.Report().Form.Text(c.desk.Words().Lang)
		lines = append(lines, text.Fields[c.field.ID].Why, text.Clauses[c.field.Clause].Text)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}
