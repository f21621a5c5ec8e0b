// Package salvage reads the rows out of a damaged SQLite database, page by page,
// without trusting anything that one page says of another but the overflow of a
// long row. It is for file.Recover: the engine itself gives up at the first page
// that is not right.
//
// It knows the format (https://sqlite.org/fileformat.html) as far as this
// program's files use it: pages of 4096 bytes, UTF-8, nothing reserved. It does
// not tell which table a row belongs to, save by its page, and does not write.
// It knows rows of at most 100 columns, and refuses nothing: what cannot be read is counted. Its effort is bounded by
// the size of the file, whatever the file says.
//
// Floor 1 of the house. It imports the standard library only.
package salvage

import (
	"encoding/binary"
	"errors"
	"io"
	"iter"
	"math"
)

// PageSize is that of all files of this program, in bytes.
const PageSize = 4096

// The kinds of pages that have rows or lead to some (file format, 1.6).
const (
	indexInner = 0x02
	tableInner = 0x05
	indexLeaf  = 0x0a
	tableLeaf  = 0x0d
)

// Row is one row of a table, or one entry of an index.
type Row struct {
	Page   uint32 // counted from 1
	Cell   int    // its number on the page
	RowID  int64  // 0 in an index or a table without row ids
	Index  bool   // of an index, or a table without row ids
	Values []any  // nil, int64, float64, string or []byte
}

// Stats tells what Rows has met.
type Stats struct {
	Pages   int // all pages of the file
	Damaged int // pages that are none of a database, or have rows that cannot be read
}

// Database is a database to be read.
type Database struct {
	r     io.ReaderAt
	pages uint32
	used  []bool // overflow pages that belong to a row already; nil: not looked at
	room  int    // bytes of the current page that no row has taken yet
	Stats Stats  // filled by Rows
}

// Open takes the first size bytes of r for a database. A page that is cut off at
// the end counts as filled up with zeros.
func Open(r io.ReaderAt, size int64) *Database {
	pages := min((size+PageSize-1)/PageSize, math.MaxUint32-1)
	return &Database{r: r, pages: uint32(max(pages, 0))}
}

// maxColumns bounds what a few bytes can make: a value that is NULL takes one.
const maxColumns = 100

var (
	errBroken = errors.New("the row is damaged")
	errNoPage = errors.New("no such page")
)

// page reads a page; what is missing or fails to be read is zero.
func (d *Database) page(n uint32) ([]byte, error) {
	if n < 1 || n > d.pages {
		return nil, errNoPage
	}
	page := make([]byte, PageSize)
	if _, err := d.r.ReadAt(page, int64(n-1)*PageSize); err != nil && err != io.EOF {
		clear(page)
	}
	return page, nil
}

// Rows gives all rows that can be read, in the order of the pages, and counts
// the others in Stats.
func (d *Database) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		d.used = make([]bool, d.pages+1)
		d.Stats = Stats{Pages: int(d.pages)}
		understood := make([]bool, d.pages+1)
		for n := uint32(1); n <= d.pages; n++ {
			page, err := d.page(n)
			if err != nil {
				return
			}
			more, fine := d.rows(n, page, yield)
			if !more {
				return
			}
			understood[n] = fine
		}
		for n := uint32(1); n <= d.pages; n++ {
			if !understood[n] && !d.used[n] {
				d.Stats.Damaged++
			}
		}
	}
}

// rows gives the rows of a page. fine tells that it is a page of a database with
// nothing on it that cannot be read, or an empty one.
func (d *Database) rows(n uint32, page []byte, yield func(Row) bool) (more, fine bool) {
	fine, d.room = true, PageSize
	count, _ := cells(n, page)
	for i := range count {
		row, err := d.row(n, page, i)
		if err != nil {
			fine = false
			continue
		}
		if !yield(row) {
			return false, fine
		}
	}
	return true, fine && (count > 0 || header(n, page)[0] == tableInner || empty(page))
}

// Row reads a row again.
func (d *Database) Row(page uint32, cell int) (Row, error) {
	data, err := d.page(page)
	if err != nil {
		return Row{}, err
	}
	used := d.used
	d.used, d.room = nil, PageSize
	defer func() { d.used = used }()
	return d.row(page, data, cell)
}

// Tree lists the pages of a table or index from its root downwards, as far as
// they name each other.
func (d *Database) Tree(root uint32) []uint32 {
	pages, seen := []uint32{root}, map[uint32]bool{root: true}
	add := func(at []byte) {
		if n := binary.BigEndian.Uint32(at); n >= 1 && n <= d.pages && !seen[n] {
			seen[n] = true
			pages = append(pages, n)
		}
	}
	for i := 0; i < len(pages); i++ {
		page, err := d.page(pages[i])
		if err != nil {
			return nil // only the root can be none
		}
		h := header(pages[i], page)
		count := int(binary.BigEndian.Uint16(h[3:]))
		if h[0] != indexInner && h[0] != tableInner || 12+2*count > len(h) {
			continue
		}
		for cell := range count {
			if at := int(binary.BigEndian.Uint16(h[12+2*cell:])); at+4 <= PageSize {
				add(page[at:])
			}
		}
		add(h[8:])
	}
	return pages
}

// header is where the header of a b-tree page begins: on the first page, behind
// that of the file.
func header(n uint32, page []byte) []byte {
	if n == 1 {
		return page[100:]
	}
	return page
}

// empty tells whether there is nothing on a page that was once in use.
func empty(page []byte) bool {
	for _, b := range page {
		if b != 0 {
			return false
		}
	}
	return true
}

// cells tells how many rows a page has and where their places are listed; none
// on a page that cannot have any.
func cells(n uint32, page []byte) (count, list int) {
	h := header(n, page)
	switch h[0] {
	case indexInner:
		list = 12
	case indexLeaf, tableLeaf:
		list = 8
	default:
		return 0, 0
	}
	count = int(binary.BigEndian.Uint16(h[3:]))
	if list+2*count > len(h) {
		return 0, 0
	}
	return count, list
}

// row reads the row with a number on a page.
func (d *Database) row(n uint32, page []byte, cell int) (Row, error) {
	h := header(n, page)
	count, list := cells(n, page)
	if cell < 0 || cell >= count {
		return Row{}, errBroken
	}
	at := int(binary.BigEndian.Uint16(h[list+2*cell:]))
	if h[0] == indexInner {
		at += 4
	}
	if at >= PageSize {
		return Row{}, errBroken
	}
	row := Row{Page: n, Cell: cell, Index: h[0] != tableLeaf}
	c := cursor{page[at:], true}
	length := c.varint()
	if !row.Index {
		row.RowID = int64(c.varint())
	}
	if !c.ok || length > uint64(d.pages)*PageSize {
		return Row{}, errBroken
	}
	payload, err := d.payload(c.data, int(length), row.Index)
	if err != nil {
		return Row{}, err
	}
	row.Values, err = values(payload)
	return row, err
}

// payload gathers a row from its page and its overflow (file format, 1.6: the
// names are those used there).
func (d *Database) payload(local []byte, p int, index bool) ([]byte, error) {
	const u = PageSize
	x, m := u-35, (u-12)*32/255-23
	if index {
		x = (u-12)*64/255 - 23
	}
	if p <= x {
		return d.local(local, p)
	}
	k := m + (p-m)%(u-4)
	if k > x {
		k = m
	}
	local, err := d.local(local, k+4)
	if err != nil {
		return nil, err
	}
	out := append(make([]byte, 0, min(p, 1<<20)), local[:k]...)
	next := binary.BigEndian.Uint32(local[k:])
	for len(out) < p {
		page, err := d.overflow(next)
		if err != nil {
			return nil, err
		}
		out = append(out, page[4:min(u, 4+p-len(out))]...)
		next = binary.BigEndian.Uint32(page)
	}
	if next != 0 { // the last page names no next one
		return nil, errBroken
	}
	return out, nil
}

// local takes the first bytes of a row. Rows that lie over each other would make
// more of a page than it has.
func (d *Database) local(data []byte, size int) ([]byte, error) {
	if d.room -= size; size > len(data) || d.room < 0 {
		return nil, errBroken
	}
	return data[:size], nil
}

// overflow reads a page that belongs to one row only.
func (d *Database) overflow(n uint32) ([]byte, error) {
	page, err := d.page(n)
	if err != nil {
		return nil, errBroken
	}
	if d.used != nil {
		if d.used[n] {
			return nil, errBroken
		}
		d.used[n] = true
	}
	return page, nil
}

// cursor reads from the front of data; ok is false once that was not possible.
type cursor struct {
	data []byte
	ok   bool
}

func (c *cursor) take(n int) []byte {
	if n < 0 || n > len(c.data) {
		c.ok = false
		return make([]byte, min(max(n, 0), 8))
	}
	out := c.data[:n]
	c.data = c.data[n:]
	return out
}

// varint reads a number of one to nine bytes.
func (c *cursor) varint() (n uint64) {
	for i := range 9 {
		b := c.take(1)[0]
		if i == 8 {
			return n<<8 | uint64(b)
		}
		n = n<<7 | uint64(b&0x7f)
		if b < 0x80 {
			return n
		}
	}
	return n
}

// widths are the bytes of the serial types 0 to 9.
var widths = [...]int{0, 1, 2, 3, 4, 6, 8, 8, 0, 0}

// values reads a record (file format, 2.1).
func values(record []byte) ([]any, error) {
	c := cursor{record, true}
	length := c.varint()
	start := uint64(len(record) - len(c.data))
	if !c.ok || length < start || length > uint64(len(record)) {
		return nil, errBroken
	}
	types, body := cursor{record[start:length], true}, cursor{record[length:], true}
	var out []any
	for len(types.data) > 0 {
		kind := types.varint()
		if kind > 2*uint64(len(record))+13 || len(out) == maxColumns {
			return nil, errBroken
		}
		out = append(out, body.value(int(kind)))
	}
	if !types.ok || !body.ok {
		return nil, errBroken
	}
	return out, nil
}

func (c *cursor) value(kind int) any {
	switch {
	case kind == 0:
		return nil
	case kind == 8, kind == 9:
		return int64(kind - 8)
	case kind == 7:
		return math.Float64frombits(binary.BigEndian.Uint64(c.take(8)))
	case kind < len(widths):
		data := c.take(widths[kind])
		n := int64(int8(data[0]))
		for _, b := range data[1:] {
			n = n<<8 | int64(b)
		}
		return n
	case kind < 12:
		c.ok = false
		return nil
	case kind%2 == 0:
		return append([]byte(nil), c.take((kind-12)/2)...)
	}
	return string(c.take((kind - 13) / 2))
}
