// Package i18n holds the words of the window and the command line in the three
// languages of the product. It is data on floor 0 of the house and imports nothing of
// it.
package i18n

// Lang is a language of the product, named as BCP 47 does.
type Lang string

// The languages, most important first. Text in Hans is complete by definition;
// the others have to match it key by key.
const (
	Hans    Lang = "zh-Hans"
	Hant    Lang = "zh-Hant"
	English Lang = "en"
)

// Langs lists the languages in the order in which they are offered.
func Langs() []Lang { return []Lang{Hans, Hant, English} }
