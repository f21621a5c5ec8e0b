package forms_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"h200filing/assets/practice"
	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// practiceReport evaluates the built-in practice application as a file would
// hold it: with the content of its attachments.
func practiceReport(t testing.TB) *forms.Report {
	t.Helper()
	form := formstest.Form(t)
	answers := formstest.Answers(t, practice.Name)
	context := formstest.Context(t)
	context.Files = attachPractice(t, answers)
	return forms.Evaluate(form, answers, context)
}

// attachPractice replaces the names of files by what the application file keeps
// of them, and describes their content.
func attachPractice(t testing.TB, answers *forms.Answers) map[string]forms.FileInfo {
	t.Helper()
	files := map[string]forms.FileInfo{}
	for _, id := range answers.Rows("attachments") {
		path := forms.Path("attachments").Row(id).Join("file")
		name := answers.Get(path)
		if name == "" {
			continue
		}
		content, err := fs.ReadFile(practice.Files, name)
		if err != nil {
			t.Errorf("%s names a file that is not there: %v", answers.Public(path), err)
			continue
		}
		sum := sha256.Sum256(content)
		attachment := forms.Attachment{Name: name, SHA256: hex.EncodeToString(sum[:])}
		if _, err := answers.Apply(forms.Change{Op: forms.Set, Path: path, Value: attachment.Text()}); err != nil {
			t.Fatal(err)
		}
		pages := max(1, bytes.Count(content, []byte("/Type /Page\n")))
		files[attachment.SHA256] = forms.FileInfo{Size: int64(len(content)), Pages: pages}
	}
	return files
}

// practiceHints are the hints that the practice application does show: on what
// is reported of the place of storage, whatever is answered.
var practiceHints = []string{"product.storage.mainland"}

// TestPracticeIsReady holds the practice application to what a new user is to
// see: no blocker, no warning, nothing unchecked, and a claim that its data
// supports.
func TestPracticeIsReady(t *testing.T) {
	r := practiceReport(t)
	for _, f := range r.Findings {
		if f.Level == forms.Quality && slices.Contains(practiceHints, f.Rule) {
			continue
		}
		t.Errorf("%s: %s %s: %s", r.Public(f.Path), f.Level, f.Rule, r.Message(f, i18n.Hans))
	}
	for _, u := range r.Unchecked {
		t.Errorf("%s: not checked: %s", r.Public(u.Path), r.UncheckedMessage(u, i18n.Hans))
	}
	if !r.Supported() {
		t.Errorf("the claim is not supported: %+v", r.Gap.Support)
	}
}

// TestPracticeFiguresAreTheCatalogues holds figures that claim to be official to
// those of the catalogue, with source and date; all other figures of suppliers
// say that they are examples.
func TestPracticeFiguresAreTheCatalogues(t *testing.T) {
	r := practiceReport(t)
	for _, row := range r.Rows("suppliers") {
		part, ok := r.Context.Catalogue.ByID(r.Question(row.Join("catalog_id")).Plain())
		if !ok {
			t.Fatalf("%s is not in the catalogue", r.Public(row))
		}
		for _, fact := range r.Rows(row.Join("facts")) {
			say := func(key string) string { return r.Question(fact.Join(key)).Plain() }
			if say("grade") == "quoted" {
				if !strings.HasPrefix(say("source"), "示例书面") {
					t.Errorf("%s: the source %q does not say that it is an example", r.Public(fact), say("source"))
				}
				continue
			}
			f := part.Figures[say("metric")]
			want := []string{f.Value.String(), string(f.Grade), f.Source, f.RetrievedOn.Format(time.DateOnly)}
			if diff := cmp.Diff(want, []string{say("value"), say("grade"), say("source"), say("retrieved_on")}); diff != "" {
				t.Errorf("%s (-catalogue +practice): %s", r.Public(fact), diff)
			}
		}
	}
}

// TestPracticeThresholdsFollowFromTheNeed derives the computed requirements from
// the workloads: what one of so many devices has to bear, rounded up.
func TestPracticeThresholdsFollowFromTheNeed(t *testing.T) {
	r := practiceReport(t)
	workloads, requirements := r.Rows("workloads"), r.Rows("requirements")
	for i, c := range []struct {
		workload int
		need     string
		devices  int64
		usable   int64 // percent of a device's figure
	}{
		{1, "memory_needed_gb", 8, 90},
		{1, "bandwidth_needed_gbs", 8, 60},
		{0, "compute_needed_tflops", 48, 35},
	} {
		need := decimal.RequireFromString(r.Question(workloads[c.workload].Join(c.need)).Plain())
		want := need.Mul(decimal.NewFromInt(100)).Div(decimal.NewFromInt(c.devices * c.usable)).Ceil().String()
		if got := r.Question(requirements[i].Join("threshold")).Plain(); got != want {
			t.Errorf("requirement %d is %s, %s of %s ask for %s", i, got, c.need, need, want)
		}
	}
}

// TestPracticeProseSaysWhatTheDataSays compares the percentages that the
// technical argument names with the gaps of the comparison.
func TestPracticeProseSaysWhatTheDataSays(t *testing.T) {
	r := practiceReport(t)
	gaps := map[string]bool{}
	for _, x := range r.Gap.Candidates {
		for _, g := range x.Grounds {
			if g.GapPercent != nil {
				gaps[g.GapPercent.String()] = true
			}
		}
	}
	said := regexp.MustCompile(`([0-9.]+)%`).FindAllStringSubmatch(r.Question("justification.technical_fit").Plain(), -1)
	if len(said) == 0 {
		t.Fatal("the technical argument names no percentage")
	}
	for _, s := range said {
		if !gaps[s[1]] {
			t.Errorf("the technical argument says %s%%, the comparison gives %v", s[1], gaps)
		}
	}
}
