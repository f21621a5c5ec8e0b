package forms_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// spoiled is the shipped pack with one place changed, and what its error says.
type spoiled struct{ file, old, new, want string }

func (c spoiled) refused(t *testing.T) {
	files := formstest.PackFiles(t)
	data := string(files[c.file].Data)
	if !strings.Contains(data, c.old) {
		t.Fatalf("%s does not contain %q", c.file, c.old)
	}
	files[c.file].Data = []byte(strings.Replace(data, c.old, c.new, 1))
	_, err := forms.LoadForm(files)
	if err == nil || !regexp.MustCompile(c.want).MatchString(err.Error()) {
		t.Errorf("error %v\nwant one like %s", err, c.want)
	}
}

// TestLoadRefuses spoils the shipped pack in one place and expects an error that
// names the file, a line, and what is wrong.
func TestLoadRefuses(t *testing.T) {
	for name, c := range map[string]spoiled{
		"unknown key":        {"form.yaml", "{id: applicant.name, ", "{id: applicant.name, colour: red, ", `form\.yaml:\d+: field colour not found`},
		"duplicate id":       {"form.yaml", "{id: applicant.industry,", "{id: applicant.name,", `form\.yaml:\d+: field "applicant.name" stands twice`},
		"dangling reference": {"form.yaml", `ref: "workloads[].name"`, `ref: "workloads[].nome"`, `form\.yaml:\d+: field "requirements\[\]\.workload" refers to "workloads\[\]\.nome"`},
		"dangling name":      {"form.yaml", "product.quantity * product.unit_price", "product.quantity * product.unit_prize", `form\.yaml:\d+: field "product.goods_value", compute: .*"product.unit_prize"`},
		"cycle":              {"form.yaml", "compute: product.goods_value * product.us_duty_rate / 100", "compute: product.total_cny", `form\.yaml:\d+: .* hang on each other`},
		"no type":            {"form.yaml", "applicant.name, type: text", "applicant.name, type: txt", `form\.yaml:\d+: field "applicant.name" has no type "txt"`},
		"no choice list":     {"form.yaml", "choices: purpose,", "choices: purposes,", `form\.yaml:\d+: field "eligibility.purpose" names no choice list`},
		"no clause":          {"form.yaml", "required: true, clause: uscc}", "required: true, clause: usc}", `form\.yaml:\d+: field "applicant.uscc": no clause "usc"`},
		"no engine":          {"form.yaml", "engine: sizing.memory,", "engine: sizing.mem,", `form\.yaml:\d+: .*no engine gives "sizing.mem"`},
		"bad default":        {"form.yaml", `default: "25"`, `default: "x"`, `form\.yaml:\d+: .*default "x": type.percent`},
		"missing text":       {"text.en.yaml", "  applicant.uscc:\n    label:", "  applicant.uscc:\n    label: \"\" #", `text\.en\.yaml:\d+: no text for fields › applicant.uscc › label`},
		"stray text":         {"text.zh-Hant.yaml", "  applicant.uscc:\n", "  applicant.usccc:\n", `text\.zh-Hant\.yaml:\d+: text for a field "applicant.usccc"`},
		"no YAML":            {"rules.yaml", "rules:", "rules: [", `rules\.yaml:\d+: `},
		"no passing example": {"rules.yaml", "    pass: ", "    #pass: ", `rules\.yaml:\d+: rule "[^"]+" has no passing example`},
		"no level":           {"rules.yaml", "level: blocker", "level: fatal", `rules\.yaml:\d+: rule "[^"]+" has no level "fatal"`},
		"nothing asserted":   {"rules.yaml", "    distinct: [serial]", "", `rules\.yaml:\d+: rule "devices\.serial_once" needs fields and either assert or distinct`},
		"two asserted":       {"rules.yaml", "    distinct: [serial]", "    distinct: [serial]\n    assert: answered(row.serial)", `rules\.yaml:\d+: rule "devices\.serial_once" needs fields and either assert or distinct`},
		"distinct by what":   {"rules.yaml", "    distinct: [serial]", "    distinct: [number]", `rules\.yaml:\d+: rule "devices\.serial_once": no field "devices\[\]\.number"`},
		"unit twice":         {"text.en.yaml", "IT power of {value}.", "IT power of {value} kW.", `message of rule "project\.it_power\.\w+" writes "kW" behind \{value\}`},
		"percent twice":      {"text.zh-Hant.yaml", "平均利用率為 {value}，", "平均利用率為 {value}%，", `message of rule "energy\.utilisation_low" writes "%" behind`},
		"no mark":            {"form.yaml", "marks: {zh-Hans: 【请补充, ", "marks: {", `form\.yaml:\d+: no mark in zh-Hans`},
		"another mark":       {"text.en.yaml", "[To be supplied: {label}]", "[Missing: {label}]", `text\.en\.yaml: terms › draft\.missing does not begin with the mark`},
		"message's brace":    {"text.zh-Hans.yaml", "{value}", "{valeu}", `names \{valeu\}`},
	} {
		t.Run(name, c.refused)
	}
	files := formstest.PackFiles(t)
	delete(files, "rules.yaml")
	if _, err := forms.LoadForm(files); err == nil || !strings.Contains(err.Error(), "rules.yaml") {
		t.Errorf("a missing file: error %v", err)
	}
}

// TestLoadChecked: what is read quickly says the same as what is checked in full.
func TestLoadChecked(t *testing.T) {
	got, err := forms.LoadChecked(formstest.PackFiles(t))
	if err != nil {
		t.Fatal(err)
	}
	want := formstest.Form(t)
	for _, lang := range i18n.Langs() {
		if diff := cmp.Diff(want.Text(lang), got.Text(lang)); diff != "" {
			t.Errorf("the texts in %s differ (-full +quick):\n%s", lang, diff)
		}
		if diff := cmp.Diff(want.Print(lang, i18n.For(lang)), got.Print(lang, i18n.For(lang))); diff != "" {
			t.Errorf("the questions in %s differ (-full +quick):\n%s", lang, diff)
		}
	}
	a, b := caseAnswers(t, formstest.Supported), caseAnswers(t, formstest.Supported)
	full, quick := forms.Evaluate(want, a, formstest.Context(t)), forms.Evaluate(got, b, formstest.Context(t))
	if full.Digest() != quick.Digest() {
		t.Error("the reports differ")
	}
	for _, q := range full.Questions() {
		for _, lang := range i18n.Langs() {
			if diff := cmp.Diff(full.Draft(q.Path, lang), quick.Draft(q.Path, lang)); diff != "" {
				t.Errorf("the drafts of %s in %s differ (-full +quick):\n%s", q.Path, lang, diff)
			}
		}
	}
}

// TestLoadCheckedRefuses: a file that is missing or no YAML is an error; the texts
// of another language that cannot be read are those of zh-Hans.
func TestLoadCheckedRefuses(t *testing.T) {
	for _, name := range []string{"form.yaml", "rules.yaml", "text.zh-Hans.yaml"} {
		files := formstest.PackFiles(t)
		files[name].Data = []byte("a: [")
		if _, err := forms.LoadChecked(files); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s is no YAML: error %v", name, err)
		}
		delete(files, name)
		if _, err := forms.LoadChecked(files); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s is missing: error %v", name, err)
		}
	}
	files := formstest.PackFiles(t)
	delete(files, "text.en.yaml")
	form, err := forms.LoadChecked(files)
	if err != nil {
		t.Fatal(err)
	}
	if form.Text(i18n.English) != form.Text(i18n.Hans) {
		t.Error("a language without texts does not give zh-Hans")
	}
}

// TestLintFinds: a rule whose example does not do what it says is found.
func TestLintFinds(t *testing.T) {
	files := formstest.PackFiles(t)
	files["rules.yaml"].Data = []byte(`rules:
  - id: applicant.uscc.check_digit
    level: blocker
    clause: uscc
    fields: [applicant.uscc]
    assert: uscc(applicant.uscc)
    pass: {applicant.uscc: 91350100M000100Y44}
    fail: {applicant.uscc: 91350100M000100Y43}
`)
	form, _ := forms.LoadForm(files) // the messages of the other rules are now stray
	faults := form.Lint(formstest.Context(t))
	if len(faults) != 2 || !strings.HasPrefix(faults[0].Error(), "rules.yaml:7: ") {
		t.Errorf("faults %v", faults)
	}
}

// TestReadAnswersRefuses: what cannot be kept is named by file and line.
func TestReadAnswersRefuses(t *testing.T) {
	for source, want := range map[string]string{
		"form: h200-cn\nproduct:\n  colour: red\n":  "a.yaml:3: product.colour: unknown_key",
		"form: h200-cn\nprodukt: {model: b200}\n":   "a.yaml:2: produkt: unknown_key",
		"product:\n  total_cny: 1\n":                "a.yaml:2: product.total_cny: computed_key",
		"product:\n  model: [a, b]\n":               "a.yaml:2: product.model: wants_one_value",
		"suppliers: many\n":                         "a.yaml:1: suppliers: wants_rows",
		"suppliers:\n- product: A\n- colour: red\n": "a.yaml:3: suppliers[1].colour: unknown_key",
		"product: 3\n":                              "a.yaml:1: product: wants_mapping",
		"form: other-form\n":                        "a.yaml:1: form: other_form",
		"product:\n  model: a\n  model: b\n":        "a.yaml:3:",
		"product: &p {quantity: *p}\n":              "a.yaml:1: product.quantity: wants_one_value",
		"product: {<<: [b200]}\n":                   "a.yaml:1: product: wants_mapping",
		"product.model: a\nproduct: {model: b}\n":   "a.yaml:2: product.model: double_key",
		"product: [\n":                              "a.yaml:",
	} {
		_, err := forms.ReadAnswers(formstest.Form(t), "a.yaml", []byte(source))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %s", source, err, want)
		}
	}
}

// TestReadAnswersKeeps: every scalar is kept as typed.
func TestReadAnswersKeeps(t *testing.T) {
	a, err := forms.ReadAnswers(formstest.Form(t), "a.yaml", []byte(`
product: {unit_price: abc, quantity: -3, fx_rate: 7.0800, fx_date: 2026-11-20, port_of_entry: [甲, 乙]}
applicant.postcode: 011100
applicant:
  intro: |
    第一段。
    第二段。
project: {background: ~}
`))
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[forms.Path]string{
		"product.unit_price": "abc", "product.quantity": "-3", "product.fx_rate": "7.0800", "product.fx_date": "2026-11-20",
		"product.port_of_entry": "甲\n乙", "applicant.postcode": "011100", "applicant.intro": "第一段。\n第二段。", "project.background": "",
	} {
		if got := a.Get(path); got != want {
			t.Errorf("%s = %q, want %q", path, got, want)
		}
	}
}

func FuzzReadAnswers(f *testing.F) {
	form := formstest.Form(f)
	f.Add([]byte("form: h200-cn\nproduct: {quantity: 3}\nsuppliers: [{facts: [{value: x}]}]"))
	f.Add([]byte("a: &a [*a]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		answers, err := forms.ReadAnswers(form, "fuzz.yaml", data)
		if err != nil {
			return
		}
		if r := forms.Evaluate(form, answers, forms.Context{Today: formstest.Today}); r.Digest() == "" {
			t.Error("no digest")
		}
	})
}
