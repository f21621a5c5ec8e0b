package pdf

import "h200filing/export/typeset"

// Units on a page are millimetres from its top left corner; type sizes are
// points.
const mmPerPoint = 25.4 / 72

// look is a role of text on a page.
type look int

const (
	lookLetter    look = iota // running text of the letter
	lookLetter1               // 一、 in the letter
	lookLetter2               // （一） in the letter
	lookTitle                 // title of the letter
	lookAnnex                 // 附件1
	lookPartTitle             // title of an annex
	lookBody                  // running text of an annex
	lookStrong                // the same, stressed
	lookHead1                 // 一、 in an annex
	lookHead2                 // （一） in an annex
	lookCell                  // table text
	lookCellStrong
	lookCellOpen // table text that tells something is unknown
	lookDense    // text of tables with many columns
	lookDenseStrong
	lookDenseOpen
	lookSmall // notes, sources, formulas
	lookSmallStrong
	lookCode   // digests
	lookPage   // page number
	lookFooter // own-format notice, page of pages
	lookTiny   // digest in the footer
	lookMark   // watermark, at any size
	lookCount
)

// style is a face, a size and a shade.
type style struct {
	face face
	size float64 // points
	gray float64 // 0 black, 1 white
	line float64 // millimetres from line to line
}

// Sizes follow GB/T 9704-2012, clause 5.2 and 7: 三号 is the classic 15.75 pt,
// for 16 pt would hold neither 28 characters in 156 mm nor 22 lines in 225 mm.
var looks = [lookCount]style{
	lookLetter:      {fang, 15.75, 0, letterPitch},
	lookLetter1:     {hei, 15.75, 0, letterPitch},
	lookLetter2:     {kai, 15.75, 0, letterPitch},
	lookTitle:       {title, 22, 0, 12},
	lookAnnex:       {hei, 15.75, 0, 9},
	lookPartTitle:   {title, 18, 0, 10},
	lookBody:        {fang, 12, 0, 7.2},
	lookStrong:      {hei, 12, 0, 7.2},
	lookHead1:       {hei, 14, 0, 8.4},
	lookHead2:       {kai, 13, 0, 7.8},
	lookCell:        {fang, 10.5, 0, 5.1},
	lookCellStrong:  {hei, 10, 0, 5.1},
	lookCellOpen:    {kai, 10.5, 0, 5.1},
	lookDense:       {fang, 9, 0, 4.4},
	lookDenseStrong: {hei, 8.5, 0, 4.4},
	lookDenseOpen:   {kai, 9, 0, 4.4},
	lookSmall:       {song, 8.5, 0.25, 4.2},
	lookSmallStrong: {hei, 8.5, 0.15, 4.2},
	lookCode:        {song, 9, 0, 5},
	lookPage:        {song, 14, 0, 6},
	lookFooter:      {song, 8, 0.35, 4},
	lookTiny:        {song, 6.5, 0.35, 3},
	lookMark:        {title, 100, 0, 60},
}

// letterPitch sets 22 lines in 225 mm.
const letterPitch = 225.0 / 22

// em is the width of a full-width character in millimetres.
func (l look) em() float64 { return looks[l].size * mmPerPoint }

// pitch is the height of a line.
func (l look) pitch() float64 { return looks[l].line }

// drop is the way from the top of a line down to its baseline. Han characters
// stand in a square whose top is 0.88 em above the baseline.
func (l look) drop() float64 { return (l.pitch()-l.em())/2 + 0.88*l.em() }

// styleOf packs a look and the face that shows a character into the number that
// typeset hands through.
func styleOf(l look, f face) typeset.Style {
	return typeset.Style(int(l)*int(faceCount) + int(f))
}

// lookAndFace undoes styleOf.
func lookAndFace(s typeset.Style) (look, face) {
	return look(int(s) / int(faceCount)), face(int(s) % int(faceCount))
}
