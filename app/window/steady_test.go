package window

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/session"
	"h200filing/app/window/question"
)

// TestToolsStay: no tool of the preview moves away when pages and what was found are
// counted.
func TestToolsStay(t *testing.T) {
	r := practise(t)
	r.viewer = &copies{n: 120}
	r.desk.openPreview()
	p := r.desk.page.(*previewPage)
	place := func() fyne.Position { return fyne.CurrentApp().Driver().AbsolutePositionForObject(p.print) }
	p.where.SetText("")
	p.found.SetText("")
	p.root.Refresh()
	before := place()
	p.where.SetText(r.words.Text("window.preview.of", "n", "100", "of", "120"))
	p.found.SetText(r.words.Text("window.preview.hit", "n", "10", "of", "80"))
	p.root.Refresh()
	if after := place(); after != before {
		t.Errorf("from %v to %v", before, after)
	}
}

// TestNoticeOnOneLine: while pages are made it is not said letter below letter.
func TestNoticeOnOneLine(t *testing.T) {
	r := practise(t)
	slow := &slowBorder{stillBorder: r.border}
	r.Window.border, r.desk.border = slow, slow
	r.desk.openPreview()
	p := r.desk.page.(*previewPage)
	if got, em := p.notice.MinSize().Height, theme.TextSize(); !p.notice.Visible() || got > 3*em {
		t.Errorf("%v high, letters have %v", got, em)
	}
}

// TestDropdownWhole: the longest line of a drop-down list can be read.
func TestDropdownWhole(t *testing.T) {
	newRig(t)
	s := widget.NewSelect([]string{"全部", "不能导入的内容（10 项）"}, nil)
	s.PlaceHolder = "选"
	s.SetSelectedIndex(1)
	if drawn := test.RenderObjectToMarkup(dropdown(s)); !strings.Contains(drawn, ">"+s.Selected+"<") {
		t.Errorf("cut off: %s", drawn)
	}
}

// TestOneFieldHasFocus: after two passwords that differ the first field has the
// focus, alone.
func TestOneFieldHasFocus(t *testing.T) {
	r := newFile(t)
	r.desk.protected(true, func(session.Protection) { t.Error("went on") })
	second := r.win.Canvas().Focused()
	r.win.Canvas().FocusNext()
	if second == r.win.Canvas().Focused() {
		t.Fatal("one field only")
	}
	test.Type(r.win.Canvas().Focused(), "b")
	r.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !slices.Contains(r.above(), r.words.Text("window.password.differ")) {
		t.Fatalf("said %q", r.above())
	}
	if n := strings.Count(test.RenderObjectToMarkup(r.win.Canvas().Overlays().Top()), `strokeColor="primary"`); n != 1 {
		t.Errorf("%d fields look as if they had the focus", n)
	}
}

// TestVerifiedIsSmall: one sentence does not fill the window.
func TestVerifiedIsSmall(t *testing.T) {
	r := practise(t)
	v := &verification{Window: r.Window}
	v.read(r.outputsOf(t)[".zip"])
	said := r.above()
	if !slices.Contains(said, r.words.Text("verify.same")) {
		t.Fatalf("said %q", said)
	}
	top := r.win.Canvas().Overlays().Top().(*widget.PopUp)
	walk(top, func(o fyne.CanvasObject) {
		if p, ok := o.(*question.Paragraph); ok && p.Size().Height > p.MinSize().Height+1 {
			t.Errorf("the words have %v and need %v: the sign stands below them", p.Size(), p.MinSize())
		}
	})
	if got, all := top.Content.Size(), r.win.Canvas().Size(); got.Height > all.Height/2 {
		t.Errorf("%v of %v", got, all)
	}
}

// TestFailuresNameTheFile: what was not added or not written is named, with the reason.
func TestFailuresNameTheFile(t *testing.T) {
	r, _, p, _ := attached(t)
	empty := filepath.Join(t.TempDir(), "空 文件.pdf")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r.desk.attach(p, empty)
	if said := r.told(); !strings.Contains(said, "空 文件.pdf") || !strings.Contains(said, r.words.Text("window.error.empty")) {
		t.Errorf("said %q", said)
	}
	nowhere := filepath.Join(t.TempDir(), "没有", "申请.xlsx")
	r.desk.export(1, true, session.Protection{}, nowhere)
	if said := r.told(); !strings.Contains(said, nowhere) {
		t.Errorf("said %q", said)
	}
}
