// Package forms is the domain: what an application asks, what was answered, and
// everything that follows from the answers.
//
// A Form is a form pack that was loaded and checked (LoadForm): sections of fields,
// rules, clauses of law, and texts in three languages. Answers are what was typed, by
// Path; they change by one Change at a time. Evaluate puts both together and gives a
// Report, an immutable snapshot: the questions that are asked, typed and computed
// values, findings, the sizing of workloads, and the comparison with domestic
// candidates. Window, command line and outputs read the report and compute nothing.
//
// Evaluate is a pure function of form, answers and Context: no clock, no file, no
// network, and the same input gives the same report. What is unknown stays unknown:
// it is never zero, and a rule that rests on it is reported as not checked, never as
// passed. Answers on a branch that is not asked are kept and count nowhere.
//
// Where to look:
//
//   - the form pack: load.go and load….go read it, form.go is what they give, lint.go
//     runs the examples of its rules, print.go lists it for a reader
//   - answers: answers.go, path.go, value.go (types), readanswers.go (YAML)
//   - evaluation: evaluate.go; engines.go and compare.go join the engines of
//     forms/sizing and forms/gap to it, factmodel.go and honest.go forms/honesty
//   - the report: report.go, progress.go, display.go (values for readers and machines),
//     canonical.go (the answers as JSON, and their digest)
//   - drafted prose: drafts.go writes it from the data, draft….go say what it may name
//
// It refuses a pack in which anything is missing or dangling; the errors name file and
// line. It writes no sentence of its own: all words come from the pack.
//
// Floor 1 of the house. It may import the packages below forms, i18n, decimals and
// YAML; nothing of Fyne, gofpdf or excelize (app/floors_test.go).
package forms
