package xlsx

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"h200filing/forms"
)

// The defined names of what the workbook says about itself.
const (
	MetaForm    = "filing._form"    // id of the form pack
	MetaVersion = "filing._version" // its version
	MetaLang    = "filing._lang"    // language of the words (i18n.Lang)
	MetaDigest  = "filing._digest"  // SHA-256 of the canonical answers
	MetaDate    = "filing._date"    // day of the export, ISO 8601
	MetaOnly    = "filing._only"    // the scope of a workbook that does not hold all
	MetaToday   = "filing._today"   // day for which it was computed; the name itself is the text
)

// likeReference matches what Excel would read as a cell (AB12, R1C1, R, C).
var likeReference = regexp.MustCompile(`(?i)^([a-z]{1,3}[0-9]+|r[0-9]*(c[0-9]*)?|c[0-9]*)$`)

// legalName is what Excel takes as a name, of the characters that ids have.
var legalName = regexp.MustCompile(`^[a-z_][a-z0-9_.]{0,200}$`)

// Name is the defined name of a field, by its id: the id without the brackets
// of its lists, and with "_" before it where Excel would take it for a cell
// reference.
func Name(id string) string {
	name := strings.ReplaceAll(id, "[]", "")
	if likeReference.MatchString(name) {
		return "_" + name
	}
	return name
}

// Continuation names the part of a text that goes on from Name; part counts
// from 2.
func Continuation(name string, part int) string {
	if part < 2 {
		return name
	}
	return name + "._" + strconv.Itoa(part)
}

// RowName names the column of row numbers of a list, by the list's id.
func RowName(list string) string { return Name(list) + "._row" }

// ParentName names the column of a list within a list that says which outer row
// a row belongs to: by its title, or by "#" and its number where the title is
// empty or stands twice.
func ParentName(list string) string { return Name(list) + "._parent" }

// TableName is the name of a list's Excel table.
func TableName(list string) string { return Name(list) + "._table" }

// ListName names the words of a choice list in the dictionary, and those for yes
// and no under "yes_no".
func ListName(choices string) string { return "choices._" + choices }

// truths is the key of the list of yes and no among the validation lists.
const truths = "yes_no"

// checkNames reports an error where two fields of a form would share a name, or
// one would bear a name that the package makes itself. Excel does not tell
// capitals from small letters.
func checkNames(form *forms.Form) error {
	var err error
	seen := map[string]string{}
	form.Walk(func(f *forms.Field) {
		key := strings.ToLower(Name(f.ID))
		if other, ok := seen[key]; ok && err == nil {
			err = fmt.Errorf("%s and %s would bear the same name in Excel", other, f.ID)
		}
		if (strings.Contains(key, "._") || !legalName.MatchString(key)) && err == nil {
			err = fmt.Errorf("%s cannot be a name in Excel", f.ID)
		}
		seen[key] = f.ID
	})
	return err
}
