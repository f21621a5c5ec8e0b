package drafting

// State is whose a paragraph is.
type State string

// The states.
const (
	Own       State = "own"       // written by a person
	Following State = "following" // drafted and left as it was: it follows the data
	Edited    State = "edited"    // drafted and edited; the data still gives what was edited
	Outdated  State = "outdated"  // drafted and edited; the data gives something else by now
)

// Standing is a paragraph of a text and whose it is.
type Standing struct {
	Index int    // among the paragraphs of the text, from 0; blank lines are none
	Line  int    // among the lines of the text, from 0; blank lines count
	ID    string // of the draft; "" for an own one
	State State
	Now   string // what is drafted today; "" where nothing is
}

// States tells for every paragraph of a text whose it is.
func States(text string, memory Memory, now []Paragraph) []Standing {
	var out []Standing
	today, memory := Memory(now), memory.renamed(now)
	for i, l := range match(text, memory) {
		if l.blank() {
			continue
		}
		s := Standing{Index: len(out), Line: i, ID: l.id, State: Own}
		if l.id != "" {
			drafted, _ := today.find(l.id)
			remembered, _ := memory.find(l.id)
			s.Now = drafted.Text
			switch {
			case !l.edited:
				s.State = Following
			case drafted.Text == remembered.Text || l.is(drafted.Text):
				s.State = Edited
			default:
				s.State = Outdated
			}
		}
		out = append(out, s)
	}
	return out
}

// HasEdited reports whether a text has a drafted paragraph that was edited. It needs
// no draft, and so is quick.
func HasEdited(text string, memory Memory) bool {
	for _, l := range match(text, memory) {
		if l.edited {
			return true
		}
	}
	return false
}
