// Package cells reads single cells of an Excel workbook that came from outside,
// with bounds on time and memory.
//
// It reads what is needed to find cells by their defined names: the list of
// sheets, the names, number formats, shared texts, and the cells of the sheets
// that are asked for, each in one pass. A cell says whether it holds a formula,
// so that nobody takes a cached value for what was typed. Macros, links to other
// files, embedded files and pictures are never opened, only counted in Oddities.
//
// It refuses with an *Error what is no .xlsx workbook, an encrypted one and one
// of the old format, a part that declares entities, and what exceeds the limits
// in limits.go: those bound what is unpacked, whatever the archive claims of
// itself. Names that lead to another file, to several areas or nowhere are
// Broken.
//
// The spreadsheet library of the writer is not used here: it builds whole sheets
// in memory, a hundred times the size of the file.
//
// It stands on floor 2 of the house and imports nothing of it.
package cells
