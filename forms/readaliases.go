package forms

import "go.yaml.in/yaml/v3"

// mostRead bounds the rows and answers of an answers file: far more than an
// application has, far less than a few lines of nested anchors can ask for.
// A long text counts as several.
const mostRead = 200_000

// mergeTag is the tag of the key "<<".
const mergeTag = "!!merge"

// target follows an alias to what its anchor stands for.
func target(node *yaml.Node) *yaml.Node {
	for node.Kind == yaml.AliasNode {
		node = node.Alias
	}
	return node
}

// perBytes is the length of text that counts as one more answer.
const perBytes = 256

// spent counts a row, a mapping or an answer and reports whether that is more than
// is read; the first time that is a fault.
func (r *answersReader) spent(node *yaml.Node, at Path) bool {
	before := r.read
	r.read += 1 + len(target(node).Value)/perBytes
	if before <= mostRead && r.read > mostRead {
		r.fault(node, at, TooMuch)
	}
	return r.read > mostRead
}

// pairs gives the keys and values of a mapping in turn: its own, then those that
// it merges and does not give itself. A key that stands twice is a fault. False
// for what is no mapping.
func (r *answersReader) pairs(node *yaml.Node, group Path) ([]*yaml.Node, bool) {
	if node = target(node); node.Kind != yaml.MappingNode {
		return nil, false
	}
	if r.spent(node, group) {
		return nil, true
	}
	var own, merged []*yaml.Node
	seen := map[string]bool{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		switch {
		case key.Tag == mergeTag:
			more, ok := r.merges(value, group)
			if !ok {
				r.fault(key, group, WantsMapping)
			}
			merged = append(merged, more...)
		case seen[key.Value]:
			r.fault(key, group.Join(key.Value), DoubleKey)
		default:
			seen[key.Value] = true
			own = append(own, key, value)
		}
	}
	for i := 0; i+1 < len(merged); i += 2 {
		if key := merged[i].Value; !seen[key] {
			seen[key] = true
			own = append(own, merged[i], merged[i+1])
		}
	}
	return own, true
}

// merges gives the pairs of what a merge key names: a mapping, or a list of them,
// of which the first counts.
func (r *answersReader) merges(value *yaml.Node, group Path) ([]*yaml.Node, bool) {
	if value = target(value); value.Kind != yaml.SequenceNode {
		return r.pairs(value, group)
	}
	var out []*yaml.Node
	for _, item := range value.Content {
		more, ok := r.pairs(item, group)
		if !ok {
			return nil, false
		}
		out = append(out, more...)
	}
	return out, true
}
