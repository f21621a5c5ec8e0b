package forms_test

import (
	"slices"
	"strings"
	"testing"

	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/forms/gap"
	"h200filing/i18n"
)

// TestEmptyListIsNotZero: without a workload the need is unknown, and the value
// says what it lacks.
func TestEmptyListIsNotZero(t *testing.T) {
	r := forms.Evaluate(formstest.Form(t), caseAnswers(t, "inference-supported.yaml", "workloads="), formstest.Context(t))
	for _, path := range []forms.Path{"product.devices_needed", "product.quantity_justified", "product.quantity_verdict"} {
		if q := r.Question(path); q != nil && q.State != forms.Incomplete {
			t.Errorf("%s is %v in state %d", path, q.Value, q.State)
		}
	}
	if q := r.Question("product.devices_needed"); !slices.Equal(q.Missing, []forms.Path{"workloads"}) {
		t.Errorf("missing: %v", q.Missing)
	}
}

// TestFlawedReferenceIsUnknown: a row that is referred to by a wrong name counts
// as not named at all, in every evaluation alike.
func TestFlawedReferenceIsUnknown(t *testing.T) {
	answers := caseAnswers(t, "inference-supported.yaml", "requirements[0].workload=没有的负载", "suppliers[0].catalog_id=no_such_part")
	r := forms.Evaluate(formstest.Form(t), answers, formstest.Context(t))
	for path, flaw := range map[forms.Path]forms.Flaw{
		r.Rows("requirements")[0].Join("workload"): forms.NoSuchRow, r.Rows("suppliers")[0].Join("catalog_id"): forms.NoSuchPart,
	} {
		if q := r.Question(path); q.State != forms.Flawed || q.Flaw != flaw {
			t.Errorf("%s: state %d, flaw %q", path, q.State, q.Flaw)
		}
		if found := r.At(path); len(found) != 1 || found[0].Rule != string(flaw) {
			t.Errorf("%s: findings %+v", path, found)
		}
	}
}

// TestNamedFileSaysOneThing: a name without its file is one finding, no file and
// no reason another.
func TestNamedFileSaysOneThing(t *testing.T) {
	for row, want := range map[string]string{
		"{title: 营业执照, file: licence.pdf}": "file.missing",
		"{title: 营业执照}":                    "attachments.file_or_reason",
	} {
		_, r := readAnswers(t, "attachments:\n  - "+row+"\n")
		file := r.Rows("attachments")[0].Join("file")
		if found := r.At(file); len(found) != 1 || found[0].Rule != want {
			t.Errorf("%s: findings %+v", row, found)
		}
	}
}

// TestComputedPercentIsShort: a share that does not come out even is rounded.
func TestComputedPercentIsShort(t *testing.T) {
	_, r := readAnswers(t, `
project:
  fleet:
    - {model: Atlas 800I A2, origin: domestic, count: 1}
    - {model: A800, origin: foreign, count: 2}
`)
	if got := r.Question("substitution.share_before").Plain(); got != "33.3333" {
		t.Errorf("a third is %s %%", got)
	}
}

// TestUncheckedSaysWhere: the message names the question and what is missing,
// not what a failed check would say.
func TestUncheckedSaysWhere(t *testing.T) {
	_, r := readAnswers(t, "project: {starts_on: 2027-01-10}\n")
	i := slices.IndexFunc(r.Unchecked, func(u forms.Unchecked) bool { return u.Rule == "project.dates.order" })
	if i < 0 {
		t.Fatal("the dates are checked")
	}
	for _, lang := range i18n.Langs() {
		text := r.UncheckedMessage(r.Unchecked[i], lang)
		for _, part := range []forms.Path{"project.starts_on", "project.commissioned_on"} {
			if !strings.Contains(text, r.Label(part, lang)) {
				t.Errorf("%s: %q does not name %s", lang, text, part)
			}
		}
		if what := r.Message(forms.Finding{Rule: "project.dates.order", Path: "project.starts_on"}, lang).What; strings.Contains(text, what) {
			t.Errorf("%s: %q says what a failed check would", lang, text)
		}
	}
}

// TestNamelessCandidateIsNamed: a candidate without a product goes by its row.
func TestNamelessCandidateIsNamed(t *testing.T) {
	_, r := readAnswers(t, "suppliers:\n  - {supplier: 示例芯片, reply: none}\n")
	if x := r.Gap.Candidates[0]; x.Excluded || !slices.ContainsFunc(x.Settle, func(s gap.Settlement) bool { return s.Key == gap.InquireInWriting }) {
		t.Fatalf("the candidate is %+v", x)
	}
	for _, lang := range i18n.Langs() {
		title := r.RowTitle(r.Rows("suppliers")[0], lang)
		if text := r.Display(r.Question("justification.standing"), lang); title == "" || !strings.Contains(text, title) {
			t.Errorf("%s: %q does not name %q", lang, text, title)
		}
	}
}

// TestCountCharsBlanks counts no white space of any kind.
func TestCountCharsBlanks(t *testing.T) {
	if n := forms.CountChars("显存\u00a0141\u2009GB\u3000\r\n\t\u2028"); n != 7 {
		t.Errorf("counted %d characters", n)
	}
}

// TestUncheckedLines: checks that wait for required answers are one line for each
// of these, and no line stands twice.
func TestUncheckedLines(t *testing.T) {
	_, r := readAnswers(t, "project: {starts_on: 2027-01-10}\n")
	for _, lang := range i18n.Langs() {
		lines := r.UncheckedLines(lang)
		if len(lines) == 0 || len(lines) > len(r.Unchecked) {
			t.Errorf("%s: %d lines of %d checks", lang, len(lines), len(r.Unchecked))
		}
		for i, line := range lines {
			if slices.Contains(lines[:i], line) || !strings.Contains(line.Text, r.Label(line.Path, lang)) {
				t.Errorf("%s: %+v", lang, line)
			}
		}
		waits := slices.IndexFunc(lines, func(l forms.UncheckedLine) bool { return l.Path == "project.commissioned_on" })
		if waits < 0 {
			t.Errorf("%s: no line says that the day of commissioning is missing", lang)
		}
	}
}
