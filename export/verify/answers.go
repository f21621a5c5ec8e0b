package verify

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"

	"h200filing/forms"
)

// flat are answers by public path; rows that hold nothing are there as "list[0]"
// with an empty text.
type flat map[string]string

// readPublished reads answers that forms.Report.Published wrote; for identity
// numbers, which are masked in it, others stand that are masked alike. What it could not
// have written is an error that names the key.
func readPublished(form *forms.Form, data []byte) (*forms.Answers, error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	var root map[string]any
	if err := decoder.Decode(&root); err != nil {
		return nil, err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, fmt.Errorf("more than one value")
	}
	if id, version := root["form"], root["version"]; id != form.ID || version != form.Version {
		return nil, &Error{Kind: OtherForm, Part: fmt.Sprintf("%v %v", id, version)}
	}
	delete(root, "form")
	delete(root, "version")
	r := publishedReader{form: form, answers: forms.NewAnswers()}
	if err := r.object(root, ""); err != nil {
		return nil, err
	}
	return r.answers, nil
}

type publishedReader struct {
	form    *forms.Form
	answers *forms.Answers
	masked  int // how many identity numbers there were
}

func (r *publishedReader) object(object map[string]any, at forms.Path) error {
	for _, key := range slices.Sorted(maps.Keys(object)) {
		if err := r.entry(object[key], at.Join(key)); err != nil {
			return err
		}
	}
	return nil
}

func (r *publishedReader) entry(value any, path forms.Path) error {
	field := r.form.Field(path.Pattern())
	switch v := value.(type) {
	case string:
		if field == nil || field.Type == forms.TypeRows || field.Computed() {
			return fmt.Errorf("%s: no question", r.answers.Public(path))
		}
		if field.Mask != "" {
			r.masked++
			v = unmasked(v, r.masked)
		}
		_, err := r.answers.Apply(forms.Change{Op: forms.Set, Path: path, Value: v})
		return err
	case []any:
		if field == nil || field.Type != forms.TypeRows {
			return fmt.Errorf("%s: no list", r.answers.Public(path))
		}
		return r.rows(v, path)
	case map[string]any:
		if field == nil {
			return r.object(v, path)
		}
	}
	return fmt.Errorf("%s: not as the program writes it", r.answers.Public(path))
}

func (r *publishedReader) rows(rows []any, list forms.Path) error {
	for i, item := range rows {
		row := list.Row(r.answers.NewRowID())
		object, ok := item.(map[string]any)
		if !ok {
			return fmt.Errorf("%s[%d]: no row", r.answers.Public(list), i)
		}
		if _, err := r.answers.Apply(forms.Change{Op: forms.Insert, Path: row, At: i}); err != nil {
			return err
		}
		if err := r.object(object, row); err != nil {
			return err
		}
	}
	return nil
}

// flatten lists canonical answers by public path.
func flatten(canonical []byte) flat {
	out := flat{}
	var root map[string]any
	if err := json.Unmarshal(canonical, &root); err == nil {
		out.add(root, "")
	}
	return out
}

func (f flat) add(value any, at string) {
	switch v := value.(type) {
	case string:
		f[at] = v
	case []any:
		for i, item := range v {
			row := at + "[" + strconv.Itoa(i) + "]"
			f[row] = ""
			f.add(item, row)
		}
	case map[string]any:
		for key, inner := range v {
			if at != "" {
				key = at + "." + key
			}
			f.add(inner, key)
		}
	}
}

// differ lists the paths at which two sets of answers differ, sorted.
func (f flat) differ(other flat) []string {
	var out []string
	for path, value := range f {
		if found, ok := other[path]; !ok || found != value {
			out = append(out, path)
		}
	}
	for path := range other {
		if _, ok := f[path]; !ok {
			out = append(out, path)
		}
	}
	slices.Sort(out)
	return out
}
