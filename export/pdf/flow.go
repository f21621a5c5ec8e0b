package pdf

// slackHeight keeps sums of rounded heights from pushing a piece off a page.
const slackHeight = 1e-6

// flow sets pieces on pages.
type flow struct {
	size  paper
	pages []page
	marks []bookmark
	y     float64 // below the last piece, from the top of the type area
	open  bool    // the current page takes pieces
	used  bool    // and has some
}

// part begins on a new page of the given paper.
func (f *flow) part(size paper, pieces []piece) {
	f.size, f.open = size, false
	for i := 0; i < len(pieces); {
		if pieces[i].sheet != nil {
			f.sheet(pieces[i].sheet)
			i++
			continue
		}
		end := chainEnd(pieces, i)
		f.chain(pieces[i:end])
		i = end
	}
}

// chainEnd is the end of the pieces that keep together from i on.
func chainEnd(pieces []piece, i int) int {
	for i < len(pieces)-1 && pieces[i].keep && pieces[i+1].sheet == nil {
		i++
	}
	return i + 1
}

// chain places pieces that belong on one page; if no page holds them all, as
// many of the last as one does.
func (f *flow) chain(chain []piece) {
	need, before := 0.0, 0.0
	for i := range chain {
		p := &chain[i]
		if i == 0 {
			before = p.before
		} else {
			need += p.before
		}
		if i == len(chain)-1 && p.split != nil {
			need += min(p.height, p.least)
		} else {
			need += p.height
		}
	}
	if need > f.size.height()+slackHeight && len(chain) > 1 {
		f.place(chain[0])
		f.chain(chain[1:])
		return
	}
	if f.open && f.used && need+before > f.room()+slackHeight {
		f.open = false
	}
	for i := range chain {
		f.place(chain[i])
	}
}

func (f *flow) room() float64 { return f.size.height() - f.y }

// place puts one piece where there is room, parting it if it can be parted.
func (f *flow) place(p piece) {
	fresh := f.ensure(p.head)
	for {
		before := p.before
		if !f.used || fresh {
			before = 0
		}
		if p.height+before <= f.room()+slackHeight {
			f.put(p, before)
			return
		}
		parted := false
		if p.split != nil {
			if first, rest, ok := p.split(f.room() - before); ok {
				f.put(first, before)
				rest.before = 0
				p, parted = rest, true
			}
		}
		if !parted && (!f.used || fresh) {
			f.put(p, before) // taller than a page: nothing better can be done
			return
		}
		f.open = false
		fresh = f.ensure(p.head)
	}
}

// ensure opens a page if none is open, with the head of a table that goes on.
func (f *flow) ensure(head *piece) (fresh bool) {
	if f.open {
		return false
	}
	f.pages = append(f.pages, page{size: f.size})
	f.y, f.open, f.used = 0, true, false
	if head != nil {
		f.put(*head, 0)
	}
	return true
}

func (f *flow) put(p piece, before float64) {
	at := &f.pages[len(f.pages)-1]
	y := f.y + before
	if len(p.ops) > 0 {
		at.placed = append(at.placed, placed{p.ops, f.size.left, f.size.top + y})
	}
	for _, m := range p.marks {
		m.page, m.y = len(f.pages)-1, f.size.top+y
		f.marks = append(f.marks, m)
	}
	f.y = y + p.height
	f.used = f.used || p.height > 0
}

func (f *flow) sheet(s *sheet) {
	f.pages = append(f.pages, page{size: s.size, ops: s.ops})
	for _, m := range s.marks {
		m.page = len(f.pages) - 1
		f.marks = append(f.marks, m)
	}
	f.open = false
}
