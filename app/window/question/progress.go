package question

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"h200filing/forms"
	"h200filing/i18n"
)

// statusIcons are the signs of the states; the words beside them say the same.
var statusIcons = map[forms.Status]func() fyne.Resource{
	forms.NotStarted: theme.RadioButtonIcon,
	forms.InProgress: func() fyne.Resource { return theme.NewPrimaryThemedResource(theme.DocumentCreateIcon()) },
	forms.Troubled:   func() fyne.Resource { return theme.NewErrorThemedResource(theme.ErrorIcon()) },
	forms.Finished:   func() fyne.Resource { return theme.NewSuccessThemedResource(theme.ConfirmIcon()) },
}

// StatusIcon is the sign of a state.
func StatusIcon(s forms.Status) fyne.Resource { return statusIcons[s]() }

// StateText says in words how far a section or a row has come.
func StateText(words *i18n.Words, p forms.Progress) string {
	text := words.Text("window.status." + string(p.Status))
	if p.Problems > 0 && p.Answered > 0 {
		text = words.Text("window.status.with_problems", "status", text, "n", strconv.Itoa(p.Problems))
	}
	if p.Missing > 0 {
		text = words.Text("window.status.with_missing", "status", text, "n", strconv.Itoa(p.Missing))
	}
	return text
}

// rowState is StateText with the number of remarks, which sections do not tell.
func rowState(words *i18n.Words, p forms.Progress) string {
	text := StateText(words, p)
	if p.Remarks > 0 && p.Answered > 0 {
		text = words.Text("window.status.with_remarks", "status", text, "n", strconv.Itoa(p.Remarks))
	}
	return text
}
