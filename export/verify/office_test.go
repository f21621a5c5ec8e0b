package verify_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"h200filing/export/exporttest"
	"h200filing/export/pack"
	"h200filing/export/verify"
)

// TestSavedAgain: a workbook that LibreOffice has opened, recalculated and saved
// again has no difference, with a name that holds for Excel's own reading; what is
// then altered in it is named all the same.
func TestSavedAgain(t *testing.T) {
	v := verifier(t)
	dir := t.TempDir()
	filings := map[string]filing{}
	var files []string
	for _, c := range untouched {
		f := export(t, v, c.file, c.as, c.changes)
		filings[c.name] = f
		path := filepath.Join(dir, c.name+".xlsx")
		if err := os.WriteFile(path, f.xlsx, 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	out := filepath.Join(dir, "out")
	args := append([]string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to", "xlsx", "--outdir", out}, files...)
	if said, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	for _, c := range untouched {
		t.Run(c.name, func(t *testing.T) {
			f := filings[c.name]
			saved, err := os.ReadFile(filepath.Join(out, c.name+".xlsx"))
			if err != nil {
				t.Fatal(err)
			}
			same(t, "pair", func() (*verify.Result, error) { return v.Pair(f.pdf, saved) })
			same(t, "pair without answers", func() (*verify.Result, error) { return v.Pair(f.bare, saved) })
			r, err := v.Pack(with(t, exporttest.Unzip(t, f.pack), pack.XLSXName, saved))
			if err != nil {
				t.Fatal(err)
			}
			if i := slices.IndexFunc(r.Differences, func(d verify.Difference) bool {
				return d.In != verify.InManifest || !strings.HasPrefix(d.Label, pack.XLSXName)
			}); i >= 0 {
				t.Errorf("pack: beside the bytes of the workbook: %+v", r.Differences[i])
			}
		})
	}
}
