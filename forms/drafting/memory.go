package drafting

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Paragraph is a paragraph that was drafted. The id names its place in the
// pack's templates and, for a paragraph a row, the row.
type Paragraph struct {
	ID   string `json:"id"`
	Text string `json:"text"` // one line
}

// Memory is what was drafted into one text, in the order of the drafts.
type Memory []Paragraph

// Parse reads a memory as Text writes it. The empty text is an empty memory;
// anything else that is not a list of paragraphs with ids is an error.
func Parse(text string) (Memory, error) {
	if text == "" {
		return nil, nil
	}
	var m Memory
	decoder := json.NewDecoder(bytes.NewReader([]byte(text)))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&m); err != nil {
		return nil, fmt.Errorf("memory of drafts: %w", err)
	}
	seen := map[string]bool{}
	for _, p := range m {
		if p.ID == "" || seen[p.ID] {
			return nil, fmt.Errorf("memory of drafts: paragraph %q has no id or is there twice", p.ID)
		}
		seen[p.ID] = true
	}
	return m, nil
}

// Text writes the memory as a JSON array; an empty one is the empty text.
func (m Memory) Text() string {
	if len(m) == 0 {
		return ""
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(m); err != nil {
		return "" // two texts a paragraph always encode
	}
	return string(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}

// find returns the paragraph with an id.
func (m Memory) find(id string) (Paragraph, bool) {
	for _, p := range m {
		if p.ID == id {
			return p, true
		}
	}
	return Paragraph{}, false
}

// With returns the memory with a paragraph of that id, in the place of the one
// it had, or at the end.
func (m Memory) With(p Paragraph) Memory {
	out := make(Memory, 0, len(m)+1)
	done := false
	for _, old := range m {
		if old.ID == p.ID {
			old, done = p, true
		}
		out = append(out, old)
	}
	if !done {
		out = append(out, p)
	}
	return out
}

// renamed gives a paragraph that is drafted no more the id of a new one that
// reads the same: its row was taken out and put in again.
func (m Memory) renamed(now []Paragraph) Memory {
	today := Memory(now)
	out := append(Memory(nil), m...)
	for _, p := range now {
		if _, known := out.find(p.ID); known {
			continue
		}
		for i, old := range out {
			if _, still := today.find(old.ID); !still && old.Text == p.Text {
				out[i].ID = p.ID
				break
			}
		}
	}
	return out
}
