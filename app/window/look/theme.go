package look

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"h200filing/assets/fonts"
)

// The text sizes that the user may choose, in percent.
const (
	SmallestText = 100
	LargestText  = 200
)

// Ground is whether the window is light or dark.
type Ground string

// The grounds. System follows the setting of the system, where it has one.
const (
	System Ground = "system"
	Light  Ground = "light"
	Dark   Ground = "dark"
)

// Grounds lists the grounds in the order in which they are offered.
func Grounds() []Ground { return []Ground{System, Light, Dark} }

// Theme is the program's theme.
type Theme struct {
	fyne.Theme // the toolkit's own, for icons and symbols
	ground     Ground
	regular    fyne.Resource
	bold       fyne.Resource
	scale      float32
}

// New makes the theme with texts at a percentage of their normal size, held
// between SmallestText and LargestText.
func New(ground Ground, percent int) (*Theme, error) {
	t := &Theme{Theme: theme.DefaultTheme(), ground: ground, scale: float32(min(max(percent, SmallestText), LargestText)) / 100}
	for _, f := range []struct {
		key  fonts.Key
		into *fyne.Resource
	}{{fonts.UIRegular, &t.regular}, {fonts.UIBold, &t.bold}} {
		face, ok := fonts.Get(f.key)
		if !ok {
			return nil, fmt.Errorf("typeface %s is not embedded", f.key)
		}
		*f.into = fyne.NewStaticResource(face.File, face.Bytes)
	}
	return t, nil
}

// Font gives one face for running text, italic and monospace, one for bold, and
// the toolkit's own for its symbols. Fyne makes no bold of a regular face.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol:
		return t.Theme.Font(style)
	case style.Bold:
		return t.bold
	}
	return t.regular
}

// Color gives the palette's colour, or the toolkit's where the palette has none.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch t.ground {
	case Light:
		variant = theme.VariantLight
	case Dark:
		variant = theme.VariantDark
	}
	p := light
	if variant == theme.VariantDark {
		p = dark
	}
	if c, ok := p[name]; ok {
		return c
	}
	return t.Theme.Color(name, variant)
}

// sizes are the sizes at 100 %, in device-independent pixels.
var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:            14,
	theme.SizeNameCaptionText:     13,
	theme.SizeNameSubHeadingText:  16,
	theme.SizeNameHeadingText:     21,
	theme.SizeNameInnerPadding:    7,
	theme.SizeNamePadding:         4,
	theme.SizeNameLineSpacing:     4,
	theme.SizeNameInlineIcon:      18,
	theme.SizeNameInputRadius:     4,
	theme.SizeNameSelectionRadius: 3,
	theme.SizeNameScrollBar:       14,
	theme.SizeNameScrollBarSmall:  6,
}

// fixed are the sizes that stay as they are when the text grows: room that a
// larger text needs for itself.
var fixed = map[fyne.ThemeSizeName]bool{
	theme.SizeNamePadding: true, theme.SizeNameInputRadius: true, theme.SizeNameSelectionRadius: true,
	theme.SizeNameScrollBar: true, theme.SizeNameScrollBarSmall: true, theme.SizeNameLineSpacing: true,
}

// Size gives a size at the chosen text size.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	s, ok := sizes[name]
	if !ok {
		return t.Theme.Size(name)
	}
	if fixed[name] {
		return s
	}
	return s * t.scale
}

// Scale is the factor by which texts are larger than normal, 1 to 2.
func (t *Theme) Scale() float32 { return t.scale }
