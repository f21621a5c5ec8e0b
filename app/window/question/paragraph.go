package question

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/export/typeset"
)

// Paragraph is a text to read that wraps by the rules of Chinese typesetting: no
// line begins with a closing mark or ends with an opening one, numbers and words
// stay whole. The toolkit's own wrapping knows none of that.
type Paragraph struct {
	widget.Label
	whole string
	width float32   // that the lines were broken for
	least fyne.Size // its size in these lines; zero where it has to be measured
}

func newParagraph(text string) *Paragraph {
	p := &Paragraph{whole: text}
	p.Text = text
	p.Wrapping = fyne.TextWrapBreak
	p.ExtendBaseWidget(p)
	return p
}

// Whole is the text as it was given.
func (p *Paragraph) Whole() string { return p.whole }

// Put changes the text.
func (p *Paragraph) Put(text string) {
	if p.whole == text {
		return
	}
	p.whole = text
	p.wrap()
}

// Resize breaks the lines again where the width has changed.
func (p *Paragraph) Resize(size fyne.Size) {
	if size.Width != p.width {
		p.width, p.least = size.Width, fyne.Size{}
		p.wrap()
	}
	p.Label.Resize(size)
}

// wrap breaks the text into lines.
func (p *Paragraph) wrap() {
	if text := p.lines(); text != p.Text {
		p.least = fyne.Size{}
		p.SetText(text)
	}
}

// MinSize is measured once for lines that stay: a page asks for it again and again.
func (p *Paragraph) MinSize() fyne.Size {
	if p.least.IsZero() {
		p.least = p.Label.MinSize()
	}
	return p.least
}

// Refresh shows the text in another look, which may be larger.
func (p *Paragraph) Refresh() {
	p.least = fyne.Size{}
	p.Label.Refresh()
}

// widestAdvance is more than any character of the faces takes, in ems.
const widestAdvance = 1.25

// slack is left at the end of a line for words that the face draws a little wider
// than the sum of their letters.
const slack = 2

// lines is the text with its lines ended where they fit the width.
func (p *Paragraph) lines() string {
	room := p.width - 2*theme.InnerPadding() - slack
	size := theme.TextSize()
	if p.SizeName != "" {
		size = theme.Size(p.SizeName)
	}
	if p.Wrapping == fyne.TextWrapOff || room < 2*size {
		return p.whole
	}
	if n := float32(utf8.RuneCountInString(p.whole)); n*widestAdvance*size < room && !strings.Contains(p.whole, "\n") {
		return p.whole // one line, whatever its characters
	}
	advances := advancesOf(size, p.TextStyle)
	// An em that no advance reaches keeps full-width marks as wide as they are drawn.
	ends := typeset.Ends([]typeset.Run{{Text: p.whole}}, typeset.Spec{Width: float64(room), Em: math.MaxFloat64,
		Advance: func(r rune, _ typeset.Style) float64 { return advances.of(r) }})
	return broken([]rune(p.whole), ends)
}

// broken joins the lines of a text that end where ends says.
func broken(text []rune, ends []int) string {
	var b strings.Builder
	from := 0
	for i, end := range ends {
		line := strings.TrimRightFunc(string(text[from:end]), unicode.IsSpace)
		b.WriteString(line)
		if i < len(ends)-1 {
			b.WriteByte('\n')
		}
		from = end
	}
	return b.String()
}

// advances are the widths of characters in one style and size, each measured once.
type advances struct {
	size   float32
	style  fyne.TextStyle
	widths map[rune]float64
}

func advancesOf(size float32, style fyne.TextStyle) *advances {
	return &advances{size: size, style: style, widths: map[rune]float64{}}
}

// many is how often a character is measured, since the toolkit rounds a width.
const many = 16

func (a *advances) of(r rune) float64 {
	if w, ok := a.widths[r]; ok {
		return w
	}
	if r == '\n' {
		return 0
	}
	key := r
	if unicode.Is(unicode.Han, r) { // all as wide as one another
		key = '中'
	}
	w, ok := a.widths[key]
	if !ok {
		w = float64(fyne.MeasureText(strings.Repeat(string(key), many), a.size, a.style).Width) / many
		a.widths[key] = w
	}
	a.widths[r] = w
	return w
}
