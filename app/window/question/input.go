package question

import (
	"fyne.io/fyne/v2"

	"h200filing/forms"
)

// input is where a question is answered.
type input interface {
	object() fyne.CanvasObject
	// show updates the input from the report; a text being typed stays.
	show(q *forms.Question)
	// target takes the focus; nil where nothing can.
	target() fyne.Focusable
}

// inputs makes the input for each type of question.
var inputs = map[forms.Type]func(*block) input{
	forms.TypeText:    newTextInput,
	forms.TypeProse:   newProseInput,
	forms.TypeInt:     newNumberInput,
	forms.TypeDecimal: newNumberInput,
	forms.TypeMoney:   newNumberInput,
	forms.TypePercent: newNumberInput,
	forms.TypeDate:    newDateInput,
	forms.TypeBool:    newBoolInput,
	forms.TypeChoice:  newChoiceInput,
	forms.TypeRef:     newChoiceInput,
	forms.TypeChoices: newChoicesInput,
	forms.TypeRefs:    newChoicesInput,
	forms.TypeFile:    newFileInput,
}

func newInput(b *block) input {
	switch {
	case b.field.Computed():
		return newComputed(b)
	case b.field.Open && b.field.Type == forms.TypeChoice, b.field.Type == forms.TypeText && len(b.desk.Suggestions(b.field)) > 0:
		return newOpenInput(b)
	}
	return inputs[b.field.Type](b)
}
