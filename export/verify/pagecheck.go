package verify

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"h200filing/export/document"
	"h200filing/export/pdftext"
)

// pageCheck holds the pages that were found against those that the answers give.
type pageCheck struct {
	*checker
	doc       *document.Document
	want, got *pages
	placed    *placing
	begins    []int // of the wanted pages
	byItem    map[int]*change
}

// change is what became of an item: a stretch of it, and what stands there now.
type change struct {
	from, to int
	with     []rune
	page     int // from 1
}

func (c *checker) checkPages(doc *document.Document, want *pdftext.File) {
	p := &pageCheck{checker: c, doc: doc, want: pagesOf(want, doc), byItem: map[int]*change{}}
	p.got = p.want.like(c.file, doc)
	p.blankAttachments()
	text, begins := p.want.joined()
	p.begins = begins
	p.placed = place(itemsOf(doc), text, begins)
	if p.sameBreaks() {
		for i := range p.want.body {
			p.body(p.want.body[i], p.got.body[i], begins[i], func(int) int { return i + 1 })
		}
	} else {
		all, at := p.got.joined()
		p.body(text, all, 0, func(pos int) int {
			i, there := slices.BinarySearch(at, pos)
			if there {
				i++
			}
			return min(max(i, 1), len(p.got.body))
		})
	}
	p.feet()
	for _, i := range sortedKeys(p.byItem) {
		p.name(i)
	}
	p.missing()
}

// sameBreaks tells whether the pages can be compared one by one: as many of them,
// and most begin alike.
func (p *pageCheck) sameBreaks() bool {
	if len(p.want.body) != len(p.got.body) {
		return false
	}
	alike := 0
	for i := range p.want.body {
		if slices.Equal(start(p.want.body[i]), start(p.got.body[i])) {
			alike++
		}
	}
	return alike*4 >= len(p.want.body)*3
}

func start(body []rune) []rune { return body[:min(len(body), 12)] }

// body notes what differs in the bodies of pages; offset is where the wanted text
// stands in that of all pages, pageOf gives the page of a place in got.
func (p *pageCheck) body(want, got []rune, offset int, pageOf func(int) int) {
	for _, e := range edits(want, got) {
		with := got[e.gotFrom:e.gotTo]
		page := pageOf(e.gotFrom)
		if e.from == e.to {
			p.note(p.owner(offset+e.from), offset+e.from, offset+e.from, with, page)
			continue
		}
		for at := e.from; at < e.to; {
			item, from := p.owner(offset+at), at
			for at < e.to && (at == from || p.owner(offset+at) == item) {
				at++
			}
			p.note(item, offset+from, offset+at, with, page)
			with = nil
		}
	}
}

// owner is the item at a place, or that before it where none stands there.
func (p *pageCheck) owner(at int) int {
	for i := min(at, len(p.placed.owners)-1); i >= 0; i-- {
		if p.placed.owners[i] >= 0 {
			return p.placed.owners[i]
		}
	}
	return 0
}

// note adds an edit to what became of its item.
func (p *pageCheck) note(item, from, to int, with []rune, page int) {
	inItem := func(at int) int {
		if at < len(p.placed.owners) && p.placed.owners[at] == item {
			return p.placed.starts[at]
		}
		if at > 0 && at <= len(p.placed.owners) && p.placed.owners[at-1] == item {
			return p.placed.starts[at-1] + 1
		}
		return len(p.placed.items[item].solid)
	}
	first := inItem(from)
	last := first
	if to > from {
		last = max(first, inItem(to-1)+1)
	}
	last = min(last, len(p.placed.items[item].solid))
	if c, ok := p.byItem[item]; ok {
		between := []rune(nil)
		if first > c.to {
			between = p.placed.items[item].solid[c.to:first]
		}
		c.with = slices.Concat(c.with, between, with)
		c.to = max(c.to, last)
		return
	}
	p.byItem[item] = &change{first, last, slices.Clone(with), page}
}

// name reports what became of an item.
func (p *pageCheck) name(i int) {
	it, c := p.placed.items[i], p.byItem[i]
	d := Difference{Field: it.question, Label: it.part, Place: p.page(c.page), In: InPDF, order: c.page<<20 | i}
	d.Expected, d.Found = around(it.text, it.replaced(c.from, c.to, string(c.with)))
	if d.Field == "" {
		d.Field = p.within(it, c)
	}
	if d.Field != "" {
		d.Label = p.labelOf(d.Field)
	}
	p.found(d)
}

// within finds the question whose value a sentence tells where it was changed: the
// one with the longest value there.
func (p *pageCheck) within(it item, c *change) string {
	best, longest := "", 1
	for _, q := range p.report.Questions() {
		value := solid(p.report.Display(q, p.filingLang()))
		if !q.State.Known() || len(value) <= longest {
			continue
		}
		for at := 0; at+len(value) <= len(it.solid); at++ {
			if at < max(c.to, c.from+1) && c.from < at+len(value) && slices.Equal(it.solid[at:at+len(value)], value) {
				best, longest = p.report.Public(q.Path), len(value)
				break
			}
		}
	}
	return best
}

// feet compares what every page bears at its foot.
func (p *pageCheck) feet() {
	total, printed := len(p.got.foot), p.doc.Digest[:min(len(p.doc.Digest), printedDigest)]
	other := p.otherDigest(printed)
	if other != "" {
		p.found(Difference{Label: p.word("verify.digest"), Place: p.page(1), Expected: printed, Found: other, In: InPDF})
	}
	for i, foot := range p.got.foot {
		want := p.want.footOf(p.doc, i+1, total)
		if other != "" {
			want = strings.Replace(want, printed, other, 1)
		}
		if want != string(foot) {
			p.found(Difference{Label: p.word("verify.foot"), Place: p.page(i + 1), Expected: want, Found: string(foot), In: InPDF, order: (i+1)<<20 | 1<<19})
		}
	}
	if w := len(p.want.foot); w != total {
		p.found(Difference{Label: p.word("verify.pages"), Place: p.word("verify.pdf"), Expected: strconv.Itoa(w), Found: strconv.Itoa(total), In: InPDF})
	}
}

// printedDigest is how much of the digest pages bear.
const printedDigest = 16

var printedDigests = regexp.MustCompile(`[0-9a-f]{16}`)

// otherDigest is what stands on most pages in the place of the digest, "" where that
// is the digest itself: then the file as a whole is of other answers.
func (p *pageCheck) otherDigest(printed string) string {
	count := map[string]int{}
	for _, foot := range p.got.foot {
		count[printedDigests.FindString(string(foot))]++
	}
	for digest, n := range count {
		if 2*n > len(p.got.foot) && digest != printed {
			return digest
		}
	}
	return ""
}

// missing names the answers that the document prints but that stand on no page of
// the file: what holds although the pages were made by the same program.
func (p *pageCheck) missing() {
	text, _ := p.got.joined()
	all := string(text)
	for i, it := range p.placed.items {
		if it.question == "" || p.byItem[i] != nil || p.stands(i) || strings.Contains(all, string(it.solid)) {
			continue
		}
		p.found(Difference{Field: it.question, Label: p.labelOf(it.question), Place: p.word("verify.pdf"), Expected: it.text, In: InPDF, order: i})
	}
}

// stands tells whether every character of an item has a place.
func (p *pageCheck) stands(i int) bool { return p.placed.count[i] == len(p.placed.items[i].solid) }

// keptAround is how much of a long text is shown beside what differs in it.
const keptAround = 30

// around shortens two texts to where they differ.
func around(a, b string) (string, string) {
	x, y := []rune(a), []rune(b)
	if max(len(x), len(y)) <= 4*keptAround {
		return a, b
	}
	head := 0
	for head < min(len(x), len(y)) && x[head] == y[head] {
		head++
	}
	tail := 0
	for tail < min(len(x), len(y))-head && x[len(x)-1-tail] == y[len(y)-1-tail] {
		tail++
	}
	cut := func(s []rune) string {
		from, to := max(0, head-keptAround), min(len(s), len(s)-tail+keptAround)
		out := string(s[from:to])
		if from > 0 {
			out = "…" + out
		}
		if to < len(s) {
			out += "…"
		}
		return out
	}
	return cut(x), cut(y)
}

func sortedKeys[V any, K cmp.Ordered](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
