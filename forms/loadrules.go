package forms

import (
	"slices"
	"strconv"
	"strings"

	"h200filing/forms/rules"
	"h200filing/i18n"
)

func (l *loader) loadRules() {
	var y rulesYAML
	lines := l.read(rulesFile, &y)
	seen := map[string]bool{}
	for i, r := range y.Rules {
		line := lines.at("rules", i)
		if r.ID == "" || seen[r.ID] {
			l.fault(rulesFile, line, faultRuleID, r.ID)
		}
		seen[r.ID] = true
		l.form.Rules = append(l.form.Rules, l.rule(r, line))
	}
	l.texts = append(l.texts, func() { l.ruleTexts(seen, lines) })
}

var levels = []Level{Blocker, Warning, Quality}

func (l *loader) rule(y ruleYAML, line int) *Rule {
	r := &Rule{ID: y.ID, Level: Level(y.Level), Clause: y.Clause, Fields: y.Fields, Each: y.Each, Distinct: y.Distinct, Values: map[string]*rules.Expr{}}
	l.ruleShape(y, line)
	row := ""
	if y.Each != "" {
		row = y.Each + "[]"
	}
	compile := func(what, source string) *rules.Expr {
		if source == "" {
			return nil
		}
		e, err := rules.Compile(source, l.form.scope(row))
		if err != nil {
			l.fault(rulesFile, line, faultRuleExpression, y.ID, what, err)
		}
		return e
	}
	r.When, r.Assert = compile("when", y.When), compile("assert", y.Assert)
	for _, name := range sortedKeys(y.Values) {
		r.Values[name] = compile("value "+name, y.Values[name])
	}
	r.Pass, r.Fail = l.example(y.ID, "pass", y.Pass, line), l.example(y.ID, "fail", y.Fail, line)
	return r
}

func (l *loader) ruleShape(y ruleYAML, line int) {
	if !slices.Contains(levels, Level(y.Level)) {
		l.fault(rulesFile, line, faultRuleLevel, y.ID, y.Level)
	}
	if l.form.Clause(y.Clause) == nil {
		l.fault(rulesFile, line, faultRuleClause, y.ID, y.Clause)
	}
	if (y.Assert == "") == (len(y.Distinct) == 0) || len(y.Fields) == 0 {
		l.fault(rulesFile, line, faultRuleEmpty, y.ID)
	}
	for _, pattern := range slices.Concat(y.Fields, columns(y.Each, y.Distinct)) {
		if l.form.fields[pattern] == nil {
			l.fault(rulesFile, line, faultRuleField, y.ID, pattern)
		}
	}
	if list := l.form.fields[y.Each]; y.Each != "" && (list == nil || list.Type != TypeRows) {
		l.fault(rulesFile, line, faultRuleEach, y.ID, y.Each)
	}
}

func (l *loader) example(id, kind string, raw rawYAML, line int) Example {
	if raw.node == nil {
		l.fault(rulesFile, line, "no_"+PackFault(kind), id)
		return Example{Answers: NewAnswers(), Line: line}
	}
	r := newAnswersReader(l.form, rulesFile)
	r.mapping(raw.node, "")
	l.faults = append(l.faults, r.faults...)
	return Example{Answers: r.answers, Line: raw.node.Line}
}

// ruleTexts holds the texts to the rules: one message each, none too many, and
// no brace that the rule does not fill.
func (l *loader) ruleTexts(seen map[string]bool, ruleLines lineIndex) {
	builtin := map[string]bool{}
	for _, id := range builtinRules() {
		builtin[id] = true
	}
	for _, lang := range i18n.Langs() {
		c := completeness{loader: l, file: textFile(lang), text: l.form.Text(lang)}
		for i, r := range l.form.Rules {
			c.message(r.ID)
			l.braces(r, c.text.Rules[r.ID], c.file, ruleLines.at("rules", i))
			l.unitsTwice(r, c.text.Rules[r.ID], c.file)
		}
		for _, id := range sortedKeys(c.text.Rules) {
			if builtin[id] {
				l.braces(builtinRule(id), c.text.Rules[id], c.file, 0)
			}
			if !seen[id] && !builtin[id] {
				l.fault(c.file, 0, faultMessageStray, id)
			}
		}
	}
}

// builtinRule stands for a built-in check: its messages may name what the check
// gives.
func builtinRule(id string) *Rule {
	r := &Rule{ID: id, Values: map[string]*rules.Expr{}}
	if id == missingCharacterRule || id == unseenCharacterRule {
		r.Values["characters"] = &rules.Expr{}
	}
	for _, name := range limitValues[Flaw(id)] {
		r.Values[name] = &rules.Expr{}
	}
	if slices.Contains(catalogueRules, id) {
		for _, name := range catalogueValues {
			r.Values[name] = &rules.Expr{}
		}
	}
	return r
}

// given are the values that every message may name.
var given = map[string]bool{"label": true, "value": true, "row": true, "list": true}

func (l *loader) braces(r *Rule, m Message, file string, line int) {
	for _, name := range bracesIn(m.What + m.Why + m.Fix) {
		if !given[name] && r.Values[name] == nil {
			l.fault(file, 0, faultMessageBrace, r.ID, rulesFile+":"+strconv.Itoa(line), name)
		}
	}
}

// unitsTwice refuses a unit behind {value} where the value bears its own: that of
// a field with a unit, an amount or a percentage.
func (l *loader) unitsTwice(r *Rule, m Message, file string) {
	if len(r.Fields) == 0 {
		return
	}
	f := l.form.fields[r.Fields[0]]
	if f == nil || f.Unit == "" && f.Type != TypePercent && f.Type != TypeMoney {
		return
	}
	for _, text := range []string{m.What, m.Why, m.Fix} {
		for _, after := range strings.Split(text, "{value}")[1:] {
			if word := l.unitAt(strings.TrimSpace(after)); word != "" {
				l.fault(file, 0, faultMessageUnit, r.ID, word)
			}
		}
	}
}

// unitAt is the unit, by its id or as a language writes it, that a text begins
// with, or "".
func (l *loader) unitAt(text string) string {
	words := []string{"%", "％"}
	for _, lang := range i18n.Langs() {
		for id, word := range l.form.Text(lang).Units {
			words = append(words, id, word)
		}
	}
	slices.Sort(words)
	for _, word := range words {
		if len(text) >= len(word) && strings.EqualFold(text[:len(word)], word) {
			return word
		}
	}
	return ""
}

func bracesIn(text string) []string {
	var names []string
	for {
		_, rest, ok := strings.Cut(text, "{")
		if !ok {
			return names
		}
		name, after, ok := strings.Cut(rest, "}")
		if !ok {
			return names
		}
		names = append(names, name)
		text = after
	}
}
