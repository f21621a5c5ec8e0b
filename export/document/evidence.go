package document

import (
	"strconv"

	"h200filing/forms"
)

// numberProofs numbers the attachments by their titles.
func (s *source) numberProofs() map[string]string {
	out := map[string]string{}
	for i, row := range s.report.Rows("attachments") {
		if q := s.report.Question(row.Join("title")); q != nil && q.State.Known() {
			out[q.Plain()] = strconv.Itoa(i + 1)
		}
	}
	return out
}

// evidence lists the attachments, each with its pages, size and SHA-256 or the
// reason why it is missing, and encloses each content once.
func (w *writer) evidence() {
	rows := w.report.Rows("attachments")
	if len(rows) == 0 {
		w.say("no_rows")
		return
	}
	t := Table{Columns: []Column{
		{Head: w.term("head.number"), Share: 0.7, Align: Center}, {Head: w.text.Fields["attachments[].kind"].Label, Share: 1.4}, {Head: w.text.Fields["attachments[].title"].Label, Share: 2},
		{Head: w.text.Fields["attachments[].file"].Label, Share: 1.6}, {Head: w.text.Fields["attachments[].pages"].Label, Share: 0.8, Align: End}, {Head: w.text.Fields["attachments[].size"].Label, Share: 1.3, Align: End},
		{Head: w.term("evidence.sum"), Share: 2.7},
	}}
	first := map[string]int{} // SHA-256 → the number that encloses it
	var enclosures []Block
	for i, row := range rows {
		cells := []Cell{{Text: strconv.Itoa(i + 1)}}
		for _, key := range []string{"kind", "title", "file", "pages", "size"} {
			cells = append(cells, w.cell(row.Join(key)))
		}
		sum := w.attachment(row).SHA256
		last := w.cell(row.Join("sha256"))
		switch {
		case sum == "":
			last = w.cell(row.Join("missing_reason"))
		case first[sum] != 0:
			t.Notes = append(t.Notes, w.term("evidence.same", "n", strconv.Itoa(i+1), "first", strconv.Itoa(first[sum])))
		default:
			first[sum] = i + 1
			enclosures = append(enclosures, w.enclosure(i+1, row, sum)...)
		}
		t.Rows = append(t.Rows, Row{Cells: append(cells, last)})
		if sum != "" && w.known(row.Join("missing_reason")) {
			t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: ""}, {Text: w.text.Fields["attachments[].missing_reason"].Label, Tone: Head}, {Text: w.plain(row.Join("missing_reason")), Question: w.questionAt(row.Join("missing_reason")), Span: 5}}})
		}
	}
	w.add(t)
	w.small(w.term("evidence.note"))
	w.add(enclosures...)
}

func (w *writer) attachment(row forms.Path) forms.Attachment {
	if q := w.report.Question(row.Join("file")); q != nil && q.State.Known() {
		a, _ := q.Value.(forms.Attachment)
		return a
	}
	return forms.Attachment{}
}

// enclosure is the content of an attachment.
func (w *writer) enclosure(n int, row forms.Path, sum string) []Block {
	if w.options.Attachment == nil {
		return nil
	}
	content, err := w.options.Attachment(sum)
	if err != nil {
		w.fault("%s: %w", w.report.Public(row.Join("file")), err)
		return nil
	}
	return []Block{Enclosure{
		Number: w.term("evidence.number", "n", strconv.Itoa(n)), Title: w.report.RowTitle(row, w.lang), SHA256: sum,
		Pages: w.report.Context.Files[sum].Pages, Content: content, Unreadable: w.term("evidence.unreadable"),
	}}
}
