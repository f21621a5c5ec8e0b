package window

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"h200filing/i18n"
)

// TestFileDialog: the toolkit's dialog speaks the language of the window, and long
// names can be told apart.
func TestFileDialog(t *testing.T) {
	r := newFile(t)
	dir := t.TempDir()
	for _, name := range []string{"采购申请-20261125-025423-草稿.pdf", "采购申请-20261125-025423-论证专家.pdf"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, lang := range i18n.Langs() {
		r.setLang(lang)
		r.choose([]string{".pdf"}, dir, func(string) {})
		said := r.above()
		for _, want := range []string{r.words.Text("window.choose.title"), r.words.Text("window.place.home"), "采购申请-20261125-025423-草稿.pdf"} {
			if !slices.Contains(said, want) {
				t.Errorf("%s: no %q in %q", lang, want, said)
			}
		}
		if lang != i18n.English && (slices.Contains(said, "Home") || slices.Contains(said, "Computer")) {
			t.Errorf("%s: English: %q", lang, said)
		}
		test.Tap(r.button(r.words.Text("toolkit.cancel")))
	}
}
