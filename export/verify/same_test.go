package verify_test

import (
	"testing"

	"h200filing/export/verify"
)

// untouched are filings of many kinds: final and draft, with answers that are
// flawed, missing, long or rare characters.
var untouched = []struct {
	name, file string
	as         mark
	changes    map[string]string
}{
	{"final", "inference-supported.yaml", final, nil},
	{"draft", "inference-supported.yaml", draft, nil},
	{"unsupported", "inference-unsupported.yaml", draft, nil},
	{"incomplete", "incomplete.yaml", draft, nil},
	{"flawed", "inference-supported.yaml", draft, map[string]string{
		"product.quantity": "约三十", "product.fx_rate": "", "applicant.employees": "八百", "suppliers[0].replied_on": "去年"}},
	{"long", "inference-supported.yaml", draft, map[string]string{"project.background": long(400), "suppliers[1].test_summary": long(900)}},
	{"strange", "inference-supported.yaml", draft, map[string]string{
		"applicant.name": "=𠮷\u3000利 & <b>“算力”</b>", "project.name": "+1\t-2  @3", "applicant.intro": "一行\r\n\r\n  二行\r\n三行"}},
	{"exercise", "inference-supported.yaml", mark{practice: true}, nil},
	{"exercise draft", "incomplete.yaml", mark{draft: true, practice: true}, nil},
	{"person", "inference-supported.yaml", draft, map[string]string{"experts[0].id_number": "11010519491231002X", "experts[1].id_number": "有误"}},
}

func long(n int) string {
	out := ""
	for i := range n {
		out += string(rune('一'+i)) + "，为保障业务。"
		if i%40 == 39 {
			out += "\n"
		}
	}
	return out
}

// TestSame: files that nobody touched have no difference, with their pack and
// without it.
func TestSame(t *testing.T) {
	v := verifier(t)
	for _, c := range untouched {
		t.Run(c.name, func(t *testing.T) {
			f := export(t, v, c.file, c.as, c.changes)
			same(t, "pack", func() (*verify.Result, error) { return v.Pack(f.pack) })
			same(t, "pair", func() (*verify.Result, error) { return v.Pair(f.pdf, f.xlsx) })
			same(t, "pair without answers", func() (*verify.Result, error) { return v.Pair(f.bare, f.xlsx) })
		})
	}
}

func same(t *testing.T, what string, run func() (*verify.Result, error)) {
	t.Helper()
	r, err := run()
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	for i, d := range r.Differences {
		if i < 12 {
			t.Errorf("%s: %+v", what, d)
		}
	}
	if !r.Same && len(r.Differences) == 0 {
		t.Errorf("%s: not the same, and no difference", what)
	}
}
