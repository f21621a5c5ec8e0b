package window

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/prose"
	"h200filing/app/session"
	"h200filing/app/window/look"
	"h200filing/forms"
	"h200filing/i18n"
)

// actions is how many things the random user does.
const actions = 5000

// walker is a user who does anything at random.
type walker struct {
	*rig
	rand *rand.Rand
	did  []string // the last things, to tell how a fault came about

	workbook string // that is imported from time to time
}

// TestRandomWalk does thousands of things at random, all over the window: nothing
// panics, there is always something to go on with, and in the end the file has what
// was shown.
func TestRandomWalk(t *testing.T) {
	r := practise(t)
	r.viewer = &copies{n: 3}
	r.print = func(string) error { return nil }
	seed := rand.Uint64()
	w := &walker{rig: r, rand: rand.New(rand.NewPCG(seed, 1))}
	w.workbook = r.filled(map[string]string{"product.quantity": "24", "applicant.employees": "=1+1"})
	defer func() {
		if fault := recover(); fault != nil {
			t.Logf("seed %d, last: %q", seed, w.did)
			panic(fault)
		}
		if t.Failed() {
			t.Logf("seed %d, last: %q", seed, w.did)
		}
	}()
	for range actions {
		w.act()
		if t.Failed() {
			return
		}
	}
	w.settle()
}

// note remembers what is done.
func (w *walker) note(format string, args ...any) {
	w.did = append(w.did, fmt.Sprintf(format, args...))
	w.did = w.did[max(0, len(w.did)-12):]
}

// act does one thing.
func (w *walker) act() {
	if w.desk == nil {
		w.note("open")
		w.Open(w.path)
		w.closeDialogs()
		if w.desk == nil {
			w.t.Error("the application does not open any more")
		}
		return
	}
	for _, a := range []struct {
		odds int
		do   func()
	}{
		{30, w.tap}, {30, w.typeText}, {10, w.key}, {8, w.turnPage}, {6, w.undo}, {4, w.seek},
		{4, w.rows}, {4, func() { w.note("rest"); w.border.pass() }}, {2, w.look}, {1, w.closeFile}, {1, w.draft},
	} {
		if w.rand.IntN(100) < a.odds {
			a.do()
			break
		}
	}
	w.closeDialogs()
	w.compare()
}

// tappables lists what can be tapped on top.
func (w *walker) tappables() []fyne.Tappable {
	top := w.win.Canvas().Content()
	if o := w.win.Canvas().Overlays().Top(); o != nil {
		top = o
	}
	var out []fyne.Tappable
	walk(top, func(o fyne.CanvasObject) {
		if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
			return
		}
		switch o := o.(type) {
		case *item:
			out = append(out, o)
		case *widget.Button:
			out = append(out, o)
		case interface{ Plain() *widget.Button }:
			out = append(out, o.Plain())
		case *widget.Check:
			out = append(out, o)
		case interface{ Plain() *widget.Check }:
			out = append(out, o.Plain())
		}
	})
	return out
}

func (w *walker) tap() {
	all := w.tappables()
	if len(all) == 0 {
		w.t.Error("a dead end: nothing can be tapped")
		return
	}
	o := all[w.rand.IntN(len(all))]
	if b, ok := o.(*widget.Button); ok {
		w.note("tap %q", b.Text)
	} else {
		w.note("tap %T", o)
	}
	test.Tap(o)
}

// closeDialogs answers whatever is asked, or closes it.
func (w *walker) closeDialogs() {
	for range 10 {
		top := w.win.Canvas().Overlays().Top()
		if top == nil {
			return
		}
		if all := w.tappables(); len(all) > 0 && w.rand.IntN(3) > 0 {
			w.tap()
			continue
		}
		w.win.Canvas().Overlays().Remove(top)
	}
	for w.win.Canvas().Overlays().Top() != nil {
		w.win.Canvas().Overlays().Remove(w.win.Canvas().Overlays().Top())
	}
}

// questions lists the questions of the current page that take text.
func (w *walker) questions() []*forms.Question {
	return slices.DeleteFunc(slices.Clone(w.desk.Report().Questions()), func(q *forms.Question) bool {
		return q.Field.Section != w.desk.page.section() || q.Field.Computed() || q.Field.Type == forms.TypeRows
	})
}

var walkTexts = []string{"贵州示例", "128 GB，均不能满足。", "2026-11-24", "3.5", "-1", "\n", "　", "9999999999999999999", "𠮷", "是", "a@b.cn"}

func (w *walker) typeText() {
	all := w.questions()
	if len(all) == 0 {
		return
	}
	p := all[w.rand.IntN(len(all))].Path
	w.desk.page.reveal(p)
	text := walkTexts[w.rand.IntN(len(walkTexts))]
	w.note("type %q at %s", text, p)
	switch f := w.win.Canvas().Focused().(type) {
	case *prose.Editor:
		f.Select(w.rand.IntN(len([]rune(f.Text()))+1), f.Caret())
		f.Insert(text)
	case nil:
	default:
		if entryOf(f.(fyne.CanvasObject)) != nil {
			test.Type(f, text)
		}
	}
}

var walkKeys = []fyne.KeyName{fyne.KeyTab, fyne.KeyReturn, fyne.KeySpace, fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyLeft, fyne.KeyDown,
	fyne.KeyHome, fyne.KeyEnd, fyne.KeyF8, fyne.KeyEscape, fyne.KeyPageDown}

func (w *walker) key() {
	name := walkKeys[w.rand.IntN(len(walkKeys))]
	w.note("key %s", name)
	if name == fyne.KeyTab {
		w.win.Canvas().(interface{ FocusNext() }).FocusNext()
		return
	}
	if f := w.win.Canvas().Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: name})
		return
	}
	w.Key(name)
}

func (w *walker) turnPage() {
	n := w.rand.IntN(len(w.setting.Form.Sections) + 4)
	w.note("page %d", n)
	switch {
	case n < len(w.setting.Form.Sections):
		w.desk.openSection(w.setting.Form.Sections[n])
	case n == len(w.setting.Form.Sections):
		w.desk.openReview()
	case n == len(w.setting.Form.Sections)+1:
		w.desk.turn(newHistoryPage(w.desk, w.rand.IntN(3)))
	case n == len(w.setting.Form.Sections)+2:
		w.desk.readWorkbook(w.workbook, session.Protection{})
	default:
		w.desk.openPreview()
	}
}

func (w *walker) undo() {
	if w.rand.IntN(3) > 0 {
		w.note("undo")
		w.desk.onUndo()
		return
	}
	w.note("redo")
	w.desk.onRedo()
}

func (w *walker) seek() {
	w.note("seek")
	w.desk.seek(1 - 2*w.rand.IntN(2))
}

func (w *walker) rows() {
	var lists []forms.Path
	for _, q := range w.desk.Report().Questions() {
		if q.Field.Type == forms.TypeRows && q.Field.Section == w.desk.page.section() {
			lists = append(lists, q.Path)
		}
	}
	if len(lists) == 0 {
		return
	}
	list := lists[w.rand.IntN(len(lists))]
	rows := w.desk.Report().Rows(list)
	w.note("row of %s", list)
	if len(rows) == 0 || w.rand.IntN(4) == 0 && len(rows) < 8 {
		w.desk.AddRow(list)
		return
	}
	row := rows[w.rand.IntN(len(rows))]
	switch w.rand.IntN(4) {
	case 3:
		w.desk.jump(row)
	case 0:
		w.desk.MoveRow(row, 1-2*w.rand.IntN(2))
	case 1:
		w.desk.RemoveRow(row)
	default:
		if len(rows) < 8 {
			w.desk.CopyRow(row)
		}
	}
}

func (w *walker) look() {
	switch w.rand.IntN(4) {
	case 0:
		w.note("language")
		w.setLang(i18n.Langs()[w.rand.IntN(3)])
	case 1:
		w.note("text size")
		w.setTextPercent(100 + 25*w.rand.IntN(5))
	case 2:
		w.note("ground")
		w.setGround(look.Grounds()[w.rand.IntN(3)])
	default:
		w.note("window size")
		w.win.Resize(fyne.NewSize(800+w.rand.Float32()*800, 560+w.rand.Float32()*500))
	}
}

func (w *walker) closeFile() {
	w.note("close the file")
	w.onCloseFile()
}

func (w *walker) draft() {
	for _, q := range w.questions() {
		if w.setting.Form.Draftable(q.Field.ID) && w.rand.IntN(2) == 0 {
			w.note("draft %s", q.Path)
			w.desk.Draft(q.Path)
		}
	}
}

// compare holds what is shown to what is stored, at the question that has the
// focus.
func (w *walker) compare() {
	if w.desk == nil || w.win.Canvas().Overlays().Top() != nil {
		return
	}
	e, ok := w.win.Canvas().Focused().(*prose.Editor)
	if !ok || w.desk.Report().Question(w.desk.at) == nil || w.desk.Report().Question(w.desk.at).Field.Type != forms.TypeProse {
		return
	}
	want := w.answer(w.desk.at)
	if typed, ok := w.desk.Typed(w.desk.at); ok {
		want = typed
	}
	if e.Text() != want {
		w.t.Errorf("%s shows %q, stored is %q", w.desk.at, e.Text(), want)
	}
}

// settle closes the application, opens it again and holds text fields of every page
// to the file.
func (w *walker) settle() {
	if w.desk == nil {
		w.Open(w.path)
	}
	if err := w.desk.flush(); err != nil {
		w.t.Fatal(err)
	}
	before := w.desk.Report().Digest()
	w.onCloseFile()
	w.Open(w.path)
	if after := w.desk.Report().Digest(); after != before {
		w.t.Error("the file has something else than the window had")
	}
	for _, s := range w.setting.Form.Sections {
		w.desk.openSection(s)
		all := w.questions()
		w.rand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, q := range all[:min(len(all), 12)] {
			w.desk.page.reveal(q.Path)
			shown := ""
			switch f := w.win.Canvas().Focused().(type) {
			case *prose.Editor:
				shown = f.Text()
			case interface{ Field() *widget.Entry }:
				shown = f.Field().Text
			default:
				continue
			}
			if q.Field.Type != forms.TypeChoices && shown != w.answer(q.Path) {
				w.t.Errorf("%s shows %q, the file has %q", q.Path, shown, w.answer(q.Path))
			}
		}
	}
}
