package document_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"h200filing/export/document"
	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

func build(t testing.TB, f formstest.Filing, options document.Options) document.Document {
	t.Helper()
	options.Attachment = f.Attachment
	doc, err := document.Build(f.Report, options)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// texts gathers all text of a document, and what stands under each question.
func texts(doc document.Document) (all string, byQuestion map[string][]string) {
	var b strings.Builder
	byQuestion = map[string][]string{}
	for _, p := range doc.Parts {
		p.Each(func(text, question string) {
			b.WriteString(text + "\n")
			if question != "" {
				byQuestion[question] = append(byQuestion[question], text)
			}
		})
	}
	return b.String(), byQuestion
}

// TestEveryAnswerIsPrinted walks all questions of the acceptance cases: what is
// answered has to be read in the document as it is displayed, prose paragraph by
// paragraph, at a place that bears the question's path.
func TestEveryAnswerIsPrinted(t *testing.T) {
	for _, name := range []string{formstest.Supported, formstest.Unsupported, formstest.Incomplete} {
		for _, lang := range i18n.Langs() {
			t.Run(name+"/"+string(lang), func(t *testing.T) {
				f := formstest.Open(t, name, nil)
				all, byQuestion := texts(build(t, f, document.Options{Draft: true, Lang: lang}))
				for _, q := range f.Report.Questions() {
					want := f.Report.Display(q, lang)
					if want == "" {
						continue
					}
					path := f.Report.Public(q.Path)
					printed := strings.Join(byQuestion[path], "\n")
					for line := range strings.SplitSeq(want, "\n") {
						line = strings.TrimSpace(line)
						if !strings.Contains(all, line) {
							t.Errorf("%s: %q is not printed", path, line)
						}
						if !strings.Contains(printed, line) {
							t.Errorf("%s: %q is printed nowhere under its path", path, line)
						}
					}
				}
			})
		}
	}
}

// TestHiddenBranchesAreNowhere types answers on branches that are not asked.
func TestHiddenBranchesAreNowhere(t *testing.T) {
	hidden := map[forms.Path]string{
		"importer.name":                "隐藏进口商甲",
		"end_user.address":             "隐藏最终用户地址乙",
		"eligibility.exclusion_reason": "隐藏理由丙",
		"justification.terms_reason":   "隐藏商业理由丁",
		"override.reason":              "隐藏决定理由戊",
	}
	f := formstest.Open(t, formstest.Supported, func(a *forms.Answers) {
		for p, v := range hidden {
			formstest.Set(t, a, p, v)
		}
	})
	all, _ := texts(build(t, f, document.Options{}))
	for p, v := range hidden {
		if f.Report.Question(p) != nil {
			t.Errorf("%s is asked in this case, so it proves nothing", p)
		}
		if strings.Contains(all, v) {
			t.Errorf("%s: %q is printed although it is not asked", p, v)
		}
	}
}

// TestOrderOfParts holds parts, annex numbers and the list in the letter to each
// other.
func TestOrderOfParts(t *testing.T) {
	f := formstest.Open(t, formstest.Supported, nil)
	doc := build(t, f, document.Options{})
	want := []string{"letter", "application", "sizing", "comparison", "benchmark", "inquiries", "substitution", "energy", "undertaking", "experts",
		"expert-1", "expert-2", "expert-3", "expert-4", "expert-5", "costs", "customs", "truth", "evidence", "supplier_sheet"}
	var got []string
	letter, _ := texts(document.Document{Parts: doc.Parts[:1]})
	annexes := 0
	for _, p := range doc.Parts {
		got = append(got, p.ID)
		if len(p.Blocks) == 0 || p.Title == "" {
			t.Errorf("part %s has no title or no blocks", p.ID)
		}
		if p.Label == "" || strings.HasPrefix(p.ID, "expert-") {
			continue
		}
		annexes++
		if p.Label != fmt.Sprintf("附件%d", annexes) {
			t.Errorf("part %s is %s, want 附件%d", p.ID, p.Label, annexes)
		}
		if line := fmt.Sprintf("%d. %s", annexes, p.Title); p.Lang == i18n.Hans && !strings.Contains(letter, line) {
			t.Errorf("the letter does not list %q", line)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("parts are %v, want %v", got, want)
	}
}

// TestSupplierSheetIsEnglish looks at the language of the last annex and at the
// limits of the US rule with the product's own figures.
func TestSupplierSheetIsEnglish(t *testing.T) {
	doc := build(t, formstest.Open(t, formstest.Supported, nil), document.Options{})
	i := slices.IndexFunc(doc.Parts, func(p document.Part) bool { return p.ID == "supplier_sheet" })
	if doc.Parts[i].Lang != i18n.English {
		t.Errorf("the sheet is in %s", doc.Parts[i].Lang)
	}
	sheet, _ := texts(document.Document{Parts: doc.Parts[i : i+1]})
	for _, want := range []string{"21,000", "15,832", "6500 GB/s", "4800 GB/s", "within the limit", "云启智算（示例）科技有限公司", "Example Systems Inc."} {
		if !strings.Contains(sheet, want) {
			t.Errorf("the sheet lacks %q", want)
		}
	}
}

// TestSameContentIsEnclosedOnce: three letters of reply share one picture.
func TestSameContentIsEnclosedOnce(t *testing.T) {
	doc := build(t, formstest.Open(t, formstest.Supported, nil), document.Options{})
	var numbers []string
	for _, p := range doc.Parts {
		for _, b := range p.Blocks {
			if e, ok := b.(document.Enclosure); ok {
				numbers = append(numbers, e.Number)
				if len(e.Content) == 0 || e.Pages == 0 || e.Unreadable == "" {
					t.Errorf("%s: %d bytes, %d pages", e.Number, len(e.Content), e.Pages)
				}
			}
		}
	}
	if want := []string{"证明材料 1", "证明材料 2", "证明材料 3", "证明材料 4"}; !slices.Equal(numbers, want) {
		t.Errorf("enclosed are %v, want %v", numbers, want)
	}
	all, _ := texts(doc)
	for _, want := range []string{"序号 5 与序号 4 为同一文件", "序号 6 与序号 4 为同一文件", "合同在批准后签署"} {
		if !strings.Contains(all, want) {
			t.Errorf("the index lacks %q", want)
		}
	}
}

// TestMissingContentIsAnError: an attachment that cannot be had is not left out
// in silence.
func TestMissingContentIsAnError(t *testing.T) {
	f := formstest.Open(t, formstest.Supported, nil)
	f.Content = nil
	_, err := document.Build(f.Report, document.Options{Attachment: f.Attachment})
	if err == nil || !strings.Contains(err.Error(), "attachments[0].file") {
		t.Errorf("error is %v, want one that names attachments[0].file", err)
	}
}

// TestIdentityNumbersAreMasked types an expert's identity number.
func TestIdentityNumbersAreMasked(t *testing.T) {
	const number = "11010519491231002X"
	f := formstest.Open(t, formstest.Supported, func(a *forms.Answers) {
		formstest.Set(t, a, forms.Path("experts").Row(a.Rows("experts")[0]).Join("id_number"), number)
	})
	all, byQuestion := texts(build(t, f, document.Options{}))
	if strings.Contains(all, number) {
		t.Error("the identity number is printed in full")
	}
	if got := byQuestion["experts[0].id_number"]; len(got) == 0 || !strings.Contains(got[0], "*") {
		t.Errorf("the identity number reads %q, want it masked", got)
	}
}

// TestOverrideStandsOnTheCover: whoever applies against the data is named above
// the addressee.
func TestOverrideStandsOnTheCover(t *testing.T) {
	f := formstest.Open(t, formstest.Unsupported, func(a *forms.Answers) {
		for p, v := range map[forms.Path]string{"override.used": "true", "override.name": "王五", "override.reason": "合同工期紧迫", "override.decided_on": "2026-11-22"} {
			formstest.Set(t, a, p, v)
		}
	})
	doc := build(t, f, document.Options{Draft: true})
	letter, _ := texts(document.Document{Parts: doc.Parts[:1]})
	cover, _, ok := strings.Cut(letter, "国家主管部门：")
	if !ok {
		t.Fatal("the letter has no addressee")
	}
	for _, want := range []string{"王五", "合同工期紧迫", "2026年11月22日"} {
		if !strings.Contains(cover, want) {
			t.Errorf("the cover lacks %q", want)
		}
	}
	if !strings.Contains(letter, "国内供应商满足本项目需求情况的调查") || strings.Contains(letter, "国内供应商不能满足本项目需求的理由") {
		t.Error("the letter claims what the data does not support")
	}
}

// TestChecklistIsInternal: a draft ends with what was found, as no annex; a final
// filing says nothing of it, whatever stands.
func TestChecklistIsInternal(t *testing.T) {
	f := formstest.Open(t, formstest.Incomplete, nil)
	if len(f.Report.Of(forms.Warning)) == 0 {
		t.Fatal("the case has no warning")
	}
	draft := build(t, f, document.Options{Draft: true})
	last := draft.Parts[len(draft.Parts)-1]
	if last.ID != "checklist" || last.Label != "内部核对用，不随文报送" {
		t.Errorf("a draft ends with %s, labelled %q", last.ID, last.Label)
	}
	found, _ := texts(document.Document{Parts: []document.Part{last}})
	for _, level := range []forms.Level{forms.Blocker, forms.Warning} {
		if first := f.Report.Message(f.Report.Of(level)[0], i18n.Hans).String(); !strings.Contains(found, first) {
			t.Errorf("the draft lacks %q", first)
		}
	}
	final := build(t, f, document.Options{})
	if slices.ContainsFunc(final.Parts, func(p document.Part) bool { return p.ID == "checklist" }) {
		t.Error("the final filing has the checklist")
	}
	for name, doc := range map[string]document.Document{"draft": draft, "final": final} {
		letter, _ := texts(document.Document{Parts: doc.Parts[:1]})
		if strings.Contains(letter, last.Title) {
			t.Errorf("%s: the letter lists %s", name, last.Title)
		}
	}
}

// TestPracticeIsMarked: an exercise bears its word as a draft and as a final.
func TestPracticeIsMarked(t *testing.T) {
	f := formstest.Open(t, formstest.Supported, nil)
	for _, c := range []struct {
		options document.Options
		marked  bool
		mark    string
	}{
		{document.Options{}, false, "草稿"},
		{document.Options{Draft: true}, true, "草稿"},
		{document.Options{Practice: true}, true, "练习"},
		{document.Options{Practice: true, Draft: true}, true, "练习"},
		{document.Options{Practice: true, Lang: i18n.Hant}, true, "練習"},
		{document.Options{Practice: true, Lang: i18n.English}, true, "Practice"},
	} {
		if doc := build(t, f, c.options); doc.Draft != c.marked || doc.Mark != c.mark {
			t.Errorf("%+v: marked %v with %q", c.options, doc.Draft, doc.Mark)
		}
	}
}

// TestSentencesAreFilled looks for braces that nothing was filled into. The
// messages of the check list are those of the forms package.
func TestSentencesAreFilled(t *testing.T) {
	for _, name := range []string{formstest.Supported, formstest.Incomplete} {
		for _, lang := range i18n.Langs() {
			doc := build(t, formstest.Open(t, name, nil), document.Options{Draft: true, Lang: lang})
			all, _ := texts(document.Document{Parts: doc.Parts[:len(doc.Parts)-1]})
			for line := range strings.Lines(all) {
				if strings.ContainsAny(line, "{}") {
					t.Errorf("%s, %s: %q is not filled in", name, lang, line)
				}
			}
			for _, s := range []string{doc.Title, doc.Mark, doc.Footer, doc.PageOf, doc.Digest, doc.Date, doc.Continue} {
				if s == "" {
					t.Errorf("%s, %s: title, mark, footer, numbering, digest or date is empty", name, lang)
				}
			}
		}
	}
}

// TestNumbersOfTheLetter holds the letter to the amounts of the issue.
func TestNumbersOfTheLetter(t *testing.T) {
	doc := build(t, formstest.Open(t, formstest.Supported, nil), document.Options{})
	letter, _ := texts(document.Document{Parts: doc.Parts[:1]})
	for _, want := range []string{"864,000.00 美元", "216,000.00 美元", "7,782,336.00 元", "8,794,039.68 元", "人民币捌佰柒拾玖万肆仟零叁拾玖元陆角捌分", "32 张", "财库〔2007〕119号"} {
		if !strings.Contains(letter, want) {
			t.Errorf("the letter lacks %q", want)
		}
	}
}

// TestSameInputSameDocument builds twice.
func TestSameInputSameDocument(t *testing.T) {
	f := formstest.Open(t, formstest.Supported, nil)
	a, _ := texts(build(t, f, document.Options{}))
	b, _ := texts(build(t, f, document.Options{}))
	if a != b {
		t.Error("two documents of one report differ")
	}
}

// TestOtherPack builds from a pack that has none of the sections and none of the
// sentences: an error that names a sentence, and no document.
func TestOtherPack(t *testing.T) {
	pack := fstest.MapFS{
		"form.yaml": {Data: []byte("form: other\nversion: \"1\"\nclauses:\n  - {id: c, basis: practice, date: \"2026\", source: s}\nsections:\n  - id: one\n    number: 1\n" +
			"    fields:\n      - {id: one.name, type: text, clause: c}\n      - {id: suppliers, type: rows, clause: c, fields: [{id: product, type: text, title: true, clause: c}]}\n")},
		"rules.yaml": {Data: []byte("rules: []\n")},
	}
	form, _ := forms.LoadForm(pack) // the texts are missing; the form is read even so
	answers := forms.NewAnswers()
	if _, err := answers.Apply(forms.Change{Op: forms.Insert, Path: "suppliers[r1]"}); err != nil {
		t.Fatal(err)
	}
	formstest.Set(t, answers, "suppliers[r1].product", "x")
	doc, err := document.Build(forms.Evaluate(form, answers, forms.Context{}), document.Options{})
	if err == nil || !strings.Contains(err.Error(), "doc.letter.title") {
		t.Errorf("error is %v, want one that names doc.letter.title", err)
	}
	if len(doc.Parts) > 0 {
		t.Error("there is a document in spite of the error")
	}
}

func BenchmarkBuild(b *testing.B) {
	f := formstest.Open(b, formstest.Supported, nil)
	for b.Loop() {
		build(b, f, document.Options{})
	}
}
