package honesty_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	. "h200filing/forms/honesty"
)

// allPassages are those of every fixture.
func allPassages(t testing.TB) []passage {
	t.Helper()
	var out []passage
	for _, name := range []string{"true.yaml", "false.yaml"} {
		out = append(out, readPassages(t, name)...)
	}
	for _, model := range []string{"supported", "unsupported", "practice"} {
		for _, p := range readPassages(t, "prose-"+model+".yaml") {
			p.Model = model
			out = append(out, p)
		}
	}
	return out
}

// summary is what does not depend on the places and the spelling of a text.
func summary(all []Finding) []string {
	var out []string
	for _, f := range all {
		line := string(f.Kind) + " " + f.Metric + " " + f.Subject
		for _, i := range f.Instead {
			line += " " + i.Subject + " " + i.Value
		}
		out = append(out, line)
	}
	return out
}

var widen = func() *strings.Replacer {
	var pairs []string
	for c := '!'; c <= '~'; c++ {
		pairs = append(pairs, string(c), string(c-'!'+'！'))
	}
	return strings.NewReplacer(append(pairs, " ", "　")...)
}()

// TestWidthDoesNotMatter: full-width digits, letters and signs read as half-width ones.
func TestWidthDoesNotMatter(t *testing.T) {
	c := checkers{}
	for _, p := range allPassages(t) {
		k := c.of(t, p.Model)
		if d := cmp.Diff(summary(k.Check(p.Text, p.About)), summary(k.Check(widen.Replace(p.Text), p.About))); d != "" {
			t.Errorf("%s\n%s", p.Text, d)
		}
	}
}

// TestBlanksDoNotMatter: blanks between Chinese and figures are a matter of style.
func TestBlanksDoNotMatter(t *testing.T) {
	c := checkers{}
	for _, p := range allPassages(t) {
		if strings.Contains(p.Text, "MTT S5000 80") {
			continue
		}
		k := c.of(t, p.Model)
		text := strings.NewReplacer(" GB", "GB", " 天", "天", " 张", "张", " 年 ", "年", " 月 ", "月", " 日", "日", "为 ", "为").Replace(p.Text)
		if d := cmp.Diff(summary(k.Check(p.Text, p.About)), summary(k.Check(text, p.About))); d != "" {
			t.Errorf("%s\n%s", text, d)
		}
	}
}

// TestAppendingChangesNothing: what is found in a text stays when another sentence follows.
func TestAppendingChangesNothing(t *testing.T) {
	c := checkers{}
	all := allPassages(t)
	rapid.Check(t, func(rt *rapid.T) {
		p := rapid.SampledFrom(all).Draw(rt, "passage")
		more := rapid.SampledFrom([]string{"本项目按期推进。", "\n其他事项另行说明。", "以上意见供参考。"}).Draw(rt, "more")
		text := p.Text
		if !strings.HasSuffix(text, "。") && !strings.HasPrefix(more, "\n") {
			text += "。"
		}
		k := c.of(t, p.Model)
		before, after := k.Check(text, p.About), k.Check(text+more, p.About)
		if d := cmp.Diff(before, after); d != "" {
			rt.Fatalf("%s\n%s", text, d)
		}
	})
}

// TestTogetherAsApart: sentences that name what they speak of are judged alike alone and in a row.
func TestTogetherAsApart(t *testing.T) {
	c := checkers{}
	for _, p := range allPassages(t) {
		if p.About != "" {
			continue
		}
		k := c.of(t, p.Model)
		alone := summary(k.Check(p.Text, ""))
		behind := summary(k.Check("本单位已完成调研。\n"+p.Text, ""))
		if d := cmp.Diff(alone, behind); d != "" {
			t.Errorf("%s\n%s", p.Text, d)
		}
	}
}

// sound holds the places of findings to the text.
func sound(text string, all []Finding) string {
	last := 0
	for _, f := range all {
		for _, s := range []Span{f.At, f.In} {
			if s.Start < 0 || s.Start > s.End || s.End > len(text) {
				return "a span outside the text"
			}
			if s.Start < len(text) && !utf8.RuneStart(text[s.Start]) && utf8.ValidString(text) || s.End < len(text) && !utf8.RuneStart(text[s.End]) && utf8.ValidString(text) {
				return "a span that cuts a character"
			}
			if utf8.RuneCountInString(text[:s.Start]) != s.RuneStart || utf8.RuneCountInString(text[:s.End]) != s.RuneEnd {
				return "bytes and characters that disagree"
			}
		}
		if text[f.At.Start:f.At.End] != f.Words || text[f.In.Start:f.In.End] != f.Sentence {
			return "words that stand elsewhere"
		}
		if f.At.Start < f.In.Start || f.At.End > f.In.End || f.At.Start == f.At.End {
			return "a passage outside its sentence"
		}
		if f.At.Start < last {
			return "findings out of order"
		}
		last = f.At.Start
	}
	return ""
}

// TestMixturesAreSound: whatever pieces are put together, places are right and nothing panics.
func TestMixturesAreSound(t *testing.T) {
	c := checkers{}.of(t, "unsupported")
	pieces := []string{"Atlas 900 A3", "MTT S5000", "H200", "华为", "燧原", "显存", "带宽", "交货期", "128 GB", "136GB", "3.2 TB/s", "５．９％", "180 天", "三千二百",
		"亿", "万元", "2027年6月30日", "至", "比", "需求", "低于", "低", "不低于", "均", "都", "不能", "无法", "唯一", "选择", "没有任何", "必须", "采购", "否则", "分别", "和", "、", "，", "。", "；", "：",
		"“", "”", "\n", " ", "约", "以上", "四家", "国产产品", "每个副本", "需要", "24 张", "\xff", "𠮷", "每", "百分之", "点五", "￥", "$", ",", "."}
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(rt, "pieces"), "")
		if fault := sound(text, c.Check(text, rapid.SampledFrom([]string{"", "a3", "reference", "none"}).Draw(rt, "about"))); fault != "" {
			rt.Fatalf("%q: %s", text, fault)
		}
	})
}

// FuzzCheck: any bytes.
func FuzzCheck(f *testing.F) {
	for _, p := range allPassages(f) {
		f.Add(p.Text, p.About)
	}
	f.Add("百分之", "")
	f.Add("一 ", "")
	f.Add("0.00000000000000000000000000000000001亿亿亿亿 GB", "a3")
	f.Add("\xe4\xb8", "reference")
	c := checkers{}.of(f, "unsupported")
	f.Fuzz(func(t *testing.T, text, about string) {
		if fault := sound(text, c.Check(text, about)); fault != "" {
			t.Errorf("%q: %s", text, fault)
		}
		Figures(text)
	})
}
