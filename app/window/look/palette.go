package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// ColorNamePanel is the ground of side panels and cards.
const ColorNamePanel fyne.ThemeColorName = "panel"

// ColorNameNotice is the ground of a calm explanation.
const ColorNameNotice fyne.ThemeColorName = "notice"

// ColorNameMeets and ColorNameShort are the colours of bars, a blue and an orange
// that are told apart by people who see few colours.
const (
	ColorNameMeets fyne.ThemeColorName = "meets"
	ColorNameShort fyne.ThemeColorName = "short"
)

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

// ink is a colour of running text. The toolkit draws the shortcuts of its menus in it,
// at 95 % of its alpha, and keeps the low byte of the sixteen bits alone: full alpha
// comes out as a fifth. Of this one, which is full in eight bits, the low byte is full.
func ink(hex uint32) color.NRGBA64 {
	const alpha = 0xffc9
	c := rgb(hex)
	wide := func(v uint8) uint16 { return uint16(min(uint32(v)*0x101*0xffff/alpha, 0xffff)) }
	return color.NRGBA64{R: wide(c.R), G: wide(c.G), B: wide(c.B), A: alpha}
}

func veil(hex uint32, alpha uint8) color.NRGBA {
	c := rgb(hex)
	c.A = alpha
	return c
}

// light is paper and ink, with the red of a seal for what is chosen.
var light = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground:          rgb(0xfbfaf8),
	ColorNamePanel:                     rgb(0xf2f0ec),
	ColorNameNotice:                    rgb(0xf6ecd8),
	ColorNameMeets:                     rgb(0x0b5a94),
	ColorNameShort:                     rgb(0xb3480a),
	theme.ColorNameForeground:          ink(0x1f2328),
	theme.ColorNamePrimary:             rgb(0x9b2226),
	theme.ColorNameForegroundOnPrimary: rgb(0xffffff),
	theme.ColorNameHyperlink:           rgb(0x8a1f23),
	theme.ColorNamePlaceHolder:         rgb(0x62666d),
	theme.ColorNameDisabled:            rgb(0x666a71),
	theme.ColorNameError:               rgb(0xae1e1e),
	theme.ColorNameForegroundOnError:   rgb(0xffffff),
	theme.ColorNameSuccess:             rgb(0x1d6b3b),
	theme.ColorNameForegroundOnSuccess: rgb(0xffffff),
	theme.ColorNameWarning:             rgb(0x7a5200),
	theme.ColorNameForegroundOnWarning: rgb(0xffffff),
	theme.ColorNameButton:              rgb(0xe9e6e0),
	theme.ColorNameDisabledButton:      rgb(0xf0eeea),
	theme.ColorNameHeaderBackground:    rgb(0xf2f0ec),
	theme.ColorNameInputBackground:     rgb(0xffffff),
	theme.ColorNameInputBorder:         rgb(0x85898f),
	theme.ColorNameMenuBackground:      rgb(0xffffff),
	theme.ColorNameOverlayBackground:   rgb(0xfbfaf8),
	theme.ColorNameSelection:           rgb(0xf0d6d2),
	theme.ColorNameFocus:               rgb(0xeac7c3),
	theme.ColorNameHover:               veil(0x000000, 0x0d),
	theme.ColorNamePressed:             veil(0x000000, 0x22),
	theme.ColorNameSeparator:           rgb(0xd9d6d0),
	theme.ColorNameScrollBar:           veil(0x000000, 0x80),
	theme.ColorNameShadow:              veil(0x000000, 0x1c),
}

// dark is the same at night.
var dark = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground:          rgb(0x1c1e21),
	ColorNamePanel:                     rgb(0x24272b),
	ColorNameNotice:                    rgb(0x3a3120),
	ColorNameMeets:                     rgb(0x6fb3e0),
	ColorNameShort:                     rgb(0xf0a366),
	theme.ColorNameForeground:          ink(0xececea),
	theme.ColorNamePrimary:             rgb(0xef9a94),
	theme.ColorNameForegroundOnPrimary: rgb(0x1c1e21),
	theme.ColorNameHyperlink:           rgb(0xf0a6a0),
	theme.ColorNamePlaceHolder:         rgb(0xa9adb4),
	theme.ColorNameDisabled:            rgb(0xa3a7ae),
	theme.ColorNameError:               rgb(0xf59b94),
	theme.ColorNameForegroundOnError:   rgb(0x1c1e21),
	theme.ColorNameSuccess:             rgb(0x86cf9d),
	theme.ColorNameForegroundOnSuccess: rgb(0x1c1e21),
	theme.ColorNameWarning:             rgb(0xe5b967),
	theme.ColorNameForegroundOnWarning: rgb(0x1c1e21),
	theme.ColorNameButton:              rgb(0x34383d),
	theme.ColorNameDisabledButton:      rgb(0x2a2d31),
	theme.ColorNameHeaderBackground:    rgb(0x24272b),
	theme.ColorNameInputBackground:     rgb(0x25282c),
	theme.ColorNameInputBorder:         rgb(0x83888f),
	theme.ColorNameMenuBackground:      rgb(0x2a2d31),
	theme.ColorNameOverlayBackground:   rgb(0x222528),
	theme.ColorNameSelection:           rgb(0x5c3634),
	theme.ColorNameFocus:               rgb(0x6b3f3c),
	theme.ColorNameHover:               veil(0xffffff, 0x12),
	theme.ColorNamePressed:             veil(0xffffff, 0x2a),
	theme.ColorNameSeparator:           rgb(0x3b3f45),
	theme.ColorNameScrollBar:           veil(0xffffff, 0x80),
	theme.ColorNameShadow:              veil(0x000000, 0x60),
}
