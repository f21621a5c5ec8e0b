package pdf

import (
	"bytes"
	"fmt"

	"h200filing/export/document"
	"h200filing/export/typeset"
)

// enclosure sets each page of an attachment on a sheet of its own, below its
// number and title. What cannot be read gets a sheet that says so.
func (l *layouter) enclosure(e document.Enclosure) {
	pages, err := openAttachment(e.Content)
	if err != nil || len(pages) == 0 {
		l.add(piece{sheet: l.unreadable(e)})
		return
	}
	for i, p := range pages {
		l.add(piece{sheet: l.enclosed(e, p, i+1, len(pages))})
	}
}

// openAttachment tells the kind of a file by its first bytes.
func openAttachment(content []byte) ([]artPage, error) {
	if i := bytes.Index(content[:min(len(content), 1024)], []byte("%PDF-")); i >= 0 {
		return importPDF(content)
	}
	picture, err := importPicture(content)
	if err != nil {
		return nil, err
	}
	return []artPage{picture}, nil
}

// enclosed sets one page of an attachment.
func (l *layouter) enclosed(e document.Enclosure, p artPage, n, total int) *sheet {
	s := &sheet{size: sheetPaper}
	if p.w > p.h {
		s.size = wideSheetPaper
	}
	top := l.sheetHead(s, e, fmt.Sprintf("%d/%d", n, total))
	if n == 1 {
		s.marks = []bookmark{{level: 1, title: e.Number + " " + e.Title}}
	}
	room := s.size.h - s.size.bottom - top
	scale := min(s.size.width()/p.w, room/p.h)
	w, h := p.w*scale, p.h*scale
	x := s.size.left + (s.size.width()-w)/2
	s.ops = append(s.ops,
		op{kind: opArt, x: x, y: top, w: w, h: h, art: p.art},
		op{kind: opFrame, x: x, y: top, w: w, h: h, pen: penThin, gray: grayRule})
	return s
}

// sheetHead sets number and title of an attachment and, at the right, which of
// its pages this is. It returns the height from which the page is free.
func (l *layouter) sheetHead(s *sheet, e document.Enclosure, counter string) float64 {
	const top = 11.0
	width := s.size.width()
	tail := l.measure(counter, lookCell) + 4
	y := top
	for _, line := range l.set(e.Number+"  "+e.Title, lookCellStrong, shape{width: width - tail, align: typeset.Left}) {
		s.ops = lineOps(s.ops, line, lookCellStrong, s.size.left, y)
		y += lookCellStrong.pitch()
	}
	for _, line := range l.set(counter, lookCell, shape{width: width, align: typeset.Right}) {
		s.ops = lineOps(s.ops, line, lookCell, s.size.left, top)
	}
	if e.SHA256 != "" {
		for _, line := range l.set("SHA-256 "+e.SHA256, lookTiny, shape{width: width, align: typeset.Left}) {
			s.ops = lineOps(s.ops, line, lookTiny, s.size.left, y)
			y += lookTiny.pitch()
		}
	}
	return max(y+1.5, s.size.top)
}

// unreadable is the sheet of an attachment that cannot be merged.
func (l *layouter) unreadable(e document.Enclosure) *sheet {
	s := &sheet{size: annexPaper, marks: []bookmark{{level: 1, title: e.Number + " " + e.Title}}}
	y := l.sheetHead(s, e, "") + 20
	for _, line := range l.set(e.Unreadable, lookBody, shape{width: s.size.width(), first: 2 * lookBody.em()}) {
		s.ops = lineOps(s.ops, line, lookBody, s.size.left, y)
		y += lookBody.pitch()
	}
	return s
}
