package forms_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"h200filing/forms"
	"h200filing/forms/formstest"
)

// TestSince: questions and checks that are new, gone or otherwise are told, and
// nothing else is.
func TestSince(t *testing.T) {
	old := loaded(t, formstest.PackFiles(t))
	if c := old.Since(loaded(t, formstest.PackFiles(t))); !c.None() {
		t.Errorf("a pack differs from itself: %+v", c)
	}
	files := formstest.PackFiles(t)
	swap(t, files, "form.yaml", `version: "2026.1"`, `version: "2026.2"`)
	swap(t, files, "form.yaml", "{id: applicant.contact_title, type: text, max_chars: 40,", "{id: applicant.contact_title, type: text, required: true, max_chars: 40,")
	swap(t, files, "form.yaml", "{id: applicant.employees, type: int", "{id: applicant.staff, type: int")
	for _, file := range []string{"text.zh-Hans.yaml", "text.zh-Hant.yaml", "text.en.yaml"} {
		swap(t, files, file, "\n  applicant.employees:\n", "\n  applicant.staff:\n")
	}
	for _, file := range []string{"rules.yaml", "drafting.yaml"} {
		files[file] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(files[file].Data), "applicant.employees", "applicant.staff"))}
	}
	for name, f := range files {
		files[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(f.Data), "{applicant.employees}", "{applicant.staff}"))}
	}
	c := loaded(t, files).Since(old)
	got := map[string][]string{"added": ids(c.Added), "dropped": ids(c.Dropped), "changed": ids(c.Changed)}
	want := map[string][]string{"added": {"applicant.staff"}, "dropped": {"applicant.employees"}, "changed": {"applicant.contact_title"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if c.None() {
		t.Error("nothing has changed")
	}
}

func ids(fields []*forms.Field) []string {
	var out []string
	for _, f := range fields {
		out = append(out, f.ID)
	}
	return out
}

// swap changes a file of a pack in one place.
func swap(t *testing.T, files fstest.MapFS, file, old, fresh string) {
	t.Helper()
	data := string(files[file].Data)
	if strings.Count(data, old) != 1 {
		t.Fatalf("%s has %q %d times", file, old, strings.Count(data, old))
	}
	files[file] = &fstest.MapFile{Data: []byte(strings.Replace(data, old, fresh, 1))}
}

// loaded is a pack as LoadForm reads it.
func loaded(t *testing.T, files fstest.MapFS) *forms.Form {
	t.Helper()
	f, err := forms.LoadForm(files)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
