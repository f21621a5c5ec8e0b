package document_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"h200filing/assets/practice"
	"h200filing/export/document"
	"h200filing/forms"
	"h200filing/forms/formstest"
)

// unofficial are words that do not belong into a paper that is sealed and submitted,
// each with what is wrong about it.
var unofficial = map[*regexp.Regexp]string{
	regexp.MustCompile(`若 .*，则 `): "the source of a condition",
	regexp.MustCompile(`÷ 100\b`): "a rate per cent divided by a hundred",
	regexp.MustCompile(`本程序|我单位`): "the program speaks, or the applicant under a second name",
	regexp.MustCompile(`（(GB|GB/s|TFLOPS|TOPS|W|天|张|元)）为|（天）由|（GB）由`): "a unit twice",
	regexp.MustCompile(`；20\d\d(-\d\d)*）`):                            "a date unlike the others",
	regexp.MustCompile(`\p{Han}\(|\(\p{Han}`):                         "a narrow bracket beside Chinese",
}

// narrowFor are the functions of filled formulas, which keep the brackets of
// arithmetic.
var narrowFor = strings.NewReplacer("向上取整(", "(", "最小值(", "(", "最大值(", "(")

// TestWordsAreOfficial reads the final and draft filings of every case.
func TestWordsAreOfficial(t *testing.T) {
	for _, name := range []string{practice.Name, formstest.Supported, formstest.Unsupported, formstest.Incomplete} {
		settled := name != formstest.Incomplete // there conditions are still open
		for _, p := range build(t, formstest.Open(t, name, nil), document.Options{Draft: true}).Parts {
			if p.ID == "checklist" || p.ID == "supplier_sheet" {
				continue
			}
			p.Each(func(text, question string) {
				for pattern, wrong := range unofficial {
					if question != "" && !strings.HasPrefix(question, "justification.") {
						continue // the applicant's own words
					}
					if got := pattern.FindString(narrowFor.Replace(text)); got != "" && (settled || !strings.HasPrefix(got, "若")) {
						t.Errorf("%s, %s: %q is %s: %s", name, p.ID, got, wrong, text)
					}
				}
			})
		}
	}
}

// TestNothingIsEmptyOrTwice: every heading has something under it, labels and values
// stand in one table, and a table of one answer never repeats the heading above it.
func TestNothingIsEmptyOrTwice(t *testing.T) {
	for _, name := range []string{practice.Name, formstest.Supported, formstest.Unsupported, formstest.Incomplete} {
		for _, p := range build(t, formstest.Open(t, name, nil), document.Options{Draft: true}).Parts {
			var last document.Block
			for _, b := range append(p.Blocks, nil) {
				h, headed := last.(document.Heading)
				next, heading := b.(document.Heading)
				if headed && (b == nil || heading && next.Level <= h.Level) {
					t.Errorf("%s, %s: nothing under %q", name, p.ID, h.Text)
				}
				pairs, isPairs := b.(document.Pairs)
				if _, again := last.(document.Pairs); again && isPairs {
					t.Errorf("%s, %s: %q begins a table of its own", name, p.ID, pairs.Items[0].Label)
				}
				if isPairs && headed && len(pairs.Items) == 1 && strings.HasSuffix(h.Text, pairs.Items[0].Value) {
					t.Errorf("%s, %s: %q repeats its heading", name, p.ID, pairs.Items[0].Value)
				}
				last = b
			}
		}
	}
}

// TestMissingAmountsAreMarked: what an amount or a step lacks stands once under its
// table, not in the narrow column of every row.
func TestMissingAmountsAreMarked(t *testing.T) {
	for _, p := range build(t, formstest.Open(t, formstest.Incomplete, nil), document.Options{Draft: true}).Parts {
		if p.ID != "costs" && p.ID != "sizing" {
			continue
		}
		all := 0
		for _, b := range p.Blocks {
			table, ok := b.(document.Table)
			if !ok {
				continue
			}
			marked := 0
			for _, row := range table.Rows {
				for _, c := range row.Cells {
					if strings.HasPrefix(c.Text, "尚缺：") {
						t.Errorf("%s: a cell says %q", p.ID, c.Text)
					}
					if strings.HasPrefix(c.Text, "尚缺［") {
						marked++
					}
				}
			}
			if len(table.Notes) == 0 && marked > 0 {
				t.Errorf("%s: marks without notes", p.ID)
			}
			all += marked
		}
		if all == 0 {
			t.Errorf("%s: nothing is marked", p.ID)
		}
	}
}

// TestLetterSaysWhatIsBlank: a draft names the answers that its letter still lacks,
// the document number and the necessity among them.
func TestLetterSaysWhatIsBlank(t *testing.T) {
	_, byQuestion := texts(build(t, formstest.Open(t, formstest.Incomplete, nil), document.Options{Draft: true}))
	for question, label := range map[string]string{"declaration.doc_no": "发文字号", "project.background": "项目背景与必要性"} {
		if got := strings.Join(byQuestion[question], "\n"); !strings.Contains(got, "〔"+label+"：未填写〕") {
			t.Errorf("%s: %q", question, got)
		}
	}
}

// TestSealFollowsTheText: what is signed and sealed in Chinese is the text, not a note
// in small print: nobody seals a page that holds no more than a source.
func TestSealFollowsTheText(t *testing.T) {
	for _, name := range []string{formstest.Supported, formstest.Incomplete} {
		for _, p := range build(t, formstest.Open(t, name, nil), document.Options{Draft: true}).Parts {
			for i, b := range p.Blocks {
				if _, signed := b.(document.Signature); !signed || i == 0 || p.ID == "supplier_sheet" {
					continue
				}
				if note, ok := p.Blocks[i-1].(document.Paragraph); ok && note.Small {
					t.Errorf("%s, %s: the signature follows %q", name, p.ID, note.Text)
				}
			}
		}
	}
}

// TestNothingIsDrawnOrTabledForNothing: no column of a table of figures holds gaps alone
// beside the product applied for, what is left out is named with what it lacks, and a
// chart of forty candidates shows the unknown ones as one.
func TestNothingIsDrawnOrTabledForNothing(t *testing.T) {
	f := formstest.Open(t, formstest.Supported, func(a *forms.Answers) {
		for i := len(a.Rows("suppliers")); i < 40; i++ {
			row := forms.Path("suppliers").Row(a.NewRowID())
			formstest.Apply(t, a, forms.Change{Op: forms.Insert, Path: row, At: i})
			formstest.Set(t, a, row.Join("supplier"), "示例供应商")
			formstest.Set(t, a, row.Join("product"), "示例 X"+strconv.Itoa(i))
		}
	})
	doc := build(t, f, document.Options{Draft: true})
	for _, id := range []string{"sizing", "energy"} {
		part := partOf(t, doc, id)
		if text := textOf(part); !strings.Contains(text, "示例 X39尚缺") {
			t.Errorf("%s does not name the candidates that it leaves out", id)
		}
		for _, b := range part.Blocks {
			table, ok := b.(document.Table)
			if !ok || len(table.Columns) < 3 || len(table.Rows) < 6 || table.Columns[2].Head == "算式" {
				continue
			}
			for c := 2; c < len(table.Columns); c++ {
				filled := 0
				for _, row := range table.Rows {
					if len(row.Cells) > c && row.Cells[c].Tone != document.Open && !strings.HasPrefix(row.Cells[c].Text, "未知") {
						filled++
					}
				}
				if filled == 0 {
					t.Errorf("%s: nothing is known of %s", id, table.Columns[c].Head)
				}
			}
		}
	}
	for _, b := range partOf(t, doc, "comparison").Blocks {
		if bars, ok := b.(document.Bars); ok && len(bars.Bars) > 12 {
			t.Errorf("%q draws %d bars", bars.Caption, len(bars.Bars))
		}
	}
}
