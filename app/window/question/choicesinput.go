package question

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"h200filing/forms"
)

// choicesInput is a choice of several, with a line for others where the list is
// open.
type choicesInput struct {
	*block
	box     *fyne.Container
	checks  *fyne.Container
	empty   *Paragraph
	others  *entry // nil where the list is closed
	offered []Option
	boxes   map[string]*check
	raw     string
	shown   bool // what is typed from now on stays
	quiet   bool
}

func newChoicesInput(b *block) input {
	words := b.desk.Words()
	in := &choicesInput{block: b, checks: container.NewGridWithColumns(2), empty: Muted(words.Text("window.field.no_rows_to_name"))}
	in.box = container.New(column{}, in.checks, in.empty)
	if b.field.Open {
		in.others = newEntry(in.typeOthers, b.enter, b.leave)
		in.others.SetPlaceHolder(words.Text("window.field.others"))
		in.others.key, in.others.PassScroll = b.desk.Key, b.desk.Scroll
		fix(b.desk, in.others)
		in.box.Add(in.others)
	}
	return in
}

func (in *choicesInput) object() fyne.CanvasObject { return in.box }

func (in *choicesInput) target() fyne.Focusable {
	for _, o := range in.offered {
		return in.boxes[o.Value]
	}
	if in.others != nil {
		return in.others
	}
	return nil
}

// Several others stand on one line, parted by one of these.
const otherMark = "；"

var otherMarks = strings.NewReplacer("；", "\n", ";", "\n", "、", "\n", "，", "\n", ",", "\n")

func (in *choicesInput) typeOthers(text string) {
	in.raw = in.joined(in.ticked(), forms.Lines(otherMarks.Replace(text)))
	in.desk.Type(in.path, in.raw)
}

func (in *choicesInput) tick(bool) {
	if in.quiet {
		return
	}
	in.enter()
	in.desk.Set(in.path, in.joined(in.ticked(), in.rest(in.raw)))
}

func (in *choicesInput) joined(ticked, others []string) string {
	return strings.Join(append(ticked, others...), "\n")
}

// ticked lists the values of the list that are chosen, in its order.
func (in *choicesInput) ticked() []string {
	var out []string
	for _, o := range in.offered {
		if in.boxes[o.Value].Checked {
			out = append(out, o.Value)
		}
	}
	return out
}

// rest lists the answers that the list does not offer.
func (in *choicesInput) rest(raw string) []string {
	return slices.DeleteFunc(forms.Lines(raw), func(v string) bool { return in.boxes[v] != nil })
}

func (in *choicesInput) show(q *forms.Question) {
	in.quiet = true
	defer func() { in.quiet = false }()
	in.offer(q)
	raw, typing := in.desk.Typed(in.path)
	switch {
	case !typing:
		raw = q.Raw
	case in.shown:
		return
	}
	in.raw, in.shown = raw, true
	chosen := forms.Lines(raw)
	for value, box := range in.boxes {
		if want := slices.Contains(chosen, value); box.Checked != want {
			box.SetChecked(want)
		}
	}
	if in.others != nil {
		in.others.put(strings.Join(in.rest(raw), otherMark))
	}
}

// offer makes a box for everything that may be chosen; answers of a closed list
// that are not among it get one too, so that they can be taken back.
func (in *choicesInput) offer(q *forms.Question) {
	offered := in.options()
	if in.others == nil {
		for _, v := range forms.Lines(q.Raw) {
			if !slices.ContainsFunc(offered, func(o Option) bool { return o.Value == v }) {
				offered = append(offered, Option{v, in.desk.Words().Text("window.field.unknown_choice", "name", v)})
			}
		}
	}
	if in.boxes != nil && slices.Equal(offered, in.offered) {
		return
	}
	in.offered, in.boxes = offered, map[string]*check{}
	var checks []fyne.CanvasObject
	for _, o := range offered {
		box := in.newCheck(o.Label)
		in.boxes[o.Value] = box
		checks = append(checks, box)
	}
	replace(in.checks, checks)
	if len(offered) > 0 || in.others != nil {
		in.empty.Hide()
	} else {
		in.empty.Show()
	}
	replace(in.box, in.box.Objects)
}

// check is a box that hands on the keys without a use here.
type check struct {
	widget.Check
	key func(fyne.KeyName) bool
}

func (in *choicesInput) newCheck(label string) *check {
	c := &check{key: in.desk.Key}
	c.Text, c.OnChanged = label, in.tick
	c.ExtendBaseWidget(c)
	fix(in.desk, c)
	return c
}

// TypedKey implements fyne.Focusable.
func (c *check) TypedKey(key *fyne.KeyEvent) {
	if !c.key(key.Name) {
		c.Check.TypedKey(key)
	}
}
