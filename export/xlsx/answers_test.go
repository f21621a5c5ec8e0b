package xlsx_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"h200filing/export/xlsx"
	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// place gives the defined name of a question and which cell of it is the
// question's.
func place(r *forms.Report, p forms.Path) (string, int) {
	name := xlsx.Name(p.Pattern())
	row := p.Parent()
	if row == "" {
		return name, 0
	}
	return name, order(r, row)
}

// order is the position of a row among all rows of its list, of an inner list
// across the outer rows.
func order(r *forms.Report, row forms.Path) int {
	n := 0
	for _, p := range rowsOf(r, row.Pattern()) {
		if p == row {
			return n
		}
		n++
	}
	return -1
}

func rowsOf(r *forms.Report, pattern string) []forms.Path {
	outer, key, inner := strings.Cut(strings.TrimSuffix(pattern, "[]"), "[].")
	rows := r.Rows(forms.Path(outer))
	if !inner {
		return rows
	}
	var all []forms.Path
	for _, p := range rows {
		all = append(all, r.Rows(p.Join(key))...)
	}
	return all
}

// value reads the plain value of a question back from its cells.
func (b *book) value(t testing.TB, r *forms.Report, q *forms.Question, lang i18n.Lang) string {
	t.Helper()
	name, n := place(r, q.Path)
	raw := b.whole(t, name, n)
	text := r.Form.Text(lang)
	switch q.Field.Type {
	case forms.TypeDate:
		if days, err := strconv.ParseFloat(raw, 64); err == nil && !b.isText(t, name, n) {
			return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(days)).Format(time.DateOnly)
		}
	case forms.TypeBool:
		switch raw {
		case text.Terms["yes"]:
			return "true"
		case text.Terms["no"]:
			return "false"
		}
	case forms.TypeChoice, forms.TypeChoices:
		words := strings.Split(raw, "\n")
		for i, word := range words {
			for _, v := range r.Form.Choices[q.Field.Choices] {
				if text.Choices[q.Field.Choices][v] == word {
					words[i] = v
				}
			}
		}
		return strings.Join(words, "\n")
	}
	return raw
}

// same compares numbers as numbers; a computed one may have lost what a binary
// float cannot hold.
func same(q *forms.Question, got, want string) bool {
	if got == want {
		return true
	}
	a, err := decimal.NewFromString(got)
	b, err2 := decimal.NewFromString(want)
	if err != nil || err2 != nil || !q.Field.Type.Numeric() {
		return false
	}
	if !q.Field.Computed() {
		return a.Equal(b)
	}
	return a.Sub(b).Abs().LessThan(b.Abs().Mul(decimal.New(1, -12)).Add(decimal.New(1, -12)))
}

// checkAnswers finds every question's value behind its defined name.
func checkAnswers(t testing.TB, r *forms.Report, data []byte, lang i18n.Lang) {
	t.Helper()
	b := open(t, data)
	found := 0
	for _, q := range r.Questions() {
		if q.Field.Type == forms.TypeRows {
			continue
		}
		want := q.Plain()
		switch v := q.Value.(type) {
		case forms.Sayings:
			want = v.Text(lang)
		case string:
			if q.Field.Mask != "" {
				want = r.Display(q, lang)
			}
		}
		if got := b.value(t, r, q, lang); !same(q, got, want) {
			t.Errorf("%s = %.80q, want %.80q", r.Public(q.Path), got, want)
		}
		if want != "" {
			found++
		}
	}
	if found == 0 {
		t.Error("no answer at all")
	}
}

func TestEveryAnswerIsFound(t *testing.T) {
	for _, name := range []string{formstest.Supported, formstest.Unsupported, formstest.Incomplete} {
		for _, lang := range i18n.Langs() {
			t.Run(name+" "+string(lang), func(t *testing.T) {
				r := formstest.Evaluate(t, formstest.Answers(t, name))
				checkAnswers(t, r, render(t, r, xlsx.Options{Lang: lang, Draft: true}), lang)
			})
		}
	}
}

// TestWordsAreUnique makes sure that the words of a choice list lead back to one
// choice.
func TestWordsAreUnique(t *testing.T) {
	form := formstest.Form(t)
	for _, lang := range i18n.Langs() {
		for list, values := range form.Choices {
			seen := map[string]string{}
			for _, v := range values {
				word := form.Text(lang).Choices[list][v]
				if other, ok := seen[word]; ok && word != "" {
					t.Errorf("%s %s: %s and %s are both called %q", lang, list, other, v, word)
				}
				seen[word] = v
			}
		}
	}
}

// wild draws texts that people do not type but that files can hold.
func wild() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.StringMatching(`[=+\-@][A-Za-z0-9(),!'" ]{0,30}`),
		rapid.SampledFrom([]string{
			"=cmd|' /C calc'!A0", "@SUM(1+1)", "+86 571", "-1", "_x0041_", "<b>&amp;</b>", "]]>", "a\tb", " 前后空格 ", "\n首行空", "末行空\n",
			"𠮷野家😀", "００１２", "007", "1E5", "TRUE", "#REF!", "是", "1900-01-01", "9999999999999999999.99", "0.1", "100%", "汉字“引号”",
			"第一段\r\n第二段", "'apostrophe", "{=A1}", "2027-02-30", "\u202e反向",
		}),
		rapid.StringOfN(rapid.RuneFrom([]rune("汉字测试，。；abc 123\n")), 0, 300, -1),
		rapid.String(),
	)
}

// TestWildAnswers answers every question with anything at all: the workbook is
// written, and what XML can hold is read back as it was typed.
func TestWildAnswers(t *testing.T) {
	for seed := range 12 {
		answers, n := forms.NewAnswers(), 0
		formstest.Form(t).Walk(func(f *forms.Field) {
			if f.Type == forms.TypeRows || f.Type == forms.TypeFile || f.Computed() || f.List != nil {
				return
			}
			n++
			formstest.Set(t, answers, f.ID, legal(wild().Example(1000*seed+n)))
		})
		r := formstest.Evaluate(t, answers)
		b := open(t, render(t, r, xlsx.Options{Draft: true}))
		for _, p := range answers.Paths() {
			if q := r.Question(p); q != nil && !same(q, b.value(t, r, q, i18n.Hans), q.Plain()) {
				t.Errorf("%s = %q, want %q", p, b.value(t, r, q, i18n.Hans), q.Plain())
			}
		}
	}
}

// legal drops what XML cannot hold; the workbook has the replacement character
// there.
func legal(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' && r != '\r' || r >= 0xfffe && r <= 0xffff || r == 0xfffd {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}

// TestControlCharacters shows the replacement character where XML has none.
func TestControlCharacters(t *testing.T) {
	answers := forms.NewAnswers()
	formstest.Set(t, answers, "applicant.name", "甲\x00乙\x1b丙\xff")
	b := open(t, render(t, formstest.Evaluate(t, answers), xlsx.Options{}))
	if got := b.raw(t, "applicant.name", 0); got != "甲\ufffd乙\ufffd丙\ufffd" {
		t.Errorf("%q", got)
	}
}

// TestLongTexts writes texts of more characters than a cell holds.
func TestLongTexts(t *testing.T) {
	answers := formstest.Answers(t, formstest.Supported)
	long := map[string]string{
		"project.background":           strings.Repeat("平台一期采用国产加速器建设，已承载在线推理。\n", 3000),
		"applicant.name":               strings.Repeat("长", 70000),
		"suppliers[0].test_summary":    strings.Repeat("实测结果如下。", 15000),
		"suppliers[1].facts[0].source": strings.Repeat("𠮷", 33000),
		"experts[2].opinion":           strings.Repeat("x", 32768),
	}
	for path, value := range long {
		formstest.Set(t, answers, path, value)
	}
	r := formstest.Evaluate(t, answers)
	data := render(t, r, xlsx.Options{Draft: true})
	checkAnswers(t, r, data, i18n.Hans)
	b := open(t, data)
	if b.Names[xlsx.Continuation("applicant.name", 3)] == "" {
		t.Error("a text of 70,000 characters has no third part")
	}
}

// TestManyRows fills 40 suppliers with 12 facts each.
func TestManyRows(t *testing.T) {
	r := formstest.Evaluate(t, crowded(t))
	data := render(t, r, xlsx.Options{Draft: true})
	checkAnswers(t, r, data, i18n.Hans)
	b := open(t, data)
	parents := b.Cells(t, xlsx.ParentName("suppliers[].facts"))
	if len(parents) < 480+1 {
		t.Fatalf("%d rows of facts leave none free", len(parents))
	}
	for i, want := range map[int]string{0: "产品 0", 11: "产品 0", 12: "产品 1", 479: "产品 39", 480: ""} {
		if got := b.raw(t, xlsx.ParentName("suppliers[].facts"), i); got != want {
			t.Errorf("fact %d belongs to %q, want %q", i, got, want)
		}
	}
	if got := b.raw(t, xlsx.RowName("suppliers[].facts"), 13); got != "2" {
		t.Errorf("the second fact of the second supplier is number %q", got)
	}
}

// crowded is an application with many suppliers.
func crowded(t testing.TB) *forms.Answers {
	t.Helper()
	answers := formstest.Answers(t, formstest.Incomplete)
	add := func(list forms.Path, at int) forms.Path {
		row := list.Row(answers.NewRowID())
		if _, err := answers.Apply(forms.Change{Op: forms.Insert, Path: row, At: at}); err != nil {
			t.Fatal(err)
		}
		return row
	}
	for len(answers.Rows("suppliers")) > 0 {
		for _, c := range answers.Removal(forms.Path("suppliers").Row(answers.Rows("suppliers")[0])) {
			if _, err := answers.Apply(c); err != nil {
				t.Fatal(err)
			}
		}
	}
	put := func(p forms.Path, value string) {
		if _, err := answers.Apply(forms.Change{Op: forms.Set, Path: p, Value: value}); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 40 {
		row := add("suppliers", i)
		put(row.Join("supplier"), "供应商 "+strconv.Itoa(i))
		put(row.Join("product"), "产品 "+strconv.Itoa(i))
		put(row.Join("reply"), "quoted")
		put(row.Join("quoted_unit_price_cny"), strconv.Itoa(1000+i)+".50")
		for j := range 12 {
			fact := add(row.Join("facts"), j)
			put(fact.Join("metric"), "memory_gb")
			put(fact.Join("value"), strconv.Itoa(j+1))
			put(fact.Join("source"), "书面回复")
			put(fact.Join("retrieved_on"), "2026-10-08")
			put(fact.Join("grade"), "quoted")
		}
	}
	return answers
}

// TestOuterRowsWithoutName names the rows of suppliers without a product, or
// with the same one, by their number.
func TestOuterRowsWithoutName(t *testing.T) {
	answers := formstest.Answers(t, formstest.Supported)
	formstest.Set(t, answers, "suppliers[0].product", "")
	formstest.Set(t, answers, "suppliers[1].product", "BW1000")
	b := open(t, render(t, formstest.Evaluate(t, answers), xlsx.Options{}))
	for i, want := range []string{"#1", "#1", "#1", "#2", "#2", "#3"} {
		if got := b.raw(t, xlsx.ParentName("suppliers[].facts"), i); got != want {
			t.Errorf("fact %d belongs to %q, want %q", i, got, want)
		}
	}
}

// TestMasked shows identity numbers masked, and nowhere whole.
func TestMasked(t *testing.T) {
	answers := formstest.Answers(t, formstest.Supported)
	formstest.Set(t, answers, "experts[0].id_number", "11010519491231002X")
	b := open(t, render(t, formstest.Evaluate(t, answers), xlsx.Options{}))
	for _, sheet := range b.GetSheetList() {
		rows, err := b.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			if strings.Contains(strings.Join(row, "\n"), "11010519491231002X") {
				t.Errorf("%s shows an identity number whole", sheet)
			}
		}
	}
	if got := b.raw(t, "experts.id_number", 0); !strings.Contains(got, "*") {
		t.Errorf("masked number is %q", got)
	}
}
