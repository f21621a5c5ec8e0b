package honesty

import "slices"

// token is a word, a name or a figure at a place of the folded text.
type token struct {
	from, to int
	word     *word   // of the lexicon
	name     *naming // of the model
	number   int32   // index of the figure; -1 where it is none
}

func (t *token) is(c class) bool { return t.word != nil && t.word.class&c != 0 }

func (t *token) isNumber() bool { return t.number >= 0 }

// naming is what a name means: one or more subjects, or something that was not examined.
type naming struct {
	subjects []int // by index of the checker's subjects
	supplier bool  // the name of a vendor rather than of a product
	unlisted string
}

// scanner cuts a folded text into tokens.
type scanner struct {
	folded
	words    *phrases[*word]
	units    *phrases[unitWord]
	names    *phrases[*naming]
	stream   []token
	numbers  []number
	rangeEnd int
}

// scan runs through the text once. A run of letters that no table knows is passed over with the digits in it, so that
// neither a document number nor a model name is taken for a figure.
func (s *scanner) scan() {
	s.stream = make([]token, 0, len(s.r)/3)
	for at := 0; at < len(s.r); {
		c := s.r[at]
		if name, to, ok := s.names.find(s.r, at); ok {
			s.add(token{from: at, to: to, name: name, number: -1})
			at = to
			continue
		}
		if w, to, ok := s.words.find(s.r, at); ok {
			if w.class != 0 {
				s.add(token{from: at, to: to, word: w, number: -1})
			}
			at = to
			continue
		}
		switch {
		case c == '\n':
			s.add(token{from: at, to: at + 1, word: lineBreak, number: -1})
			at++
		case mayBeginNumber(c):
			at = s.scanNumber(at)
		case isAlnum(c):
			at = s.skipRun(at)
		default:
			at++
		}
	}
}

var lineBreak = &word{class: cStop}

func mayBeginNumber(c rune) bool {
	return isDigit(c) || isNumeral(c) || c == '百' || c == '¥' || c == '$' || c == 'u' || c == 'r' || c == 'c'
}

func (s *scanner) scanNumber(at int) int {
	n, to, ok := s.readNumber(at)
	if !ok {
		if isAlnum(s.r[at]) {
			return s.skipRun(at)
		}
		return at + 1
	}
	s.add(token{from: at, to: to, number: int32(len(s.numbers))})
	s.numbers = append(s.numbers, n)
	return to
}

// skipRun passes over letters and digits with the signs that join them.
func (s *scanner) skipRun(at int) int {
	for at < len(s.r) && (isAlnum(s.r[at]) || joinsRun(s.r, at)) {
		at++
	}
	return at
}

func joinsRun(r []rune, at int) bool {
	return (r[at] == '-' || r[at] == '_' || r[at] == '.' || r[at] == '/' || r[at] == '@') &&
		at+1 < len(r) && isAlnum(r[at+1])
}

func (s *scanner) add(t token) { s.stream = append(s.stream, t) }

func (s *scanner) hasPrefix(from int, prefix string) bool {
	i := from
	for _, c := range prefix {
		if i >= len(s.r) || s.r[i] != c {
			return false
		}
		i++
	}
	return true
}

func (s *scanner) skipBlanks(at int) int { return skip(s.r, at) }

// sentence is a run of tokens between two stops, and its place in the text.
type sentence struct {
	tokens   []token
	from, to int
	question bool
}

// sentences parts the tokens. A sentence includes its stop unless that is a line break.
func (s *scanner) sentences() []sentence {
	var out []sentence
	first, from := 0, 0
	for i := range s.stream {
		t := &s.stream[i]
		if !t.is(cStop) {
			continue
		}
		to := t.to
		if s.r[t.from] == '\n' {
			to = t.from
		}
		out = append(out, s.sentence(first, i, from, to, s.r[t.from] == '?'))
		first, from = i+1, t.to
	}
	return append(out, s.sentence(first, len(s.stream), from, len(s.r), false))
}

func (s *scanner) sentence(first, last, from, to int, question bool) sentence {
	for from < to && s.r[from] == ' ' {
		from++
	}
	return sentence{tokens: slices.Clip(s.stream[first:last]), from: from, to: to, question: question}
}
