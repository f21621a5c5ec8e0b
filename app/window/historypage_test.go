package window

import (
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"h200filing/app/session"
	"h200filing/forms"
)

// past is the page of the past.
func (r *rig) past() *historyPage {
	r.t.Helper()
	p, ok := r.desk.page.(*historyPage)
	if !ok {
		r.t.Fatalf("the page is a %T", r.desk.page)
	}
	return p
}

// TestLogList: the log stands newest first with both values, is searched, leads to
// its question, and its chain is said to hold.
func TestLogList(t *testing.T) {
	r := newFile(t)
	r.desk.Set("applicant.name", "甲公司")
	r.desk.Set("applicant.name", "乙公司")
	r.desk.Set("applicant.nature", "private")
	r.desk.openHistory()
	c := r.past().parts[inLog].(*logList)
	if len(c.records) != 3 || c.records[0].Path != "applicant.nature" || c.records[1].New != "乙公司" || c.records[1].Old != "甲公司" {
		t.Fatalf("the log is %+v", c.records)
	}
	if !r.says(r.words.Text("log.whole", "n", "3")) || !r.says(r.words.Text("window.change.changed", "old", "甲公司", "new", "乙公司")) {
		t.Errorf("the page says %q", texts(r.past().object()))
	}
	if r.says("private") {
		t.Error("a choice is shown by its id")
	}
	c.search.SetText("甲公司")
	if len(c.list) != 2 {
		t.Errorf("%d entries found", len(c.list))
	}
	c.search.SetText("没有这样的内容")
	if len(c.list) != 0 || !r.says(r.words.Text("window.history.found", "n", "0")) {
		t.Errorf("%d entries found", len(c.list))
	}
	c.search.SetText("")
	test.Tap(c.lines.root.Objects[1].(*item))
	if s := r.desk.page.section(); s == nil || s.ID != "applicant" {
		t.Error("the line does not lead to its question")
	}
}

// TestBrokenChain: a hand edit of the log is named with its first entry, and nothing
// from there on is shown.
func TestBrokenChain(t *testing.T) {
	r := newFile(t)
	for _, name := range []string{"甲", "乙", "丙"} {
		r.desk.Set("applicant.name", name)
	}
	if out, err := exec.Command("sqlite3", r.path, `UPDATE log SET new = '丁' WHERE seq = 2`).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	r.desk.openHistory()
	label := r.desk.Report().Label("applicant.name", r.words.Lang)
	if want := r.words.Text("log.altered", "n", "2", "label", label); !r.says(want) {
		t.Errorf("the page does not say %q: %q", want, texts(r.past().object()))
	}
	if c := r.past().parts[inLog].(*logList); len(c.records) != 1 {
		t.Errorf("%d entries are shown", len(c.records))
	}
}

// TestVersions: the answers are named, held against those of now, brought back, and
// that is undone like any other change.
func TestVersions(t *testing.T) {
	r := newFile(t)
	r.desk.Set("applicant.name", "甲")
	r.desk.openHistory()
	r.past().turn(inVersions)
	v := r.past().parts[inVersions].(*versionList)
	v.onName()
	if got := r.above(); !slices.Contains(got, r.words.Text("window.error.no_name")) {
		t.Errorf("without a name it says %q", got)
	}
	r.Key(fyne.KeyEscape)
	v.name.SetText("初稿")
	v.onName()
	v.name.SetText("初稿")
	v.onName()
	if got := r.above(); !slices.Contains(got, r.words.Text("window.error.taken")) {
		t.Errorf("with a name twice it says %q", got)
	}
	r.Key(fyne.KeyEscape)
	if len(v.versions) != 1 {
		t.Fatalf("%d versions", len(v.versions))
	}
	r.desk.Set("applicant.name", "乙")
	r.desk.AddRow("suppliers")
	r.desk.openHistory()
	r.past().turn(inVersions)
	test.Tap(r.button(r.words.Text("window.versions.compare")))
	for _, want := range []string{r.words.Text("window.versions.then", "value", "甲"), r.words.Text("window.versions.now", "value", "乙"),
		r.words.Text("window.compare.differs", "n", "2")} {
		if !r.says(want) {
			t.Errorf("the page does not say %q: %q", want, texts(r.past().object()))
		}
	}
	test.Tap(r.button(r.words.Text("window.versions.restore")))
	test.Tap(r.button(r.words.Text("window.versions.restore")))
	if r.answer("applicant.name") != "甲" || len(r.desk.Report().Rows("suppliers")) != 0 {
		t.Fatal("the version was not restored")
	}
	r.desk.onUndo()
	if r.answer("applicant.name") != "乙" || len(r.desk.Report().Rows("suppliers")) != 1 {
		t.Error("restoring is not one step to undo")
	}
}

// TestCompareFiles: another application is held against this one, by question.
func TestCompareFiles(t *testing.T) {
	r := newFile(t)
	r.desk.Set("applicant.name", "甲")
	copied := filepath.Join(t.TempDir(), "b.h200")
	r.onCloseFile()
	if err := r.shelf.copy(r.path, "", copied); err != nil {
		t.Fatal(err)
	}
	r.Open(r.path)
	r.desk.Set("applicant.name", "乙")
	r.desk.openHistory()
	r.past().turn(inComparison)
	c := r.past().parts[inComparison].(*comparison)
	c.read(copied, "")
	if len(c.found.list) != 1 || !r.says(r.words.Text("window.compare.there", "value", "甲")) || !r.says(r.words.Text("window.compare.here", "value", "乙")) {
		t.Errorf("found %+v: %q", c.found.list, texts(r.past().object()))
	}
	c.read(filepath.Join(t.TempDir(), "none.h200"), "")
	if !slices.Contains(r.dialogTexts(), r.words.Text("window.error.not_found")) {
		t.Errorf("a file that is not there: %q", r.dialogTexts())
	}
}

// TestTicks: while answers are reviewed each has a box; a tick says who and when, is
// counted, and falls when the answer changes.
func TestTicks(t *testing.T) {
	r := newFile(t)
	p := forms.Path("applicant.name")
	r.desk.Set(p, "甲")
	r.section("applicant")
	if r.says(r.words.Text("window.tick.do")) {
		t.Error("boxes are shown though nothing is being reviewed")
	}
	r.desk.onReviewing()
	r.section("applicant")
	if !r.says(r.words.Text("window.tick.do")) {
		t.Error("no boxes are shown")
	}
	r.desk.SetTick(p, true)
	said, on := r.desk.Ticked(p)
	if !on || !strings.Contains(said, "测试") || !strings.Contains(said, "2026-11-24") || !r.says(said) {
		t.Errorf("the mark says %q", said)
	}
	n, of := r.desk.application.Reviewed(nil)
	r.desk.openReview()
	if n != 1 || !r.says(r.words.Text("window.tick.all", "n", "1", "of", strconv.Itoa(of))) {
		t.Errorf("%d of %d counted: %q", n, of, texts(r.desk.page.object()))
	}
	if all := texts(r.desk.tasks.object); !slices.ContainsFunc(all, func(s string) bool { return strings.Contains(s, "1/") }) {
		t.Errorf("the task list does not count: %q", all)
	}
	r.desk.jump(p)
	r.desk.Set(p, "乙")
	if _, on := r.desk.Ticked(p); on || r.says(said) {
		t.Error("the mark outlived its answer")
	}
	r.desk.onNextUnticked()
	if _, on := r.desk.Ticked(r.desk.at); on || r.desk.at == "" {
		t.Errorf("led to %q", r.desk.at)
	}
}

// TestFollowing: who only looks sees what the holder changes.
func TestFollowing(t *testing.T) {
	r := newRig(t)
	path, other := r.heldByAColleague()
	defer other.Close()
	r.Open(path)
	r.section("applicant")
	if err := other.Set("applicant.name", "乙公司"); err != nil {
		t.Fatal(err)
	}
	r.border.pass()
	if got := r.answer("applicant.name"); got != "乙公司" {
		t.Errorf("the window has %q", got)
	}
	r.focus("applicant.name")
	if got := r.field().Text; got != "乙公司" {
		t.Errorf("the field shows %q", got)
	}
	if err := other.Set("applicant.name", "丙公司"); err != nil {
		t.Fatal(err)
	}
	r.border.pass()
	if got := r.answer("applicant.name"); got != "丙公司" {
		t.Errorf("then it has %q", got)
	}
	r.onCloseFile()
	r.border.pass() // the start page looks at its files, once
	if len(r.border.waiting) != 0 {
		t.Error("the window goes on asking after the file is closed")
	}
}

// TestLateRequirement: a requirement that was changed after the comparison had begun
// is marked on the review page, with both values, and in the log.
func TestLateRequirement(t *testing.T) {
	r := practise(t)
	r.desk.openReview()
	title := r.words.Text("window.late.title")
	if r.says(title) {
		t.Fatal("the practice application has late requirements")
	}
	p := r.desk.Report().Rows("requirements")[0].Join("threshold")
	before := r.answer(p)
	r.desk.Set(p, "1")
	r.desk.openReview()
	describer := session.Describer{Report: r.desk.Report(), Words: r.words}
	if !r.says(title) || !r.says(r.words.Text("window.late.then", "value", describer.Answer(p, before))) {
		t.Errorf("the review says %q", texts(r.desk.page.object()))
	}
	r.desk.openHistory()
	if !r.says(r.words.Text("window.late.mark")) {
		t.Error("the log does not mark it")
	}
}

// TestVersionIsLogged: a version that was just named stands in the log; a name that is
// taken or missing is refused by a dialog, and typing goes to the name again.
func TestVersionIsLogged(t *testing.T) {
	r := newFile(t)
	r.desk.Set("applicant.name", "甲公司")
	r.desk.openHistory()
	p := r.past()
	before := len(p.parts[inLog].(*logList).records)
	p.turn(inVersions)
	v := p.parts[inVersions].(*versionList)
	v.name.SetText("初稿")
	v.onName()
	for _, name := range []string{"初稿", ""} {
		v.name.SetText(name)
		v.onName()
		if r.win.Canvas().Overlays().Top() == nil || r.desk.status.retry.Visible() {
			t.Errorf("%q was not refused by a dialog", name)
		}
		r.Key(fyne.KeyReturn)
		if any(r.win.Canvas().Focused()) != any(v.name) {
			t.Errorf("%q: typing goes to %T", name, r.win.Canvas().Focused())
		}
	}
	p.turn(inLog)
	if got := len(p.parts[inLog].(*logList).records); got != before+1 {
		t.Errorf("the log has %d entries, before it had %d", got, before)
	}
}
