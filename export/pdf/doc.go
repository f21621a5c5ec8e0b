// Package pdf gives a document.Document its looks: an A4 file in the manner of
// GB/T 9704-2012 that is printed, signed, sealed and submitted.
//
// It works in two passes. The first lays the document out: every block becomes
// pieces of known height whose characters have their face and place (package
// typeset), strips of blocks side by side, and the pieces are set on pages. Only then
// is the number of pages known, and which characters each face must show. The second
// pass cuts each face down to those (package subset) and writes and packs the contents
// of the pages, while gofpdf lays the frame of a file; and fills the frame: contents,
// fonts and the mapping of every code to its character, outline, links, labels,
// metadata, colours, language, identifier, and the pages of attachments, which gofpdf
// cannot do, does wrongly or does slowly. A crew of goroutines does both side by side.
//
// No character is lost: a face that lacks one is stood in for by the others, and
// what no face has is shown as □, with its code point at the foot of the page, and
// found in the text as itself. Control characters and bytes that are no UTF-8 do
// not reach a page.
//
// Equal documents give equal bytes. Nothing here reads a clock, a file or the
// network. All of it is safe for concurrent use.
//
// The file is made to PDF/A-3b and says so unless pages of attached files are in
// it, of which nothing is known. PDFBox Preflight, which knows part 1 only, finds
// nothing against the pages but the CIDSet that later parts do not ask for. What is
// missing: the file is not tagged (3a), and no validator of part 3 has seen it.
//
// What it refuses: forms, links out of the file, pages of other sizes. It knows
// nothing of the applicant or the form; every word on a page, but for numbers
// and code points, comes in the Document.
//
// It stands on floor 2 (export) and may import export/document, export/evidence,
// export/typeset, export/pdf/subset, assets/fonts, assets/colour and i18n.
package pdf
