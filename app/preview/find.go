package preview

import (
	"fmt"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
)

// Box is a place on a page in points, from its upper left corner.
type Box struct{ Left, Top, Right, Bottom float64 }

// Hit is an occurrence of a text: the page, from 0, and a box for each line of it.
type Hit struct {
	Page  int
	Boxes []Box
}

// letter is a character and where it stands.
type letter struct {
	r   rune
	box Box
}

// Find finds a text on all pages, in reading order. Blanks, line ends, case and the
// width of Western characters do not matter. The letters of each page are read
// once.
func (d *Document) Find(query string) ([]Hit, error) {
	want := plain(query)
	if len(want) == 0 {
		return nil, nil
	}
	var hits []Hit
	for page := range d.sizes {
		letters, err := d.letters(page)
		if err != nil {
			return nil, err
		}
		for i := 0; i+len(want) <= len(letters); i++ {
			if begins(letters[i:], want) {
				hits = append(hits, Hit{page, boxes(letters[i : i+len(want)])})
				i += len(want) - 1
			}
		}
	}
	return hits, nil
}

func begins(letters []letter, want []rune) bool {
	for i, r := range want {
		if letters[i].r != r {
			return false
		}
	}
	return true
}

// boxes joins the boxes of letters that stand beside each other.
func boxes(letters []letter) []Box {
	var out []Box
	for _, l := range letters {
		n := len(out)
		if n > 0 && l.box.Left >= out[n-1].Left && l.box.Top < out[n-1].Bottom && l.box.Bottom > out[n-1].Top {
			b := &out[n-1]
			b.Right, b.Top, b.Bottom = max(b.Right, l.box.Right), min(b.Top, l.box.Top), max(b.Bottom, l.box.Bottom)
			continue
		}
		out = append(out, l.box)
	}
	return out
}

// plain is a text as it is searched for.
func plain(text string) []rune {
	var out []rune
	for _, r := range text {
		if r = folded(r); r != 0 {
			out = append(out, r)
		}
	}
	return out
}

// folded makes characters alike that differ in case or width only; 0 is one that
// does not count.
func folded(r rune) rune {
	if r >= 0xFF01 && r <= 0xFF5E {
		r -= 0xFF01 - '!'
	}
	if unicode.IsSpace(r) || unicode.IsControl(r) {
		return 0
	}
	return unicode.ToLower(r)
}

// letters reads the characters of a page.
func (d *Document) letters(page int) (out []letter, err error) {
	err = d.use(func(p pdfium.Pdfium) error {
		if known, ok := d.texts[page]; ok {
			out = known
			return nil
		}
		text, err := p.GetPageTextStructured(&requests.GetPageTextStructured{Page: d.page(page), Mode: requests.GetPageTextStructuredModeChars})
		if err != nil {
			return fmt.Errorf("page %d: %w", page+1, err)
		}
		height := d.sizes[page].Height
		for _, c := range text.Chars {
			at := c.PointPosition // from the lower left corner
			for _, r := range plain(c.Text) {
				out = append(out, letter{r, Box{at.Left, height - max(at.Top, at.Bottom), at.Right, height - min(at.Top, at.Bottom)}})
			}
		}
		d.texts[page] = out
		return nil
	})
	return out, err
}
