package forms_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"h200filing/assets/practice"
	"h200filing/forms"
	"h200filing/forms/drafting"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

var update = flag.Bool("update", false, "write what is drafted into testdata")

// caseAnswers reads one of the cases, or the practice application, with some
// answers set: "suppliers[0].reply=none". A list is emptied by "suppliers=".
func caseAnswers(t testing.TB, name string, sets ...string) *forms.Answers {
	t.Helper()
	answers := formstest.Answers(t, name)
	for _, set := range sets {
		path, value, _ := strings.Cut(set, "=")
		put(t, answers, path, value)
	}
	return answers
}

// put sets one answer. A row one behind the last is added, a list set to nothing
// is emptied.
func put(t testing.TB, answers *forms.Answers, public, value string) {
	t.Helper()
	if field := formstest.Form(t).Field(forms.Path(public).Pattern()); field != nil && field.Type == forms.TypeRows {
		list, err := answers.Resolve(public)
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range slices.Clone(answers.Rows(list)) {
			formstest.Apply(t, answers, answers.Removal(list.Row(id))...)
		}
		return
	}
	path, err := answers.Resolve(public)
	if err != nil {
		list := forms.Path(public[:strings.LastIndexByte(public, '[')])
		resolved, err := answers.Resolve(string(list))
		if err != nil {
			t.Fatal(err)
		}
		formstest.Apply(t, answers, forms.Change{Op: forms.Insert, Path: resolved.Row(answers.NewRowID()), At: len(answers.Rows(resolved))})
		if path, err = answers.Resolve(public); err != nil {
			t.Fatal(err)
		}
	}
	formstest.Apply(t, answers, forms.Change{Op: forms.Set, Path: path, Value: value})
}

// allDrafts writes every draft of a report, a question and paragraph a line.
func allDrafts(r *forms.Report, lang i18n.Lang) string {
	var b strings.Builder
	for _, q := range r.Questions() {
		if paragraphs := r.Draft(q.Path, lang); len(paragraphs) > 0 {
			fmt.Fprintf(&b, "%s\n", r.Public(q.Path))
			for _, p := range paragraphs {
				fmt.Fprintf(&b, "  %s: %s\n", p.ID, p.Text)
			}
		}
	}
	return b.String()
}

// TestDraftsRead holds the drafts of the cases to texts that were read and found
// good; -update writes them again.
func TestDraftsRead(t *testing.T) {
	for file, got := range map[string]string{
		"drafts.supported.txt":   allDrafts(formstest.Evaluate(t, caseAnswers(t, formstest.Supported)), i18n.Hans),
		"drafts.unsupported.txt": allDrafts(formstest.Evaluate(t, caseAnswers(t, formstest.Unsupported)), i18n.Hans),
		"drafts.practice.txt":    allDrafts(practiceReport(t), i18n.Hans),
		"drafts.english.txt":     allDrafts(formstest.Evaluate(t, caseAnswers(t, formstest.Supported)), i18n.English),
	} {
		name := filepath.Join("testdata", file)
		if *update {
			if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-read +drafted):\n%s", file, diff)
		}
	}
}

// TestEveryProseFieldIsDrafted: all prose but what persons have to say
// themselves.
func TestEveryProseFieldIsDrafted(t *testing.T) {
	theirs := []string{"override.reason", "experts[].opinion", "experts[].dissent", "panel.conclusion"}
	formstest.Form(t).Walk(func(f *forms.Field) {
		if f.Type != forms.TypeProse || f.Computed() {
			return
		}
		if want := !slices.Contains(theirs, f.ID); formstest.Form(t).Draftable(f.ID) != want {
			t.Errorf("%s is draftable: %v", f.ID, !want)
		}
	})
}

// TestDraftedNumbersAreTheModels: a draft names no number but those of the
// values it says it used, and a value that is a question's is displayed as that
// question is everywhere.
func TestDraftedNumbersAreTheModels(t *testing.T) {
	for _, fixture := range fixtures(t) {
		r := formstest.Evaluate(t, fixture)
		for _, lang := range i18n.Langs() {
			for _, q := range r.Questions() {
				for _, p := range r.Draft(q.Path, lang) {
					if left := withoutValues(p); regexp.MustCompile(`[0-9]`).MatchString(left) {
						t.Errorf("%s %s names a number that no value gives: %s\n%s", r.Public(q.Path), p.ID, p.Text, left)
					}
				}
			}
		}
	}
}

// withoutValues takes the displayed values out of a draft, longest first.
func withoutValues(p forms.DraftParagraph) string {
	values := slices.Clone(p.Values)
	slices.SortFunc(values, func(a, b forms.Input) int { return len(b.Display) - len(a.Display) })
	text := p.Text
	for _, v := range values {
		text = strings.ReplaceAll(text, strings.Join(strings.Fields(v.Display), " "), "")
	}
	return text
}

// TestDraftedFiguresAreTheEngines compares what the technical argument says with
// the gaps and sources that the engine found.
func TestDraftedFiguresAreTheEngines(t *testing.T) {
	r := formstest.Evaluate(t, caseAnswers(t, formstest.Supported))
	text := ""
	for _, p := range r.Draft("justification.technical_fit", i18n.Hans) {
		text += p.Text + "\n"
	}
	for _, x := range r.Gap.Candidates {
		for _, g := range x.Grounds {
			if g.Fact == nil || g.Fact.Metric == "lead_time_days" {
				continue
			}
			want := fmt.Sprintf("为 %s %s，比需求 %s %s低 %s%%", g.Fact.Value, r.MetricUnit(g.Fact.Metric, i18n.Hans),
				g.Threshold, r.MetricUnit(g.Fact.Metric, i18n.Hans)+" ", g.GapPercent)
			if !strings.Contains(text, want) || !strings.Contains(text, g.Fact.Source) {
				t.Errorf("%s: the draft does not say %q of %s:\n%s", x.Product, want, g.Fact.Source, text)
			}
		}
	}
}

// fixtures are applications that together draft every sentence of the pack.
func fixtures(t testing.TB) []*forms.Answers {
	t.Helper()
	set := func(name string, sets ...string) *forms.Answers { return caseAnswers(t, name, sets...) }
	return []*forms.Answers{
		set(formstest.Supported), set(formstest.Unsupported), set("incomplete.yaml"), set(practice.Name),
		set(formstest.Supported, "eligibility.critical_infrastructure=true", "eligibility.state_controlled=true", "eligibility.state_funds=true",
			"eligibility.state_funded_progress=40", "project.fund_state_cny=1800000", "project.fleet[1].origin=domestic", "product.quantity=31",
			"end_user.same_as_applicant=false", "end_user.name=示例用户", "end_use.remote_access=false", "substitution.domestic_purchases=",
			"product.currency=CNY", "workloads[0].kind=training", "workloads[0].tokens_b=100", "workloads[0].days=30", "workloads[0].mfu=40"),
		set(formstest.Supported, "eligibility.state_funds=true", "eligibility.state_funded_progress=40", "project.investment_cny=",
			"project.fleet[0].origin=foreign", "product.quantity=48", "substitution.domestic_purchases[0].quantity=128",
			"requirements[0].threshold=200", "requirements[3].op=<", "suppliers[0].facts[1].source=另一产品页"),
		set(formstest.Supported, "workloads[0].replicas=3", "product.quantity=24", "workloads[0].concurrent=90", "suppliers[2].reply=none", "suppliers[3].reply=none",
			"suppliers[0].facts[3].metric=tdp_w", "suppliers[0].facts[3].value=900", "suppliers[0].facts[3].grade=tested", "suppliers[0].facts[3].source=对比测试报告",
			"suppliers[0].facts[3].retrieved_on=2026-10-20", "requirements[2].metric=tdp_w", "requirements[2].op=<=", "requirements[2].threshold=700", "requirements[2].decisive=true"),
		set(formstest.Supported, "suppliers[0].inquired_on=", "suppliers[1].inquired_on=", "suppliers[2].inquired_on=", "suppliers[3].inquired_on="),
		set(formstest.Supported, "suppliers[0].reply=none", "suppliers[1].reply=none", "suppliers[2].reply=none", "suppliers[3].reply=none", "suppliers[3].facts="),
		set(formstest.Supported, "suppliers[3].replied_on=", "suppliers[1].inquired_on=", "requirements[2].metric=unit_price_cny", "requirements[2].op=<=",
			"requirements[2].threshold=100000", "requirements[2].decisive=true", "justification.no_reasonable_terms=true"),
		set(formstest.Supported, "requirements[0].threshold=60", "requirements[1].threshold=1000", "justification.no_reasonable_terms=true", "suppliers[0].available_quantity=4",
			"suppliers[0].facts[2].grade=tested", "suppliers[0].lead_time_days=", "suppliers[3].channel=电话"),
		set(formstest.Supported, "requirements[0].threshold=70", "requirements[1].threshold=1000", "requirements[3].threshold=400", "suppliers[3].reply=partial", "justification.no_reasonable_terms=true"),
		set(formstest.Supported, "requirements[0].threshold=70", "requirements[1].threshold=1000", "requirements[3].threshold=80", "suppliers[1].lead_time_days=70", "suppliers[0].facts[0].grade=media", "suppliers[2].facts[0].grade=media",
			"requirements[2].metric=unit_price_cny", "requirements[2].op=<=", "requirements[2].threshold=100000", "requirements[2].decisive=true", "justification.no_reasonable_terms=true"),
		set(formstest.Supported, "suppliers[0].facts[0].grade=media", "suppliers[0].facts[0].value=90", "suppliers[0].facts[2].grade=tested", "suppliers[0].lead_time_days=",
			"requirements[2].metric=native_fp8", "requirements[2].op==", "requirements[2].threshold=0", "requirements[2].decisive=true",
			"suppliers[1].facts[2].metric=native_fp8", "suppliers[1].facts[2].value=1", "suppliers[1].facts[2].grade=official", "suppliers[1].facts[2].source=产品页", "suppliers[1].facts[2].retrieved_on=2026-10-08",
			"suppliers[1].facts[3].metric=tdp_w", "suppliers[1].facts[3].value=900", "suppliers[1].facts[3].grade=official", "suppliers[1].facts[3].source=产品页", "suppliers[1].facts[3].retrieved_on=2026-10-08"),
		set(formstest.Supported, "requirements[2].metric=available_quantity", "requirements[2].op=>=", "requirements[2].threshold=100", "requirements[2].decisive=true",
			"suppliers[0].facts[3].metric=available_quantity", "suppliers[0].facts[3].value=50", "suppliers[0].facts[3].grade=official", "suppliers[0].facts[3].source=产品页", "suppliers[0].facts[3].retrieved_on=2026-10-08",
			"suppliers[0].available_quantity=", "workloads[0].precision=int8", "workloads[0].params_total_b=20", "workloads[0].params_active_b=2", "workloads[0].concurrent=2", "product.quantity=8"),
		set(formstest.Supported, "suppliers=", "project.fleet[0].count="),
	}
}

// TestEverySentenceIsDrafted: each sentence of the pack stands in the drafts of
// some fixture, in every language.
func TestEverySentenceIsDrafted(t *testing.T) {
	aids := regexp.MustCompile(`^draft\.(join\.|metric\.|mark$|source\.)`)
	for _, lang := range i18n.Langs() {
		var all strings.Builder
		for _, fixture := range fixtures(t) {
			all.WriteString(allDrafts(formstest.Evaluate(t, fixture), lang))
		}
		text := all.String()
		for key, template := range formstest.Form(t).Text(lang).Terms {
			if !strings.HasPrefix(key, "draft.") || aids.MatchString(key) {
				continue
			}
			if !sentence(t, template).MatchString(text) {
				t.Errorf("%s: no fixture drafts %s: %s", lang, key, template)
			}
		}
	}
}

// sentence is a pattern of what a template can become.
func sentence(t testing.TB, template string) *regexp.Regexp {
	t.Helper()
	names, err := drafting.Names(template)
	if err != nil {
		t.Fatal(err)
	}
	pattern := regexp.QuoteMeta(template)
	for _, name := range names {
		pattern = strings.Replace(pattern, regexp.QuoteMeta("{"+name+"}"), ".*", 1)
	}
	return regexp.MustCompile(strings.ReplaceAll(pattern, " ", " *"))
}

// TestDraftsAreHonest: no draft has an absolute, and none claims support that
// the data does not give.
func TestDraftsAreHonest(t *testing.T) {
	absolute := regexp.MustCompile(`唯一|均不|都不|完全|没有任何|绝|一切|全部不|远远|显著`)
	for i, fixture := range fixtures(t) {
		r := formstest.Evaluate(t, fixture)
		text := allDrafts(r, i18n.Hans)
		for _, p := range forms.Lines(text) {
			if absolute.MatchString(p) {
				t.Errorf("fixture %d: %s", i, p)
			}
		}
		if !r.Supported() && strings.Contains(text, "本单位认为所需产品目前在中国境内无法获取") {
			t.Errorf("fixture %d claims what its data does not support", i)
		}
	}
}

// draftAll drafts every prose question of an application by one click each.
func draftAll(t testing.TB, answers *forms.Answers) *forms.Report {
	t.Helper()
	r := formstest.Evaluate(t, answers)
	for _, q := range r.Questions() {
		formstest.Apply(t, answers, r.Drafting(q.Path)...)
	}
	return formstest.Evaluate(t, answers)
}

// emptied is the supported case without prose.
func emptied(t testing.TB) *forms.Answers {
	t.Helper()
	answers := caseAnswers(t, formstest.Supported)
	for _, q := range formstest.Evaluate(t, answers).Questions() {
		if formstest.Form(t).Draftable(q.Field.ID) {
			formstest.Apply(t, answers, forms.Change{Op: forms.Set, Path: q.Path})
		}
	}
	return answers
}

func rules(findings []forms.Finding) map[string]bool {
	out := map[string]bool{}
	for _, f := range findings {
		out[f.Rule] = true
	}
	return out
}

// TestFactChangesItsParagraphs: one fact changes exactly the paragraphs that
// name it, in every prose, and changing it back restores every word.
func TestFactChangesItsParagraphs(t *testing.T) {
	answers := emptied(t)
	before := draftAll(t, answers)
	if changes := before.Following(); len(changes) > 0 {
		t.Fatalf("a fresh draft has something to follow: %v", changes)
	}
	start := answers.Clone()
	put(t, answers, "suppliers[0].facts[0].value", "132")
	after := formstest.Evaluate(t, answers)
	changed := map[string]bool{}
	for _, c := range after.Following() {
		if forms.IsMemory(c.Path) {
			continue
		}
		was, is := strings.Split(answers.Get(c.Path), "\n"), strings.Split(c.Value, "\n")
		if len(was) != len(is) {
			t.Fatalf("%s: %d paragraphs became %d", c.Path, len(was), len(is))
		}
		for i := range was {
			if was[i] != is[i] {
				changed[after.Public(c.Path)] = true
				if !strings.Contains(was[i], "128 GB") || !strings.Contains(is[i], "132 GB") || !strings.Contains(is[i], "2.9%") {
					t.Errorf("%s: %q became %q", c.Path, was[i], is[i])
				}
			}
		}
	}
	want := map[string]bool{"justification.technical_fit": true, "justification.counter[0].answer": true}
	if diff := cmp.Diff(want, changed); diff != "" {
		t.Errorf("proses that followed: %s", diff)
	}
	formstest.Apply(t, answers, after.Following()...)
	if again := formstest.Evaluate(t, answers).Following(); len(again) > 0 {
		t.Errorf("there is more to follow: %v", again)
	}
	put(t, answers, "suppliers[0].facts[0].value", "128")
	formstest.Apply(t, answers, formstest.Evaluate(t, answers).Following()...)
	if diff := cmp.Diff(start.All(), answers.All()); diff != "" {
		t.Errorf("the fact went back, the text did not: %s", diff)
	}
}

// TestSupportFallsAndComesBack: paragraphs come and go with what the data
// supports, and the marked place for what is missing blocks the filing.
func TestSupportFallsAndComesBack(t *testing.T) {
	answers := emptied(t)
	draftAll(t, answers)
	full := answers.Get("justification.unavailable_reason")
	for _, threshold := range []string{"100", "136"} {
		put(t, answers, "requirements[0].threshold", threshold)
		put(t, answers, "requirements[1].decisive", map[string]string{"100": "false", "136": "true"}[threshold])
		put(t, answers, "requirements[3].decisive", map[string]string{"100": "false", "136": "true"}[threshold])
		formstest.Apply(t, answers, formstest.Evaluate(t, answers).Following()...)
		r := formstest.Evaluate(t, answers)
		text := answers.Get("justification.unavailable_reason")
		if strings.Contains(text, "据此，本单位认为") != r.Supported() || strings.Contains(text, "尚未被排除") == r.Supported() {
			t.Errorf("threshold %s, supported %v:\n%s", threshold, r.Supported(), text)
		}
		if found := rules(r.At("justification.unavailable_reason"))["draft.placeholder"]; found == r.Supported() {
			t.Errorf("threshold %s: the marked place is found: %v", threshold, found)
		}
	}
	if got := answers.Get("justification.unavailable_reason"); got != full {
		t.Errorf("support came back, the text did not:\n%s", got)
	}
}

// TestEditedDraftIsTold: an edited paragraph is left alone and told of; keeping
// it and taking today's words both settle the matter.
func TestEditedDraftIsTold(t *testing.T) {
	const prose = forms.Path("justification.technical_fit")
	answers := emptied(t)
	draftAll(t, answers)
	edited := strings.Replace(answers.Get(prose), "显存容量为 128 GB，比", "显存容量只有 128 GB，比", 1) + "\n本单位另有说明。"
	formstest.Apply(t, answers, forms.Change{Op: forms.Set, Path: prose, Value: edited})
	if rules(formstest.Evaluate(t, answers).At(prose))["draft.outdated"] {
		t.Error("an edited paragraph is out of date before its values change")
	}
	put(t, answers, "suppliers[0].facts[0].value", "132")
	r := formstest.Evaluate(t, answers)
	if changes := r.Following(); slices.ContainsFunc(changes, func(c forms.Change) bool { return c.Path == prose }) {
		t.Error("an edited paragraph follows")
	}
	if !rules(r.At(prose))["draft.outdated"] {
		t.Errorf("nothing is said of it: %v", r.At(prose))
	}
	states := r.DraftStates(prose)
	outdated := slices.IndexFunc(states, func(s forms.ParagraphState) bool { return s.State == drafting.Outdated })
	if outdated < 0 || !strings.Contains(states[outdated].Now, "132 GB") || states[len(states)-1].State != drafting.Own {
		t.Fatalf("states %+v", states)
	}
	for name, settle := range map[string]func(forms.Path, string) []forms.Change{"Keeping": r.Keeping, "Redrafting": r.Redrafting} {
		settled := answers.Clone()
		formstest.Apply(t, settled, settle(prose, states[outdated].ID)...)
		after := formstest.Evaluate(t, settled)
		if rules(after.At(prose))["draft.outdated"] || !strings.Contains(settled.Get(prose), "本单位另有说明。") {
			t.Errorf("%s: %v\n%s", name, after.At(prose), settled.Get(prose))
		}
		if kept := strings.Contains(settled.Get(prose), "只有 128 GB"); kept != (name == "Keeping") {
			t.Errorf("%s: the edited words are there: %v", name, kept)
		}
	}
}

// TestMemoryCountsNowhere: what is remembered of drafts changes no digest, no
// finding and no question, and goes with its row.
func TestMemoryCountsNowhere(t *testing.T) {
	answers := emptied(t)
	draftAll(t, answers)
	without := answers.Clone()
	memories := 0
	for _, p := range answers.Paths() {
		if forms.IsMemory(p) {
			memories++
			formstest.Apply(t, without, forms.Change{Op: forms.Set, Path: p})
		}
	}
	a, b := formstest.Evaluate(t, answers), formstest.Evaluate(t, without)
	if memories == 0 || a.Digest() != b.Digest() || len(a.Questions()) != len(b.Questions()) || len(a.Findings) != len(b.Findings) {
		t.Errorf("%d memories: digests %s and %s, findings %d and %d", memories, a.Digest(), b.Digest(), len(a.Findings), len(b.Findings))
	}
	row := forms.Path("suppliers").Row(answers.Rows("suppliers")[0])
	if answers.Get(forms.MemoryPath(row.Join("test_summary"))) == "" {
		t.Fatal("the test summary has no memory")
	}
	formstest.Apply(t, answers, answers.Removal(row)...)
	damaged := without.Clone()
	formstest.Apply(t, damaged, forms.Change{Op: forms.Set, Path: forms.MemoryPath("project.background"), Value: "{"})
	if states := formstest.Evaluate(t, damaged).DraftStates("project.background"); states[0].State != drafting.Own {
		t.Errorf("a damaged memory is trusted: %+v", states)
	}
}

// TestDraftsFollowAnything: whatever facts change, own paragraphs stay, nothing
// is left to follow after following, and drafting twice is drafting once.
func TestDraftsFollowAnything(t *testing.T) {
	base := emptied(t)
	draftAll(t, base)
	const own = "本段由申请单位自行撰写。"
	paths := []string{"suppliers[0].facts[0].value", "suppliers[1].reply", "suppliers[3].reply", "requirements[0].threshold", "requirements[3].threshold",
		"product.quantity", "project.fund_state_cny", "end_use.remote_access", "applicant.name", "workloads[0].replicas", "suppliers[0].product"}
	values := []string{"", "1", "64", "144", "none", "quoted", "declined", "true", "false", "甲公司", "X1"}
	rapid.Check(t, func(rt *rapid.T) {
		answers := base.Clone()
		prose := rapid.SampledFrom([]forms.Path{"project.background", "justification.technical_fit", "justification.unavailable_reason"}).Draw(rt, "prose")
		lines := strings.Split(answers.Get(prose), "\n")
		lines = slices.Insert(lines, rapid.IntRange(0, len(lines)).Draw(rt, "at"), own)
		formstest.Apply(t, answers, forms.Change{Op: forms.Set, Path: prose, Value: strings.Join(lines, "\n")})
		for range rapid.IntRange(1, 3).Draw(rt, "changes") {
			put(t, answers, rapid.SampledFrom(paths).Draw(rt, "path"), rapid.SampledFrom(values).Draw(rt, "value"))
			formstest.Apply(t, answers, formstest.Evaluate(t, answers).Following()...)
		}
		r := formstest.Evaluate(t, answers)
		if changes := r.Following(); len(changes) > 0 {
			rt.Fatalf("something is left to follow: %v", changes)
		}
		if r.Question(prose) != nil && !strings.Contains(answers.Get(prose), own) {
			rt.Fatalf("own words were lost:\n%s", answers.Get(prose))
		}
		formstest.Apply(t, answers, r.Drafting(prose)...)
		if changes := formstest.Evaluate(t, answers).Drafting(prose); len(changes) > 0 {
			rt.Fatalf("drafting again changes %v", changes)
		}
	})
}

// TestSameFigureOnce: two requirements of one metric and threshold do not make a
// draft say the figure twice; another threshold is another shortfall.
func TestSameFigureOnce(t *testing.T) {
	for threshold, want := range map[string]int{"136": 1, "140": 2} {
		r := formstest.Evaluate(t, caseAnswers(t, formstest.Supported, "requirements[2].metric=memory_gb", "requirements[2].decisive=true", "requirements[2].threshold="+threshold))
		for _, p := range r.Draft("justification.technical_fit", i18n.Hans) {
			if strings.Contains(p.Text, "BW1000，") && strings.Count(p.Text, "64 GB") != want {
				t.Errorf("threshold %s: %s", threshold, p.Text)
			}
		}
	}
}

// TestDraftsSideBySide: a report is shared by windows and outputs, which draft at
// the same time.
func TestDraftsSideBySide(t *testing.T) {
	r := formstest.Evaluate(t, caseAnswers(t, formstest.Supported))
	want := allDrafts(formstest.Evaluate(t, caseAnswers(t, formstest.Supported)), i18n.Hans)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if got := allDrafts(r, i18n.Hans); got != want {
				t.Errorf("drafted side by side: %s", cmp.Diff(want, got))
			}
		})
	}
	all.Wait()
}

// TestLoadRefusesDrafts spoils drafting.yaml or its words in one place.
func TestLoadRefusesDrafts(t *testing.T) {
	for name, c := range map[string]spoiled{
		"unknown key":     {"drafting.yaml", "{id: profile, ", "{id: profile, colour: red, ", `drafting\.yaml:\d+: field colour not found`},
		"no such field":   {"drafting.yaml", "field: applicant.intro", "field: applicant.intros", `drafting\.yaml:\d+: "applicant.intros" is no prose field`},
		"no prose":        {"drafting.yaml", "field: applicant.intro", "field: applicant.name", `drafting\.yaml:\d+: "applicant.name" is no prose field`},
		"field twice":     {"drafting.yaml", "field: project.background", "field: applicant.intro", `drafting\.yaml:\d+: field "applicant.intro" stands twice`},
		"id twice":        {"drafting.yaml", "{id: business, ", "{id: profile, ", `drafting\.yaml:\d+: paragraph "profile" has no id`},
		"no id":           {"drafting.yaml", "{id: business, ", "{", `drafting\.yaml:\d+: paragraph "" has no id`},
		"dangling name":   {"drafting.yaml", "when: len(project.fleet) > 0", "when: len(project.fleets) > 0", `drafting\.yaml:\d+: .*"project.fleets"`},
		"dangling fact":   {"drafting.yaml", "when: facts.written > 0", "when: facts.writen > 0", `drafting\.yaml:\d+: .*"facts.writen"`},
		"dangling column": {"drafting.yaml", "len(row.technical) > 0 and len(row.met)", "len(row.tecnical) > 0 and len(row.met)", `drafting\.yaml:\d+: .*tecnical`},
		"no list":         {"drafting.yaml", "each: facts.channels", "each: facts.written", `drafting\.yaml:\d+: each: .*names no list`},
		"no text":         {"drafting.yaml", "text: draft.intro.business", "text: draft.intro.trade", `drafting\.yaml:\d+: no text for terms › draft.intro.trade`},
		"text and cases":  {"drafting.yaml", "text: draft.search.found", "text: draft.search.found\n        cases: [{text: draft.search.terms}]", `drafting\.yaml:\d+: a part has either`},
		"no join":         {"drafting.yaml", "{each: facts.channels, text: draft.search.channel, join: draft.join.semicolon}", "{each: facts.channels, text: draft.search.channel}", `drafting\.yaml:\d+: a list of sentences needs a join`},
		"brace":           {"text.en.yaml", "{search.searched_on} the market", "{search.on} the market", `drafting\.yaml:\d+: text\.en\.yaml: terms › draft.search.found names \{search.on\}`},
		"row's brace":     {"text.zh-Hans.yaml", "经{row.found_by}找到", "经{row.find_by}找到", `names \{row.find_by\}`},
		"open brace":      {"text.zh-Hans.yaml", "经{row.found_by}找到", "经{row.found_by找到", `text\.zh-Hans\.yaml: terms › draft.search.channel: .*without its mate`},
		"stray sentence":  {"drafting.yaml", "      - {id: business, text: draft.intro.business}\n", "", `text\.zh-Hans\.yaml: text for terms › draft.intro.business, which no draft uses`},
		"no YAML":         {"drafting.yaml", "fields:", "fields: [", `drafting\.yaml:\d+: `},
	} {
		t.Run(name, c.refused)
	}
}

// BenchmarkDraft drafts every prose of the supported case.
func BenchmarkDraft(b *testing.B) {
	r := formstest.Evaluate(b, caseAnswers(b, formstest.Supported))
	for b.Loop() {
		for _, q := range r.Questions() {
			r.Draft(q.Path, i18n.Hans)
		}
	}
}

// BenchmarkEvaluateDrafted evaluates the supported case with all prose drafted.
func BenchmarkEvaluateDrafted(b *testing.B) {
	answers := emptied(b)
	draftAll(b, answers)
	context := formstest.Context(b)
	for b.Loop() {
		forms.Evaluate(formstest.Form(b), answers, context)
	}
}
