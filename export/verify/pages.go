package verify

import (
	"regexp"
	"strconv"
	"strings"

	"h200filing/export/document"
	"h200filing/export/pdftext"
)

// pages are the texts of a PDF without white space, each cut into what the part
// says and the foot that every page bears.
type pages struct {
	body, foot [][]rune
}

// footing is what pages bear at their foot, in whatever order.
type footing struct {
	mark, pageOf, notice string // mark is "" where it is not looked for
}

func footingOf(doc *document.Document) footing {
	f := footing{pageOf: doc.PageOf, notice: string(solid(doc.Footer))}
	if doc.Draft {
		f.mark = string(solid(doc.Mark))
	}
	return f
}

// number is the number of a page in words.
func (f footing) number(n, total int) string {
	return string(solid(strings.NewReplacer("{n}", strconv.Itoa(n), "{total}", strconv.Itoa(total)).Replace(f.pageOf)))
}

// dashed is the number of a page between dashes.
func dashed(n int) string { return "—" + strconv.Itoa(n) + "—" }

var digestEnd = regexp.MustCompile(`[0-9a-f]{16}$`)

// cut tells the foot from the rest of a page's text, each of its parts once.
func (f footing) cut(text string, n, total int) (body, foot string) {
	parts := []string{dashed(n), f.number(n, total), f.notice, f.mark}
	rest, digest := text, false
	for again := true; again; {
		again = false
		for i, part := range parts {
			if part != "" && strings.HasSuffix(rest, part) {
				rest, parts[i], again = strings.TrimSuffix(rest, part), "", true
			}
		}
		if at := digestEnd.FindStringIndex(rest); at != nil && !digest {
			rest, digest, again = rest[:at[0]], true, true
		}
	}
	return rest, text[len(rest):]
}

// pagesOf cuts the pages of a file that was just made.
func pagesOf(file *pdftext.File, doc *document.Document) *pages {
	p, f := &pages{}, footingOf(doc)
	for i, page := range file.Pages {
		body, foot := f.cut(string(solid(page.Text)), i+1, len(file.Pages))
		p.body, p.foot = append(p.body, []rune(body)), append(p.foot, []rune(foot))
	}
	return p
}

// like cuts the pages of another file where those of a wanted one are cut: the foot
// may have been altered.
func (p *pages) like(file *pdftext.File, doc *document.Document) *pages {
	out := &pages{}
	for i, page := range file.Pages {
		text := solid(page.Text)
		at := max(0, len(text)-len([]rune(p.footOf(doc, i+1, len(file.Pages)))))
		out.body, out.foot = append(out.body, text[:at]), append(out.foot, text[at:])
	}
	return out
}

// footOf is the foot of page n of total: that of the page of this number, with the
// numbers that it should have.
func (p *pages) footOf(doc *document.Document, n, total int) string {
	if len(p.foot) == 0 {
		return ""
	}
	model := min(n, len(p.foot))
	f, foot := footingOf(doc), string(p.foot[model-1])
	foot = strings.Replace(foot, f.number(model, len(p.foot)), f.number(n, total), 1)
	return strings.Replace(foot, dashed(model), dashed(n), 1)
}

// marked tells whether most pages of a PDF bear the words of a draft.
func marked(file *pdftext.File, mark, notice, pageOf string) bool {
	f, n := footing{string(solid(mark)), pageOf, string(solid(notice))}, 0
	for i, page := range file.Pages {
		if _, foot := f.cut(string(solid(page.Text)), i+1, len(file.Pages)); strings.Contains(foot, f.mark) {
			n++
		}
	}
	return 2*n > len(file.Pages)
}

// joined sets the bodies one after the other, with where each begins and the last
// ends.
func (p *pages) joined() (text []rune, begins []int) {
	for _, body := range p.body {
		begins = append(begins, len(text))
		text = append(text, body...)
	}
	return text, append(begins, len(text))
}
