package prose

// piece is text that is drawn as one, at a distance from the left of its line.
type piece struct {
	text     string
	x, width float32
}

// piecesOf cuts a line into pieces; they are kept until the paragraph changes.
// Where Chinese is cut depends on its characters only, so that a piece that a
// change moves is the same text as before: the toolkit keeps the picture of each
// text that it has drawn.
func (p *paragraph) piecesOf(line int) []piece {
	if len(p.pieces) != len(p.lines) {
		p.pieces = make([][]piece, len(p.lines))
	}
	if p.pieces[line] == nil {
		p.pieces[line] = p.cut(p.line(line))
	}
	return p.pieces[line]
}

func (p *paragraph) cut(from, to int) []piece {
	pieces := make([]piece, 0, 8)
	x := float32(0)
	for i := from; i < to; {
		end := min(to, pieceEnd(p.text, i))
		alone := solid(p.text[i])
		for alone && end < to && solid(p.text[end]) && !cuts(p.text[end-1]) {
			end = min(to, pieceEnd(p.text, end))
		}
		width := float32(0)
		for _, a := range p.adv[i:end] {
			width += a
		}
		if alone || joined(p.text[i]) {
			pieces = append(pieces, piece{string(p.text[i:end]), x, width})
		}
		x += width
		i = end
	}
	return pieces
}

// cuts chooses one character in four, whichever, to end a piece.
func cuts(r rune) bool { return uint32(r)*2654435761>>30 == 0 }
