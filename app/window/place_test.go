package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"h200filing/app/prose"
	"h200filing/forms"
	"h200filing/i18n"
)

// onPage is the page of questions at hand.
func (r *rig) onPage() *sectionPage {
	r.t.Helper()
	p, ok := r.desk.page.(*sectionPage)
	if !ok {
		r.t.Fatal("not on a page of questions")
	}
	return p
}

// seenAt is how far below the top of the view a question stands.
func (r *rig) seenAt(p forms.Path) float32 {
	r.t.Helper()
	page := r.onPage()
	object, _ := page.fields.Find(p)
	if object == nil {
		r.t.Fatalf("%s is not shown", p)
	}
	d := fyne.CurrentApp().Driver()
	return d.AbsolutePositionForObject(object).Y - d.AbsolutePositionForObject(page.scroll).Y
}

// narrow and wide are sizes of the window in which a list stands above and beside
// its questions.
var narrow, wide = fyne.NewSize(1280, 800), fyne.NewSize(1600, 900)

// TestKeepPlace: the question at work stays where it is seen, with the focus, the
// caret and what is being typed, when the window has another width, and when it is
// made anew in another size of text, language or ground.
func TestKeepPlace(t *testing.T) {
	for name, change := range map[string]func(*rig){
		"narrow":    func(r *rig) { r.win.Resize(narrow) },
		"text size": func(r *rig) { r.setTextPercent(150) },
		"ground":    func(r *rig) { r.setGround("dark") },
		"language":  func(r *rig) { r.setLang(i18n.English) },
	} {
		t.Run(name, func(t *testing.T) {
			r := practise(t)
			r.win.Resize(wide)
			r.section("suppliers")
			row := r.desk.Report().Rows("suppliers")[0]
			p := row.Join("contact")
			test.Type(r.focus(p), "甲乙丙")
			r.onPage().wheel(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 200-r.seenAt(p))})
			r.field().CursorColumn = 2
			want, was := r.field().Text, r.seenAt(p)
			change(r)
			if r.desk.at != p || r.field().Text != want || r.field().CursorColumn != 2 {
				t.Errorf("at %s with %q, caret at %d", r.desk.at, r.field().Text, r.field().CursorColumn)
			}
			if now := r.seenAt(p); now < was-1 || now > was+1 {
				t.Errorf("it stands at %v, stood at %v", now, was)
			}
			editor := r.focus(row.Join("test_summary")).(*prose.Editor)
			editor.Select(5, 3)
			change(r)
			editor = r.win.Canvas().Focused().(*prose.Editor)
			if from, to := editor.Selection(); from != 3 || to != 5 || editor.Caret() != 3 {
				t.Errorf("selected are %d to %d, the caret at %d", from, to, editor.Caret())
			}
		})
	}
}

// TestListBeside: in a wide window the list stands beside its questions and stays in
// view, and a row chosen there is shown from its beginning; in a narrow one, or with
// large texts, it stands above them.
func TestListBeside(t *testing.T) {
	r := practise(t)
	r.section("suppliers")
	row := r.desk.Report().Rows("suppliers")[1]
	list := func() fyne.CanvasObject { o, _ := r.onPage().fields.Find("suppliers"); return o }
	first := func() fyne.CanvasObject { o, _ := r.onPage().fields.Find(row.Join("supplier")); return o }
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	for _, c := range []struct {
		size    fyne.Size
		percent int
		beside  bool
	}{
		{narrow, 100, false}, {fyne.NewSize(1600, 940), 100, true}, {fyne.NewSize(1600, 940), 150, false},
		{fyne.NewSize(1920, 1020), 100, true}, {fyne.NewSize(1920, 1020), 200, false}, {fyne.NewSize(3840, 2100), 200, true},
	} {
		r.setTextPercent(c.percent)
		r.win.Resize(c.size)
		r.focus(row)
		if got := at(first()).X > at(list()).X+list().Size().Width; got != c.beside {
			t.Errorf("%v at %d %%: beside is %t", c.size, c.percent, got)
		}
		r.focus(row.Join("tested"))
		top, page := at(list()).Y, at(r.onPage().scroll).Y
		if seen := top >= page && top < page+50; seen != c.beside {
			t.Errorf("%v at %d %%: the list at %v, the page from %v", c.size, c.percent, top, page)
		}
	}
	r.setTextPercent(100)
	r.win.Resize(wide)
	r.focus(row.Join("tested"))
	r.win.Canvas().Focus(list().(fyne.Focusable))
	r.press(fyne.KeyDown)
	row = r.chosen("suppliers")
	if top := at(first()).Y - at(r.onPage().scroll).Y; row != r.desk.Report().Rows("suppliers")[2] || top < 0 || top > 200 {
		t.Errorf("one down is %s, its first question stands at %v", row, top)
	}
	r.win.Canvas().(interface{ FocusNext() }).FocusNext()
	for range 20 {
		r.win.Canvas().(interface{ FocusNext() }).FocusNext()
	}
	top, page := at(list()).Y, at(r.onPage().scroll).Y
	if r.onPage().scroll.Offset.Y < 900 || !r.desk.at.Within(row) || top < page || top > page+50 {
		t.Errorf("Tab leads to %s, the list at %v, the page from %v", r.desk.at, top, page)
	}
}

// TestNothingClippedBeside: where a list stands beside its questions each text and
// button has the room that it needs, and no row or button is too small to be hit, at
// every size of text.
func TestNothingClippedBeside(t *testing.T) {
	for percent, size := range map[int]fyne.Size{100: wide, 200: fyne.NewSize(3200, 1800)} {
		r := practise(t)
		r.setLang(i18n.English)
		r.setTextPercent(percent)
		r.win.Resize(size)
		for _, id := range []string{"suppliers", "justification", "experts", "attachments"} {
			r.section(id)
			walk(r.desk.page.object(), func(o fyne.CanvasObject) {
				r.unclipped(id, o)
				if b := buttonOf(o); b != nil && (b.Size().Height < leastTarget || b.Size().Width < leastTarget) {
					t.Errorf("%s: %q is %v", id, b.Text, b.Size())
				}
			})
			p := r.onPage()
			if need, has := p.scroll.Content.MinSize().Width, p.scroll.Size().Width; need > has {
				t.Errorf("%s at %d %%: %v wide, there is room for %v", id, percent, need, has)
			}
		}
	}
}
