package command

import (
	"regexp"
	"slices"
	"strings"

	"h200filing/i18n"
)

// misuse are the errors of kong, which speaks English, with the words for them. The
// groups of a pattern fill {a} and {b}.
var misuse = []struct {
	pattern *regexp.Regexp
	key     string
}{
	{regexp.MustCompile(`^unknown flag ([^\s,]+)`), "usage.flag"},
	{regexp.MustCompile(`^unexpected argument ([^\s,]+)`), "usage.argument"},
	{regexp.MustCompile(`^unexpected flag argument "(.*)"$`), "usage.argument"},
	{regexp.MustCompile(`^expected one of (.+)$`), "usage.choice"},
	{regexp.MustCompile(`^expected "(.+)"$`), "usage.missing"},
	{regexp.MustCompile(`^missing positional arguments (.+)$`), "usage.missing"},
	{regexp.MustCompile(`^missing flags: (.+)$`), "usage.missing"},
	{regexp.MustCompile(`^(--[\w-]+)\S* must be one of (\S+) but got`), "usage.one_of"},
	{regexp.MustCompile(`^(--[\w-]+)\S*: .* but got "EOL"`), "usage.no_value"},
	{regexp.MustCompile(`^(--[\w-]+)\S*: .* but got "([^"]*)"`), "usage.value"},
	{regexp.MustCompile(`^(--[\w-]+) and (--[\w-]+) can't be used together`), "usage.together"},
}

// misused says in words why a command line was refused.
func misused(words *i18n.Words, args []string, err error) *usageError {
	text := oneLine(err.Error())
	for _, m := range misuse {
		groups := m.pattern.FindStringSubmatch(text)
		if groups == nil {
			continue
		}
		groups = append(groups, "")
		if m.key == "usage.argument" && !slices.Contains(commands, args[0]) && !strings.HasPrefix(args[0], "-") {
			return &usageError{text: words.Text("usage.command", "a", args[0])} // a command misspelt was taken for a file
		}
		return &usageError{text: words.Text(m.key, "a", groups[1], "b", groups[2])}
	}
	return &usageError{err: err}
}

// commands are the names of the commands.
var commands = []string{"new", "set", "get", "check", "export", "import", "form", "verify", "diff", "log", "batch"}

// langAsked is the language that a command line asks for, though it cannot be
// carried out; lang where it asks for none.
func langAsked(args []string, lang i18n.Lang) i18n.Lang {
	for i, arg := range args {
		value, ok := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			value, ok = args[i+1], true
		}
		if ok && slices.Contains(i18n.Langs(), i18n.Lang(value)) {
			return i18n.Lang(value)
		}
	}
	return lang
}
