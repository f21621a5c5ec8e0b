package xlsx

import (
	"github.com/xuri/excelize/v2"

	"h200filing/forms"
)

// look is everything that tells one cell style from another.
type look struct {
	kind   kind
	format string // number format code; "" is General
	right  bool   // numbers stand right
	open   bool   // unlocked
	line   bool   // one line: what is longer is hidden by the next cell, not cut through
}

// kind is what a cell is for.
type kind int

const (
	plainText kind = iota
	titleText
	introText
	heading // of columns
	label
	input
	computed // by the program or a formula
	resting  // an input that is not asked for now
	note
	mark // row numbers
)

const (
	inkGrey  = "595959"
	ruleGrey = "BFBFBF"
	fontName = "宋体"
)

// fills, from dark to light: heads, labels, computed values and resting fields.
var fills = map[kind]string{heading: "D9D9D9", label: "F2F2F2", computed: "F7F7F7", resting: "EDEDED", mark: "F2F2F2"}

var fonts = map[kind]excelize.Font{
	titleText: {Size: 15, Bold: true},
	introText: {Size: 9, Color: inkGrey},
	heading:   {Size: fontSize, Bold: true},
	resting:   {Size: fontSize, Color: inkGrey},
	note:      {Size: 9, Color: inkGrey},
	mark:      {Size: 9, Color: inkGrey},
}

// unruled kinds stand outside of tables.
var unruled = map[kind]bool{plainText: true, titleText: true, introText: true}

// style gives the id of a look, made once.
func (b *builder) style(l look) int {
	if id, ok := b.styles[l]; ok {
		return id
	}
	font, ok := fonts[l.kind]
	if !ok {
		font = excelize.Font{Size: fontSize}
	}
	font.Family = fontName
	s := &excelize.Style{
		Font:       &font,
		Alignment:  &excelize.Alignment{WrapText: !l.line, Vertical: "center"},
		Protection: &excelize.Protection{Locked: !l.open},
	}
	if l.format != "" {
		s.CustomNumFmt = &l.format
	}
	if fill := fills[l.kind]; fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}}
	}
	switch {
	case l.right:
		s.Alignment.Horizontal = "right"
	case l.kind == heading || l.kind == mark:
		s.Alignment.Horizontal = "center"
	default:
		s.Alignment.Horizontal = "left"
		if !unruled[l.kind] {
			s.Alignment.Indent = 1
		}
	}
	if !unruled[l.kind] {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			s.Border = append(s.Border, excelize.Border{Type: side, Color: ruleGrey, Style: 1})
		}
	}
	id, err := b.file.NewStyle(s)
	b.fail(err)
	b.styles[l] = id
	return id
}

// textFormat keeps what is typed into a cell as text.
const textFormat = "@"

// formats are the number formats of the types; text and choices that are codes
// stay text.
var formats = map[forms.Type]string{
	forms.TypeInt:     "#,##0",
	forms.TypeMoney:   "#,##0.00",
	forms.TypePercent: `General"%"`,
	forms.TypeDate:    "yyyy-mm-dd",
	forms.TypeText:    textFormat,
	forms.TypeChoice:  textFormat,
	forms.TypeChoices: textFormat,
	forms.TypeRef:     textFormat,
	forms.TypeRefs:    textFormat,
	forms.TypeBool:    textFormat,
}

// computedFormats are those of the types whose computed values have many digits.
var computedFormats = map[forms.Type]string{
	forms.TypePercent: `0.00"%"`,
	forms.TypeDecimal: "#,##0.00",
}

// valueLook is the look of a field's value cell.
func valueLook(f *forms.Field, asked bool, value any) look {
	l := look{kind: input, format: formats[f.Type], open: true, right: f.Type.Numeric()}
	switch {
	case f.Computed():
		l.kind, l.open = computed, false
		if format := computedFormats[f.Type]; format != "" {
			l.format = format
		}
		if l.format == textFormat { // a formula in a text cell would show as its text
			l.format = ""
		}
	case f.Type == forms.TypeFile:
		l.kind, l.open = computed, false
	case !asked:
		l.kind = resting
	}
	if s, ok := value.(string); ok && l.open && formulaLike(s) {
		l.format = textFormat
	}
	return l
}
