package forms

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"

	"h200filing/forms/ident"
)

// Canonical writes the answers that count as canonical JSON: keys sorted, no
// blanks, values as text in their plain form, rows as arrays in order. Answers
// on hidden branches and computed values are left out, so it is the same for
// the same filing and differs for any other.
func (r *Report) Canonical() []byte { return canonical{r, (*Question).Plain}.encode() }

// Published is Canonical as it may leave the house: answers that outputs show
// masked are masked in it too. It is what the outputs enclose, and Digest is over
// it, so that whoever has only them can compute the digest again.
func (r *Report) Published() []byte { return canonical{r, published}.encode() }

// published is the plain value, masked where the field asks for it.
func published(q *Question) string {
	if q.Field.Mask == "" || q.Plain() == "" {
		return q.Plain()
	}
	return ident.MaskID(q.Plain())
}

// canonical encodes a report with the text that one of its questions has.
type canonical struct {
	*Report
	plain func(*Question) string
}

func (r canonical) encode() []byte {
	root := map[string]any{"form": r.Form.ID, "version": r.Form.Version}
	for _, s := range r.Form.Sections {
		r.fields(s.Fields, "", root)
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(root); err != nil {
		return nil // maps of strings always encode
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

func (r canonical) fields(fields []*Field, row Path, into map[string]any) {
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
			if text := r.text(q); text != "" {
				put(into, key, text)
			}
			continue
		}
		rows := []any{}
		for _, inner := range r.Rows(path) {
			item := map[string]any{}
			r.fields(f.Fields, inner, item)
			rows = append(rows, item)
		}
		if len(rows) > 0 {
			put(into, key, rows)
		}
	}
}

// text is the plain value, or what was typed where it has none; an
// attachment counts by its content too.
func (r canonical) text(q *Question) string {
	if a, ok := q.Value.(Attachment); ok {
		return a.Text()
	}
	return r.plain(q)
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

// Digest is the SHA-256 of the published answers, hexadecimal. It stands on every
// page, in the workbook and in the pack; what is masked there does not change it.
func (r *Report) Digest() string {
	sum := sha256.Sum256(r.Published())
	return hex.EncodeToString(sum[:])
}
