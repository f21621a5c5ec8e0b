// Package document says what the filing says: it turns a Report into parts,
// headings, paragraphs, tables and signature places, in reading order, without a
// word about fonts or positions. export/pdf gives it its looks.
//
// Every sentence comes from the form pack; nothing is written here. The package
// stands on floor 2 of the house and may import forms and assets, not gofpdf,
// not excelize and not its sisters.
package document

import "h200filing/i18n"

// Document is a whole filing.
type Document struct {
	Title    string // of the file's metadata and the cover letter
	Author   string // the applicant
	Lang     i18n.Lang
	Draft    bool   // a watermark stands on every page: a draft, or an exercise
	Mark     string // its words
	Footer   string // 自拟格式（非官方表格） on every page
	PageOf   string // "第 {n} 页 共 {total} 页"
	Digest   string // SHA-256 of the relevant answers, hexadecimal
	Date     string // of issue, ISO 8601; the file's creation date
	Parts    []Part
	Continue string // "续表": set beside the caption of a table that goes on
	// Answers is the application as data (JSON), enclosed in the file as
	// answers.json; nil encloses nothing.
	Answers []byte
}

// Part is the cover letter or an annex. Each begins on a new page and has a
// bookmark.
type Part struct {
	ID        string // stable: "letter", "application", "sizing", "comparison", …
	Label     string // "附件1", or "" for the letter
	Title     string
	Landscape bool
	Lang      i18n.Lang // of its text; English for the supplier data sheet
	Blocks    []Block
}

// Block is one of the types below.
type Block interface{ block() }

// Title is the big centred title of a part.
type Title struct{ Text string }

// Heading is a numbered heading: level 1 一、 2 （一） 3 1. 4 （1）. The number is
// part of the text. Levels 1 and 2 have bookmarks.
type Heading struct {
	Level    int
	Text     string
	Question string // path of the answer that it prints; may be ""
}

// Paragraph is running text. Prose with line breaks is several Paragraphs. One that
// ends with number and title of an annex, "附件：1. 申请表", is a line of the list of
// annexes: it leads to the annex and long titles go on below their first character.
type Paragraph struct {
	Text     string
	Flush    bool // no indent of two characters at the start
	Align    Align
	Strong   bool   // in the face of headings
	Small    bool   // a note, a source, a formula
	Question string // path of the answer that it prints, for read-back; may be ""
}

// Align places a line.
type Align int

// The alignments; Start is justified with a ragged last line.
const (
	Start Align = iota
	Center
	End
)

// Table is a table with ruled cells. Its head repeats on every page.
type Table struct {
	Caption string
	Columns []Column
	Rows    []Row
	Notes   []string // small lines under it
}

// Column is a column's head and its share of the width.
type Column struct {
	Head  string
	Share float64
	Align Align
}

// Row is a row of cells, or a section line across all columns.
type Row struct {
	Cells []Cell
	Band  string // not empty: a line across the table with this text
}

// Cell is the text of a cell. Lines are parted by "\n".
type Cell struct {
	Text     string
	Strong   bool
	Span     int    // columns that it takes; 0 is 1
	Question string // path of the answer that it prints
	Tone     Tone
}

// Tone marks a cell by meaning; the renderer never uses colour alone.
type Tone int

// The tones.
const (
	Plain Tone = iota
	Good
	Bad
	Open // unknown
	Head // a label
)

// Pairs is a form: labels with values, in one or two columns of pairs as they
// fit.
type Pairs struct{ Items []Pair }

// Pair is a label and its value.
type Pair struct {
	Label    string
	Value    string
	Note     string // small, under the value: formula, source
	Question string
	Wide     bool // takes the whole width
}

// Checks is a list of statements with boxes, ticked or not.
type Checks struct{ Items []Check }

// Check is a statement with a box.
type Check struct {
	Text     string
	Ticked   bool
	Question string
}

// Signature is a place to sign and seal: lines of labels with room, the date,
// and the room of the company seal.
type Signature struct {
	Lines []Pair // label and printed name
	Place string // "（盖章）"
	Date  string
	Seal  bool // leaves the room of a seal
}

// Bars compares values with a needed one.
type Bars struct {
	Caption string
	Need    float64 // the need line; 0 is none
	NeedAt  string  // its label: "需求 136 GB"
	Bars    []Bar
}

// Bar is one candidate. Unknown is drawn as an empty outline with its words.
type Bar struct {
	Label    string
	Value    float64
	Text     string // "128 GB（−5.9%）"
	Question string // path of the answer that it draws; may be ""
	Unknown  bool
	Tone     Tone
}

// Enclosure stands for the pages of an attachment, merged in after the page on
// which its list stands. Content is a PDF, PNG or JPEG.
type Enclosure struct {
	Number  string // "证明材料 1"
	Title   string
	SHA256  string
	Pages   int
	Content []byte
	// Unreadable is printed on a page of its own when Content cannot be
	// merged (damaged, locked by a password, of no page): what is wrong and
	// what the reader gets instead. Number, Title and SHA256 stand above it.
	Unreadable string
}

// Verbatim is text that must not be reflowed or justified, such as a digest.
type Verbatim struct{ Text string }

// Space is vertical room, in lines of text.
type Space struct{ Lines float64 }

func (Title) block()     {}
func (Heading) block()   {}
func (Paragraph) block() {}
func (Table) block()     {}
func (Pairs) block()     {}
func (Checks) block()    {}
func (Signature) block() {}
func (Bars) block()      {}
func (Enclosure) block() {}
func (Verbatim) block()  {}
func (Space) block()     {}
