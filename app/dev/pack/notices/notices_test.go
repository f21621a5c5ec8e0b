package notices_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"h200filing/app/dev/pack/notices"
	"h200filing/assets/fonts"
	"h200filing/assets/licences"
)

func TestWrite(t *testing.T) {
	got := notices.Write("Fonts.\n", []licences.Work{
		{Name: "example.org/a", Version: "v1.0.0", Texts: []licences.Text{{File: "COPYING.txt", Text: "Be kind.\n"}, {File: "lib/c/LICENSE.md", Text: "Be fair."}}},
		{Name: "C library", Texts: []licences.Text{{File: "LICENSE", Text: "Be kind."}}},
	})
	rule := strings.Repeat("=", 72)
	want := "Fonts.\n\n" + rule + "\nexample.org/a v1.0.0\n" + rule + "\n\nCOPYING.txt:\n\nBe kind.\n\nlib/c/LICENSE.md:\n\nBe fair.\n\n" +
		rule + "\nC library\n" + rule + "\n\nLICENSE: the same as example.org/a: COPYING.txt above\n\n"
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
}

// TestTheProgramsOwn: every work of the program is named, and no text is lost.
func TestTheProgramsOwn(t *testing.T) {
	typefaces, err := fonts.Licences()
	if err != nil {
		t.Fatal(err)
	}
	works, err := licences.Works()
	if err != nil {
		t.Fatal(err)
	}
	all := string(notices.Write(typefaces, works))
	for _, w := range works {
		if !strings.Contains(all, "\n"+w.Name) {
			t.Errorf("%s is not named", w.Name)
		}
		for _, text := range w.Texts {
			if !strings.Contains(all, strings.TrimSpace(text.Text)) {
				t.Errorf("%s of %s is lost", text.File, w.Name)
			}
		}
	}
}
