package look_test

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"h200filing/app/window/look"
)

// luminance is the relative luminance of WCAG 2.2.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// contrast is the contrast ratio of WCAG 2.2, 1 to 21.
func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

var grounds = []fyne.ThemeColorName{theme.ColorNameBackground, look.ColorNamePanel, theme.ColorNameInputBackground,
	theme.ColorNameOverlayBackground, theme.ColorNameMenuBackground, theme.ColorNameHeaderBackground}

// pairs says what is written on what, and the least contrast it needs: 4.5 for
// text, 3 for the borders of fields.
func pairs() map[[2]fyne.ThemeColorName]float64 {
	out := map[[2]fyne.ThemeColorName]float64{
		{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary}: 4.5,
		{theme.ColorNameForegroundOnError, theme.ColorNameError}:     4.5,
		{theme.ColorNameForegroundOnSuccess, theme.ColorNameSuccess}: 4.5,
		{theme.ColorNameForegroundOnWarning, theme.ColorNameWarning}: 4.5,
		{theme.ColorNameForeground, theme.ColorNameButton}:           4.5,
		{theme.ColorNameForeground, theme.ColorNameSelection}:        4.5,
		{theme.ColorNameForeground, theme.ColorNameFocus}:            4.5,
		{theme.ColorNameForeground, look.ColorNameNotice}:            4.5,
		{theme.ColorNameError, look.ColorNameNotice}:                 4.5,
		{theme.ColorNameDisabled, theme.ColorNameDisabledButton}:     4.5,
	}
	for _, ground := range grounds {
		for _, text := range []fyne.ThemeColorName{theme.ColorNameForeground, theme.ColorNamePlaceHolder, theme.ColorNameDisabled,
			theme.ColorNamePrimary, theme.ColorNameHyperlink, theme.ColorNameError, theme.ColorNameSuccess, theme.ColorNameWarning} {
			out[[2]fyne.ThemeColorName{text, ground}] = 4.5
		}
	}
	for _, bar := range []fyne.ThemeColorName{look.ColorNameMeets, look.ColorNameShort, theme.ColorNamePlaceHolder} {
		out[[2]fyne.ThemeColorName{bar, look.ColorNamePanel}] = 3
	}
	for _, ground := range grounds[:3] {
		out[[2]fyne.ThemeColorName{theme.ColorNameInputBorder, ground}] = 3
	}
	return out
}

func TestContrast(t *testing.T) {
	th, err := look.New(look.System, 100)
	if err != nil {
		t.Fatal(err)
	}
	for name, variant := range map[string]fyne.ThemeVariant{"light": theme.VariantLight, "dark": theme.VariantDark} {
		for pair, least := range pairs() {
			if got := contrast(th.Color(pair[0], variant), th.Color(pair[1], variant)); got < least {
				t.Errorf("%s: %s on %s has contrast %.2f, want %.1f", name, pair[0], pair[1], got, least)
			}
		}
	}
}

// TestFonts holds the theme to the bundled faces: bold differs, and Chinese
// text is measured by them.
func TestFonts(t *testing.T) {
	th, err := look.New(look.System, 100)
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t)
	test.ApplyTheme(t, th)
	regular, bold := th.Font(fyne.TextStyle{}), th.Font(fyne.TextStyle{Bold: true})
	if regular.Name() == bold.Name() {
		t.Errorf("bold is the regular face %s", bold.Name())
	}
	if th.Font(fyne.TextStyle{Monospace: true}) != regular || th.Font(fyne.TextStyle{Italic: true}) != regular {
		t.Error("monospace and italic are not the regular face")
	}
	if got := fyne.MeasureText("申请", 100, fyne.TextStyle{}).Width; got != 200 {
		t.Errorf("two Han characters at 100 are %g wide, want 200", got)
	}
}

func TestTextSize(t *testing.T) {
	for percent, want := range map[int]float32{50: 14, 100: 14, 150: 21, 200: 28, 400: 28} {
		th, err := look.New(look.System, percent)
		if err != nil {
			t.Fatal(err)
		}
		if got := th.Size(theme.SizeNameText); got != want {
			t.Errorf("text at %d %% is %g, want %g", percent, got, want)
		}
	}
}

// TestGround: a chosen ground outweighs the system's.
func TestGround(t *testing.T) {
	for ground, want := range map[look.Ground]fyne.ThemeVariant{look.Light: theme.VariantLight, look.Dark: theme.VariantDark} {
		chosen, err := look.New(ground, 100)
		if err != nil {
			t.Fatal(err)
		}
		system, err := look.New(look.System, 100)
		if err != nil {
			t.Fatal(err)
		}
		for _, variant := range []fyne.ThemeVariant{theme.VariantLight, theme.VariantDark} {
			name := theme.ColorNameBackground
			if got := chosen.Color(name, variant); got != system.Color(name, want) {
				t.Errorf("%s on a system of %d: background %v", ground, variant, got)
			}
		}
	}
}

// TestInk: the colour of texts is the one that was named, and stays dark where the
// toolkit's menu makes its shortcuts of it.
func TestInk(t *testing.T) {
	th, err := look.New(look.System, 100)
	if err != nil {
		t.Fatal(err)
	}
	for _, variant := range []fyne.ThemeVariant{theme.VariantLight, theme.VariantDark} {
		c := th.Color(theme.ColorNameForeground, variant)
		plain := color.NRGBAModel.Convert(c).(color.NRGBA)
		if plain.A != 0xff {
			t.Errorf("texts are drawn at alpha %d", plain.A)
		}
		r, g, b, a := c.RGBA() // as widget/menu_item.go goes on
		shortcut := color.NRGBA{R: uint8(r), G: uint8(g), B: uint8(b), A: uint8(uint32(float32(a) * 0.95))}
		if shortcut.A < 0xf0 {
			t.Errorf("shortcuts are drawn at alpha %d", shortcut.A)
		}
		if contrast(shortcut, th.Color(theme.ColorNameMenuBackground, variant)) < 4.5 {
			t.Errorf("shortcuts are %v, texts %v", shortcut, plain)
		}
	}
}
