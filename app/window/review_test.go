package window

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"pgregory.net/rapid"

	"h200filing/app/window/question"
	"h200filing/forms"
)

// TestReviewLists: the review has each finding once, advice apart from what should
// be looked at, and what was not checked as the check list of the filing has it.
func TestReviewLists(t *testing.T) {
	r := newFile(t)
	r.desk.Set("eligibility.state_controlled", "true")
	r.desk.Set("eligibility.exclusion_reason", "短")
	r.desk.AddRow("workloads")
	r.desk.openReview()
	report, p := r.desk.Report(), r.desk.page.(*reviewPage)
	for level, key := range map[forms.Level]string{forms.Blocker: "must", forms.Warning: "should", forms.Quality: "could"} {
		n := len(report.Of(level))
		if n == 0 || len(p.lines[level]) != n {
			t.Errorf("%s: %d lines for %d findings", level, len(p.lines[level]), n)
		}
		if want := r.words.Text("window.review.list", "kind", r.words.Text("window.review."+key), "n", strconv.Itoa(n)); !r.says(want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	unchecked := report.UncheckedLines(r.words.Lang)
	if len(unchecked) == 0 || len(p.lines[""]) != len(unchecked) {
		t.Fatalf("%d lines for %d checks not made", len(p.lines[""]), len(unchecked))
	}
	for i, u := range unchecked {
		if !slices.Contains(texts(p.lines[""][i]), u.Text) {
			t.Errorf("line %d does not say %q", i, u.Text)
		}
	}
}

// answers opens the review on all answers.
func (r *rig) answers() *answerPage {
	r.t.Helper()
	r.desk.openReview()
	p := r.desk.page.(*reviewPage)
	test.Tap(p.views.heads[answersView])
	return p.all
}

// TestAnswers: every question stands in the list with its answer, each leads to
// where it is asked, and few lines are made.
func TestAnswers(t *testing.T) {
	r := practise(t)
	p := r.answers()
	report := r.desk.Report()
	listed := map[forms.Path]answer{}
	for _, a := range p.fits {
		if a.section == nil && a.level != 3 {
			listed[a.path] = a
		}
	}
	if len(listed) != len(report.Questions()) {
		t.Errorf("%d answers for %d questions", len(listed), len(report.Questions()))
	}
	if got, want := listed["applicant.name"].text, r.answer("applicant.name"); got != want || !slices.Contains(texts(p.root), r.desk.tasks.name(r.setting.Form.Sections[0])) {
		t.Errorf("the name is listed as %q", got)
	}
	made := 0
	walk(p.root, func(o fyne.CanvasObject) {
		if _, ok := o.(*answerLine); ok {
			made++
		}
	})
	if made == 0 || made > 40 {
		t.Errorf("%d lines are made of %d", made, len(p.fits))
	}
	lines := slices.Clone(p.fits)
	for i := 0; i < len(lines); i += 37 {
		p = r.answers()
		p.list.Select(i)
		switch a := lines[i]; {
		case a.section != nil && r.desk.page.section() != a.section:
			t.Errorf("%s: led to %s", a.label, r.desk.page.title())
		case a.section == nil && !r.desk.at.Within(a.path):
			t.Errorf("%s: led to %s", a.path, r.desk.at)
		}
	}
}

// TestAnswersSearch: what is typed is looked for in questions and answers; the
// headings of what is found stay.
func TestAnswersSearch(t *testing.T) {
	r := practise(t)
	p := r.answers()
	p.query.SetText(" " + strings.ToUpper(r.answer("applicant.contact_email")) + " ")
	if n := len(p.fits); n != 2 || p.fits[0].section == nil || p.fits[1].path != "applicant.contact_email" {
		t.Errorf("found %+v", p.fits)
	}
	p.query.SetText("没有这样的内容")
	if len(p.fits) > 0 || !p.none.Visible() {
		t.Errorf("found %+v", p.fits)
	}
	p.query.SetText("")
	test.Tap(p.empty)
	if len(p.fits) == 0 || slices.ContainsFunc(p.fits, func(a answer) bool { return a.level == 0 && !a.blank }) {
		t.Error("what is answered is among what is not")
	}
}

// TestAnswersKeys: the list is used by keys.
func TestAnswersKeys(t *testing.T) {
	r := practise(t)
	p := r.answers()
	r.win.Canvas().Focus(p.list)
	r.press(fyne.KeyDown, fyne.KeyReturn)
	if want := p.fits[1].path; r.desk.at != want {
		t.Errorf("at %s, want %s", r.desk.at, want)
	}
}

// TestFitting: whatever is looked for, what is found is part of the list in its
// order, every answer that fits is there, and no heading stands for nothing.
func TestFitting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) answer {
			word := rapid.StringMatching(`[ab]{1,3}`)
			return answer{level: rapid.IntRange(0, 3).Draw(t, "level"), label: word.Draw(t, "label"), text: word.Draw(t, "text"), blank: rapid.Bool().Draw(t, "blank")}
		}), 0, 30).Draw(t, "all")
		for i := range all {
			all[i].path = forms.Path(strconv.Itoa(i))
		}
		words, blank := rapid.StringMatching(`[ab]{0,2}`).Draw(t, "words"), rapid.Bool().Draw(t, "blank only")
		got := fitting(all, words, blank)
		left := all
		for i, a := range got {
			at := slices.Index(left, a)
			if at < 0 {
				t.Fatalf("%+v is none of the list, or out of order", a)
			}
			left = left[at+1:]
			if a.level > 0 && (words != "" || blank) && (i == len(got)-1 || got[i+1].level > 0 && got[i+1].level <= a.level) {
				t.Fatalf("the heading %+v stands for nothing", a)
			}
		}
		for _, a := range all {
			if fits := strings.Contains(a.label+"\n"+a.text, words) && (a.blank || !blank); fits && a.level == 0 && !slices.Contains(got, a) {
				t.Fatalf("%+v is left out", a)
			}
		}
	})
}

// TestRuledOut: an application that makes no sense is told of calmly, with every
// reason and what to do, and nothing calls it a fault of the user's.
func TestRuledOut(t *testing.T) {
	r := practise(t)
	r.section("eligibility")
	r.desk.Set("eligibility.military_end_use", "true")
	r.desk.Set("eligibility.classified_system", "true")
	report := r.desk.Report()
	for _, page := range []func(){func() {}, r.desk.openReview} {
		page()
		for _, f := range report.KnockOuts() {
			m := report.Message(f, r.words.Lang)
			for _, want := range []string{m.What, m.Why, m.Fix} {
				if !r.says(want) {
					t.Errorf("%s does not say %q", r.desk.page.title(), want)
				}
			}
		}
		walk(r.win.Content(), func(o fyne.CanvasObject) {
			if p, ok := o.(*question.Paragraph); ok && p.Importance == widget.DangerImportance {
				t.Errorf("%s calls out %q", r.desk.page.title(), p.Whole())
			}
		})
	}
	for _, text := range []string{r.words.Text("window.ready.no", "n", "2"), r.words.Text("window.status.troubled")} {
		for _, s := range texts(r.win.Content()) {
			if strings.HasPrefix(s, text) {
				t.Errorf("the window says %q", s)
			}
		}
	}
	if !slices.Contains(texts(r.desk.tasks.object), r.words.Text("window.knocked_out.short")) || r.desk.status.ready.Text != r.words.Text("window.knocked_out.title") {
		t.Errorf("the line below says %q", r.desk.status.ready.Text)
	}
	if p := r.desk.page.(*reviewPage); !p.finals[0].Disabled() {
		t.Error("a final file can be exported")
	}
	test.Tap(r.desk.status.ready)
	if r.desk.at != "eligibility.military_end_use" {
		t.Errorf("the line below leads to %s", r.desk.at)
	}
}

// BenchmarkOpenAnswers turns to all answers of the practice application.
func BenchmarkOpenAnswers(b *testing.B) {
	w := practised(b, "product")
	for b.Loop() {
		w.desk.openReview()
		w.desk.page.(*reviewPage).turn(answersView)
	}
}

// BenchmarkOpenReviewBlank turns to the review of an application without answers,
// which has the most findings.
func BenchmarkOpenReviewBlank(b *testing.B) {
	w := practised(b, "product")
	w.enter(b.TempDir()+"/blank.h200", w.shelf.create)
	for b.Loop() {
		w.desk.openReview()
	}
}
