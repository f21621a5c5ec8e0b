package forms

import (
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

// rawYAML keeps a part of a YAML file for later reading.
type rawYAML struct{ node *yaml.Node }

// UnmarshalYAML implements yaml.Unmarshaler.
func (r *rawYAML) UnmarshalYAML(node *yaml.Node) error {
	r.node = node
	return nil
}

// lineIndex tells on which line a part of a YAML file stands.
type lineIndex struct{ root *yaml.Node }

// at follows keys and positions ("sections", 3, "fields", 0) and gives the line of
// the last part that is there, 0 for an empty file.
func (x lineIndex) at(place ...any) int {
	node := x.root
	if node == nil || len(node.Content) == 0 {
		return 0
	}
	node = node.Content[0]
	line := node.Line
	for _, step := range place {
		key, value := child(node, fmt.Sprint(step))
		if value == nil {
			break
		}
		node, line = value, key.Line
	}
	return line
}

// child finds a part of a mapping or sequence, and what bears its line: its key
// or itself.
func child(node *yaml.Node, step string) (key, value *yaml.Node) {
	switch node.Kind {
	case yaml.SequenceNode:
		if i, err := strconv.Atoi(step); err == nil && i < len(node.Content) {
			return node.Content[i], node.Content[i]
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(node.Content); i += 2 {
			if node.Content[i].Value == step {
				return node.Content[i], node.Content[i+1]
			}
		}
	}
	return nil, nil
}

// parsed is a YAML file taken apart.
type parsed struct {
	doc yaml.Node
	err error
}

// lines tells where the parts of the file stand.
func (p *parsed) lines() lineIndex { return lineIndex{root: &p.doc} }

// parseAll reads and parses files side by side.
func parseAll(fsys fs.FS, names []string) map[string]*parsed {
	out := map[string]*parsed{}
	var all sync.WaitGroup
	for _, name := range names {
		p := &parsed{}
		out[name] = p
		all.Go(func() {
			var data []byte
			if data, p.err = fs.ReadFile(fsys, name); p.err != nil {
				return
			}
			p.err = yaml.Unmarshal(data, &p.doc)
		})
	}
	all.Wait()
	return out
}

// decode reads the document into v. Unknown keys, wrong shapes and double keys
// are faults with file and line.
func (p *parsed) decode(name string, v any) []error {
	var unread *fs.PathError
	switch {
	case errors.As(p.err, &unread):
		return []error{fmt.Errorf("%s: %w", name, p.err)}
	case p.err != nil:
		return yamlFaults(name, p.err)
	}
	search := strays{name: name, keys: map[reflect.Type]map[string]reflect.Type{}}
	for _, content := range p.doc.Content {
		search.find(content, reflect.TypeOf(v))
	}
	faults := search.faults
	if err := p.doc.Decode(v); err != nil && len(p.doc.Content) > 0 {
		faults = append(faults, yamlFaults(name, err)...)
	}
	return faults
}

// strays finds the keys of mappings that the type to decode into has no field
// for.
type strays struct {
	name   string
	keys   map[reflect.Type]map[string]reflect.Type // of the structs met so far
	faults []error
}

func (s *strays) find(node *yaml.Node, t reflect.Type) {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch {
	case t == reflect.TypeFor[rawYAML]():
	case node.Kind == yaml.MappingNode && t.Kind() == reflect.Struct:
		s.structure(node, t)
	case node.Kind == yaml.MappingNode && t.Kind() == reflect.Map:
		for i := 1; i < len(node.Content); i += 2 {
			s.find(node.Content[i], t.Elem())
		}
	case node.Kind == yaml.SequenceNode && t.Kind() == reflect.Slice:
		for _, item := range node.Content {
			s.find(item, t.Elem())
		}
	}
}

func (s *strays) structure(node *yaml.Node, t reflect.Type) {
	fields := s.fields(t)
	for i := 0; i+1 < len(node.Content); i += 2 {
		key := node.Content[i]
		field, ok := fields[key.Value]
		if !ok {
			s.faults = append(s.faults, newPackError(s.name, key.Line, faultUnknownKey, key.Value))
			continue
		}
		s.find(node.Content[i+1], field)
	}
}

// fields maps the keys of a struct to the types of their values.
func (s *strays) fields(t reflect.Type) map[string]reflect.Type {
	if known := s.keys[t]; known != nil {
		return known
	}
	out := make(map[string]reflect.Type, t.NumField())
	for i := range t.NumField() {
		out[t.Field(i).Tag.Get("yaml")] = t.Field(i).Type
	}
	s.keys[t] = out
	return out
}

var yamlLine = regexp.MustCompile(`^(?:yaml: )?line (\d+): (.*)$`)

// yamlFaults rewrites the library's errors as "file:line: what".
func yamlFaults(name string, err error) []error {
	messages := []string{err.Error()}
	var typed *yaml.TypeError
	if errors.As(err, &typed) {
		messages = typed.Errors
	}
	var faults []error
	for _, message := range messages {
		if m := yamlLine.FindStringSubmatch(message); m != nil {
			line, _ := strconv.Atoi(m[1]) // digits
			faults = append(faults, newPackError(name, line, faultYAML, errors.New(m[2])))
			continue
		}
		faults = append(faults, newPackError(name, 0, faultYAML, errors.New(strings.TrimPrefix(message, "yaml: "))))
	}
	return faults
}
