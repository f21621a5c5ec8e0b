package salvage_test

import (
	"bytes"
	_ "embed"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"h200filing/forms/file/salvage"
)

// database is one that the engine has made, with short and long rows, in a table
// and in one without row ids:
//
//	CREATE TABLE t (id INTEGER PRIMARY KEY, a, b);
//	CREATE TABLE w (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
//
// and for i from 1 to 40 in t: i, i⁵ - 300, and NULL, i / 4.0 or zeroblob(300 i) by
// i mod 3; in w: 'key ' and i, and 111 i zeros as text. (The engine is not
// imported here: a fuzzing binary with it is too slow.)
//
//go:embed testdata/sample.db
var database []byte

// tables gives what the rows hold, but those of the schema.
func tables(data []byte) (t map[int64][]any, w map[string]any, d *salvage.Database) {
	t, w = map[int64][]any{}, map[string]any{}
	d = salvage.Open(bytes.NewReader(data), int64(len(data)))
	for row := range d.Rows() {
		switch {
		case row.Page == 1:
		case !row.Index && len(row.Values) == 3:
			t[row.RowID] = row.Values[1:]
		case row.Index && len(row.Values) == 2:
			if key, ok := row.Values[0].(string); ok {
				w[key] = row.Values[1]
			}
		}
	}
	return t, w, d
}

func TestRows(t *testing.T) {
	data := database
	rows, keys, d := tables(data)
	if d.Stats.Damaged != 0 || d.Stats.Pages != len(data)/salvage.PageSize {
		t.Errorf("%+v of %d bytes", d.Stats, len(data))
	}
	if len(rows) != 40 || len(keys) != 40 {
		t.Fatalf("%d rows, %d keys", len(rows), len(keys))
	}
	for i, want := range map[int64][]any{
		1: {int64(-299), 0.25}, 2: {int64(-268), make([]byte, 600)}, 3: {int64(-57), nil},
		38: {int64(math.Pow(38, 5)) - 300, make([]byte, 11400)}, 40: {int64(102_400_000 - 300), 10.0},
	} {
		if diff := cmp.Diff(want, rows[i]); diff != "" {
			t.Errorf("row %d (-want +got):\n%s", i, diff)
		}
	}
	if keys["key 7"] != strings.Repeat("0", 777) || keys["key 40"] != strings.Repeat("0", 4440) {
		t.Error("long texts are not whole")
	}
	for row := range d.Rows() {
		again, err := d.Row(row.Page, row.Cell)
		if err != nil || !cmp.Equal(row, again) {
			t.Errorf("page %d, row %d reads otherwise again: %v", row.Page, row.Cell, err)
		}
	}
}

// TestTree finds every row of a table on the pages of its tree, and no other.
func TestTree(t *testing.T) {
	d := salvage.Open(bytes.NewReader(database), int64(len(database)))
	roots := map[string]uint32{}
	for row := range d.Rows() {
		if row.Page == 1 {
			roots[row.Values[1].(string)] = uint32(row.Values[3].(int64))
		}
	}
	for name, columns := range map[string]int{"t": 3, "w": 2} {
		tree, found := d.Tree(roots[name]), 0
		for row := range d.Rows() {
			if slices.Contains(tree, row.Page) {
				if found++; len(row.Values) != columns {
					t.Errorf("%s has a row %v", name, row.Values)
				}
			}
		}
		if found != 40 || len(tree) < 2 {
			t.Errorf("%s: %d rows on %d pages", name, found, len(tree))
		}
	}
	for _, root := range []uint32{0, 1 << 30} {
		if tree := d.Tree(root); tree != nil {
			t.Errorf("page %d has a tree %v", root, tree)
		}
	}
}

// TestDamaged overwrites each page in turn. Nothing but what has a part on it may
// be missing, and nothing may be invented.
func TestDamaged(t *testing.T) {
	data := database
	rows, keys, _ := tables(data)
	random := rand.New(rand.NewPCG(11, 2026))
	for at := 0; at < len(data); at += salvage.PageSize {
		bad := bytes.Clone(data)
		for i := range salvage.PageSize {
			bad[at+i] = byte(random.IntN(256))
		}
		gotRows, gotKeys, d := tables(bad)
		if lost := 80 - len(gotRows) - len(gotKeys); lost > 40 {
			t.Errorf("page %d takes %d rows with it", 1+at/salvage.PageSize, lost)
		}
		if d.Stats.Damaged == 0 {
			t.Errorf("page %d: no damage seen", 1+at/salvage.PageSize)
		}
		if found := gotKeys["key 7"]; found != nil && found != keys["key 7"] || len(gotRows) > len(rows) {
			t.Errorf("page %d: rows were invented", 1+at/salvage.PageSize)
		}
	}
}

// FuzzRows reads arbitrary bytes: never a panic, and no more than they hold.
func FuzzRows(f *testing.F) {
	data := database
	f.Add(data[:8*salvage.PageSize])
	f.Add(data[salvage.PageSize : 4*salvage.PageSize])
	f.Add([]byte(nil))
	f.Add(bytes.Repeat([]byte{0x0d, 0, 0, 1, 0, 0, 0, 0, 8}, 1000))
	f.Fuzz(func(t *testing.T, data []byte) {
		d := salvage.Open(bytes.NewReader(data), int64(len(data)))
		size := 0
		for row := range d.Rows() {
			for _, v := range row.Values {
				switch v := v.(type) {
				case string:
					size += len(v)
				case []byte:
					size += len(v)
				}
			}
			d.Tree(row.Page)
			if _, err := d.Row(row.Page, row.Cell); err != nil {
				t.Errorf("page %d, row %d cannot be read again: %v", row.Page, row.Cell, err)
			}
		}
		if d.Stats.Damaged > d.Stats.Pages {
			t.Errorf("%+v", d.Stats)
		}
	})
}
