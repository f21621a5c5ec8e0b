package pdf

import (
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
	"unicode/utf16"

	"h200filing/export/document"
	"h200filing/i18n"
)

// producer is what the file says it was made with.
const producer = "H200 Filing"

// metadata is what the file says of itself.
type metadata struct {
	title, author, lang string
	created             time.Time
	archival            bool // it keeps to PDF/A-3b, ISO 19005-3
}

// langTags turns the document's language into the tag of the text's region.
var langTags = map[i18n.Lang]string{i18n.Hans: "zh-CN", i18n.Hant: "zh-TW", i18n.English: "en"}

// china is the zone of the date of issue; all of mainland China keeps it.
var china = time.FixedZone("", 8*60*60)

func newMetadata(doc *document.Document) metadata {
	lang, ok := langTags[doc.Lang]
	if !ok {
		lang = langTags[i18n.Hans]
	}
	day, err := time.ParseInLocation(time.DateOnly, doc.Date, china)
	if err != nil {
		// A draft may lack its date. The file must not depend on the clock.
		day = time.Date(1970, 1, 1, 0, 0, 0, 0, china)
	}
	return metadata{title: oneLine(doc.Title), author: oneLine(doc.Author), lang: lang, created: day}
}

func oneLine(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// info is the document information dictionary.
func (m metadata) info() string {
	date := m.date()
	return fmt.Sprintf("<</Title %s /Author %s /Creator %s /Producer %s /CreationDate (%s) /ModDate (%s)>>",
		textString(m.title), textString(m.author), textString(producer), textString(producer), date, date)
}

// date is the day of issue as the format writes it (ISO 32000-1, 7.9.4).
func (m metadata) date() string { return m.created.Format("D:20060102150405") + "+08'00'" }

// textString writes text as UTF-16 with its mark, in hexadecimal (ISO 32000-1,
// 7.9.2.2).
func textString(s string) string {
	out := []byte{0xFE, 0xFF}
	for _, unit := range utf16.Encode([]rune(s)) {
		out = append(out, byte(unit>>8), byte(unit))
	}
	return "<" + strings.ToUpper(hex.EncodeToString(out)) + ">"
}

// addXMP writes the metadata again in the form that archives read.
func addXMP(w *objects, m metadata) int {
	date := m.created.Format(time.RFC3339)
	archival := ""
	if m.archival {
		archival = `
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>`
	}
	packet := `<?xpacket begin="` + "\uFEFF" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">` + escapeXML(m.title) + `</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>` + escapeXML(m.author) + `</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>` + m.lang + `</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>` + producer + `</xmp:CreatorTool><xmp:CreateDate>` + date + `</xmp:CreateDate><xmp:ModifyDate>` + date + `</xmp:ModifyDate>
<pdf:Producer>` + producer + `</pdf:Producer>
</rdf:Description>` + archival + `</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
	n := w.alloc()
	w.rawStream(n, "/Type /Metadata /Subtype /XML", []byte(packet))
	return n
}

func escapeXML(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return "" // a strings.Builder refuses nothing
	}
	return b.String()
}
