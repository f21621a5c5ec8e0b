package window

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/session"
	"h200filing/forms"
	"h200filing/i18n"
)

// TestTyping: what is typed reaches the file when the typing rests, when the
// field is left, and when the page is turned.
func TestTyping(t *testing.T) {
	for name, write := range map[string]func(*rig){
		"rest":  func(r *rig) { r.border.pass() },
		"leave": func(r *rig) { r.win.Canvas().Unfocus() },
		"turn":  func(r *rig) { r.section("project") },
		"close": func(r *rig) { r.onClose() },
	} {
		t.Run(name, func(t *testing.T) {
			r := newFile(t)
			r.section("applicant")
			test.Type(r.focus("applicant.name"), "贵州示例科技 Ltd.")
			if got := r.answer("applicant.name"); got != "" {
				t.Fatalf("written while typing: %q", got)
			}
			write(r)
			if got := r.stored("applicant.name"); got != "贵州示例科技 Ltd." {
				t.Errorf("the file has %q", got)
			}
		})
	}
}

// TestTypingSurvivesReport: a report that comes in between changes neither text
// nor caret nor focus of the current field.
func TestTypingSurvivesReport(t *testing.T) {
	r := newFile(t)
	r.section("applicant")
	focused := r.focus("applicant.name")
	test.Type(focused, "甲乙")
	if err := r.desk.application.Set("applicant.industry", "软件"); err != nil {
		t.Fatal(err)
	}
	test.Type(focused, "丙")
	r.border.pass()
	test.Type(focused, "丁")
	r.border.pass()
	if e := r.field(); e.Text != "甲乙丙丁" || e.CursorColumn != 4 {
		t.Errorf("the field has %q, caret at %d", e.Text, e.CursorColumn)
	}
	if r.win.Canvas().Focused() != focused {
		t.Error("the focus has gone")
	}
	if got := r.answer("applicant.name"); got != "甲乙丙丁" {
		t.Errorf("the file has %q", got)
	}
}

// TestProse: running text reaches the file paragraph by paragraph, and is counted.
func TestProse(t *testing.T) {
	r := newFile(t)
	r.section("applicant")
	focused := r.focus("applicant.intro")
	test.Type(focused, "甲，乙。")
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	test.Type(focused, "丙")
	r.border.pass()
	if got := r.answer("applicant.intro"); got != "甲，乙。\n丙" {
		t.Errorf("the file has %q", got)
	}
	want := r.words.Text("window.field.chars_of", "n", "5", "most", "5000")
	if !slices.Contains(texts(r.desk.page.object()), want) {
		t.Errorf("the page does not say %q", want)
	}
}

// TestFailedSave: what cannot be written stays on the screen and is written when
// it can be; the page is not turned on it.
func TestFailedSave(t *testing.T) {
	r := newFile(t)
	r.section("applicant")
	test.Type(r.focus("applicant.name"), "甲")
	r.shelf.last.full = true
	r.border.pass()
	if e := r.field(); e.Text != "甲" {
		t.Errorf("the field has %q", e.Text)
	}
	if !r.desk.status.retry.Visible() || r.desk.status.state.Importance != widget.DangerImportance {
		t.Error("nothing says that it was not saved")
	}
	r.section("project")
	if got := r.desk.page.section().ID; got != "applicant" {
		t.Errorf("turned to %s on a text that is not saved", got)
	}
	for name, change := range map[string]func(){"language": func() { r.setLang(i18n.English) }, "text size": func() { r.setTextPercent(150) }, "ground": func() { r.setGround("dark") }} {
		change()
		test.Tap(r.button(r.words.Text("window.close")))
		if got := r.field().Text; got != "甲" {
			t.Errorf("another %s: the field has %q", name, got)
		}
	}
	r.shelf.last.full = false
	test.Tap(r.desk.status.retry)
	if got := r.answer("applicant.name"); got != "甲" || r.desk.status.retry.Visible() {
		t.Errorf("after another try the file has %q", got)
	}
}

// TestCloseOnFailedSave: the window asks before it closes on a text that cannot be
// written.
func TestCloseOnFailedSave(t *testing.T) {
	r := newFile(t)
	r.section("applicant")
	test.Type(r.focus("applicant.name"), "甲")
	r.shelf.last.full = true
	r.onClose()
	if r.desk == nil {
		t.Fatal("closed without asking")
	}
	test.Tap(r.button(r.words.Text("window.lose.close")))
	if r.desk != nil {
		t.Error("not closed")
	}
}

// TestConditional: a question appears with the answer that it hangs on, and the
// radio button keeps its place.
func TestConditional(t *testing.T) {
	r := newFile(t)
	r.section("eligibility")
	label := r.text(r.setting.Form).Fields["eligibility.state_funded_progress"].Label
	shown := func() bool {
		return slices.ContainsFunc(texts(r.desk.page.object()), func(s string) bool { return strings.HasPrefix(s, label) })
	}
	if shown() {
		t.Fatal("asked before it is due")
	}
	r.desk.Set("eligibility.state_funds", "true")
	if !shown() {
		t.Error("not asked")
	}
	r.desk.Set("eligibility.state_funds", "false")
	if shown() {
		t.Error("still asked")
	}
}

// TestYesOrNo: yes, no, and not answered again.
func TestYesOrNo(t *testing.T) {
	r := newFile(t)
	r.section("eligibility")
	for _, step := range []struct{ label, want string }{{"是", "true"}, {"否", "false"}, {"否", ""}} {
		r.focus("eligibility.military_end_use")
		if step.label == "否" { // the one beside it
			r.win.Canvas().FocusNext()
		}
		r.pressed(fyne.KeySpace)
		if got := r.answer("eligibility.military_end_use"); got != step.want {
			t.Errorf("%q chosen: the file has %q", step.label, got)
		}
	}
}

// TestKnockedOut: a knock-out is explained calmly and can be taken back.
func TestKnockedOut(t *testing.T) {
	r := newFile(t)
	r.section("eligibility")
	title := r.words.Text("window.knocked_out.title")
	for _, p := range []forms.Path{"eligibility.classified_system", "eligibility.sensitive_government", "eligibility.military_end_use"} {
		r.desk.Set(p, "false")
	}
	if slices.Contains(texts(r.desk.page.object()), title) {
		t.Fatal("explained without cause")
	}
	r.desk.Set("eligibility.military_end_use", "true")
	if !slices.Contains(texts(r.desk.page.object()), title) {
		t.Error("not explained")
	}
	r.desk.Set("eligibility.military_end_use", "false")
	if slices.Contains(texts(r.desk.page.object()), title) {
		t.Error("still explained")
	}
}

// TestRefusedChoice: a product that cannot be applied for can be chosen, is kept
// and explained.
func TestRefusedChoice(t *testing.T) {
	r := newFile(t)
	r.section("product")
	r.desk.Set("product.model", "b200")
	if got := r.answer("product.model"); got != "b200" {
		t.Fatalf("the file has %q", got)
	}
	report := r.desk.Report()
	found := report.At("product.model")
	if len(found) == 0 {
		t.Fatal("nothing explains it")
	}
	if message := report.Message(found[0], i18n.Hans).String(); !slices.Contains(texts(r.desk.page.object()), message) {
		t.Errorf("the page does not say %q", message)
	}
}

// TestRows adds, fills, copies, moves and removes rows.
func TestRows(t *testing.T) {
	r := newFile(t)
	r.section("experts")
	rows := func() []forms.Path { return r.desk.Report().Rows("experts") }
	r.desk.AddRow("experts")
	if len(rows()) != 1 {
		t.Fatalf("%d rows", len(rows()))
	}
	first := rows()[0]
	test.Type(r.win.Canvas().Focused(), "张三") // a new row has the focus at its first question
	r.desk.CopyRow(first)
	if len(rows()) != 2 || r.answer(rows()[1].Join("name")) != "张三" {
		t.Fatalf("rows %v, copy named %q", rows(), r.answer(rows()[1].Join("name")))
	}
	r.desk.MoveRow(first, 1)
	if rows()[1] != first {
		t.Errorf("%s is not second: %v", first, rows())
	}
	r.desk.MoveRow(first, 1) // there is no third place
	r.desk.RemoveRow(first)
	if len(rows()) != 2 {
		t.Fatal("removed without asking")
	}
	test.Tap(r.button(r.words.Text("window.rows.remove")))
	if len(rows()) != 1 || rows()[0] == first {
		t.Errorf("rows after removal: %v", rows())
	}
}

// TestRemovedWhileTyping: what was typed in a row that is removed is written first:
// it comes back with the row, and it is not lost where the row cannot be removed.
func TestRemovedWhileTyping(t *testing.T) {
	r := newFile(t)
	r.section("experts")
	r.desk.AddRow("experts")
	row := r.desk.Report().Rows("experts")[0]
	name := row.Join("name")
	test.Type(r.focus(name), "张三")
	r.shelf.last.full = true
	r.remove(row)
	if got, _ := r.desk.Typed(name); got != "张三" || r.field().Text != "张三" {
		t.Errorf("%q is left, the field has %q", got, r.field().Text)
	}
	r.shelf.last.full = false
	r.remove(row)
	if rows := r.desk.Report().Rows("experts"); len(rows) > 0 || r.desk.status.retry.Visible() {
		t.Fatalf("still there: %v", rows)
	}
	r.border.pass()
	r.desk.onUndo()
	if got := r.answer(name); got != "张三" {
		t.Errorf("the row came back with %q", got)
	}
}

// remove removes a row and confirms it.
func (r *rig) remove(row forms.Path) {
	r.t.Helper()
	r.desk.RemoveRow(row)
	if r.win.Canvas().Overlays().Top() != nil {
		test.Tap(r.button(r.words.Text("window.rows.remove")))
	}
}

// TestReviewJumps: every line of the review leads to its question, with the focus
// there and its section at hand.
func TestReviewJumps(t *testing.T) {
	r := newFile(t)
	r.desk.AddRow("workloads")
	r.desk.openReview()
	blockers := r.desk.Report().Of(forms.Blocker)
	lines := r.desk.page.(*reviewPage).lines[forms.Blocker]
	if len(lines) != len(blockers) || len(lines) < 20 {
		t.Fatalf("%d lines for %d blockers", len(lines), len(blockers))
	}
	for i, f := range blockers {
		r.win.Canvas().Unfocus()
		lines[i].tapped()
		q := r.desk.Report().Question(f.Path)
		if r.desk.page.section() != q.Field.Section {
			t.Errorf("%s: led to %s", f.Path, r.desk.page.title())
		}
		if r.desk.at != f.Path {
			t.Errorf("%s: the attention is at %q", f.Path, r.desk.at)
		}
		if r.win.Canvas().Focused() == nil {
			t.Errorf("%s: nothing has the focus", f.Path)
		}
	}
}

// TestFinalExportWaits: the buttons for final files wait until no blocker stands,
// those for drafts do not.
func TestFinalExportWaits(t *testing.T) {
	r := newFile(t)
	r.desk.openReview()
	p := r.desk.page.(*reviewPage)
	for i := range outputs {
		if !p.finals[i].Disabled() || p.drafts[i].Disabled() {
			t.Errorf("%s: final enabled %v, draft enabled %v", outputs[i].key, !p.finals[i].Disabled(), !p.drafts[i].Disabled())
		}
	}
}

// TestExport writes what is asked for, whole, under the name that was chosen.
func TestExport(t *testing.T) {
	r := newFile(t)
	dir := t.TempDir()
	for i, magic := range []string{"%PDF", "PK", "PK"} {
		path := filepath.Join(dir, "out"+outputs[i].extension)
		r.desk.export(i, true, session.Protection{}, path)
		content, err := os.ReadFile(path)
		if err != nil || !strings.HasPrefix(string(content), magic) {
			t.Errorf("%s: begins with %.4q, %v", path, content, err)
		}
		test.Tap(r.button(r.words.Text("window.close")))
	}
	r.desk.export(0, true, session.Protection{}, filepath.Join(dir, "none", "out.pdf"))
	if r.win.Canvas().Overlays().Top() == nil {
		t.Error("nothing says that the export failed")
	}
}

// TestLanguage switches the language on the spot and keeps the place.
func TestLanguage(t *testing.T) {
	r := newFile(t)
	r.section("applicant")
	test.Type(r.focus("applicant.name"), "甲")
	for _, l := range []i18n.Lang{i18n.English, i18n.Hant, i18n.Hans} {
		r.setLang(l)
		seen := strings.Join(texts(r.win.Canvas().Content()), "\n")
		text := r.setting.Form.Text(l)
		for _, want := range []string{text.Sections["applicant"].Title, text.Fields["applicant.uscc"].Label, i18n.For(l).Text("window.tasks.review")} {
			if !strings.Contains(seen, want) {
				t.Errorf("%s: %q cannot be read", l, want)
			}
		}
		if r.desk.page.section().ID != "applicant" || r.answer("applicant.name") != "甲" {
			t.Errorf("%s: the place or the text is lost", l)
		}
		if i18n.Lang(r.preferences.String(languageKey)) != l {
			t.Errorf("%s is not remembered", l)
		}
	}
}

// TestEverySection shows each section at each text size without fault, and all
// that is asked can be read.
func TestEverySection(t *testing.T) {
	r := newRig(t)
	a, err := r.shelf.practice(filepath.Join(t.TempDir(), "p.h200"))
	if err != nil {
		t.Fatal(err)
	}
	r.enter("p.h200", func(string) (application, error) { return a, nil })
	for _, percent := range []int{100, 200} {
		r.setTextPercent(percent)
		for _, s := range r.setting.Form.Sections {
			r.desk.openSection(s)
			seen := strings.Join(texts(r.desk.page.object()), "\n")
			for _, q := range r.desk.Report().Questions() {
				if q.Field.Section != s || q.Path.Parent() != "" {
					continue
				}
				label := r.text(r.setting.Form).Fields[q.Field.ID].Label
				if !strings.Contains(seen, label) {
					t.Errorf("%s at %d %%: %q cannot be read", s.ID, percent, label)
				}
			}
		}
	}
}

// TestRecent: files are remembered, newest first, and one that is gone can be
// taken off.
func TestRecent(t *testing.T) {
	r := newFile(t)
	r.onCloseFile()
	if r.desk != nil {
		t.Fatal("still open")
	}
	if got := r.preferences.recent(); len(got) != 1 || got[0] != r.path {
		t.Fatalf("recent files %v", got)
	}
	if err := os.Remove(r.path); err != nil {
		t.Fatal(err)
	}
	r.rebuild()
	test.Tap(r.button(r.words.Text("window.start.forget")))
	if got := r.preferences.recent(); len(got) != 0 {
		t.Errorf("still remembered: %v", got)
	}
}

// TestOpenRefused: a file that is none of ours is explained, and the start page
// stays.
func TestOpenRefused(t *testing.T) {
	r := newRig(t)
	path := filepath.Join(t.TempDir(), "x.h200")
	if err := os.WriteFile(path, []byte("not an application, by any means, at all"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.Open(path)
	if r.desk != nil {
		t.Fatal("opened")
	}
	top := r.win.Canvas().Overlays().Top()
	if top == nil || !slices.Contains(texts(top), r.words.Text("window.error.foreign")) {
		t.Error("nothing explains it")
	}
}

// TestWhere holds the dialog to its promises: no name that cannot be a file, no
// application overwritten, the extension added once.
func TestWhere(t *testing.T) {
	r := newRig(t)
	dir := t.TempDir()
	r.preferences.SetString(folderKey, dir)
	if err := os.WriteFile(filepath.Join(dir, "old.h200"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d := r.askWhere(whereTo{title: "t", name: "n", extension: ".h200"}, func(string) {})
	for _, c := range []struct {
		typed, path string
		fatal       bool
	}{{"新", "新.h200", false}, {"b.H200", "b.H200", false}, {" c ", "c.h200", false}, {"", "", true}, {"a/b", "", true}, {"old", "old.h200", true}} {
		d.entry.SetText(c.typed)
		_, fatal := d.fault()
		if fatal != c.fatal || !fatal && d.path() != filepath.Join(dir, c.path) {
			t.Errorf("%q: path %s, fatal %v", c.typed, d.path(), fatal)
		}
	}
	d.replace = true
	d.entry.SetText("old")
	if text, fatal := d.fault(); text == "" || fatal {
		t.Errorf("replacing: %q, fatal %v", text, fatal)
	}
}

// TestAttach keeps a document, shows its name, and refuses what is none.
func TestAttach(t *testing.T) {
	r := newFile(t)
	r.section("attachments")
	r.desk.AddRow("attachments")
	p := r.desk.Report().Rows("attachments")[0].Join("file")
	dir := t.TempDir()
	text := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(text, []byte("plain"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.desk.attach(p, text)
	if r.answer(p) != "" || r.win.Canvas().Overlays().Top() == nil {
		t.Errorf("a text was taken: %q", r.answer(p))
	}
	test.Tap(r.button(r.words.Text("window.close")))
	r.desk.export(0, true, session.Protection{}, filepath.Join(dir, "报价.pdf"))
	test.Tap(r.button(r.words.Text("window.close")))
	r.desk.attach(p, filepath.Join(dir, "报价.pdf"))
	if a := forms.ParseAttachment(r.answer(p)); a.Name != "报价.pdf" || len(a.SHA256) != 64 {
		t.Fatalf("kept as %+v", a)
	}
	if !slices.Contains(texts(r.desk.page.object()), "报价.pdf") {
		t.Error("its name cannot be read")
	}
}

// TestMenus taps every line of the menus that opens something to read.
func TestMenus(t *testing.T) {
	r := newFile(t)
	for _, show := range []func(){r.onAbout, r.onLicences} {
		show()
		if r.win.Canvas().Overlays().Top() == nil {
			t.Fatal("nothing was shown")
		}
		test.Tap(r.button(r.words.Text("window.close")))
	}
}

var _ application = (*session.Session)(nil)
