package xlsx

import (
	"h200filing/forms"
	"h200filing/i18n"
)

// Shown is what the cell of a question holds in a workbook of a language: a
// float64, a text, or nil where it is empty, also for a question that is nil
// because it is not asked. A text longer than a cell is given whole.
func Shown(report *forms.Report, lang i18n.Lang, q *forms.Question) any {
	return reading(report, lang).content(q)
}

// RowNames are the names by which the workbook tells in the column ParentName
// which row of a list an inner row belongs to.
func RowNames(report *forms.Report, lang i18n.Lang, list *forms.Field) map[forms.Path]string {
	return reading(report, lang).rowNames(list)
}

// reading is a builder that writes nothing.
func reading(report *forms.Report, lang i18n.Lang) *builder {
	return &builder{report: report, text: report.Form.Text(lang), lang: lang, scope: &Scope{}}
}
