package drafting

import "strings"

// line is a line of a text and what is remembered of it.
type line struct {
	text   string
	id     string // of the drafted paragraph, or ""
	edited bool
}

func (l line) blank() bool { return strings.TrimSpace(l.text) == "" }

func (l line) is(text string) bool { return strings.TrimSpace(l.text) == strings.TrimSpace(text) }

// match cuts a text into lines and finds, for every remembered paragraph, the
// line that it became: first the lines that read as remembered, then, best
// likeness first, those that were edited. A paragraph without a line was
// deleted.
func match(text string, memory Memory) []line {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	var lines []line
	for s := range strings.SplitSeq(text, "\n") {
		lines = append(lines, line{text: s})
	}
	var lost Memory
	from := 0
	for _, p := range memory {
		if i := same(lines, p.Text, from); i >= 0 {
			lines[i].id, from = p.ID, i+1
		} else {
			lost = append(lost, p)
		}
	}
	for len(lost) > 0 {
		i, at, best := -1, -1, alike
		for k, p := range lost {
			for j, l := range lines {
				if l.id != "" || l.blank() {
					continue
				}
				if d := likeness(p.Text, l.text); d > best || d == best && i < 0 {
					i, at, best = k, j, d
				}
			}
		}
		if i < 0 {
			return lines
		}
		lines[at].id, lines[at].edited = lost[i].ID, true
		lost = append(lost[:i:i], lost[i+1:]...)
	}
	return lines
}

// same finds the line that reads like a text, from a line on or else anywhere.
func same(lines []line, text string, from int) int {
	for n := range lines {
		i := (from + n) % len(lines)
		if lines[i].id == "" && !lines[i].blank() && lines[i].is(text) {
			return i
		}
	}
	return -1
}
