package main

import (
	"fmt"
	"strings"
	"unicode"
)

// What stands on every page.
const (
	watermark = "练习材料"
	footer    = "练习材料，内容虚构，不得用于正式申请"
)

// Measures of the A4 page, in mm; sizes of type in pt.
const (
	pageWidth, pageHeight = 210.0, 297.0
	margin                = 25.0
	column                = pageWidth - 2*margin
	titleSize, textSize   = 20.0, 12.0
	smallSize, markSize   = 9.0, 72.0
	leading               = 8.0
	padding               = 2.0
)

// canvas is a paper under the pen. Positions are in mm from the top left corner,
// y on the baseline.
type canvas interface {
	newPage()
	width(text string, size float64) float64
	text(x, y, size float64, text string)
	mark(text string, size float64) // pale and aslant, across the page
	box(x, y, w, h float64)
	finish() ([]byte, error)
}

// pen is the place on a page that is reached.
type pen struct {
	canvas
	y float64
}

func (d document) layOut(c canvas) {
	for i, page := range d.Pages {
		p := &pen{canvas: c, y: margin}
		c.newPage()
		c.mark(watermark, markSize)
		if i == 0 {
			p.centred(d.Title, titleSize)
			p.centred(d.Number, textSize)
		}
		for _, b := range page {
			p.block(b)
		}
		p.y = pageHeight - margin/2 - leading
		p.centred(footer, smallSize)
		p.y -= leading / 3
		p.centred(fmt.Sprintf("%d / %d", i+1, len(d.Pages)), smallSize)
	}
}

// centred sets one line in the middle; an empty text takes no room.
func (p *pen) centred(text string, size float64) {
	if text == "" {
		return
	}
	p.text((pageWidth-p.width(text, size))/2, p.y, size, text)
	p.y += leading * max(1, size/textSize)
}

func (p *pen) block(b block) {
	for _, line := range wrap(b.Text, column, func(s string) float64 { return p.width(s, textSize) }) {
		p.text(margin, p.y, textSize, line)
		p.y += leading
	}
	p.table(b.Rows)
	if len(b.Sign) > 0 {
		p.y += leading
	}
	for _, line := range b.Sign {
		p.text(pageWidth-margin-p.width(line, textSize), p.y, textSize, line)
		p.y += leading
	}
}

// table draws rows of equal cells, each as high as its longest text needs.
func (p *pen) table(rows [][]string) {
	if len(rows) == 0 {
		return
	}
	p.y -= leading / 2
	for _, row := range rows {
		w := column / float64(len(row))
		cells, height := make([][]string, len(row)), 1
		for i, cell := range row {
			cells[i] = wrap(cell, w-2*padding, func(s string) float64 { return p.width(s, textSize) })
			height = max(height, len(cells[i]))
		}
		for i, lines := range cells {
			x := margin + float64(i)*w
			p.box(x, p.y, w, float64(height)*leading)
			for k, line := range lines {
				p.text(x+padding, p.y+leading*(float64(k)+0.7), textSize, line)
			}
		}
		p.y += float64(height) * leading
	}
	p.y += leading
}

// Closing marks do not begin a line, opening marks do not end one.
const (
	closing = "，。；：、？！）》」』”’%％"
	opening = "（《「『“‘"
)

// wrap breaks a text into lines no wider than the column: beside Han characters,
// never before a closing mark or after an opening one. Latin words and numbers
// with their units stay together, even where that is too wide.
func wrap(text string, column float64, width func(string) float64) []string {
	var lines []string
	line := ""
	for _, word := range words(text) {
		if line != "" && width(line+strings.TrimRight(word, " ")) > column {
			lines = append(lines, strings.TrimRight(line, " "))
			line = strings.TrimLeft(word, " ")
			continue
		}
		line += word
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// words cuts a text where a line may end: beside every Han character with the
// marks that belong to it.
func words(text string) []string {
	var out []string
	last := ' '
	for _, r := range text {
		if len(out) > 0 && holds(last, r) {
			out[len(out)-1] += string(r)
		} else {
			out = append(out, string(r))
		}
		last = r
	}
	return out
}

// holds reports whether no line may end between two characters.
func holds(left, right rune) bool {
	switch {
	case strings.ContainsRune(closing, right), strings.ContainsRune(opening, left):
		return true
	case strings.ContainsRune(closing, left), strings.ContainsRune(opening, right):
		return false
	}
	return !unicode.Is(unicode.Han, left) && !unicode.Is(unicode.Han, right)
}
