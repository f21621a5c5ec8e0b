// Package xlsx writes a Report as an Excel workbook that a colleague can fill
// in, print and hand back.
//
// # The workbook
//
// The first sheet says what the workbook is and how to fill it in. Then comes a
// sheet a section; a list of rows is a real Excel table, alone on a sheet of its
// own or under the fields of its section. The comparison sets the requirements
// against the candidates, with native charts. The last sheets are the check list
// (every value that counts, with its SHA-256, and the digest) and the hidden
// dictionary of the validation lists. Inputs are unlocked, all else is protected
// without a password: against slips, not against intent.
//
// # What is found where
//
// Every place is reached by a workbook-level defined name, so sheets may be
// renamed, moved and re-saved:
//
//	product.quantity           the value cell of a field: Name(id)
//	suppliers.reply            the data cells of a list's column: Name("suppliers[].reply")
//	suppliers.facts.metric     the same of a list within a list
//	suppliers._row             the row numbers, from 1; empty in rows kept free
//	suppliers.facts._parent    the row of the outer list that a row belongs to
//	choices._currency          the words of a choice list: ListName
//	applicant.intro._2         where a long text goes on: Continuation(name, 2)
//	filing._digest …           form id, version, language, digest, scope (Meta…)
//
// A text is joined again by setting its parts one after the other with nothing
// between them. Row ids are not in the workbook; a row is known by its number.
//
// Numbers, amounts and dates are numbers and dates; a percentage of 25 is the
// number 25. Truths and choices stand as the words of the workbook's language,
// several values one a line. An answer that is not of its type, and a number of
// more than 15 digits, stand as the text that was typed. Identity numbers are
// masked here as in every output.
//
// # Formulas
//
// A computed value that Excel can express is a live formula over the defined
// names, with the report's value cached beside it. What is unknown is empty and
// never zero. A formula of the pack that Excel lacks (人民币大写) holds the
// program's value for as long as its inputs stay as they were. What an engine
// computed is a plain value and says so.
//
// # A part of it
//
// Options.Only makes the workbook of one section, list or row, for the supplier
// or expert who is to fill it in. It keeps names and row numbers, so that it can
// be merged, and holds values in place of formulas. Package fill reads workbooks
// back.
//
// The package refuses a form pack in which two fields would bear the same name.
// Equal reports give equal bytes. It stands on floor 2 of the house and may
// import forms, assets and i18n, not its sisters.
package xlsx
