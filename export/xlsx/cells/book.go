package cells

import (
	"encoding/xml"
	"path"
	"slices"
	"strings"
)

// Book is an opened workbook. It is for one goroutine.
type Book struct {
	// Date1904 tells that day 0 is 1904-01-01.
	Date1904 bool

	archive  *archive
	sheets   map[string]string // name → part
	order    []string
	names    map[string]string // small letters → what it stands for
	formats  []Format          // by style
	shared   []string          // shared texts
	oddities []Oddity
	cells    int // kept
	text     int // bytes of text kept
}

// Oddity is something in the file that a form to fill in does not have. It is
// never opened.
type Oddity string

// The oddities.
const (
	Macros   Oddity = "macros"   // program code
	External Oddity = "external" // links to other files
	Embedded Oddity = "embedded" // files inside, archives in the archive
)

// Open reads all of a workbook but its cells.
func Open(data []byte) (*Book, error) {
	a, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	b := &Book{archive: a, sheets: map[string]string{}, names: map[string]string{}}
	main, err := b.mainPart()
	if err != nil {
		return nil, err
	}
	related, err := b.relations(main)
	if err != nil {
		return nil, err
	}
	if err := b.readMain(main, related); err != nil {
		return nil, err
	}
	for _, r := range related {
		switch {
		case r.is("styles"):
			err = b.readStyles(r.target)
		case r.is("sharedStrings"):
			err = b.readShared(r.target)
		}
		if err != nil {
			return nil, err
		}
	}
	b.lookAround()
	return b, nil
}

// Oddities lists what was found and not opened.
func (b *Book) Oddities() []Oddity { return b.oddities }

// Finding tells what became of a defined name.
type Finding int

// The findings.
const (
	Absent Finding = iota // no such name
	Broken                // not one area on a sheet of this workbook
	Found
)

// Name finds the area of a defined name of the workbook. Capitals count as small
// letters.
func (b *Book) Name(name string) (Area, Finding) {
	stands, ok := b.names[strings.ToLower(name)]
	if !ok {
		return Area{}, Absent
	}
	area, ok := parseReference(stands)
	if !ok {
		return Area{}, Broken
	}
	for sheet := range b.sheets { // names of sheets do not tell case either
		if strings.EqualFold(sheet, area.Sheet) {
			area.Sheet = sheet
			return area, Found
		}
	}
	return Area{}, Broken
}

// relationship is an entry of a .rels part.
type relationship struct{ id, kind, target string }

func (r relationship) is(kind string) bool { return strings.HasSuffix(r.kind, "/"+kind) }

// relations reads what a part is related to, inside of the archive.
func (b *Book) relations(part string) ([]relationship, error) {
	dir, base := path.Split(part)
	name := dir + "_rels/" + base + ".rels"
	data, err := b.archive.read(name)
	if err != nil {
		return nil, err
	}
	var out []relationship
	w := newWalker(name, data)
	for {
		token, err := w.next()
		if token == nil || err != nil {
			return out, err
		}
		e, ok := token.(xml.StartElement)
		if !ok || e.Name.Local != "Relationship" || strings.EqualFold(attribute(e, "TargetMode"), "External") {
			continue
		}
		target := attribute(e, "Target")
		if !strings.HasPrefix(target, "/") {
			target = dir + target
		}
		out = append(out, relationship{attribute(e, "Id"), attribute(e, "Type"), target})
	}
}

// mainPart finds the part that lists the sheets.
func (b *Book) mainPart() (string, error) {
	if !b.archive.has("_rels/.rels") {
		return "", &Error{Kind: NotWorkbook}
	}
	related, err := b.relations("")
	if err != nil {
		return "", err
	}
	for _, r := range related {
		if r.is("officeDocument") && strings.HasSuffix(strings.ToLower(r.target), ".xml") {
			return r.target, nil
		}
	}
	return "", &Error{Kind: NotWorkbook}
}

// readMain reads sheets and names.
func (b *Book) readMain(part string, related []relationship) error {
	data, err := b.archive.read(part)
	if err != nil {
		return err
	}
	w := newWalker(part, data)
	name, local := "", false
	var stands strings.Builder
	for {
		token, err := w.next()
		if token == nil || err != nil {
			return b.complete(part, err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "workbookPr":
				d := attribute(t, "date1904")
				b.Date1904 = d == "1" || d == "true"
			case "sheet":
				b.addSheet(t, related)
			case "definedName":
				name, local = attribute(t, "name"), attribute(t, "localSheetId") != ""
				stands.Reset()
			}
		case xml.CharData:
			if w.within("definedName") {
				stands.Write(t)
			}
		case xml.EndElement:
			if t.Name.Local == "definedName" && !local {
				b.names[strings.ToLower(name)] = stands.String()
			}
		}
	}
}

// complete checks what has been read of the main part.
func (b *Book) complete(part string, err error) error {
	switch {
	case err != nil:
		return err
	case len(b.order) == 0:
		return &Error{Kind: NotWorkbook, Part: part}
	case len(b.order) > MaxSheets:
		return tooMany(part, "sheets", MaxSheets)
	}
	return nil
}

func (b *Book) addSheet(e xml.StartElement, related []relationship) {
	name, id := attribute(e, "name"), relation(e)
	i := slices.IndexFunc(related, func(r relationship) bool { return r.id == id && r.is("worksheet") })
	if i < 0 || name == "" || b.sheets[name] != "" {
		return // a chart or dialogue sheet has no cells
	}
	b.sheets[name] = related[i].target
	b.order = append(b.order, name)
}

// lookAround notes the parts that are not opened.
func (b *Book) lookAround() {
	seen := map[Oddity]bool{}
	for name := range b.archive.parts {
		switch {
		case strings.Contains(name, "vbaproject"), strings.Contains(name, "macrosheets/"):
			seen[Macros] = true
		case strings.Contains(name, "externallinks/"), strings.HasSuffix(name, "connections.xml"):
			seen[External] = true
		case strings.Contains(name, "embeddings/"), strings.HasSuffix(name, ".zip"), strings.HasSuffix(name, ".xlsx"):
			seen[Embedded] = true
		}
	}
	for _, o := range []Oddity{Macros, External, Embedded} {
		if seen[o] {
			b.oddities = append(b.oddities, o)
		}
	}
}
