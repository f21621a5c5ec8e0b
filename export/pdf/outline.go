package pdf

import (
	"fmt"
	"strings"
)

// entry is a bookmark among its neighbours.
type entry struct {
	bookmark
	number   int
	children []*entry
}

// addOutline writes the bookmarks as a tree and returns the number of its root,
// or 0 if there are none. Parts are closed, so that the first view is a list of
// annexes.
func addOutline(w *objects, p plan) int {
	root := &entry{}
	path := []*entry{root}
	for _, m := range p.marks {
		m.title = oneLine(m.title)
		if m.title == "" {
			continue
		}
		depth := min(m.level+1, len(path))
		e := &entry{bookmark: m}
		parent := path[depth-1]
		parent.children = append(parent.children, e)
		path = append(path[:depth], e)
	}
	if len(root.children) == 0 {
		return 0
	}
	root.number = w.alloc()
	number(w, root)
	write(w, root, p)
	w.put(root.number, fmt.Sprintf("<</Type /Outlines /First %d 0 R /Last %d 0 R /Count %d>>",
		root.children[0].number, root.children[len(root.children)-1].number, len(root.children)))
	return root.number
}

func number(w *objects, e *entry) {
	for _, c := range e.children {
		c.number = w.alloc()
	}
	for _, c := range e.children {
		number(w, c)
	}
}

// write puts the children of e.
func write(w *objects, e *entry, p plan) {
	for i, c := range e.children {
		var b strings.Builder
		fmt.Fprintf(&b, "<</Title %s /Parent %d 0 R /Dest %s", textString(c.title), e.number, p.destination(c.bookmark))
		if i > 0 {
			fmt.Fprintf(&b, " /Prev %d 0 R", e.children[i-1].number)
		}
		if i+1 < len(e.children) {
			fmt.Fprintf(&b, " /Next %d 0 R", e.children[i+1].number)
		}
		if n := len(c.children); n > 0 {
			fmt.Fprintf(&b, " /First %d 0 R /Last %d 0 R /Count -%d", c.children[0].number, c.children[n-1].number, n)
		}
		b.WriteString(">>")
		w.put(c.number, b.String())
		write(w, c, p)
	}
}
