package drafting_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"h200filing/forms/drafting"
)

func drafts(pairs ...string) []drafting.Paragraph {
	var out []drafting.Paragraph
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, drafting.Paragraph{ID: pairs[i], Text: pairs[i+1]})
	}
	return out
}

const (
	memory  = "单卡显存容量为 128 GB，比需求 136 GB 低 5.9%。"
	memory2 = "单卡显存容量为 128 GB，比需求 140 GB 低 8.6%。"
	edited  = "经核对，单卡显存容量为 128 GB，比需求 136 GB 低 5.9%，差距较小。"
	lead    = "书面报价的交货期为 180 天，晚于要求的 150 天。"
	own     = "本段由申请单位自行撰写，与起草内容无关。"
)

func TestFollowAndDraft(t *testing.T) {
	for name, c := range map[string]struct {
		text        string
		memory, now []drafting.Paragraph
		follow      string // the text afterwards
		draft       string
	}{
		"nothing drafted yet":     {own, nil, drafts("a", memory), own, own + "\n" + memory},
		"empty":                   {"", nil, drafts("a", memory, "b", lead), "", memory + "\n" + lead},
		"unchanged":               {memory + "\n" + own, drafts("a", memory), drafts("a", memory), memory + "\n" + own, memory + "\n" + own},
		"a value changed":         {memory + "\n" + own, drafts("a", memory), drafts("a", memory2), memory2 + "\n" + own, memory2 + "\n" + own},
		"edited":                  {edited + "\n" + lead, drafts("a", memory, "b", lead), drafts("a", memory2, "b", lead), edited + "\n" + lead, edited + "\n" + lead},
		"no longer drafted":       {memory + "\n" + own, drafts("a", memory), nil, own, own},
		"the last one goes":       {memory, drafts("a", memory), nil, "", ""},
		"edited, no longer":       {edited, drafts("a", memory), nil, edited, edited},
		"a new one":               {own + "\n" + lead, drafts("b", lead), drafts("a", memory, "b", lead), own + "\n" + memory + "\n" + lead, own + "\n" + memory + "\n" + lead},
		"a new one behind":        {memory + "\n" + own, drafts("a", memory), drafts("a", memory, "b", lead), memory + "\n" + lead + "\n" + own, memory + "\n" + lead + "\n" + own},
		"deleted":                 {memory, drafts("a", memory, "b", lead), drafts("a", memory, "b", lead), memory, memory + "\n" + lead},
		"all deleted":             {own, drafts("a", memory), drafts("a", memory2, "b", lead), own, own + "\n" + memory2 + "\n" + lead},
		"order changed by hand":   {lead + "\n" + memory, drafts("a", memory, "b", lead), drafts("a", memory2, "b", lead), lead + "\n" + memory2, lead + "\n" + memory2},
		"blank lines stay":        {memory + "\n\n" + own + "\n", drafts("a", memory), drafts("a", memory2), memory2 + "\n\n" + own + "\n", memory2 + "\n\n" + own + "\n"},
		"indented still follows":  {"　　" + memory, drafts("a", memory), drafts("a", memory2), memory2, memory2},
		"typed like the draft":    {lead, nil, drafts("b", lead), lead, lead},
		"much added is an edit":   {memory + "另，" + own + own, drafts("a", memory), drafts("a", memory2), memory + "另，" + own + own, memory + "另，" + own + own},
		"the row came again":      {edited, drafts("a/r1", memory), drafts("a/r9", memory), edited, edited},
		"two alike, one was used": {memory + "\n" + memory, drafts("a", memory), drafts("a", memory2), memory2 + "\n" + memory, memory2 + "\n" + memory},
	} {
		if got, _ := drafting.Follow(c.text, c.memory, c.now); got != c.follow {
			t.Errorf("%s, followed:\n%s\nwant\n%s", name, got, c.follow)
		}
		if got, _ := drafting.Draft(c.text, c.memory, c.now); got != c.draft {
			t.Errorf("%s, drafted:\n%s\nwant\n%s", name, got, c.draft)
		}
	}
}

func TestStates(t *testing.T) {
	got := drafting.States(own+"\n\n"+edited+"\n"+lead, drafts("a", memory, "b", lead), drafts("a", memory2, "b", lead))
	want := []drafting.Standing{
		{Index: 0, State: drafting.Own},
		{Index: 1, Line: 2, ID: "a", State: drafting.Outdated, Now: memory2},
		{Index: 2, Line: 3, ID: "b", State: drafting.Following, Now: lead},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if s := drafting.States(edited, drafts("a", memory), drafts("a", memory)); s[0].State != drafting.Edited {
		t.Errorf("an edited paragraph whose values stand is %s", s[0].State)
	}
	if s := drafting.States(edited, drafts("a", memory), nil); s[0].State != drafting.Outdated || s[0].Now != "" {
		t.Errorf("an edited paragraph that is not drafted any more is %+v", s[0])
	}
}

func TestReplaceAndKeep(t *testing.T) {
	before, now := drafting.Memory(drafts("a", memory)), drafts("a", memory2)
	text, m := drafting.Replace(own+"\n"+edited, before, now, "a")
	if want := own + "\n" + memory2; text != want || drafting.States(text, m, now)[1].State != drafting.Following {
		t.Errorf("replaced: %q", text)
	}
	text, m = drafting.Keep(own+"\n"+edited, before, now, "a")
	if text != own+"\n"+edited || drafting.States(text, m, now)[1].State != drafting.Edited {
		t.Errorf("kept: %q %+v", text, drafting.States(text, m, now))
	}
	text, m = drafting.Keep(edited, before, nil, "a")
	if text != edited || drafting.States(text, m, nil)[0].State != drafting.Own {
		t.Errorf("kept what is not drafted any more: %+v", drafting.States(text, m, nil))
	}
	if text, m := drafting.Replace(edited, before, now, "z"); text != edited || cmp.Diff(before, m) != "" {
		t.Error("an unknown paragraph was replaced")
	}
}

func TestMemory(t *testing.T) {
	m := drafting.Memory(drafts("a/r1", "显存 <128> GB & “引号”"))
	got, err := drafting.Parse(m.Text())
	if err != nil || cmp.Diff(m, got) != "" {
		t.Errorf("%v %v", got, err)
	}
	if want := `[{"id":"a/r1","text":"显存 <128> GB & “引号”"}]`; m.Text() != want {
		t.Errorf("memory reads %s", m.Text())
	}
	for _, bad := range []string{"x", "{}", `[{"id":"a"},{"id":"a"}]`, `[{"text":"t"}]`, `[{"id":"a","colour":"red"}]`} {
		if _, err := drafting.Parse(bad); err == nil {
			t.Errorf("%s was taken", bad)
		}
	}
}

func TestFill(t *testing.T) {
	words := map[string]string{"product": "MTT S5000", "n": "32 张", "day": "2026年10月8日", "model": "英伟达 H200 SXM", "none": "", "part": "（示例）", "gb": "128 GB"}
	for template, want := range map[string]string{
		"的{product}显存":             "的 MTT S5000 显存",
		"采购{model}加速器{n}，":         "采购英伟达 H200 SXM 加速器 32 张，",
		"于{day}完成":                 "于2026年10月8日完成",
		"{product}{n}{part}":       "MTT S5000 32 张（示例）",
		"为 {gb}；{none} 另，{none}。":  "为 128 GB； 另，。",
		"{none}":                   "",
		"the {none} {gb} of {gb}.": "the 128 GB of 128 GB.",
		" ({gb}\n\t{none})":        " (128 GB )",
	} {
		if got := drafting.Fill(template, func(name string) string { return words[name] }); got != want {
			t.Errorf("%s = %q, want %q", template, got, want)
		}
	}
	for _, bad := range []string{"{", "}", "{a", "a}", "{a{b}}", "{}", "{ }"} {
		if _, err := drafting.Names(bad); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
	if names, err := drafting.Names("{a} and {row.b}"); err != nil || !slices.Equal(names, []string{"a", "row.b"}) {
		t.Errorf("%v %v", names, err)
	}
}

// sentences are two forms of each of four paragraphs: what is drafted differs
// from paragraph to paragraph, as sentences of a pack do.
var sentences = map[string][2]string{
	"a": {memory, memory2},
	"b": {lead, "书面报价的交货期为 210 天，晚于要求的 150 天。"},
	"c": {"拟购产品总价为 100 元。", "拟购产品总价为 200 元。"},
	"d": {"另，该产品未经测试。", "另，该产品已经测试，见附件。"},
}

// texts draws what a person may have made of drafts: left alone, edited,
// repeated, mixed with own paragraphs and blank lines.
func texts(t *rapid.T, label string) []string {
	stock := []string{edited, own, "甲", "", "  ", "Atlas 900 A3", "显存", "拟购产品总价约为 100 元，另计运费。"}
	for _, forms := range sentences {
		stock = append(stock, forms[:]...)
	}
	slices.Sort(stock)
	return rapid.SliceOfN(rapid.SampledFrom(stock), 0, 8).Draw(t, label)
}

func drawn(t *rapid.T, label string) []drafting.Paragraph {
	var out []drafting.Paragraph
	for _, id := range []string{"a", "b", "c", "d"} {
		if form := rapid.IntRange(-1, 1).Draw(t, label+id); form >= 0 {
			out = append(out, drafting.Paragraph{ID: id, Text: sentences[id][form]})
		}
	}
	return out
}

// TestNothingTypedIsLost: whatever the text, memory and draft, own and edited
// paragraphs stay, in their order; doing it again changes nothing; and no
// paragraph that is left of the draft then differs from it.
func TestNothingTypedIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, m, now := strings.Join(texts(t, "text"), "\n"), drafting.Memory(drawn(t, "memory")), drawn(t, "now")
		for name, redraft := range map[string]func(string, drafting.Memory, []drafting.Paragraph) (string, drafting.Memory){"Follow": drafting.Follow, "Draft": drafting.Draft} {
			after, m2 := redraft(text, m, now)
			left := strings.Split(after, "\n")
			paragraphs := slices.DeleteFunc(strings.Split(text, "\n"), func(s string) bool { return strings.TrimSpace(s) == "" })
			at := 0
			for i, s := range drafting.States(text, m, now) {
				if s.State == drafting.Following {
					continue
				}
				found := slices.Index(left[at:], paragraphs[i])
				if found < 0 {
					t.Fatalf("%s lost %q of %q: %q", name, paragraphs[i], text, after)
				}
				at += found + 1
			}
			if again, m3 := redraft(after, m2, now); again != after || m3.Text() != m2.Text() {
				t.Fatalf("%s twice: %q then %q (%s, %s)", name, after, again, m2.Text(), m3.Text())
			}
			for _, s := range drafting.States(after, m2, now) {
				remembered := slices.IndexFunc(m2, func(p drafting.Paragraph) bool { return p.ID == s.ID })
				if s.State == drafting.Following && m2[remembered].Text != s.Now {
					t.Fatalf("%s left a following paragraph behind: %+v", name, s)
				}
			}
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add(`[{"id":"a","text":"b"}]`)
	f.Fuzz(func(t *testing.T, s string) {
		m, err := drafting.Parse(s)
		if err != nil {
			return
		}
		again, err := drafting.Parse(m.Text())
		if err != nil || cmp.Diff(m, again) != "" && len(m) > 0 {
			t.Errorf("%q reads back as %v (%v)", m.Text(), again, err)
		}
	})
}

func FuzzFill(f *testing.F) {
	f.Add("的{a}。{b}")
	f.Fuzz(func(t *testing.T, template string) {
		_, err := drafting.Names(template)
		got := drafting.Fill(template, func(string) string { return "x" })
		if strings.ContainsAny(got, "\n\r") || err == nil && strings.ContainsAny(got, "{}") {
			t.Errorf("%q became %q", template, got)
		}
	})
}
