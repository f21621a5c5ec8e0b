package forms

import (
	"fmt"
	"strings"

	"h200filing/i18n"
)

// Print lists every section, question, condition, choice, clause and check of
// the form in a language, for people who sign it off.
func (f *Form) Print(lang i18n.Lang, words *i18n.Words) string {
	p := printer{form: f, text: f.Text(lang), words: words, fieldsOf: map[string][]*Rule{}}
	for _, r := range f.Rules {
		p.fieldsOf[r.Fields[0]] = append(p.fieldsOf[r.Fields[0]], r)
	}
	p.line("%s  %s %s", p.text.Title, f.ID, f.Version)
	p.line("%s", p.text.Notice)
	for _, s := range f.Sections {
		t := p.text.Sections[s.ID]
		p.line("\n%d. %s（%s）", s.Number, t.Title, s.ID)
		p.line("   %s", t.Intro)
		p.fields(s.Fields, "   ")
	}
	return p.out.String()
}

type printer struct {
	form     *Form
	text     *Text
	words    *i18n.Words
	out      strings.Builder
	fieldsOf map[string][]*Rule
}

func (p *printer) line(format string, args ...any) { fmt.Fprintf(&p.out, format+"\n", args...) }

func (p *printer) fields(fields []*Field, indent string) {
	for _, f := range fields {
		t := p.text.Fields[f.ID]
		p.line("\n%s%s  [%s]", indent, t.Label, f.ID)
		p.item(indent, "print.type", string(f.Type)+p.marks(f))
		p.item(indent, "print.hint", t.Hint)
		p.item(indent, "print.why", t.Why)
		p.item(indent, "print.example", t.Example)
		if f.When != nil {
			p.item(indent, "print.when", f.When.String())
		}
		if f.Compute != nil {
			p.item(indent, "print.compute", f.Compute.String())
		}
		p.choices(f, indent)
		p.clause(f.Clause, indent)
		for _, r := range p.fieldsOf[f.ID] {
			p.item(indent, "print.rule", string(r.Level)+"  "+r.ID+"  "+p.text.Rules[r.ID].What)
		}
		p.fields(f.Fields, indent+"   ")
	}
}

func (p *printer) item(indent, key, value string) {
	if value != "" {
		p.line("%s   %s%s", indent, p.words.Text(key), value)
	}
}

func (p *printer) marks(f *Field) string {
	var marks []string
	if f.Required {
		marks = append(marks, p.words.Text("print.required"))
	}
	if f.Computed() {
		marks = append(marks, p.words.Text("print.computed"))
	}
	if f.Unit != "" {
		marks = append(marks, p.text.Units[f.Unit])
	}
	if len(marks) == 0 {
		return ""
	}
	return "  " + strings.Join(marks, "  ")
}

func (p *printer) choices(f *Field, indent string) {
	var names []string
	for _, v := range p.form.Choices[f.Choices] {
		names = append(names, v+" "+p.text.Choices[f.Choices][v])
	}
	p.item(indent, "print.choices", strings.Join(names, " / "))
}

func (p *printer) clause(id, indent string) {
	if c := p.form.Clause(id); c != nil {
		p.item(indent, "print.clause", p.text.Clauses[id].Name+"  "+c.Source+"  "+c.Date)
	}
}
