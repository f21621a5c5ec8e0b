package forms

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// formKey is the key of an answers file that names its form pack.
const formKey = "form"

// MaxAnswers is the length of the longest answers file that is read, in bytes.
const MaxAnswers = 16 << 20

// Oversize is the error of an answers file that is longer than MaxAnswers.
func Oversize(name string) error { return &LineError{File: name, Line: 1, Kind: Oversized} }

// ReadAnswers reads an answers file: YAML whose keys are the field ids, nested
// ("product: {quantity: 8}") or joined ("product.quantity: 8"), lists of rows as
// sequences, anchors and merge keys ("<<") as YAML has them. Every scalar is kept
// as typed, whatever its type should be. What cannot be kept is an error that
// names the file's line: an unknown key, an answer given twice, a list or mapping
// where one value belongs, another form's file, no YAML at all, more than an
// application holds. All faults are reported at once (errors.Join).
func ReadAnswers(form *Form, name string, data []byte) (*Answers, error) {
	if len(data) > MaxAnswers {
		return nil, Oversize(name)
	}
	doc, fault := oneDocument(data)
	if fault != nil {
		fault.File = name
		return nil, fault
	}
	r := newAnswersReader(form, name)
	r.root = true
	if len(doc.Content) > 0 {
		r.start(doc.Content[0])
	}
	if len(r.faults) > 0 {
		return nil, errors.Join(r.faults...)
	}
	return r.answers, nil
}

// oneDocument parses YAML that holds one document, or none.
func oneDocument(data []byte) (doc yaml.Node, fault *LineError) {
	if i := invalidUTF8(data); i >= 0 {
		return doc, &LineError{Line: lineAt(data, i), Kind: NotUTF8}
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	if err := decoder.Decode(&doc); err != nil && err != io.EOF {
		return doc, &LineError{Line: syntaxLine(data, err), Kind: Syntax}
	}
	var second yaml.Node
	switch err := decoder.Decode(&second); {
	case err == io.EOF:
		return doc, nil
	case err != nil:
		return doc, &LineError{Line: syntaxLine(data, err), Kind: Syntax}
	}
	return doc, &LineError{Line: second.Line, Kind: SecondDocument}
}

// invalidUTF8 is where the text stops being UTF-8, -1 where it never does. A text
// in UTF-16 that begins with its byte order mark is YAML as well.
func invalidUTF8(data []byte) int {
	if bytes.HasPrefix(data, []byte{0xFE, 0xFF}) || bytes.HasPrefix(data, []byte{0xFF, 0xFE}) {
		return -1
	}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size <= 1 {
			return i
		}
		i += size
	}
	return -1
}

func lineAt(data []byte, at int) int { return 1 + bytes.Count(data[:at], []byte("\n")) }

var (
	// inLine finds a line; what the parser and not the scanner misses is counted
	// from 0 by the library.
	inLine        = regexp.MustCompile(`\bline (\d+): (did not find expected (?:<document start>|key|node content|'-' indicator|',' or))?`)
	unknownAnchor = regexp.MustCompile(`unknown anchor '(.+)' referenced`)
)

// syntaxLine finds the line that an error of the YAML library is about: it names
// it, or the anchor, or else it is about a character that YAML does not take.
func syntaxLine(data []byte, err error) int {
	if m := inLine.FindStringSubmatch(err.Error()); m != nil {
		if n, err := strconv.Atoi(m[1]); err == nil {
			return n + min(len(m[2]), 1)
		}
	}
	if m := unknownAnchor.FindStringSubmatch(err.Error()); m != nil {
		return lineAt(data, max(0, bytes.Index(data, []byte("*"+m[1]))))
	}
	return lineAt(data, max(0, bytes.IndexFunc(data, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' })))
}

// answersReader walks the YAML and fills Answers.
type answersReader struct {
	form    *Form
	answers *Answers
	name    string
	root    bool // the key "form" may stand at the top
	given   map[Path]bool
	read    int // rows, mappings and answers so far
	faults  []error
}

func newAnswersReader(form *Form, name string) *answersReader {
	return &answersReader{form: form, answers: NewAnswers(), name: name, given: map[Path]bool{}}
}

// LineError is a fault at a line of an answers file.
type LineError struct {
	File string
	Line int
	Key  string
	Kind LineFault
}

// LineFault says what is wrong at a line.
type LineFault string

// The faults of an answers file; each has a text in the window's words.
const (
	UnknownKey   LineFault = "unknown_key"
	ComputedKey  LineFault = "computed_key"
	WantsOne     LineFault = "wants_one_value"
	WantsRows    LineFault = "wants_rows"
	WantsMapping LineFault = "wants_mapping"
	OtherForm    LineFault = "other_form"
	DoubleKey    LineFault = "double_key"

	Oversized      LineFault = "oversized"       // longer than MaxAnswers
	Syntax         LineFault = "syntax"          // no YAML
	NotUTF8        LineFault = "not_utf8"        // bytes that are no text
	SecondDocument LineFault = "second_document" // more answers after "---"
	RootMapping    LineFault = "root_mapping"    // the whole is no list of names and values
	TooMuch        LineFault = "too_much"        // more than an application holds, by anchors that repeat each other
)

func (e *LineError) Error() string {
	return fmt.Sprintf("%s:%d: %s: %s", e.File, e.Line, e.Key, e.Kind)
}

func (r *answersReader) fault(node *yaml.Node, key Path, kind LineFault) {
	r.faults = append(r.faults, &LineError{File: r.name, Line: node.Line, Key: r.answers.Public(key), Kind: kind})
}

// start reads the whole.
func (r *answersReader) start(node *yaml.Node) {
	if node.Kind != yaml.MappingNode && node.Tag != "!!null" {
		r.fault(node, "", RootMapping)
		return
	}
	r.mapping(node, "")
}

func (r *answersReader) mapping(node *yaml.Node, group Path) {
	pairs, ok := r.pairs(node, group)
	if !ok {
		if target(node).Tag != "!!null" {
			r.fault(node, group, WantsMapping)
		}
		return
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		r.entry(pairs[i], pairs[i+1], group)
	}
}

func (r *answersReader) entry(key, value *yaml.Node, group Path) {
	path := group.Join(key.Value)
	if r.root && group == "" && key.Value == formKey {
		if id, _, _ := strings.Cut(value.Value, "/"); id != r.form.ID {
			r.fault(key, path, OtherForm)
		}
		return
	}
	pattern := path.Pattern()
	field := r.form.fields[pattern]
	switch {
	case field == nil && r.form.names(pattern):
		r.mapping(value, path)
	case field == nil:
		r.fault(key, path, UnknownKey)
	case field.Computed():
		r.fault(key, path, ComputedKey)
	case r.given[path]:
		r.fault(key, path, DoubleKey)
	case field.Type == TypeRows:
		r.given[path] = true
		r.rows(value, path)
	default:
		r.given[path] = true
		r.answer(field, value, path)
	}
}

func (r *answersReader) rows(node *yaml.Node, list Path) {
	node = target(node)
	if node.Tag == "!!null" {
		return
	}
	if node.Kind != yaml.SequenceNode {
		r.fault(node, list, WantsRows)
		return
	}
	for i, item := range node.Content {
		if r.spent(item, list) {
			return
		}
		row := list.Row(r.answers.NewRowID())
		if _, err := r.answers.Apply(Change{Op: Insert, Path: row, At: i}); err != nil {
			r.faults = append(r.faults, err)
			return
		}
		r.mapping(item, row)
	}
}

func (r *answersReader) answer(field *Field, node *yaml.Node, path Path) {
	if r.spent(node, path) {
		return
	}
	text, ok := scalarText(field, target(node))
	if !ok {
		r.fault(node, path, WantsOne)
		return
	}
	if _, err := r.answers.Apply(Change{Op: Set, Path: path, Value: Clean(text)}); err != nil {
		r.faults = append(r.faults, err)
	}
}

// scalarText gives the text of a value: a scalar as typed, a list of scalars one
// a line where the field holds several.
func scalarText(field *Field, node *yaml.Node) (string, bool) {
	switch {
	case node.Kind == yaml.ScalarNode && node.Tag == "!!null":
		return "", true
	case node.Kind == yaml.ScalarNode:
		return strings.TrimRight(node.Value, "\n"), true
	case node.Kind == yaml.SequenceNode && field.Type.Multiple():
		lines := make([]string, len(node.Content))
		for i, item := range node.Content {
			if item = target(item); item.Kind != yaml.ScalarNode {
				return "", false
			}
			lines[i] = item.Value
		}
		return strings.Join(lines, "\n"), true
	}
	return "", false
}
