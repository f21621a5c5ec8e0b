// Package verify reads back what is really in the files of a filing and names
// every place where they do not say the same.
//
// # What is read
//
// The text of the PDF's pages by PDFium, the cells of the workbook by excelize
// through its defined names, the attachments by their SHA-256, the lines of the
// manifest, the answers. From the answers whose digest the files bear, the PDF and
// the workbook are made once more, and what was read is held against them: so a
// difference is found wherever it is, and named by the question that stands there,
// with both values and page or cell.
//
// A workbook that another program has saved again, with its own styles and its own
// recalculation, does not differ. Attachments merged into a PDF that is verified
// without its pack are held against their number, title, page count and SHA-256
// only, for their content is not at hand.
//
// # What is refused
//
// Packs with names that lead out of it, with one name twice, or above the limits
// of limits.go; files that are no PDF, no workbook, no pack; other forms. The error
// is an *Error. Nothing is ever written.
//
// Equal files give equal results. Floor 2 of the house; it may import forms, i18n
// and its sisters.
package verify
