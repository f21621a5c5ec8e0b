package pdf

import (
	"crypto/md5"
	"fmt"
	"strings"

	"h200filing/assets/colour"
)

// catalog writes what the root of the file refers to and returns the root.
func catalog(w *objects, m metadata, p plan, answers []byte) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<</Type /Catalog /Pages 1 0 R /Lang (%s) /ViewerPreferences <</DisplayDocTitle true>> /Metadata %d 0 R",
		m.lang, addXMP(w, m))
	// The label of a page is the number printed on it.
	b.WriteString(" /PageLabels <</Nums [0 <</S /D>>]>>")
	fmt.Fprintf(&b, " /OutputIntents [%d 0 R]", addOutputIntent(w))
	if outline := addOutline(w, p); outline > 0 {
		fmt.Fprintf(&b, " /Outlines %d 0 R /PageMode /UseOutlines", outline)
	}
	if answers != nil {
		n := addAnswers(w, m, answers)
		fmt.Fprintf(&b, " /Names <</EmbeddedFiles <</Names [(%s) %d 0 R]>>>> /AF [%d 0 R]", answersName, n, n)
	}
	b.WriteString(">>")
	return b.String()
}

// addOutputIntent says which colours the numbers in the pages stand for
// (ISO 32000-1, 14.11.5).
func addOutputIntent(w *objects) int {
	profile := w.alloc()
	w.stream(profile, "/N 3", colour.SRGB)
	return w.add(fmt.Sprintf("<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) /DestOutputProfile %d 0 R>>", profile))
}

// answersName is the file name of the answers.
const answersName = "answers.json"

// addAnswers encloses the data of which the document was made (ISO 32000-1, 7.11.4;
// the relationship is ISO 19005-3's). The sum is MD5 because the format says so.
func addAnswers(w *objects, m metadata, answers []byte) int {
	file := w.alloc()
	w.stream(file, fmt.Sprintf("/Type /EmbeddedFile /Subtype /application#2Fjson /Params <</Size %d /ModDate (%s) /CheckSum <%X>>>",
		len(answers), m.date(), md5.Sum(answers)), answers)
	return w.add(fmt.Sprintf("<</Type /Filespec /F (%s) /UF %s /AFRelationship /Source /EF <</F %d 0 R /UF %d 0 R>>>>",
		answersName, textString(answersName), file, file))
}

// addLinks puts the pages' links into their objects. A link to a part that is not
// there is left out.
func addLinks(w *objects, p plan) {
	targets := map[string]bookmark{}
	for _, m := range p.marks {
		if _, known := targets[m.part]; m.part != "" && !known {
			targets[m.part] = m
		}
	}
	for i := range p.pages {
		var refs strings.Builder
		height := p.pages[i].size.h
		for _, o := range p.pages[i].ops {
			to, ok := targets[o.part]
			if o.kind != opLink || !ok {
				continue
			}
			n := w.add(fmt.Sprintf("<</Type /Annot /Subtype /Link /Rect [%.2f %.2f %.2f %.2f] /Border [0 0 0] /F 4 /Dest %s>>",
				o.x/mmPerPoint, (height-o.y-o.h)/mmPerPoint, (o.x+o.w)/mmPerPoint, (height-o.y)/mmPerPoint, p.destination(to)))
			fmt.Fprintf(&refs, "%d 0 R ", n)
		}
		if refs.Len() > 0 {
			body := strings.TrimSuffix(string(w.bodies[pageObject(i)]), ">>")
			w.put(pageObject(i), body+"/Annots ["+refs.String()+"]>>")
		}
	}
}

// destination is the place of a bookmark.
func (p plan) destination(m bookmark) string {
	return fmt.Sprintf("[%d 0 R /XYZ 0 %.2f null]", pageObject(m.page), (p.pages[m.page].size.h-m.y+2)/mmPerPoint)
}
