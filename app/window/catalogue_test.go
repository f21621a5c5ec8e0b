package window

import (
	"strconv"
	"testing"
)

// TestPick: a supplier picked from the catalogue brings its name and its cited
// figures, in one step that one undo takes back.
func TestPick(t *testing.T) {
	r := newFile(t)
	r.section("suppliers")
	r.desk.AddRow("suppliers")
	row := r.desk.Report().Rows("suppliers")[0]
	options := r.desk.Suggestions(r.setting.Form.Field(catalogueField))
	if len(options) == 0 {
		t.Fatal("nothing to pick")
	}
	r.desk.Set(row.Join("catalog_id"), options[0].Value)
	facts := r.desk.Report().Rows(row.Join("facts"))
	if r.answer(row.Join("product")) == "" || len(facts) == 0 || r.answer(facts[0].Join("source")) == "" {
		t.Errorf("product %q, %d facts", r.answer(row.Join("product")), len(facts))
	}
	if said := r.words.Text("window.catalogue.picked", "n", strconv.Itoa(len(facts))); r.desk.status.state.Text != said {
		t.Errorf("said is %q, not %q", r.desk.status.state.Text, said)
	}
	r.desk.onUndo()
	if r.answer(row.Join("product")) != "" || len(r.desk.Report().Rows(row.Join("facts"))) != 0 {
		t.Error("one undo does not take it back")
	}
}
