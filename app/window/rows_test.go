package window

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/prose"
	"h200filing/forms"
	"h200filing/i18n"
)

// chosen is the row of a list whose questions are shown.
func (r *rig) chosen(list forms.Path) forms.Path { return r.desk.Chosen(list) }

// press types keys into what has the focus.
func (r *rig) press(keys ...fyne.KeyName) {
	r.t.Helper()
	for _, name := range keys {
		f := r.win.Canvas().Focused()
		if f == nil {
			r.t.Fatalf("%s: nothing has the focus", name)
		}
		f.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// fields counts the inputs for text on the page.
func (r *rig) fields() (n int) {
	walk(r.desk.page.object(), func(o fyne.CanvasObject) {
		if _, ok := o.(*prose.Editor); ok || entryOf(o) != nil {
			n++
		}
	})
	return n
}

// TestRowList: the list tells number, name and state of every row, and only the
// questions of the chosen row are made, however many rows there are.
func TestRowList(t *testing.T) {
	r := practise(t)
	r.section("suppliers")
	report := r.desk.Report()
	for i, row := range report.Rows("suppliers") {
		want := r.words.Text("window.rows.title", "n", fmt.Sprint(i+1), "title", report.RowTitle(row, r.words.Lang))
		if !r.says(want) {
			t.Errorf("the list does not say %q", want)
		}
	}
	if !r.says(r.words.Text("window.status.finished")) {
		t.Error("the list does not say how far a row has come")
	}
	few := r.fields()
	for range 12 {
		if _, err := r.desk.application.CopyRow(report.Rows("suppliers")[0], 1); err != nil {
			t.Fatal(err)
		}
	}
	if many := r.fields(); many != few {
		t.Errorf("%d fields for few rows, %d for many", few, many)
	}
}

// TestRowKeys: the list is used by keys alone: arrows choose, Enter goes into the
// row, and the buttons can be reached.
func TestRowKeys(t *testing.T) {
	r := practise(t)
	r.section("experts")
	rows := r.desk.Report().Rows("experts")
	if r.chosen("experts") != rows[0] {
		t.Fatalf("at first %s is chosen", r.chosen("experts"))
	}
	r.press(fyne.KeyDown, fyne.KeyDown)
	if got := r.chosen("experts"); got != rows[2] {
		t.Errorf("two down: %s", got)
	}
	r.press(fyne.KeyEnd, fyne.KeyUp)
	if got := r.chosen("experts"); got != rows[len(rows)-2] {
		t.Errorf("the end and up: %s", got)
	}
	r.press(fyne.KeyHome, fyne.KeyUp, fyne.KeyReturn)
	if got := r.desk.at; got != rows[0].Join("name") {
		t.Fatalf("into the row: at %s", got)
	}
	if e := r.field(); e.Text != r.answer(rows[0].Join("name")) {
		t.Errorf("the field has %q", e.Text)
	}
	test.Tap(r.button(r.words.Text("window.rows.next")))
	if r.chosen("experts") != rows[1] || r.desk.at != rows[1].Join("name") {
		t.Errorf("the next row: %s, at %s", r.chosen("experts"), r.desk.at)
	}
}

// TestRowButtons adds, copies, moves and removes the chosen row by the buttons of
// the list, and takes all of it back.
func TestRowButtons(t *testing.T) {
	r := practise(t)
	r.section("experts")
	before := r.desk.Report().Digest()
	rows := func() []forms.Path { return r.desk.Report().Rows("experts") }
	first, n := rows()[0], len(rows())
	tap := func(key string) { t.Helper(); test.Tap(r.button(r.words.Text(key))) }
	tap("window.rows.down")
	if rows()[1] != first || r.chosen("experts") != first {
		t.Errorf("moved down: %v, chosen %s", rows(), r.chosen("experts"))
	}
	tap("window.rows.up")
	if b := r.button(r.words.Text("window.rows.up")); !b.Disabled() {
		t.Error("the first row can be moved up")
	}
	tap("window.rows.copy")
	if len(rows()) != n+1 || r.chosen("experts") != rows()[1] || r.answer(rows()[1].Join("name")) != r.answer(first.Join("name")) {
		t.Errorf("copied: %v, chosen %s", rows(), r.chosen("experts"))
	}
	tap("window.rows.add")
	if last := rows()[n+1]; r.chosen("experts") != last || r.desk.at != last.Join("name") {
		t.Errorf("added: chosen %s, at %s", r.chosen("experts"), r.desk.at)
	}
	tap("window.rows.remove") // nothing is answered in it
	if top := r.win.Canvas().Overlays().Top(); top != nil {
		t.Errorf("asked %q", texts(top))
	}
	if len(rows()) != n+1 || r.chosen("experts") != rows()[n] {
		t.Errorf("removed: %v, chosen %s", rows(), r.chosen("experts"))
	}
	if f := r.win.Canvas().Focused(); f == nil {
		t.Error("removed: nothing has the focus")
	}
	for range 5 {
		r.desk.onUndo()
	}
	if r.desk.Report().Digest() != before {
		t.Error("not all of it was taken back")
	}
}

// shortcut presses a key with Ctrl in what has the focus.
func (r *rig) shortcut(key fyne.KeyName) {
	r.t.Helper()
	f, ok := r.win.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		r.t.Fatalf("Ctrl+%s: what has the focus takes no shortcuts", key)
	}
	f.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
}

// TestRowEditKeys adds, copies, moves and removes the chosen row by the keys of the
// list, and takes all of it back.
func TestRowEditKeys(t *testing.T) {
	r := practise(t)
	r.section("experts")
	before := r.desk.Report().Digest()
	rows := func() []forms.Path { return r.desk.Report().Rows("experts") }
	first, n := rows()[0], len(rows())
	r.shortcut(fyne.KeyUp) // it is the first
	r.shortcut(fyne.KeyDown)
	if rows()[1] != first || r.chosen("experts") != first {
		t.Errorf("moved down: %v, chosen %s", rows(), r.chosen("experts"))
	}
	r.shortcut(fyne.KeyUp)
	r.shortcut(fyne.KeyD)
	if len(rows()) != n+1 || r.chosen("experts") != rows()[1] || r.desk.at != rows()[1].Join("name") {
		t.Errorf("copied: %v, chosen %s, at %s", rows(), r.chosen("experts"), r.desk.at)
	}
	r.focus(rows()[1])
	r.press(fyne.KeyInsert)
	last := rows()[n+1]
	if r.desk.at != last.Join("name") {
		t.Errorf("added: at %s", r.desk.at)
	}
	r.focus(last)
	r.press(fyne.KeyDelete)
	if len(rows()) != n+1 || r.chosen("experts") != rows()[n] {
		t.Errorf("removed: %v, chosen %s", rows(), r.chosen("experts"))
	}
	r.shortcut(fyne.KeyS) // stands for nothing
	for range 5 {
		r.desk.onUndo()
	}
	if r.desk.Report().Digest() != before {
		t.Error("not all of it was taken back")
	}
}

// TestMovedToTheEnd: whoever moves a row by the button until it is the first has the
// list at hand, not what comes first in the window.
func TestMovedToTheEnd(t *testing.T) {
	r := practise(t)
	r.section("experts")
	r.focus(r.desk.Report().Rows("experts")[1])
	up := r.button(r.words.Text("window.rows.up"))
	for range 20 {
		if b, ok := r.win.Canvas().Focused().(interface{ Plain() *widget.Button }); ok && b.Plain() == up {
			break
		}
		r.win.Canvas().(interface{ FocusNext() }).FocusNext()
	}
	test.Tap(up)
	list, _ := r.onPage().fields.Find("experts")
	if f := r.win.Canvas().Focused(); f == nil || any(f) != any(list) {
		t.Errorf("a %T has the focus", f)
	}
}

// TestNewRowIsNotBlamed: that something is missing in a row just added is not said
// before the user has been there; whom a finding led there is told.
func TestNewRowIsNotBlamed(t *testing.T) {
	r := newFile(t)
	r.section("experts")
	r.desk.AddRow("experts")
	name := r.desk.Report().Rows("experts")[0].Join("name")
	missing := slices.IndexFunc(r.desk.Report().At(name), forms.Finding.Missing)
	if missing < 0 {
		t.Fatal("no finding says that the name is missing")
	}
	f := r.desk.Report().At(name)[missing]
	said := r.desk.Report().Message(f, r.words.Lang).String()
	if r.says(said) {
		t.Errorf("added, and told at once %q", said)
	}
	if want := r.words.Text("window.rows.untitled"); !r.says(r.words.Text("window.rows.title", "n", "1", "title", want)) {
		t.Errorf("the list does not say %q", want)
	}
	r.desk.jumpTo(f)
	if !r.says(said) {
		t.Errorf("led there and not told %q", said)
	}
}

// TestRowOutcome: the list tells what the program concludes of each supplier, and the
// figure beside its name.
func TestRowOutcome(t *testing.T) {
	r := practise(t)
	r.section("suppliers")
	report := r.desk.Report()
	row := report.Rows("suppliers")[0]
	outcome := report.Display(report.Question(row.Join("verdict")), r.words.Lang)
	if want := r.words.Text("window.rows.outcome", "outcome", outcome, "state", r.words.Text("window.status.finished")); !r.says(want) {
		t.Errorf("the list does not say %q", want)
	}
	fact := report.Rows(row.Join("facts"))[0]
	figure := report.RowTitle(fact, r.words.Lang) + r.desk.term("label.of") + report.Display(report.Question(fact.Join("value")), r.words.Lang)
	if want := r.words.Text("window.rows.title", "n", "1", "title", figure); !r.says(want) {
		t.Errorf("the list does not say %q", want)
	}
}

// TestJumpIntoRow: a jump to a question of any row, or of a row within a row,
// chooses the rows and focuses the question.
func TestJumpIntoRow(t *testing.T) {
	r := practise(t)
	report := r.desk.Report()
	supplier := report.Rows("suppliers")[2]
	fact := report.Rows(supplier.Join("facts"))[1]
	for _, p := range []forms.Path{report.Rows("experts")[4].Join("organisation"), fact.Join("source"), supplier.Join("product"), report.Rows("attachments")[3].Join("title")} {
		r.desk.jump(p)
		if r.desk.at != p {
			t.Errorf("%s: at %s", p, r.desk.at)
		}
		if e := r.field(); e.Text != r.answer(p) {
			t.Errorf("%s: the field has %q", p, e.Text)
		}
	}
	r.desk.jump(fact.Join("source"))
	if r.chosen("suppliers") != supplier || r.chosen(supplier.Join("facts")) != fact {
		t.Errorf("chosen %s, in it %s", r.chosen("suppliers"), r.chosen(supplier.Join("facts")))
	}
	r.section("project")
	r.section("suppliers")
	r.setLang(i18n.English)
	if r.chosen("suppliers") != supplier || r.chosen(supplier.Join("facts")) != fact {
		t.Errorf("afterwards chosen %s, in it %s", r.chosen("suppliers"), r.chosen(supplier.Join("facts")))
	}
}

// TestRowKeepsTyping: what could not be written is there again when its row is
// chosen once more.
func TestRowKeepsTyping(t *testing.T) {
	r := newFile(t)
	r.section("experts")
	r.desk.AddRow("experts")
	r.desk.AddRow("experts")
	rows := r.desk.Report().Rows("experts")
	texts := map[forms.Path]string{rows[0].Join("name"): "张三", rows[0].Join("opinion"): "同意。"}
	for p, text := range texts {
		test.Type(r.focus(p), text)
	}
	r.shelf.last.full = true
	r.desk.page.reveal(rows[1].Join("name"))
	for p, want := range texts {
		f := r.focus(p)
		got := ""
		if e, ok := f.(*prose.Editor); ok {
			got = e.Text()
		} else {
			got = r.field().Text
		}
		if typed, _ := r.desk.Typed(p); typed != "" && got != want || typed == "" && r.answer(p) != want {
			t.Errorf("%s shows %q, typed was %q", p, got, want)
		}
	}
}

// TestFixedInputs: where nothing can be changed, no input on any page takes a
// change; looking, going about and explanations stay.
func TestFixedInputs(t *testing.T) {
	r := practise(t)
	r.desk.page = nil
	path := r.desk.application.Path()
	if err := r.desk.application.Close(); err != nil {
		t.Fatal(err)
	}
	other, err := r.setting.Hold(path, "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = other.Close() })
	r.desk = nil
	r.Open(path)
	if r.desk == nil || !r.desk.Fixed() {
		t.Fatal("not held by the other")
	}
	var free []string
	for _, key := range []string{"window.section.back", "window.section.next", "window.computed.how", "window.rows.back", "window.rows.next",
		"window.file.open", "window.verdict.charts", "window.verdict.options", "window.verdict.go"} {
		free = append(free, r.words.Text(key))
	}
	seen := 0
	for _, s := range r.setting.Form.Sections {
		r.desk.openSection(s)
		walk(r.desk.page.object(), func(o fyne.CanvasObject) {
			switch b := o.(type) {
			case *prose.Editor:
				return
			case interface{ Plain() *widget.Button }:
				if slices.Contains(free, b.Plain().Text) {
					return
				}
			case *widget.Button:
				if slices.Contains(free, b.Text) {
					return
				}
			}
			if d, ok := o.(fyne.Disableable); ok {
				seen++
				if !d.Disabled() {
					t.Errorf("%s: a %T of %.60q takes changes", s.ID, o, fmt.Sprint(texts(o)))
				}
			}
		})
	}
	if seen < 100 {
		t.Errorf("only %d inputs were seen", seen)
	}
}

// BenchmarkChooseRow turns from supplier to supplier in a list of forty.
func BenchmarkChooseRow(b *testing.B) {
	w := manySuppliers(b)
	rows := w.desk.Report().Rows("suppliers")
	for i := 0; b.Loop(); i++ {
		w.desk.jump(rows[i%len(rows)])
	}
}

// BenchmarkOpenSuppliers turns to the page of forty suppliers; the comparison is
// made in the background and does not count.
func BenchmarkOpenSuppliers(b *testing.B) {
	w := manySuppliers(b)
	section := w.desk.page.section()
	for b.Loop() {
		w.desk.openSection(section)
	}
}

// manySuppliers opens the practice application with forty suppliers, their page at
// hand.
func manySuppliers(b *testing.B) *Window {
	b.Helper()
	w := practised(b, "eligibility")
	idle := &slowBorder{stillBorder: &stillBorder{}}
	w.border, w.desk.border = idle, idle
	for range 40 - len(w.desk.Report().Rows("suppliers")) {
		if _, err := w.desk.application.CopyRow(w.desk.Report().Rows("suppliers")[0], 1); err != nil {
			b.Fatal(err)
		}
	}
	for _, s := range w.setting.Form.Sections {
		if s.ID == "suppliers" {
			w.desk.openSection(s)
		}
	}
	return w
}
