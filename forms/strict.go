package forms

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

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

// decodeStrict reads a YAML document into v. Unknown keys, wrong shapes and
// double keys are faults with file and line.
func decodeStrict(name string, data []byte, v any) (lineIndex, []error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return nil, yamlFaults(name, err)
	}
	lines := lineIndex{}
	lines.add(&doc, "")
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	decoder.KnownFields(true)
	if err := decoder.Decode(v); err != nil && !errors.Is(err, io.EOF) {
		return lines, yamlFaults(name, err)
	}
	return lines, nil
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
