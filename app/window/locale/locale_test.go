package locale

import (
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"h200filing/i18n"
)

func TestTeach(t *testing.T) {
	test.NewTempApp(t)
	for _, l := range append(i18n.Langs(), i18n.Hans) {
		words := i18n.For(l)
		if err := Teach(words); err != nil {
			t.Fatal(err)
		}
		for key, word := range map[string]string{"Cancel": "toolkit.cancel", "file.name": "toolkit.file.name", "monday.short": "toolkit.monday.short"} {
			if got := lang.X(key, "?"); got != words.Text(word) {
				t.Errorf("%s: the toolkit says %q for %s, want %q", l, got, key, words.Text(word))
			}
		}
	}
}

// TestComplete: every word of the toolkit has a text.
func TestComplete(t *testing.T) {
	for _, key := range Keys {
		if k := "toolkit." + strings.ReplaceAll(strings.ToLower(key), " ", "_"); !i18n.For(i18n.Hans).Has(k) {
			t.Errorf("no text for %s", k)
		}
	}
}

func TestPreferred(t *testing.T) {
	for system, want := range map[string]i18n.Lang{"zh-CN": i18n.Hans, "zh_Hans": i18n.Hans, "zh-TW": i18n.Hant,
		"zh-Hant-HK": i18n.Hant, "en-US": i18n.Hans, "C": i18n.Hans, "": i18n.Hans} {
		if got := preferred(system); got != want {
			t.Errorf("%q begins in %s, want %s", system, got, want)
		}
	}
}

func TestEnsureUTF8(t *testing.T) {
	for _, c := range []struct{ all, ctype, lang, wantAll, wantCtype string }{
		{"", "", "", "", "C.UTF-8"},
		{"", "", "C", "", "C.UTF-8"},
		{"", "POSIX", "zh_CN.UTF-8", "", "C.UTF-8"},
		{"C", "", "zh_CN.UTF-8", "C.UTF-8", ""},
		{"", "", "zh_CN.UTF-8", "", ""},
		{"en_US.UTF-8", "C", "", "en_US.UTF-8", "C"},
	} {
		t.Setenv("LC_ALL", c.all)
		t.Setenv("LC_CTYPE", c.ctype)
		t.Setenv("LANG", c.lang)
		if err := EnsureUTF8(); err != nil {
			t.Fatal(err)
		}
		if all, ctype := os.Getenv("LC_ALL"), os.Getenv("LC_CTYPE"); all != c.wantAll || ctype != c.wantCtype {
			t.Errorf("%+v: LC_ALL=%q LC_CTYPE=%q", c, all, ctype)
		}
	}
}
