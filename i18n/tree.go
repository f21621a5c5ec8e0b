package i18n

import (
	"strings"
	"unicode/utf8"
)

// Tree is a file of texts taken apart: under each name a string or another Tree.
type Tree map[string]any

// Texts are the texts of a tree that has nothing but texts; else ok is false.
func (t Tree) Texts() (texts map[string]string, ok bool) {
	texts = make(map[string]string, len(t))
	for name, under := range t {
		if texts[name], ok = under.(string); !ok {
			return nil, false
		}
	}
	return texts, true
}

// ReadTree reads the plain part of YAML 1.2 that files of texts are written in:
// names with a text each on one line, bare or in quotation marks, and names with
// others indented below them. It takes a tenth of the time of a whole YAML reader,
// which a command would spend on its words before it begins. ok is false for
// everything else, right or wrong, which is for that reader; what it does read, it
// reads as that one does when told that all is text.
func ReadTree(data string) (tree Tree, ok bool) {
	if !printable(data) {
		return nil, false
	}
	tree = Tree{}
	r := treeReader{levels: []level{{0, tree}}}
	for line := range strings.Lines(data) {
		if !r.line(strings.TrimRight(line, " \n")) {
			return nil, false
		}
	}
	return tree, !r.open
}

// printable says whether nothing in a text needs a closer look: control characters,
// foreign line ends, bytes that are no UTF-8.
func printable(data string) bool {
	for _, r := range data {
		switch {
		case r < ' ' && r != '\n', r >= 0x7F && r < 0xA0, r == 0x2028, r == 0x2029, r == 0xFEFF, r == utf8.RuneError, r&0xFFFE == 0xFFFE:
			return false
		}
	}
	return true
}

// level is a mapping that is being read, and how far its names are indented.
type level struct {
	indent int
	tree   Tree
}

type treeReader struct {
	levels []level // from the outermost to the one at hand
	open   bool    // the last name is waiting for what is below it
}

// line reads a line without its end.
func (r *treeReader) line(line string) bool {
	rest := strings.TrimLeft(line, " ")
	if rest == "" || rest[0] == '#' {
		return true
	}
	if !r.enter(len(line) - len(rest)) {
		return false
	}
	name, rest, ok := nameOf(rest)
	at := r.levels[len(r.levels)-1].tree
	if _, double := at[name]; !ok || double {
		return false
	}
	if rest == "" {
		below := Tree{}
		at[name] = below
		r.levels, r.open = append(r.levels, level{-1, below}), true
		return true
	}
	text, ok := textOf(rest)
	at[name] = text
	return ok
}

// enter finds the mapping whose names are indented so far.
func (r *treeReader) enter(indent int) bool {
	last := len(r.levels) - 1
	if r.open {
		if indent <= r.levels[last-1].indent {
			return false // nothing is below the name
		}
		r.levels[last].indent, r.open = indent, false
		return true
	}
	for r.levels[last].indent > indent {
		last--
	}
	r.levels = r.levels[:last+1]
	return r.levels[last].indent == indent
}

// longestName is well below what YAML allows.
const longestName = 100

// nameOf parts a line into its name and what stands behind the colon.
func nameOf(line string) (name, rest string, ok bool) {
	quoted, isQuoted := strings.CutPrefix(line, `"`)
	if isQuoted {
		name, rest, ok = strings.Cut(quoted, `":`)
		ok = ok && !strings.ContainsAny(name, `"\\`)
	} else {
		name, rest, ok = strings.Cut(line, ":")
		ok = ok && isBareName(name)
	}
	return name, rest, ok && name != "" && len(name) <= longestName
}

// isBareName takes the names of fields, rules, words and choices, such as
// suppliers[].reply, GB/s and 自用.
func isBareName(name string) bool {
	for i, c := range name {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '_', c >= 0x4E00 && c < 0xA000:
		case i > 0 && (c == '.' || c == '-' || c == '/' || c == '[' || c == ']'):
		default:
			return false
		}
	}
	return !isNull(name)
}

// isNull tells the words that stand for nothing rather than for themselves.
func isNull(word string) bool {
	return word == "null" || word == "Null" || word == "NULL"
}

// textOf reads what stands behind the colon of a name.
func textOf(rest string) (text string, ok bool) {
	rest, spaced := strings.CutPrefix(rest, " ")
	rest = strings.TrimLeft(rest, " ")
	if !spaced || rest == "" {
		return "", false
	}
	switch rest[0] {
	case '"':
		return inQuotes(rest, '"')
	case '\'':
		return inQuotes(rest, '\'')
	}
	const signs = "?:,[]{}#&*!|>%@`~<="
	bare := strings.IndexByte(signs, rest[0]) < 0 && rest != "-" && !strings.HasPrefix(rest, "- ") && !strings.Contains(rest, ": ") && !strings.HasSuffix(rest, ":") &&
		!strings.Contains(rest, " #") && !isNull(rest)
	return rest, bare
}

// inQuotes reads a text in marks; within ” a doubled mark is one, within "" a
// backslash makes the next mark or backslash part of the text.
func inQuotes(rest string, mark byte) (text string, ok bool) {
	if len(rest) < 2 || rest[len(rest)-1] != mark {
		return "", false
	}
	rest = rest[1 : len(rest)-1]
	if strings.IndexByte(rest, mark) < 0 && strings.IndexByte(rest, '\\') < 0 {
		return rest, true
	}
	var out strings.Builder
	for i := 0; i < len(rest); i++ {
		escape := mark == '"' && rest[i] == '\\' || mark == '\'' && rest[i] == mark
		if escape {
			i++
			if i == len(rest) || rest[i] != mark && (mark == '\'' || rest[i] != '\\') {
				return "", false
			}
		} else if rest[i] == mark {
			return "", false
		}
		out.WriteByte(rest[i])
	}
	return out.String(), true
}
