package forms

import (
	"errors"
	"strings"
	"time"
	"unicode"

	"github.com/shopspring/decimal"
	"golang.org/x/text/width"

	"h200filing/forms/money"
)

// The Go types of values: string (text, prose, choice, ref), decimal.Decimal
// (int, decimal, money, percent), time.Time at 00:00 UTC (date), bool,
// []string (choices, refs) and Attachment (file).

// Attachment is the value of a file field: a name and the SHA-256 of the content
// that the application file keeps, hexadecimal, or "" while it has none.
type Attachment struct {
	Name   string
	SHA256 string
}

const attachmentPrefix = "sha256:"

// Text is the form in which Answers keeps the attachment.
func (a Attachment) Text() string {
	if a.SHA256 == "" {
		return a.Name
	}
	return attachmentPrefix + a.SHA256 + " " + a.Name
}

// ParseAttachment reads the text of a file answer.
func ParseAttachment(raw string) Attachment {
	if rest, ok := strings.CutPrefix(raw, attachmentPrefix); ok {
		if sum, name, ok := strings.Cut(rest, " "); ok && len(sum) == 64 {
			return Attachment{Name: name, SHA256: sum}
		}
	}
	return Attachment{Name: raw}
}

// Flaw says why a typed text is no value of its field. It is the id of a
// built-in check; its message stands in the pack's text.
type Flaw string

// The flaws.
const (
	NotInt        Flaw = "type.int"
	NotDecimal    Flaw = "type.decimal"
	NotMoney      Flaw = "type.money"
	NotDate       Flaw = "type.date"
	NotPercent    Flaw = "type.percent"
	NotBool       Flaw = "type.bool"
	NotChoice     Flaw = "type.choice"
	RefusedChoice Flaw = "choice.refused"
	BelowMin      Flaw = "range.min"
	AboveMax      Flaw = "range.max"
	TooLong       Flaw = "range.chars"
	NoSuchRow     Flaw = "ref.unknown"
	NoSuchPart    Flaw = "part.unknown"
	NoContent     Flaw = "file.missing"
)

// Flaws lists all flaws; every language has a message for each.
func Flaws() []Flaw {
	return []Flaw{NotInt, NotDecimal, NotMoney, NotDate, NotPercent, NotBool, NotChoice,
		RefusedChoice, BelowMin, AboveMax, TooLong, NoSuchRow, NoSuchPart, NoContent}
}

// Value reads the text of an answer. A flaw means that the text is kept but
// counts as unknown. References are checked by Evaluate, which knows the rows and the catalogue.
func (f *Field) Value(raw string, choices map[string][]string) (any, Flaw) {
	switch f.Type {
	case TypeText, TypeProse:
		return f.text(raw)
	case TypeInt, TypeDecimal, TypeMoney, TypePercent:
		return f.number(raw)
	case TypeDate:
		return parseDate(raw)
	case TypeBool:
		return parseBool(raw)
	case TypeChoice:
		return f.choice(raw, choices[f.Choices])
	case TypeChoices:
		return f.choiceList(raw, choices[f.Choices])
	case TypeRefs:
		return Lines(raw), ""
	case TypeFile:
		a := ParseAttachment(raw)
		if a.SHA256 == "" {
			return a, NoContent
		}
		return a, ""
	}
	return raw, ""
}

func (f *Field) text(raw string) (any, Flaw) {
	if f.MaxChars > 0 && CountChars(raw) > f.MaxChars {
		return raw, TooLong
	}
	return raw, ""
}

// Lines splits a multiple answer into its values.
func Lines(raw string) []string {
	var lines []string
	for line := range strings.SplitSeq(raw, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// CountChars counts characters as 字数 does: every rune that is no white space.
func CountChars(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

var numberFlaws = map[Type]Flaw{TypeInt: NotInt, TypeDecimal: NotDecimal, TypeMoney: NotMoney, TypePercent: NotPercent}

func (f *Field) number(raw string) (any, Flaw) {
	n, err := f.decimal(raw)
	var problem *money.Error
	switch {
	case errors.As(err, &problem) && problem.Problem == money.Negative:
		return nil, BelowMin
	case errors.As(err, &problem) && problem.Problem == money.Overflow:
		return nil, AboveMax
	case err != nil, f.Type == TypeInt && !n.IsInteger():
		return nil, numberFlaws[f.Type]
	case f.Min != nil && n.LessThan(*f.Min):
		return nil, BelowMin
	case f.Max != nil && n.GreaterThan(*f.Max):
		return nil, AboveMax
	}
	return n, ""
}

func (f *Field) decimal(raw string) (decimal.Decimal, error) {
	switch f.Type {
	case TypeMoney:
		fen, err := money.ParseFen(raw)
		return fen.Decimal(), err
	case TypePercent:
		raw = strings.TrimRight(strings.TrimSpace(raw), "%％")
	}
	return money.ParseDecimal(raw)
}

var dateReplacer = strings.NewReplacer("年", "-", "月", "-", "日", "", "/", "-", ".", "-", " ", "")

func parseDate(raw string) (any, Flaw) {
	s := dateReplacer.Replace(strings.TrimSpace(width.Fold.String(raw)))
	t, err := time.Parse("2006-1-2", s)
	if err != nil {
		return nil, NotDate
	}
	return t, ""
}

var bools = map[string]bool{
	"true": true, "yes": true, "是": true, "y": true, "1": true,
	"false": false, "no": false, "否": false, "n": false, "0": false,
}

func parseBool(raw string) (any, Flaw) {
	if b, ok := bools[strings.ToLower(strings.TrimSpace(width.Fold.String(raw)))]; ok {
		return b, ""
	}
	return nil, NotBool
}

func (f *Field) choice(raw string, choices []string) (any, Flaw) {
	for _, c := range choices {
		if c == raw {
			return c, ""
		}
	}
	folded := strings.ToLower(strings.TrimSpace(raw))
	for _, c := range f.Refused {
		if c == folded {
			return nil, RefusedChoice
		}
	}
	if f.Open {
		return raw, ""
	}
	return nil, NotChoice
}

func (f *Field) choiceList(raw string, choices []string) (any, Flaw) {
	values := Lines(raw)
	for _, v := range values {
		if _, flaw := f.choice(v, choices); flaw != "" {
			return nil, flaw
		}
	}
	return values, ""
}
