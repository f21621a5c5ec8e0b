// Package fill reads a workbook that a colleague, a supplier or an expert has
// filled in, compares it with the application, and turns the differences that
// are chosen into changes.
//
// # How it reads
//
// Fields and columns are found by their defined names (see package xlsx), rows by
// their number; so sheets may be renamed, moved, sorted, deleted and saved again
// by another program. What people do is tolerated: full-width digits and letters,
// stray blanks, numbers and days as text, days as serial numbers, percentages in
// percent cells, truths and choices in any language of the form, rows added in
// the free rows or under them, rows cleared or deleted.
//
// # Three sides
//
// The check list in the workbook holds what the application said when the
// workbook was written. Where the application has moved on since, a cell that
// nobody touched does not undo that (Newer), and one that was changed on both
// sides is left to a person (BothChanged). A workbook that agrees with the
// application in less than half of what it holds comes from another one and is
// compared as it is.
//
// # What it refuses
//
// A formula in an input cell: its cached result is not what was typed. A value
// that is not of its type or choice. A file: attachments do not come in a
// workbook. A row that is not there in a workbook that does not say what it held.
// Each is a Difference with Reason. Read fails with an *Error on what is no
// workbook of this form and on what package cells refuses; it then has read
// nothing.
//
// It stands on floor 2 of the house and imports forms, i18n, and of its own house
// xlsx, for the layout, and xlsx/cells.
package fill
