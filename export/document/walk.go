package document

// Each visits every text of the part in reading order, with the path of the
// answer that it prints or "". Line breaks inside of cells and values stay.
func (p Part) Each(visit func(text, question string)) {
	visit(p.Label, "")
	visit(p.Title, "")
	for _, b := range p.Blocks {
		each(b, visit)
	}
}

func each(b Block, visit func(text, question string)) {
	switch b := b.(type) {
	case Title:
		visit(b.Text, "")
	case Heading:
		visit(b.Text, b.Question)
	case Paragraph:
		visit(b.Text, b.Question)
	case Table:
		b.each(visit)
	case Pairs:
		for _, item := range b.Items {
			item.each(visit)
		}
	case Checks:
		for _, item := range b.Items {
			visit(item.Text, item.Question)
		}
	case Signature:
		for _, line := range b.Lines {
			line.each(visit)
		}
		visit(b.Place, "")
		visit(b.Date, "")
	case Bars:
		visit(b.Caption, "")
		visit(b.NeedAt, "")
		for _, bar := range b.Bars {
			visit(bar.Label, "")
			visit(bar.Text, bar.Question)
		}
	case Enclosure:
		visit(b.Number, "")
		visit(b.Title, "")
		visit(b.Unreadable, "")
	case Verbatim:
		visit(b.Text, "")
	}
}

func (t Table) each(visit func(text, question string)) {
	visit(t.Caption, "")
	for _, c := range t.Columns {
		visit(c.Head, "")
	}
	for _, row := range t.Rows {
		visit(row.Band, "")
		for _, c := range row.Cells {
			visit(c.Text, c.Question)
		}
	}
	for _, n := range t.Notes {
		visit(n, "")
	}
}

func (p Pair) each(visit func(text, question string)) {
	visit(p.Label, "")
	visit(p.Value, p.Question)
	visit(p.Note, "")
}
