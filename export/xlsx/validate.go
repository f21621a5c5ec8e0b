package xlsx

import (
	"github.com/xuri/excelize/v2"

	"h200filing/forms"
)

// Excel's limits for the texts of a validation.
const (
	promptTitleUnits = 32
	promptUnits      = 255
)

// validate lets a cell or column of a field be filled in from a list, and
// refuses or questions what does not fit. prompt is shown while a cell is
// selected.
func (b *builder) validate(s *sheet, f *forms.Field, cells, prompt string) {
	if f.Computed() || f.Type == forms.TypeFile {
		return
	}
	v := excelize.NewDataValidation(true)
	v.SetSqref(cells)
	title := shorten(b.term("xlsx.error.title"), promptTitleUnits)
	limited := true
	switch f.Type {
	case forms.TypeBool, forms.TypeChoice, forms.TypeChoices:
		list := f.Choices
		if f.Type == forms.TypeBool {
			list = truths
		}
		v.SetSqrefDropList(ListName(list))
		if !f.Open && f.Type != forms.TypeChoices {
			v.SetError(excelize.DataValidationErrorStyleStop, title, b.term("xlsx.error.choice"))
		}
	case forms.TypeRef, forms.TypeRefs:
		limited = b.scope.Covers(b.report.Form.Field(f.Ref))
		v.SetSqrefDropList(Name(f.Ref))
	case forms.TypeInt, forms.TypeDecimal, forms.TypeMoney, forms.TypePercent:
		b.fail(v.SetRange(bound(f, -1), bound(f, 1), excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween))
		v.SetError(excelize.DataValidationErrorStyleWarning, title, b.term("xlsx.error.number"))
	case forms.TypeDate:
		b.fail(v.SetRange(serial(firstDay), serial(lastDay), excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween))
		v.SetError(excelize.DataValidationErrorStyleWarning, title, b.term("xlsx.error.date"))
	default:
		limited = false
	}
	if prompt != "" {
		v.SetInput(shorten(b.text.Fields[f.ID].Label, promptTitleUnits), shorten(prompt, promptUnits))
	}
	if limited || prompt != "" {
		s.validations = append(s.validations, v)
	}
}

// validateParent offers the rows of the outer list.
func (b *builder) validateParent(s *sheet, list *forms.Field, cells string) {
	title := list.List.TitleField()
	if title == nil {
		return
	}
	v := excelize.NewDataValidation(true)
	v.SetSqref(cells)
	v.SetSqrefDropList(Name(title.ID))
	s.validations = append(s.validations, v)
}

// widest bounds a number where the field does not.
const widest = 1e15

// bound is the least (sign -1) or greatest number of a field.
func bound(f *forms.Field, sign float64) float64 {
	limit := f.Max
	if sign < 0 {
		limit = f.Min
	}
	switch {
	case limit != nil:
		return limit.InexactFloat64()
	case sign < 0 && f.Type == forms.TypeMoney:
		return 0
	}
	return sign * widest
}
