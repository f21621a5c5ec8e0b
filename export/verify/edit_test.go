package verify_test

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"

	"h200filing/export/exporttest"
	"h200filing/export/pack"
	"h200filing/export/verify"
)

// part is a part of a pack to be altered.
type part = exporttest.Part

// rezip makes a pack of parts.
func rezip(t testing.TB, parts []part) []byte { return exporttest.Zip(t, parts, zip.Deflate) }

// with is a pack with one part altered.
func with(t testing.TB, all []part, name string, content []byte) []byte {
	return rezip(t, exchange(all, name, content))
}

// exchange puts content in the place of a part's.
func exchange(all []part, name string, content []byte) []part {
	altered := slices.Clone(all)
	for i := range altered {
		if altered[i].Name == name {
			altered[i].Content = content
		}
	}
	return altered
}

// altered is one edit and what has to name it.
type altered struct {
	what string
	pack []byte
	// named tells whether a difference is the one that was made.
	named func(verify.Difference) bool
}

// editor makes random single edits of a pack.
type editor struct {
	t      *testing.T
	r      *rand.Rand
	parts  []part
	at     map[string]part
	sheets []string
	rows   map[string][][]string // of the sheets
	pages  []stream
}

func newEditor(t *testing.T, f filing, seed uint64) *editor {
	e := &editor{t: t, r: rand.New(rand.NewPCG(seed, 1)), parts: exporttest.Unzip(t, f.pack), at: map[string]part{}, rows: map[string][][]string{}}
	for _, p := range e.parts {
		e.at[p.Name] = p
	}
	for _, page := range streams(t, f.pdf) {
		if showText.Match(page.content) {
			e.pages = append(e.pages, page)
		}
	}
	if len(e.pages) < 20 {
		t.Fatalf("text is found on %d pages", len(e.pages))
	}
	e.readSheets()
	return e
}

func (e *editor) readSheets() {
	f, err := excelize.OpenReader(bytes.NewReader(e.at[pack.XLSXName].Content))
	if err != nil {
		e.t.Fatal(err)
	}
	defer f.Close()
	e.sheets = f.GetSheetList()
	for _, sheet := range e.sheets {
		if e.rows[sheet], err = f.GetRows(sheet, excelize.Options{RawCellValue: true}); err != nil || len(e.rows[sheet]) == 0 {
			e.t.Fatal(sheet, err)
		}
	}
}

// with is the pack with one part altered. It is not compressed again, which would
// take longer than to verify it.
func (e *editor) with(name string, content []byte) []byte {
	return exporttest.Zip(e.t, exchange(e.parts, name, content), zip.Store)
}

// cell sets one cell that holds something to something else.
func (e *editor) cell() altered {
	f, err := excelize.OpenReader(bytes.NewReader(e.at[pack.XLSXName].Content))
	if err != nil {
		e.t.Fatal(err)
	}
	defer f.Close()
	for {
		sheet := e.sheets[e.r.IntN(len(e.sheets))]
		rows := e.rows[sheet]
		y := e.r.IntN(len(rows))
		if len(rows[y]) == 0 {
			continue
		}
		x := e.r.IntN(len(rows[y]))
		name, err := excelize.CoordinatesToCellName(x+1, y+1)
		if err != nil {
			e.t.Fatal(err)
		}
		old, next := rows[y][x], fmt.Sprint(e.r.IntN(1e6))
		if e.r.IntN(2) == 0 {
			next = "改" + next
		}
		if err := f.SetCellValue(sheet, name, next); err != nil {
			e.t.Fatal(err)
		}
		var out bytes.Buffer
		if err := f.Write(&out); err != nil {
			e.t.Fatal(err)
		}
		return altered{fmt.Sprintf("%s!%s %q → %q", sheet, name, old, next), e.with(pack.XLSXName, out.Bytes()),
			func(d verify.Difference) bool {
				return d.In == verify.InXLSX && d.Place == sheet+"!"+name && d.Found != d.Expected
			}}
	}
}

// stream is a page's content in the file.
type stream struct {
	page     int
	from, to int // of the packed bytes
	content  []byte
}

var (
	pageObject = regexp.MustCompile(`(?s)<<\s*/Type /Page\s.*?/Contents (\d+) 0 R`)
	showText   = regexp.MustCompile(`(?s)\(((?:\\.|[^\\()])*)\) ?Tj`)
)

// streams finds the content of every page, in order.
func streams(t testing.TB, file []byte) []stream {
	t.Helper()
	var out []stream
	for _, m := range pageObject.FindAllSubmatch(file, -1) {
		head := regexp.MustCompile(`(?s)\n` + string(m[1]) + ` 0 obj.*?stream\r?\n`).FindIndex(file)
		if head == nil {
			t.Fatalf("no object %s", m[1])
		}
		end := bytes.Index(file[head[1]:], []byte("endstream"))
		packed := file[head[1] : head[1]+end]
		r, err := zlib.NewReader(bytes.NewReader(packed))
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, stream{len(out) + 1, head[1], head[1] + end, content})
	}
	return out
}

// text changes one character of one text on one page.
func (e *editor) text() altered {
	file := e.at[pack.PDFName].Content
	for {
		page := e.pages[e.r.IntN(len(e.pages))]
		shown := showText.FindAllSubmatchIndex(page.content, -1)
		at := shown[e.r.IntN(len(shown))]
		codes := unescape(page.content[at[2]:at[3]])
		if len(codes) < 2 || len(codes)%2 != 0 {
			continue
		}
		i := 2 * e.r.IntN(len(codes)/2)
		other := shown[e.r.IntN(len(shown))]
		more := unescape(page.content[other[2]:other[3]])
		if len(more) < 2 || bytes.Equal(codes[i:i+2], more[:2]) {
			continue
		}
		copy(codes[i:], more[:2])
		content := slices.Concat(page.content[:at[2]], escape(codes), page.content[at[3]:])
		return altered{fmt.Sprintf("page %d, text at %d, character %d", page.page, at[0], i/2),
			e.with(pack.PDFName, repacked(file, page, content)),
			func(d verify.Difference) bool {
				return d.In == verify.InPDF && d.Place == fmt.Sprintf("PDF 第 %d 页", page.page)
			}}
	}
}

func unescape(s []byte) []byte {
	var out []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
			if j := strings.IndexByte("nrtbf", s[i]); j >= 0 {
				out = append(out, "\n\r\t\b\f"[j])
				continue
			}
		}
		out = append(out, s[i])
	}
	return out
}

func escape(s []byte) []byte {
	return []byte(strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "\r", `\r`, "\n", `\n`).Replace(string(s)))
}

var xrefAt = regexp.MustCompile(`startxref\s+\d+`)

// repacked puts content in the place of a page's, and leaves the table of objects
// to be found again by the reader, as it is when somebody edits by hand.
func repacked(file []byte, page stream, content []byte) []byte {
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	w.Write(content)
	w.Close()
	head := file[:page.from]
	start := bytes.LastIndex(head, []byte("/Length "))
	dict := regexp.MustCompile(`/Length \d+`).ReplaceAll(head[start:], fmt.Appendf(nil, "/Length %d", packed.Len()))
	out := slices.Concat(head[:start], dict, packed.Bytes(), []byte("\n"), file[page.to:])
	return xrefAt.ReplaceAll(out, []byte("startxref\n0"))
}

// attachment changes a byte of an attachment.
func (e *editor) attachment() altered {
	var names []string
	for _, p := range e.parts {
		if strings.HasPrefix(p.Name, pack.Attachments) {
			names = append(names, p.Name)
		}
	}
	name := names[e.r.IntN(len(names))]
	content := bytes.Clone(e.at[name].Content)
	i := e.r.IntN(len(content))
	content[i] ^= byte(1 + e.r.IntN(255))
	return altered{fmt.Sprintf("%s byte %d", name, i), e.with(name, content), func(d verify.Difference) bool {
		return d.In == verify.InAttachment && d.Place == name && strings.HasPrefix(d.Field, "attachments[")
	}}
}

// manifest changes a character within a line of the manifest.
func (e *editor) manifest() altered {
	content := bytes.Clone(e.at[pack.ManifestName].Content)
	for {
		i := e.r.IntN(len(content))
		if b := content[i]; b < 'a' || b > 'z' {
			if b < '0' || b > '9' {
				continue
			}
			content[i] = '0' + (b-'0'+1+byte(e.r.IntN(9)))%10
		} else {
			content[i] = 'a' + (b-'a'+1+byte(e.r.IntN(25)))%26
		}
		return altered{fmt.Sprintf("manifest byte %d", i), e.with(pack.ManifestName, content), func(d verify.Difference) bool {
			return d.In == verify.InManifest
		}}
	}
}

// answer changes the value of one question in the answers.
func (e *editor) answer() altered {
	var root map[string]any
	if err := json.Unmarshal(e.at[pack.AnswersName].Content, &root); err != nil {
		e.t.Fatal(err)
	}
	var paths []string
	set := map[string]func(string){}
	var walk func(at string, v any, put func(any))
	walk = func(at string, v any, put func(any)) {
		switch v := v.(type) {
		case string:
			paths = append(paths, at)
			set[at] = func(s string) { put(s) }
		case []any:
			for i := range v {
				walk(fmt.Sprintf("%s[%d]", at, i), v[i], func(x any) { v[i] = x })
			}
		case map[string]any:
			for k, inner := range v {
				if at != "" {
					walk(at+"."+k, inner, func(x any) { v[k] = x })
				} else if k != "form" && k != "version" {
					walk(k, inner, func(x any) { v[k] = x })
				}
			}
		}
	}
	walk("", root, nil)
	slices.Sort(paths)
	path := paths[e.r.IntN(len(paths))]
	next := fmt.Sprint("改", e.r.IntN(1e6))
	set[path](next)
	var content bytes.Buffer
	encoder := json.NewEncoder(&content)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(root); err != nil {
		e.t.Fatal(err)
	}
	return altered{"answers: " + path, e.with(pack.AnswersName, bytes.TrimSpace(content.Bytes())), func(d verify.Difference) bool {
		return d.In == verify.InAnswers && d.Field == path && d.Found == next
	}}
}

// edits is how many single edits are made.
const edits = 500

// TestEveryEditIsNamed makes random single edits in every kind of part: each is
// named where it was made.
func TestEveryEditIsNamed(t *testing.T) {
	v := verify.Remembering(verifier(t))
	e := newEditor(t, export(t, v, "inference-supported.yaml", final, nil), 20261124)
	kinds := []func() altered{e.cell, e.text, e.attachment, e.manifest, e.answer}
	counts := make([]int, len(kinds))
	withQuestion := 0
	var lock sync.Mutex
	var group sync.WaitGroup
	work := make(chan func())
	for range runtime.NumCPU() {
		group.Go(func() {
			for do := range work {
				do()
			}
		})
	}
	for i := range edits {
		edit := kinds[i%len(kinds)]()
		work <- func() {
			named, question := check(t, v, edit)
			lock.Lock()
			defer lock.Unlock()
			counts[i%len(kinds)] += named
			withQuestion += question
		}
	}
	close(work)
	group.Wait()
	t.Logf("edits named: %d cells, %d texts, %d attachments, %d manifest lines, %d answers; %d by their question",
		counts[0], counts[1], counts[2], counts[3], counts[4], withQuestion)
	for i, what := range []string{"cells", "texts-of-pages", "attachments", "manifests", "answers"} {
		t.Attr("count.edits-found-in-"+what, strconv.Itoa(counts[i]))
	}
}

// check verifies an altered pack; it counts 1 where the edit was named, and 1 where
// it was by its question.
func check(t *testing.T, v *verify.Verifier, edit altered) (named, question int) {
	t.Helper()
	r, err := v.Pack(edit.pack)
	if err != nil {
		t.Errorf("%s: %v", edit.what, err)
		return 0, 0
	}
	at := slices.IndexFunc(r.Differences, edit.named)
	if at < 0 {
		t.Errorf("%s: not named among %d: %+v", edit.what, len(r.Differences), r.Differences[:min(3, len(r.Differences))])
		return 0, 0
	}
	if len(r.Differences) > 30 {
		t.Errorf("%s: %d differences: %+v", edit.what, len(r.Differences), r.Differences[:5])
	}
	if r.Differences[at].Field != "" {
		question = 1
	}
	return 1, question
}
