package file

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"slices"
	"time"

	"lukechampine.com/adiantum"

	"h200filing/forms"
	"h200filing/forms/file/salvage"
)

// wreck is what can be read of a damaged file.
type wreck struct {
	db     *salvage.Database
	tables map[string]map[string]string // the tables of keys and values
	log    map[int64]Entry
	kept   map[int64]kept           // attachments by id
	chunks map[int64]map[int64]spot // attachment, number
}

// kept is a row of the table attachments.
type kept struct {
	sha  string
	info forms.FileInfo
}

// spot is where a row stands.
type spot struct {
	page uint32
	cell int
}

// survey reads all of a damaged file but the content of attachments.
func survey(db *salvage.Database) *wreck {
	w := &wreck{db, map[string]map[string]string{}, map[int64]Entry{}, map[int64]kept{}, map[int64]map[int64]spot{}}
	for _, name := range keyed {
		w.tables[name] = map[string]string{}
	}
	owners := w.owners()
	for row := range db.Rows() {
		w.add(row, owners[row.Page])
	}
	return w
}

// keyed are the tables of keys and values.
var keyed = []string{"meta", "answers", "lists", "ticks", "versions"}

// owners tells which of them a page belongs to, as far as the schema and the
// inner pages can be read.
func (w *wreck) owners() map[uint32]string {
	owners := map[uint32]string{}
	for row := range w.db.Rows() {
		if row.Page != 1 {
			break
		}
		if len(row.Values) != 5 {
			continue
		}
		name, _ := row.Values[1].(string)
		root, _ := row.Values[3].(int64)
		if !slices.Contains(keyed, name) || row.Values[0] != "table" {
			continue
		}
		for _, page := range w.db.Tree(uint32(root)) {
			owners[page] = name
		}
	}
	return owners
}

// add takes a row for what its columns say that it is.
func (w *wreck) add(row salvage.Row, owner string) {
	v := values{row.Values, true}
	switch {
	case row.Index && len(row.Values) == 2:
		if key, value := v.text(0), v.text(1); v.ok {
			if owner == "" {
				owner = guess(key, value)
			}
			w.tables[owner][key] = value
		}
	case row.Index && len(row.Values) == 3:
		if id, n := v.number(0), v.number(1); v.ok {
			if w.chunks[id] == nil {
				w.chunks[id] = map[int64]spot{}
			}
			w.chunks[id][n] = spot{row.Page, row.Cell}
		}
	case !row.Index && len(row.Values) == 5 && row.Page != 1:
		info := forms.FileInfo{Size: v.number(2), Pages: int(v.number(3)), MediaType: v.text(4)}
		if sha := v.text(1); v.ok {
			w.kept[row.RowID] = kept{sha, info}
		}
	case !row.Index && len(row.Values) == 12:
		at, err := time.Parse(time.RFC3339Nano, v.text(4))
		e := Entry{row.RowID, v.number(1), v.number(2), v.number(3), at, v.text(5), v.text(6), v.text(7), v.text(8), v.text(9), v.text(10), v.blob(11)}
		if v.ok && err == nil {
			w.log[e.Seq] = e
		}
	}
}

// values gives columns by type; ok is false once one was of another.
type values struct {
	columns []any
	ok      bool
}

func column[T any](v *values, i int) T {
	out, ok := v.columns[i].(T)
	v.ok = v.ok && ok
	return out
}

func (v *values) text(i int) string  { return column[string](v, i) }
func (v *values) number(i int) int64 { return column[int64](v, i) }
func (v *values) blob(i int) []byte  { return column[[]byte](v, i) }

// metaKeys are those of the table meta.
var metaKeys = []string{formKey, versionKey, titleKey, practiceKey, createdKey, nextKey, headKey, trailKey, sealKey, holderKey}

// guess tells by its look which table a row without owner is from.
func guess(key, value string) string {
	var ids []string
	_, _, stamped := cutStamp(value)
	_, named := readVersion(key, value)
	switch {
	case slices.Contains(metaKeys, key):
		return "meta"
	case json.Unmarshal([]byte(value), &ids) == nil:
		return "lists"
	case stamped == nil:
		return "ticks"
	case named == nil:
		return "versions"
	}
	return "answers"
}

// sealed tells whether all that the seal covers is there and as it was.
func (w *wreck) sealed() bool {
	var sum seal
	for table, records := range w.tables {
		for key, value := range records {
			if table != "meta" || key != sealKey && key != holderKey {
				sum.toggle(table, key, value)
			}
		}
	}
	for _, k := range w.kept {
		sum.toggle(describe(k.sha, k.info)...)
	}
	return w.tables["meta"][sealKey] == sum.text()
}

// chain gives the entries of the log from the first on, as long as none is
// missing or altered.
func (w *wreck) chain() (whole []Entry) {
	var prev []byte
	for seq := int64(1); ; seq++ {
		e, there := w.log[seq]
		sum := digest(prev, e.fields()...)
		if !there || !bytes.Equal(sum[:], e.Hash) {
			return whole
		}
		whole, prev = append(whole, e), e.Hash
	}
}

// content gives what is kept as an attachment, until something is missing.
func (w *wreck) content(id int64) io.Reader {
	chunks := w.chunks[id]
	var next int64
	return &pieces{next: func() ([]byte, error) {
		at, there := chunks[next]
		if !there && int64(len(chunks)) == next {
			return nil, io.EOF
		}
		if !there {
			return nil, io.ErrUnexpectedEOF
		}
		next++
		row, err := w.db.Row(at.page, at.cell)
		if err != nil {
			return nil, err
		}
		v := values{row.Values, true}
		if data := v.blob(2); v.ok {
			return data, nil
		}
		return nil, io.ErrUnexpectedEOF
	}}
}

// ids lists the attachments of which there is a row or a chunk.
func (w *wreck) ids() []int64 {
	ids := map[int64]bool{}
	for id := range w.kept {
		ids[id] = true
	}
	for id := range w.chunks {
		ids[id] = true
	}
	return slices.Sorted(maps.Keys(ids))
}

// pieces reads what next gives, piece by piece.
type pieces struct {
	next func() ([]byte, error)
	rest []byte
}

func (p *pieces) Read(into []byte) (n int, err error) {
	for len(p.rest) == 0 {
		if p.rest, err = p.next(); err != nil {
			return 0, err
		}
	}
	n = copy(into, p.rest)
	p.rest = p.rest[n:]
	return n, nil
}

// openWreck opens a file for salvage, which it leaves as it is. The one that is
// to be closed is returned with it.
func openWreck(path, password string) (*salvage.Database, *os.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, failed(path, err, Unreadable)
	}
	db, err := salvageable(f, password)
	if err != nil {
		return nil, nil, failed(path, errors.Join(err, f.Close()), Unreadable)
	}
	return db, f, nil
}

func salvageable(f *os.File, password string) (*salvage.Database, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("not a regular file")
	}
	prefix, err := readPrefix(f)
	if err != nil {
		return nil, err
	}
	if prefix == nil {
		return salvage.Open(f, info.Size()), nil
	}
	s, err := openSecret(prefix, password)
	if err != nil {
		return nil, err
	}
	return salvage.Open(decrypted{f, s.key}, info.Size()-prefixSize), nil
}

// decrypted reads whole pages of an encrypted file.
type decrypted struct {
	f   io.ReaderAt
	key []byte
}

// ReadAt reads one page; one that is cut off cannot be decrypted.
func (d decrypted) ReadAt(page []byte, offset int64) (int, error) {
	if n, err := d.f.ReadAt(page, place(offset)); n < len(page) {
		clear(page)
		return 0, err
	}
	tweak := binary.LittleEndian.AppendUint64(nil, uint64(offset))
	copy(page, adiantum.New(d.key).Decrypt(page, tweak))
	return len(page), nil
}
