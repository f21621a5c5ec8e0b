package forms

import (
	"crypto/sha256"
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

// lineIndex tells on which line a part of a YAML file stands, by its place
// ("sections/3/fields/0").
type lineIndex map[string]int

func (x lineIndex) at(place ...any) int {
	parts := make([]string, len(place))
	for i, p := range place {
		parts[i] = fmt.Sprint(p)
	}
	return x[strings.Join(parts, "/")]
}

func (x lineIndex) add(node *yaml.Node, place string) {
	x[place] = node.Line
	switch node.Kind {
	case yaml.DocumentNode:
		for _, c := range node.Content {
			x.add(c, place)
		}
	case yaml.SequenceNode:
		for i, c := range node.Content {
			x.add(c, join(place, strconv.Itoa(i)))
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(node.Content); i += 2 {
			x.add(node.Content[i+1], join(place, node.Content[i].Value))
			x[join(place, node.Content[i].Value)] = node.Content[i].Line
		}
	}
}

func join(place, key string) string {
	if place == "" {
		return key
	}
	return place + "/" + key
}

// parsed is a YAML file taken apart.
type parsed struct {
	sum   [sha256.Size]byte
	doc   yaml.Node
	lines lineIndex
	err   error
}

// parseAll reads and parses files side by side.
func parseAll(fsys fs.FS, names []string) map[string]*parsed {
	out := map[string]*parsed{}
	var all sync.WaitGroup
	for _, name := range names {
		p := &parsed{lines: lineIndex{}}
		out[name] = p
		all.Go(func() {
			var data []byte
			if data, p.err = fs.ReadFile(fsys, name); p.err != nil {
				return
			}
			p.sum = sha256.Sum256(data)
			if p.err = yaml.Unmarshal(data, &p.doc); p.err == nil {
				p.lines.add(&p.doc, "")
			}
		})
	}
	all.Wait()
	return out
}

// decode reads the document into v. Unknown keys, wrong shapes and double keys
// are faults with file and line.
func (p *parsed) decode(name string, v any) []error {
	if p.err != nil {
		return yamlFaults(name, p.err)
	}
	var faults []error
	for _, content := range p.doc.Content {
		faults = strayKeys(name, content, reflect.TypeOf(v), faults)
	}
	if err := p.doc.Decode(v); err != nil && len(p.doc.Content) > 0 {
		faults = append(faults, yamlFaults(name, err)...)
	}
	return faults
}

// strayKeys finds the keys of mappings that the type to decode into has no field
// for.
func strayKeys(name string, node *yaml.Node, t reflect.Type, faults []error) []error {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch {
	case t == reflect.TypeFor[rawYAML]():
	case node.Kind == yaml.MappingNode && t.Kind() == reflect.Struct:
		fields := yamlFields(t)
		for i := 0; i+1 < len(node.Content); i += 2 {
			key := node.Content[i]
			field, ok := fields[key.Value]
			if !ok {
				faults = append(faults, fmt.Errorf("%s:%d: field %s not found", name, key.Line, key.Value))
				continue
			}
			faults = strayKeys(name, node.Content[i+1], field, faults)
		}
	case node.Kind == yaml.MappingNode && t.Kind() == reflect.Map:
		for i := 1; i < len(node.Content); i += 2 {
			faults = strayKeys(name, node.Content[i], t.Elem(), faults)
		}
	case node.Kind == yaml.SequenceNode && t.Kind() == reflect.Slice:
		for _, item := range node.Content {
			faults = strayKeys(name, item, t.Elem(), faults)
		}
	}
	return faults
}

// yamlFields maps the keys of a struct to the types of their values.
func yamlFields(t reflect.Type) map[string]reflect.Type {
	out := make(map[string]reflect.Type, t.NumField())
	for i := range t.NumField() {
		out[t.Field(i).Tag.Get("yaml")] = t.Field(i).Type
	}
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
			faults = append(faults, fmt.Errorf("%s:%s: %s", name, m[1], m[2]))
			continue
		}
		faults = append(faults, fmt.Errorf("%s: %s", name, strings.TrimPrefix(message, "yaml: ")))
	}
	return faults
}
