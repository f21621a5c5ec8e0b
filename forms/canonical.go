package forms

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
)

// Canonical writes the answers that count as canonical JSON: keys sorted, no
// blanks, values as text in their plain form, rows as arrays in order. Answers
// on hidden branches and computed values are left out, so it is the same for
// the same filing and differs for any other.
func (r *Report) Canonical() []byte {
	root := map[string]any{"form": r.Form.ID, "version": r.Form.Version}
	for _, s := range r.Form.Sections {
		r.canonicalFields(s.Fields, "", root)
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(root); err != nil {
		return nil // maps of strings always encode
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

func (r *Report) canonicalFields(fields []*Field, row Path, into map[string]any) {
	for _, f := range fields {
		path, key := Path(f.ID), f.ID
		if row != "" {
			path, key = row.Join(f.Key), f.Key
		}
		q := r.byPath[path]
		if q == nil || f.Computed() {
			continue
		}
		if f.Type != TypeRows {
			if text := r.canonicalText(q); text != "" {
				put(into, key, text)
			}
			continue
		}
		rows := []any{}
		for _, inner := range r.Rows(path) {
			item := map[string]any{}
			r.canonicalFields(f.Fields, inner, item)
			rows = append(rows, item)
		}
		if len(rows) > 0 {
			put(into, key, rows)
		}
	}
}

// canonicalText is the plain value, or what was typed where it has none; an
// attachment counts by its content too.
func (r *Report) canonicalText(q *Question) string {
	if a, ok := q.Value.(Attachment); ok {
		return a.Text()
	}
	return q.Plain()
}

func put(into map[string]any, key string, value any) {
	group, rest, ok := strings.Cut(key, ".")
	if !ok {
		into[key] = value
		return
	}
	inner, ok := into[group].(map[string]any)
	if !ok {
		inner = map[string]any{}
		into[group] = inner
	}
	put(inner, rest, value)
}

// Digest is the SHA-256 of the canonical answers, hexadecimal. It stands on
// every page, in the workbook and in the pack.
func (r *Report) Digest() string {
	sum := sha256.Sum256(r.Canonical())
	return hex.EncodeToString(sum[:])
}
