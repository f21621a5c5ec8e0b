package honesty

import "github.com/shopspring/decimal"

// Checker is a model made ready to judge many texts. It may be used by several goroutines at a time.
type Checker struct {
	model    Model
	subjects []subject
	names    *phrases[*naming]
	units    *phrases[unitWord]
	words    *phrases[*word]
	values   map[valueKey][]*Value
	rows     map[string][]*Requirement
	counts   map[Unit][]int // of suppliers and of products: all, and by what became of them
}

type subjectKind uint8

const (
	isCandidate subjectKind = iota
	isReference
	isItem
)

// subject is a candidate, the product applied for or an item.
type subject struct {
	kind      subjectKind
	id, label string
	path      string
	candidate *Candidate
}

type valueKey struct {
	metric, subject string
}

// NewChecker makes a model ready. It copies nothing: the model must not change while the checker is in use.
func NewChecker(model Model) *Checker {
	c := &Checker{model: model, names: newPhrases[*naming](), units: units(), words: words(),
		values: map[valueKey][]*Value{}, rows: map[string][]*Requirement{}}
	c.addSubjects()
	for i := range model.Values {
		v := &model.Values[i]
		key := valueKey{v.Metric, v.Subject}
		c.values[key] = append(c.values[key], v)
	}
	for i := range model.Requirements {
		r := &model.Requirements[i]
		c.rows[r.Metric] = append(c.rows[r.Metric], r)
	}
	c.counts = countings(model.Candidates)
	return c
}

// addSubjects enters names by rank: candidates, the reference, items, and then what was not examined. The name of a
// vendor means all of its candidates.
func (c *Checker) addSubjects() {
	by := map[string]*naming{}
	var order []string
	add := func(name string, n naming) {
		key := string(foldWord(name))
		old := by[key]
		switch {
		case key == "":
		case old == nil:
			by[key] = &n
			order = append(order, key)
		case old.unlisted == "" && n.unlisted == "" && c.subjects[old.subjects[0]].kind == c.subjects[n.subjects[0]].kind:
			old.subjects = append(old.subjects, n.subjects...)
		}
	}
	for i := range c.model.Candidates {
		x := &c.model.Candidates[i]
		at := c.addSubject(subject{isCandidate, x.ID, x.Label, x.Path, x})
		for _, name := range append([]string{x.Label}, x.ProductNames...) {
			add(name, naming{subjects: []int{at}})
		}
		for _, name := range x.SupplierNames {
			add(name, naming{subjects: []int{at}, supplier: true})
		}
	}
	c.addOthers(add)
	for _, key := range order {
		c.names.add(key, unique(by[key]))
	}
}

func (c *Checker) addOthers(add func(string, naming)) {
	others := append([]Subject{c.model.Reference}, c.model.Items...)
	for i, x := range others {
		kind := isItem
		if i == 0 {
			kind = isReference
		}
		at := c.addSubject(subject{kind: kind, id: x.ID, label: x.Label})
		for _, name := range append([]string{x.Label}, x.Names...) {
			add(name, naming{subjects: []int{at}})
		}
	}
	for _, x := range c.model.Unlisted {
		for _, name := range append([]string{x.Label}, x.Names...) {
			add(name, naming{unlisted: x.Label})
		}
	}
}

func unique(n *naming) *naming {
	seen := map[int]bool{}
	var out []int
	for _, s := range n.subjects {
		if !seen[s] {
			out = append(out, s)
		}
		seen[s] = true
	}
	n.subjects = out
	return n
}

func (c *Checker) addSubject(s subject) int {
	c.subjects = append(c.subjects, s)
	return len(c.subjects) - 1
}

// subjectByID finds a subject; -1 when there is none of that id.
func (c *Checker) subjectByID(id string) int {
	for i := range c.subjects {
		if c.subjects[i].id == id && id != "" {
			return i
		}
	}
	return -1
}

// Check finds the passages of a text that the model does not carry. About is the id of the subject that the text is
// about where it names none, such as the candidate that an answer answers for; it may be empty.
func (c *Checker) Check(text, about string) []Finding {
	s := scanner{folded: fold(text), words: c.words, units: c.units, names: c.names}
	s.scan()
	r := reader{Checker: c, scanner: &s, about: topic{}}
	if at := c.subjectByID(about); at >= 0 {
		r.about = topic{groups: [][]int{{at}}}
	}
	for _, one := range s.sentences() {
		r.read(one)
	}
	sortFindings(r.findings)
	return r.findings
}

// Figure is a number with its unit as a text states it.
type Figure struct {
	Amount decimal.Decimal // in Unit
	Unit   Unit
	At     Span
}

// Figures lists the numbers of a text that have a unit, in order. It serves to take what a test report measured into the
// model.
func Figures(text string) []Figure {
	s := scanner{folded: fold(text), words: words(), units: units(), names: newPhrases[*naming]()}
	s.scan()
	var out []Figure
	for _, t := range s.stream {
		if !t.isNumber() {
			continue
		}
		if n := &s.numbers[t.number]; n.unit != Plain && n.unit != Other && n.unit != Calendar {
			out = append(out, Figure{n.amount(), n.unit, s.span(t.from, t.to)})
		}
	}
	return out
}
