package honesty

import "slices"

// reader goes through a text sentence by sentence and keeps track of what it speaks of.
type reader struct {
	*Checker
	*scanner
	about    topic // where a sentence names nothing
	last     topic // named last, in this sentence or before
	findings []Finding
	state
}

// state is what a reader knows at a place in a sentence.
type state struct {
	sentence
	at      int   // index of the token
	main    topic // what the sentence is about
	aside   topic // what is compared with, until the clause ends
	against topic // what differences refer to, until the sentence ends
	sticky  bool  // the aside lasts beyond the clause: a colon followed it

	clause    int // first token of the clause
	op        *token
	than      *token
	all       *token
	quoted    int
	maybe     bool
	denied    bool
	elsewhere bool
	paired    bool
	whole     bool
	domestic  bool
	pair      map[Unit]int
	lastName  int // index of the token of the last name; -1 where there is none
}

// read reads one sentence.
func (r *reader) read(one sentence) {
	r.state = state{sentence: one, main: r.about, lastName: -1}
	for i := range one.tokens {
		r.at = i
		t := &one.tokens[i]
		switch {
		case t.name != nil:
			r.readName(t)
		case t.isNumber():
			r.judgeFigure(t)
			r.op = nil
		default:
			r.readWord(t)
		}
	}
}

// readWord follows what a word does to the state, then judges the claims that need no figure.
func (r *reader) readWord(t *token) {
	for _, step := range steps {
		if t.is(step.class) {
			step.do(r, t)
		}
	}
}

// steps are in the order in which a word with several classes is read.
var steps = []struct {
	class class
	do    func(*reader, *token)
}{
	{cComma, (*reader).endClause},
	{cOpen, func(r *reader, _ *token) { r.quoted++ }},
	{cClose, func(r *reader, _ *token) { r.quoted = max(0, r.quoted-1) }},
	{cMaybe, func(r *reader, _ *token) { r.maybe = true }},
	{cDeny, func(r *reader, _ *token) { r.denied = true }},
	{cWhole, func(r *reader, _ *token) { r.whole = true }},
	{cRespective, func(r *reader, _ *token) { r.paired, r.pair = true, nil }},
	{cDomestic, (*reader).readDomestic},
	{cGeneric, (*reader).readGeneric},
	{cThose, func(r *reader, _ *token) { r.turnTo(r.those()) }},
	{cPronoun, (*reader).readPronoun},
	{cElsewhere, func(r *reader, _ *token) { r.elsewhere = true }},
	{cOwn, (*reader).readOwn},
	{cNeed, (*reader).readNeed},
	{cThan, (*reader).readThan},
	{cAll, (*reader).readAll},
	{cNot, (*reader).judgeShortfall},
	{cReply, (*reader).judgeReply},
	{cOp, (*reader).readOp},
	{cAbsolute, (*reader).judgeRule},
}

// endClause forgets what only the clause said. A colon carries the aside on: what follows lists it.
func (r *reader) endClause(t *token) {
	switch r.r[t.from] {
	case ':':
		r.sticky = r.sticky || r.aside.need
	case ';':
		r.aside, r.against, r.sticky, r.maybe = topic{}, topic{}, false, false
	default:
		if !r.sticky {
			r.aside = topic{}
		}
	}
	r.op, r.than, r.all, r.denied = nil, nil, nil, false
	r.clause = r.at + 1
}

// comparing reports whether what comes next is compared with what the sentence is about.
func (r *reader) comparing() bool { return (r.op != nil || r.than != nil) && !r.main.need }

// turnTo makes something the topic, or the aside where the words compare with it.
func (r *reader) turnTo(t topic) {
	if r.comparing() && !r.main.empty() {
		r.aside = t
		if r.than != nil {
			r.against = t
		}
		return
	}
	if r.than != nil {
		r.against = t
		return
	}
	r.main, r.aside, r.sticky = t, topic{}, false
}

func (r *reader) readName(t *token) {
	named := topic{}
	if t.name.unlisted != "" {
		named.unlisted = []mention{{t.name.unlisted, t.from, t.to}}
	} else {
		named.groups = [][]int{t.name.subjects}
	}
	place := &r.main
	if r.lastName >= 0 && r.aside.named() {
		place = &r.aside
	}
	switch {
	case r.lastName >= 0 && r.joined(t) && place.named():
		place.join(named)
	case r.lastName >= 0 && r.adjacent(t) && place.named():
		if !place.refine(named) {
			place.replaceLast(named)
		}
	default:
		r.turnTo(named)
	}
	r.lastName = r.at
	r.last = r.main
}

// joined reports whether only an "and" stands between the last name and this one.
func (r *reader) joined(t *token) bool {
	between := r.tokens[r.lastName+1 : r.at]
	gap := t.from - r.tokens[r.lastName].to
	return len(between) == 1 && gap <= 6 && (between[0].is(cJoin|cList) || r.r[between[0].from] == '与')
}

func (r *reader) adjacent(t *token) bool {
	return r.lastName == r.at-1 && t.from-r.tokens[r.lastName].to <= 5
}

// readDomestic takes domestic supply for the topic where the word is of supply or a word of supply follows.
func (r *reader) readDomestic(t *token) {
	r.domestic = true
	supply := t.is(cSupply) || r.at+1 < len(r.tokens) && r.tokens[r.at+1].is(cSupply) && r.tokens[r.at+1].from-t.to <= 4
	if supply && (r.main.empty() || r.main.own) {
		r.turnTo(topic{generic: true})
	}
}

func (r *reader) readGeneric(*token) {
	r.domestic = true
	if r.lastName >= 0 && r.lastName == r.at-1 && !r.comparing() {
		return // a name with its kind behind it
	}
	r.turnTo(topic{generic: true})
}

// readAll keeps the first of 任何 … 都.
func (r *reader) readAll(t *token) {
	if r.all == nil {
		r.all = t
	}
}

// those are the products named last, or all of them.
func (r *reader) those() topic {
	if r.last.named() {
		return r.last
	}
	return topic{generic: true}
}

func (r *reader) readPronoun(*token) {
	switch {
	case r.main.named():
	case r.last.named():
		r.main = r.last
	default:
		r.main = topic{unnamed: true}
	}
}

func (r *reader) readOwn(*token) {
	r.elsewhere = false
	if r.comparing() || !r.main.named() {
		r.turnTo(topic{own: true})
	}
}

func (r *reader) readNeed(*token) {
	switch {
	case r.comparing() || r.main.named() || r.main.generic:
		r.aside = topic{need: true}
		r.against = r.aside
	default:
		r.main = topic{need: true}
	}
}

// readThan reads a word of comparison; 与 between two names only joins them.
func (r *reader) readThan(t *token) {
	if r.r[t.from] == '与' && r.lastName >= 0 && r.lastName == r.at-1 {
		return
	}
	r.than = t
}

// readOp notes a comparison. What stood aside before it is its left side.
func (r *reader) readOp(t *token) {
	r.op = t
	if (t.word.op == opBelow || t.word.op == opAbove) && !r.sticky {
		r.aside = topic{}
	}
}

// inClause looks back from the token for a word of a class in the clause.
func (r *reader) inClause(c class) bool {
	return slices.ContainsFunc(r.tokens[r.clause:r.at], func(t token) bool { return t.is(c) })
}

// silent reports whether what is said is quoted, asked, supposed or denied.
func (r *reader) silent() bool { return r.quoted > 0 || r.question || r.maybe || r.denied }
