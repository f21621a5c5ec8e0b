package forms

import (
	"strings"

	"h200filing/forms/drafting"
	"h200filing/i18n"
)

// What was drafted into a prose answer is remembered beside it, at a path that
// no question has: it takes part in changes, undo and copies of rows like any
// answer, and in nothing else.
const memorySuffix = "#draft"

// draftLang is the language of the filing, in which drafts are put into answers.
const draftLang = i18n.Hans

// The ids of the built-in checks of drafted prose.
const (
	outdatedRule    = "draft.outdated"    // an edited draft whose values changed
	placeholderRule = "draft.placeholder" // a marked place that nobody filled in
)

// MemoryPath is the path at which the memory of a prose answer's drafts stands.
func MemoryPath(prose Path) Path { return prose + memorySuffix }

// IsMemory reports whether a path is that of a memory, which has no label and is
// nothing that people read.
func IsMemory(p Path) bool { return strings.HasSuffix(string(p), memorySuffix) }

// ParagraphState is a paragraph of a prose answer and whose it is.
type ParagraphState = drafting.Standing

// DraftStates tells for every paragraph of a prose answer whether it is the
// writer's own, follows the data, was edited, or was edited and is out of date.
func (r *Report) DraftStates(p Path) []ParagraphState {
	return drafting.States(r.answers.Get(p), r.memory(p), r.draft(p))
}

// Drafting lists the changes of one "draft this text": following paragraphs are
// brought up to date, missing ones added, own and edited ones kept as they are.
func (r *Report) Drafting(p Path) []Change { return r.redrafted(p, drafting.Draft) }

// Following lists the changes that let the drafted paragraphs of all answers
// follow the data of this report: what a change of the data brings with it. It
// belongs into the same transaction as that change. Applied, it leaves nothing
// to follow.
func (r *Report) Following() []Change {
	var changes []Change
	for _, q := range r.questions {
		if q.Field.Type == TypeProse && r.answers.Get(MemoryPath(q.Path)) != "" {
			changes = append(changes, r.redrafted(q.Path, drafting.Follow)...)
		}
	}
	return changes
}

// Redrafting lists the changes that put today's words in the place of one
// drafted paragraph, even an edited one; Keeping those that leave it as it is
// and settle that it is out of date. The id is that of its state.
func (r *Report) Redrafting(p Path, id string) []Change {
	return r.redrafted(p, func(text string, m drafting.Memory, now []drafting.Paragraph) (string, drafting.Memory) {
		return drafting.Replace(text, m, now, id)
	})
}

// Keeping is described at Redrafting.
func (r *Report) Keeping(p Path, id string) []Change {
	return r.redrafted(p, func(text string, m drafting.Memory, now []drafting.Paragraph) (string, drafting.Memory) {
		return drafting.Keep(text, m, now, id)
	})
}

// redrafted turns a new text and memory into changes.
func (r *Report) redrafted(p Path, redraft func(string, drafting.Memory, []drafting.Paragraph) (string, drafting.Memory)) []Change {
	if q := r.byPath[p]; q == nil || !r.Form.Draftable(q.Field.ID) {
		return nil
	}
	text, memory := redraft(r.answers.Get(p), r.memory(p), r.draft(p))
	var changes []Change
	for _, c := range []Change{{Op: Set, Path: p, Value: text}, {Op: Set, Path: MemoryPath(p), Value: memory.Text()}} {
		if r.answers.Get(c.Path) != c.Value {
			changes = append(changes, c)
		}
	}
	return changes
}

// memory reads what was drafted into an answer. One that cannot be read, as
// another program may have left it, is none: every paragraph is then own.
func (r *Report) memory(p Path) drafting.Memory {
	m, err := drafting.Parse(r.answers.Get(MemoryPath(p)))
	if err != nil {
		return nil
	}
	return m
}

func (r *Report) draft(p Path) []drafting.Paragraph {
	var out []drafting.Paragraph
	for _, d := range r.Draft(p, draftLang) {
		out = append(out, drafting.Paragraph{ID: d.ID, Text: d.Text})
	}
	return out
}

// drafted finds marked places that nobody filled in, and edited drafts whose
// values changed.
func (e *evaluation) drafted() {
	for _, q := range e.report.questions {
		if q.Field.Type != TypeProse || q.Field.Computed() || q.Raw == "" {
			continue
		}
		for _, mark := range e.report.Form.marks {
			if strings.Contains(q.Raw, mark) {
				e.find(Finding{Rule: placeholderRule, Level: Blocker, Path: q.Path, Clause: q.Field.Clause})
				break
			}
		}
		if e.report.outdated(q.Path) {
			e.find(Finding{Rule: outdatedRule, Level: Warning, Path: q.Path, Clause: q.Field.Clause})
		}
	}
}

func (r *Report) outdated(p Path) bool {
	if !drafting.HasEdited(r.answers.Get(p), r.memory(p)) {
		return false
	}
	for _, s := range r.DraftStates(p) {
		if s.State == drafting.Outdated {
			return true
		}
	}
	return false
}
