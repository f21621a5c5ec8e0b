package window

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// live is the comparison on the current page.
func (r *rig) live() *verdicts {
	r.t.Helper()
	p, ok := r.desk.page.(*sectionPage)
	if !ok {
		r.t.Fatalf("the page is %T", r.desk.page)
	}
	return p.live
}

// TestMatrix: the matrix has a verdict in words for every need and candidate, tells
// the source of a cell, and leads to its figure.
func TestMatrix(t *testing.T) {
	r := practise(t)
	r.section("suppliers")
	v := r.live()
	needs, candidates := len(r.desk.Report().Rows("requirements")), len(r.desk.Report().Rows("suppliers"))
	if needs == 0 || len(v.cells) != needs*candidates {
		t.Fatalf("%d cells for %d needs and %d candidates", len(v.cells), needs, candidates)
	}
	for i, cell := range v.cells {
		if s := v.shown.Cells[i/candidates][i%candidates]; !slices.Contains(texts(cell), s.Word) {
			t.Errorf("cell %d does not say %q", i, s.Word)
		}
	}
	test.Tap(v.cells[0])
	first := v.shown.Cells[0][0]
	if first.Source == "" || !r.says(first.Source) {
		t.Errorf("the source %q cannot be read", first.Source)
	}
	test.Tap(r.button(r.words.Text("window.verdict.go")))
	if !r.desk.at.Within(r.desk.Report().Rows("suppliers")[0]) {
		t.Errorf("led to %s", r.desk.at)
	}
}

// TestLiveVerdicts: panel and readiness follow a figure as it is typed.
func TestLiveVerdicts(t *testing.T) {
	r := practise(t)
	r.section("suppliers")
	if !r.says(r.words.Text("window.verdict.supported")) {
		t.Fatal("the practice application is not supported")
	}
	for _, row := range r.desk.Report().Rows("requirements") {
		if r.desk.application.Answers().Get(row.Join("decisive")) == "true" {
			r.desk.Set(row.Join("decisive"), "false")
		}
	}
	standing := 0
	for _, c := range r.live().shown.Candidates {
		if !c.Excluded {
			standing++
		}
	}
	if standing == 0 || r.says(r.words.Text("window.verdict.supported")) {
		t.Errorf("%d stand, and the page says that none does", standing)
	}
	if !r.says(r.words.Text("window.verdict.settle")) {
		t.Error("nothing says what would settle them")
	}
}

// TestFewSettle: of much that would settle candidates only the first is shown until
// the rest is asked for; the button keeps the focus.
func TestFewSettle(t *testing.T) {
	r := practise(t)
	r.section("suppliers")
	for _, name := range []string{"甲", "乙", "丙"} {
		if _, err := r.desk.application.AddTitled("suppliers", "product", name); err != nil {
			t.Fatal(err)
		}
	}
	var all []string
	for _, c := range r.live().shown.Candidates {
		all = append(all, c.Settle...)
	}
	shown := func() (n int) {
		for _, s := range all {
			if slices.Contains(texts(r.live().root), s) {
				n++
			}
		}
		return n
	}
	if len(all) <= fewSettle || shown() != fewSettle {
		t.Fatalf("%d of %d are shown", shown(), len(all))
	}
	fold := r.button(r.words.Text("window.verdict.settle_all", "n", strconv.Itoa(len(all))))
	test.Tap(fold)
	if shown() != len(all) {
		t.Errorf("asked for all, %d of %d are shown", shown(), len(all))
	}
	if f, ok := r.win.Canvas().Focused().(interface{ Plain() *widget.Button }); !ok || f.Plain() != fold {
		t.Errorf("a %T has the focus", r.win.Canvas().Focused())
	}
	r.setTextPercent(150)
	if shown() != len(all) {
		t.Errorf("in another size %d of %d are shown", shown(), len(all))
	}
}

// TestCharts: the charts open, name every candidate with its figure, and say what
// is not known.
func TestCharts(t *testing.T) {
	r := practise(t)
	for section, key := range map[string]string{"suppliers": "window.verdict.charts", "energy": "window.verdict.options"} {
		r.section(section)
		before := len(texts(r.live().root))
		test.Tap(r.button(r.words.Text(key)))
		shown := strings.Join(texts(r.live().root), "\n")
		bars := r.live().shown.Charts
		if section == "energy" {
			bars = r.live().shown.Options
		}
		for _, chart := range bars {
			for _, bar := range chart.Bars {
				if !strings.Contains(shown, bar.Label) || !strings.Contains(shown, bar.Text) {
					t.Errorf("%s: %s does not show %s %s", section, chart.Caption, bar.Label, bar.Text)
				}
			}
		}
		test.Tap(r.button(r.words.Text(key)))
		if after := len(texts(r.live().root)); after != before || len(bars) == 0 {
			t.Errorf("%s: folded, %d texts instead of %d; %d charts", section, after, before, len(bars))
		}
	}
}

// TestCounter: each candidate that nobody has answered has a button that makes the
// row for it, with the case for it beside the answer.
func TestCounter(t *testing.T) {
	r := practise(t)
	r.section("justification")
	row := r.desk.Report().Rows(counterList)[0]
	name := r.answer(row.Join("candidate"))
	if err := r.desk.application.RemoveRow(row); err != nil {
		t.Fatal(err)
	}
	test.Tap(r.button(r.words.Text("window.counter.add", "name", name)))
	rows := r.desk.Report().Rows(counterList)
	added := rows[len(rows)-1]
	if got := r.answer(added.Join("candidate")); got != name {
		t.Fatalf("the row is about %q", got)
	}
	if r.desk.at != added.Join("answer") {
		t.Errorf("the focus is at %s", r.desk.at)
	}
	q := r.desk.Report().Question(added.Join("argument"))
	if text := r.desk.Report().Display(q, r.words.Lang); text == "" || !r.says(text) {
		t.Errorf("the case %q cannot be read", text)
	}
	if len(r.desk.Offers(r.setting.Form.Field(counterList))) != 0 {
		t.Error("still offered")
	}
}
