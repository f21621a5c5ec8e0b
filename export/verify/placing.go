package verify

import "slices"

// placing finds where in the text of the pages each text of the document stands,
// so that a place on a page can be named by its question. Texts stand in their
// order but for three things: a table's head stands again on every page, a row cut
// by the end of a page shows the first lines of all its cells and then the rest of
// them, and what stands in attachments is in no text of the document.
type placing struct {
	items  []item
	text   []rune // the bodies of all pages, one after the other
	begins []int  // of the pages, and the end of the last
	owners []int  // for each rune: its item, or -1
	starts []int  // for each rune: its offset in the item
	count  []int  // for each item: how many of its characters have a place
	at     int
	rests  []rest // in order
}

// rest is the end of an item, which goes on on the next page.
type rest struct{ item, from int }

// How far ahead a text is looked for: past furniture, not past questions. At the
// top of a page a table's head may come first.
const (
	near    = 120
	nearer  = 24 // texts of a few characters stand everywhere
	pastTop = 600
	few     = 4
)

func place(items []item, text []rune, begins []int) *placing {
	p := &placing{items: items, text: text, begins: begins, owners: make([]int, len(text)), starts: make([]int, len(text)), count: make([]int, len(items))}
	for i := range p.owners {
		p.owners[i] = -1
	}
	for i := range items {
		p.resume()
		p.put(rest{i, 0})
	}
	p.resume()
	return p
}

// end is where the page of the next character ends.
func (p *placing) end() int {
	i, _ := slices.BinarySearch(p.begins, p.at+1)
	return p.begins[min(i, len(p.begins)-1)]
}

func (p *placing) top() bool {
	_, ok := slices.BinarySearch(p.begins, p.at)
	return ok
}

// resume goes on with the rests that stand here.
func (p *placing) resume() {
	for len(p.rests) > 0 {
		i := slices.IndexFunc(p.rests, func(r rest) bool { return p.here(p.text0(r), p.at) })
		if i < 0 && (p.top() || p.end()-p.at < nearer) {
			if at, ok := p.ahead(p.text0(p.rests[0])); ok {
				i, p.at = 0, at
			}
		}
		if i < 0 {
			return
		}
		next := p.rests[i]
		p.rests = slices.Delete(p.rests, i, i+1)
		p.own(next, len(p.text0(next)))
	}
}

func (p *placing) text0(r rest) []rune { return p.items[r.item].solid[r.from:] }

func (p *placing) here(s []rune, at int) bool {
	return at+len(s) <= len(p.text) && slices.Equal(p.text[at:at+len(s)], s)
}

// own gives the next n characters to an item.
func (p *placing) own(r rest, n int) {
	for i := range n {
		p.owners[p.at+i], p.starts[p.at+i] = r.item, r.from+i
	}
	p.at += n
	p.count[r.item] += n
}

// put places an item here or a little further on, or as much of it as stands here.
func (p *placing) put(r rest) {
	s := p.text0(r)
	if !p.here(s, p.at) {
		at, ok := p.ahead(s)
		if !ok && p.items[r.item].opens {
			at, ok = p.opening(s)
		}
		if !ok {
			p.begin(r, s)
			return
		}
		p.at = at
	}
	p.own(r, len(s))
}

// begin places the first lines of an item and keeps the rest.
func (p *placing) begin(r rest, s []rune) {
	n, end := 0, p.end()
	for n < len(s) && p.at+n < end && p.text[p.at+n] == s[n] {
		n++
	}
	p.own(r, n)
	p.rests = append(p.rests, rest{r.item, r.from + n})
}

// ahead looks for a text further on, on this page.
func (p *placing) ahead(s []rune) (int, bool) {
	reach := near
	switch {
	case p.top():
		reach = pastTop
	case len(s) < few:
		reach = nearer
	}
	end := p.end()
	if at, ok := p.find(s, p.at+1, min(p.at+reach, end)); ok || end-p.at > near {
		return at, ok
	}
	return p.find(s, end, min(end+pastTop, len(p.text))) // past the end of the page
}

// find looks for a text that begins between two places.
func (p *placing) find(s []rune, from, to int) (int, bool) {
	for at := from; at < to; at++ {
		if p.text[at] == s[0] && p.here(s, at) {
			return at, true
		}
	}
	return 0, false
}

// opening looks for a text that begins a later page.
func (p *placing) opening(s []rune) (int, bool) {
	for _, at := range p.begins {
		if at >= p.at && p.here(s, at) {
			p.rests = nil
			return at, true
		}
	}
	return 0, false
}
