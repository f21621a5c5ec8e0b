package fill

import (
	"errors"

	"h200filing/export/xlsx/cells"
	"h200filing/forms"
)

// Import is what a workbook would change in an application.
type Import struct {
	Differences []*Difference // in form order; rows before what is in them
	Notes       []Note

	form  *forms.Form
	order []*row // rows of the workbook that are or will be in the application, in its order
}

// Kind is what a difference is about.
type Kind string

// The kinds.
const (
	Answer  Kind = "answer"
	Added   Kind = "added"   // a row that the application does not have
	Removed Kind = "removed" // a row that was cleared or deleted
	Order   Kind = "order"   // of the rows of a list
)

// Difference is one thing in which the workbook differs.
type Difference struct {
	Kind  Kind
	Field string // public path: "product.quantity", "suppliers[2]", "project.fleet"
	Label string // what people call it
	Cell  string // where it stands: "3 项目!B7"; "" where the row is gone
	// Old and New are texts as of an answer: numbers plain, days ISO 8601, choices
	// by id, truths "true" and "false". Of rows they are titles, of an order
	// numbers. A refused New is what stands in the cell.
	Old, New string
	Reason   Reason // why it is refused; "" is accepted

	path  forms.Path   // of an answer or row that is there
	field *forms.Field // of an answer
	row   *row         // of an answer in a row, of a row
	list  forms.Path   // Order
}

// Accepted reports whether the difference can be taken without a second look.
func (d *Difference) Accepted() bool { return d.Reason == "" }

// Overridable reports whether a person may take the difference although it is
// refused: the workbook is older than the answer.
func (d *Difference) Overridable() bool { return d.Reason == Newer || d.Reason == BothChanged }

// Reason says why a difference is refused.
type Reason string

// The reasons.
const (
	Newer        Reason = "newer"         // changed in the application since, untouched in the workbook
	BothChanged  Reason = "both_changed"  // changed in both
	Formula      Reason = "formula"       // a formula stands where a value is asked for
	CellError    Reason = "cell_error"    // the cell holds an error such as #REF!
	NotInt       Reason = "int"           // not a whole number
	NotNumber    Reason = "number"        // not a number
	DateNumber   Reason = "date_number"   // a number that the program turned into a day
	NotDate      Reason = "date"          // not a day
	NotTruth     Reason = "yes_no"        // neither yes nor no
	NotChoice    Reason = "choice"        // none of the choices
	NotPermitted Reason = "not_permitted" // a choice that is shown as not admitted
	OutOfRange   Reason = "range"         // below the least or above the most
	DigitsLost   Reason = "digits"        // a number of more digits than a workbook keeps
	Masked       Reason = "masked"        // identity numbers are shown masked
	File         Reason = "file"          // attachments are added in the program
	NoSuchRow    Reason = "no_such_row"   // names a row that is not there
	NoOuterRow   Reason = "no_outer_row"  // does not say which row it belongs to
	PartMissing  Reason = "part_missing"  // a part of a long text was deleted
	TextTooLong  Reason = "text_too_long" // beyond what is taken from a workbook
	RowGone      Reason = "row_gone"      // removed in the application since
	RowAbsent    Reason = "row_absent"    // not in a workbook that does not say what it held
	NothingTaken Reason = "nothing_taken" // a new row of which every answer is refused
)

// Reasons lists all reasons.
func Reasons() []Reason {
	return []Reason{Newer, BothChanged, Formula, CellError, NotInt, NotNumber, DateNumber, NotDate, NotTruth, NotChoice,
		NotPermitted, OutOfRange, DigitsLost, Masked, File, NoSuchRow, NoOuterRow, PartMissing, TextTooLong, RowGone, RowAbsent, NothingTaken}
}

// Note is a remark on the workbook as a whole.
type Note struct {
	Code    NoteCode
	Subject string // what it is about, in words; may be ""
}

// NoteCode says what a note is about.
type NoteCode string

// The notes.
const (
	OtherVersion     NoteCode = "other_version"     // subject: the workbook's version of the form
	OtherApplication NoteCode = "other_application" // agrees in less than half
	OlderState       NoteCode = "older_state"       // subject: the day of the export
	CheckMissing     NoteCode = "check_missing"     // the check list is gone
	PartOnly         NoteCode = "part_only"         // subject: the parts that it holds
	SheetMissing     NoteCode = "sheet_missing"     // subject: section or list
	NameBroken       NoteCode = "name_broken"       // subject: question
	HasMacros        NoteCode = "macros"
	HasLinks         NoteCode = "external"
	HasEmbedded      NoteCode = "embedded"
)

// NoteCodes lists all codes.
func NoteCodes() []NoteCode {
	return []NoteCode{OtherVersion, OtherApplication, OlderState, CheckMissing, PartOnly, SheetMissing, NameBroken,
		HasMacros, HasLinks, HasEmbedded}
}

// Error is a workbook that is not read: by the Kind of package cells, or one of
// those here.
type Error struct {
	Kind cells.Kind
	Err  error
}

// More kinds of an Error.
const (
	OtherForm cells.Kind = "other_form" // of another form
	NoForm    cells.Kind = "no_form"    // a workbook without the names of a form
)

// ErrorKinds lists all kinds.
func ErrorKinds() []cells.Kind { return append(cells.Kinds(), OtherForm, NoForm) }

func (e *Error) Error() string {
	if e.Err != nil {
		return e.Err.Error()
	}
	return "workbook: " + string(e.Kind)
}

func (e *Error) Unwrap() error { return e.Err }

// refused makes an Error of one of package cells.
func refused(err error) error {
	var of *cells.Error
	if errors.As(err, &of) {
		return &Error{Kind: of.Kind, Err: err}
	}
	return err
}
