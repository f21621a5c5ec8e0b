package cells

import "fmt"

// The limits. A filled application of 40 suppliers with 500 facts takes 1 % of
// them.
const (
	MaxFile     = 32 << 20  // bytes of the file
	MaxEntries  = 4096      // entries of the archive
	MaxPart     = 16 << 20  // bytes of one unpacked part
	MaxUnpacked = 32 << 20  // bytes unpacked in all
	MaxDepth    = 48        // nested elements of a part
	MaxAttrs    = 256       // attributes of an element
	MaxSheets   = 512       // sheets, names a sheet, styles … are bounded by MaxPart
	MaxCells    = 300_000   // cells with something in them that are kept
	MaxText     = 32 << 20  // bytes of text that the kept cells refer to
	MaxRow      = 1_048_576 // the last row that Excel has
	MaxColumn   = 16_384    // the last column
)

// Kind says why a workbook is refused.
type Kind string

// The kinds.
const (
	NotWorkbook Kind = "not_workbook" // no archive, or one of something else
	OldFormat   Kind = "old_format"   // .xls, .et, or encrypted: a compound file
	TooLarge    Kind = "too_large"    // beyond a limit
	Damaged     Kind = "damaged"      // a part is missing or is no XML
)

// Kinds lists all kinds.
func Kinds() []Kind { return []Kind{NotWorkbook, OldFormat, TooLarge, Damaged} }

// Error is a workbook that cannot be read.
type Error struct {
	Kind Kind
	Part string // of the archive, "" is the whole
	Err  error  // may be nil
}

func (e *Error) Error() string {
	s := "workbook: " + string(e.Kind)
	if e.Part != "" {
		s += ": " + e.Part
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

func (e *Error) Unwrap() error { return e.Err }

func tooMany(part, what string, limit int) error {
	return &Error{Kind: TooLarge, Part: part, Err: fmt.Errorf("more than %d %s", limit, what)}
}
