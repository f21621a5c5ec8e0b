package xlsx

import (
	"maps"
	"slices"
)

// planDictionary writes the words of every choice list into a column, because a
// list in a validation itself may not be longer than 255 characters.
func (b *builder) planDictionary(s *sheet) {
	lists := map[string][]string{truths: {b.truth(true), b.truth(false)}}
	for name, values := range b.report.Form.Choices {
		for _, v := range values {
			word := v
			if t := b.text.Choices[name][v]; t != "" {
				word = t
			}
			lists[name] = append(lists[name], word)
		}
	}
	for column, name := range slices.Sorted(maps.Keys(lists)) {
		words := lists[name]
		for i, word := range words {
			for len(s.rows) <= i {
				s.rows = append(s.rows, row{cells: make([]any, len(lists))})
			}
			s.rows[i].cells[column] = b.cell(look{kind: plainText, format: textFormat}, word)
		}
		b.name(ListName(name), s.absolute(column+1, 1, len(words)))
		s.widths = append(s.widths, 20)
	}
}
