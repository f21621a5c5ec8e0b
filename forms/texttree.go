package forms

import "h200filing/i18n"

// textOfTree is a text file that ReadTree could read; ok is false where a text
// stands in place of others, or others in place of a text.
func textOfTree(tree i18n.Tree) (text *Text, ok bool) {
	w := treeWalk{}
	text = &Text{
		Title: w.text(tree, "title"), Notice: w.text(tree, "notice"), Units: w.texts(tree, "units"), Terms: w.texts(tree, "terms"),
		Choices: map[string]map[string]string{}, Sections: map[string]SectionText{}, Fields: map[string]FieldText{},
		Rules: map[string]Message{}, Clauses: map[string]ClauseText{},
	}
	for list := range w.below(tree, "choices") {
		text.Choices[list] = w.texts(w.below(tree, "choices"), list)
	}
	w.each(tree, "sections", func(id string, t i18n.Tree) {
		text.Sections[id] = SectionText{Title: w.text(t, "title"), Intro: w.text(t, "intro")}
	})
	w.each(tree, "fields", func(id string, t i18n.Tree) {
		text.Fields[id] = FieldText{Label: w.text(t, "label"), Hint: w.text(t, "hint"), Why: w.text(t, "why"), Example: w.text(t, "example")}
	})
	w.each(tree, "rules", func(id string, t i18n.Tree) {
		text.Rules[id] = Message{What: w.text(t, "what"), Why: w.text(t, "why"), Fix: w.text(t, "fix")}
	})
	w.each(tree, "clauses", func(id string, t i18n.Tree) {
		text.Clauses[id] = ClauseText{Name: w.text(t, "name"), Text: w.text(t, "text")}
	})
	return text, !w.wrong
}

// treeWalk looks into a tree and notes where its shape is another. What is not there
// is empty.
type treeWalk struct{ wrong bool }

func (w *treeWalk) text(t i18n.Tree, name string) string {
	if t[name] == nil {
		return ""
	}
	text, ok := t[name].(string)
	w.wrong = w.wrong || !ok
	return text
}

func (w *treeWalk) below(t i18n.Tree, name string) i18n.Tree {
	if t[name] == nil {
		return nil
	}
	under, ok := t[name].(i18n.Tree)
	w.wrong = w.wrong || !ok
	return under
}

func (w *treeWalk) texts(t i18n.Tree, name string) map[string]string {
	texts, ok := w.below(t, name).Texts()
	w.wrong = w.wrong || !ok
	return texts
}

func (w *treeWalk) each(t i18n.Tree, name string, take func(id string, t i18n.Tree)) {
	list := w.below(t, name)
	for id := range list {
		take(id, w.below(list, id))
	}
}
