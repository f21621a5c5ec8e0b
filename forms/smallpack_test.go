package forms_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"go.yaml.in/yaml/v3"

	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// smallForm, smallRules and smallDrafts make a pack of every kind of thing that a
// pack can have, but few of each; it takes a hundredth of the time of the shipped
// one to read.
const (
	smallForm = `
form: small
version: "1"
marks: {zh-Hans: 【请补充, zh-Hant: 【請補充, en: "[To be supplied"}
choices:
  origin: [domestic, foreign]
clauses:
  - {id: own_format, basis: practice, date: 2026-11-23, source: "own"}
sections:
  - id: applicant
    number: 1
    fields:
      - {id: applicant.name, type: text, required: true, clause: own_format}
      - {id: applicant.employees, type: int, min: 1, unit: people, clause: own_format}
      - {id: applicant.rnd_staff, type: int, min: 0, unit: people, clause: own_format}
      - {id: applicant.intro, type: prose, max_chars: 3000, clause: own_format}
  - id: project
    number: 2
    after: [applicant]
    fields:
      - id: project.fleet
        type: rows
        least: 1
        clause: own_format
        fields:
          - {id: model, type: text, title: true, clause: own_format}
          - {id: origin, type: choice, choices: origin, default: domestic, clause: own_format}
          - {id: count, type: int, when: 'row.origin == "domestic"', clause: own_format}
      - {id: substitution.share_before, type: percent, compute: 'sum(filter(project.fleet, .origin == "domestic"), .count) / sum(project.fleet, .count) * 100', clause: own_format}
`
	smallRules = `
rules:
  - id: applicant.rnd_staff.within
    level: blocker
    clause: own_format
    fields: [applicant.rnd_staff, applicant.employees]
    assert: applicant.rnd_staff <= applicant.employees
    pass: {applicant.rnd_staff: 540, applicant.employees: 860}
    fail: {applicant.rnd_staff: 900, applicant.employees: 860}
  - id: project.fleet.domestic
    level: warning
    clause: own_format
    fields: [project.fleet]
    when: len(project.fleet) > 0
    assert: any(project.fleet, .origin == "domestic")
    pass: {project.fleet: [{model: A, origin: domestic, count: 128}]}
    fail: {project.fleet: [{model: B, origin: foreign, count: 128}]}
`
	smallDrafts = `
fields:
  - field: applicant.intro
    paragraphs:
      - id: fleet
        when: len(project.fleet) > 0
        text: draft.intro.fleet
        values: {total: "sum(project.fleet, .count)"}
        parts:
          items: {each: project.fleet, text: draft.intro.fleet.item, join: draft.join.list}
`
)

// smallTerms are the beginnings of the terms that the small pack needs.
var smallTerms = []string{"honesty.", "draft.missing", "draft.unknown", "draft.source.reply", "draft.intro.fleet", "draft.join.list"}

// smallPack gives the small pack; its words are those of the shipped one.
func smallPack(t testing.TB) fstest.MapFS {
	t.Helper()
	shipped := formstest.PackFiles(t)
	var rules struct{ Rules []struct{ ID string } }
	unmarshal(t, shipped["rules.yaml"].Data, &rules)
	files := fstest.MapFS{}
	for name, text := range map[string]string{"form.yaml": smallForm, "rules.yaml": smallRules, "drafting.yaml": smallDrafts} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for _, lang := range i18n.Langs() {
		name := "text." + string(lang) + ".yaml"
		var words map[string]any
		unmarshal(t, shipped[name].Data, &words)
		keep := func(part string, wanted func(string) bool) {
			maps.DeleteFunc(words[part].(map[string]any), func(k string, _ any) bool { return !wanted(k) })
		}
		for part, as := range map[string]string{"sections": "- id: %\n", "clauses": "{id: %,", "choices": "  %: [", "units": "unit: %,"} {
			keep(part, func(k string) bool { return strings.Contains(smallForm, strings.Replace(as, "%", k, 1)) })
		}
		keep("fields", func(k string) bool {
			_, column, inList := strings.Cut(k, "project.fleet[].")
			return strings.Contains(smallForm, "id: "+k) || inList && strings.Contains(smallForm, "{id: "+column)
		})
		keep("terms", func(k string) bool {
			return slices.ContainsFunc(smallTerms, func(begin string) bool { return strings.HasPrefix(k, begin) })
		})
		for _, r := range rules.Rules {
			if !strings.Contains(smallRules, "id: "+r.ID+"\n") {
				delete(words["rules"].(map[string]any), r.ID)
			}
		}
		data, err := yaml.Marshal(words)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	return files
}

func unmarshal(t testing.TB, data []byte, v any) {
	t.Helper()
	if err := yaml.Unmarshal(data, v); err != nil {
		t.Fatal(err)
	}
}

// TestSmallPack: what the fuzz target starts from is a sound pack.
func TestSmallPack(t *testing.T) {
	form, err := forms.LoadForm(smallPack(t))
	if err != nil {
		t.Fatal(err)
	}
	if findings := form.Lint(forms.Context{Today: forms.Day(2026, 11, 24)}); len(findings) > 0 {
		t.Errorf("%v", findings)
	}
}

// FuzzLoadForm has any bytes in the place of a file of a pack: it is read or
// refused, and what was read can be put to its examples, printed and answered.
func FuzzLoadForm(f *testing.F) {
	base := smallPack(f)
	names := slices.Sorted(maps.Keys(base))
	for i, name := range names {
		f.Add(uint8(i), base[name].Data)
	}
	f.Fuzz(func(t *testing.T, n uint8, data []byte) {
		files := maps.Clone(base)
		files[names[int(n)%len(names)]] = &fstest.MapFile{Data: data}
		form, err := forms.LoadForm(files)
		if err != nil {
			return
		}
		if form.ID == "" {
			t.Error("a form without an id was taken")
		}
		_ = form.Lint(forms.Context{Today: forms.Day(2026, 11, 24)}) // what it finds is no fault of the reader
		if r := forms.Evaluate(form, forms.NewAnswers(), forms.Context{Today: forms.Day(2026, 11, 24)}); r.Digest() == "" {
			t.Error("no digest")
		}
	})
}
