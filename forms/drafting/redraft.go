package drafting

import "strings"

// Follow brings a text up to today's draft as far as that may happen by itself:
// following paragraphs are replaced, or taken out where nothing is drafted any
// more, and paragraphs that the data calls for only now are put in their place.
// Own and edited paragraphs stay as they are, and what was deleted stays so. A
// text that has nothing of the draft left is not touched.
func Follow(text string, memory Memory, now []Paragraph) (string, Memory) {
	memory = memory.renamed(now)
	lines := match(text, memory)
	for _, l := range lines {
		if l.id != "" {
			return redraft(lines, memory, now, false)
		}
	}
	return text, memory
}

// Draft puts today's whole draft into a text: it does what Follow does, and adds
// every paragraph that the text does not have, those that were deleted, too. It
// never takes away or changes an own or edited paragraph.
func Draft(text string, memory Memory, now []Paragraph) (string, Memory) {
	memory = memory.renamed(now)
	return redraft(match(text, memory), memory, now, true)
}

// Replace puts today's words in the place of one paragraph, edited or not; Keep
// leaves it as it is and takes note that its writer has seen them. Both change
// nothing where the text has no such paragraph.
func Replace(text string, memory Memory, now []Paragraph, id string) (string, Memory) {
	memory = memory.renamed(now)
	lines := match(text, memory)
	drafted, ok := Memory(now).find(id)
	if !ok {
		return text, memory
	}
	for i, l := range lines {
		if l.id == id {
			lines[i].text = drafted.Text
			return joined(lines), memory.With(drafted)
		}
	}
	return text, memory
}

// Keep is described at Replace.
func Keep(text string, memory Memory, now []Paragraph, id string) (string, Memory) {
	memory = memory.renamed(now)
	drafted, _ := Memory(now).find(id)
	for _, l := range match(text, memory) {
		switch {
		case l.id != id || !l.edited:
		case drafted.Text == "" || likeness(drafted.Text, l.text) < alike:
			return text, memory.without(id) // too far from the draft to be found again: it is the writer's own
		default:
			return text, memory.With(drafted)
		}
	}
	return text, memory
}

func (m Memory) without(id string) Memory {
	var out Memory
	for _, p := range m {
		if p.ID != id {
			out = append(out, p)
		}
	}
	return out
}

func redraft(lines []line, memory Memory, now []Paragraph, fill bool) (string, Memory) {
	today := Memory(now)
	kept := make([]line, 0, len(lines)+len(now))
	present := map[string]bool{}
	for _, l := range lines {
		drafted, ok := today.find(l.id)
		switch {
		case l.id == "" || l.edited:
		case !ok:
			memory = memory.without(l.id)
			continue
		case !l.is(drafted.Text):
			l.text = drafted.Text
			fallthrough
		default:
			memory = memory.With(drafted)
		}
		present[l.id] = true
		kept = append(kept, l)
	}
	for i, p := range now {
		_, known := memory.find(p.ID)
		if present[p.ID] || known && !fill {
			continue
		}
		kept = insert(kept, now, i)
		present[p.ID], memory = true, memory.With(p)
	}
	memory = memory.settled(present, today)
	return joined(kept), memory
}

// settled forgets paragraphs that are neither present nor drafted any more and
// read like one that is present: its line would be taken for theirs.
func (m Memory) settled(present map[string]bool, today Memory) Memory {
	taken := map[string]bool{}
	for _, p := range m {
		if present[p.ID] {
			taken[p.Text] = true
		}
	}
	var out Memory
	for _, p := range m {
		if _, drafted := today.find(p.ID); drafted || present[p.ID] || !taken[p.Text] {
			out = append(out, p)
		}
	}
	return out
}

// insert puts the draft i into its place: where the text says the same already,
// else behind the nearest draft before it that the text has, else before the
// nearest behind it, else at the end.
func insert(lines []line, now []Paragraph, i int) []line {
	if at := same(lines, now[i].Text, 0); at >= 0 {
		lines[at].id = now[i].ID
		return lines
	}
	at := len(lines)
	if before := nearest(lines, now[:i], true); before >= 0 {
		at = before + 1
	} else if behind := nearest(lines, now[i+1:], false); behind >= 0 {
		at = behind
	}
	out := make([]line, 0, len(lines)+1)
	out = append(out, lines[:at]...)
	out = append(out, line{text: now[i].Text, id: now[i].ID})
	return append(out, lines[at:]...)
}

// nearest finds the line of the last, or first, of some drafts that the text has.
func nearest(lines []line, drafts []Paragraph, last bool) int {
	for k := range drafts {
		if last {
			k = len(drafts) - 1 - k
		}
		for i, l := range lines {
			if l.id == drafts[k].ID {
				return i
			}
		}
	}
	return -1
}

func joined(lines []line) string {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.text
	}
	if text := strings.Join(texts, "\n"); strings.TrimSpace(text) != "" {
		return text
	}
	return "" // blank lines alone are no text
}
