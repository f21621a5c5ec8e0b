package typeset_test

import (
	"math"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"h200filing/export/typeset"
)

// em is the width of a full-width character in the tests; Western ones take
// half of it, combining marks nothing.
const em = 10.0

func advance(r rune, _ typeset.Style) float64 {
	switch {
	case unicode.Is(unicode.Mn, r):
		return 0
	case r < 0x1100:
		return em / 2
	}
	return em
}

func spec(chars float64) typeset.Spec {
	return typeset.Spec{Width: chars * em, Em: em, Advance: advance}
}

func texts(lines []typeset.Line) []string {
	var out []string
	for _, l := range lines {
		out = append(out, l.Text)
	}
	return out
}

func TestBreak(t *testing.T) {
	for _, c := range []struct {
		name  string
		chars float64
		in    string
		want  []string
	}{
		{"plain", 4, "一二三四五六七", []string{"一二三四", "五六七"}},
		{"no lone character in the last line", 8, "一二三四五六七八九。", []string{"一二三四五六七", "八九。"}},
		{"but where the line before would gape", 4, "一二三四五", []string{"一二三四", "五"}},
		{"mark takes a character down", 4, "一二三四，五六", []string{"一二三", "四，五六"}},
		{"mark takes half at the end", 4.5, "一二三四，五六", []string{"一二三四，", "五六"}},
		{"earlier mark makes room", 5, "一，二三四。五六", []string{"一，二三四。", "五六"}},
		{"opening mark moves down", 4, "一二三（四五）", []string{"一二三", "（四五）"}},
		{"dash not parted", 4, "一二三——四", []string{"一二三", "——四"}},
		{"ellipsis not parted", 4, "一二三……四", []string{"一二三", "……四"}},
		{"per cent stays", 4, "一二三100%五", []string{"一二三", "100%五"}},
		{"sign of money stays", 4, "一二三￥99元", []string{"一二三", "￥99元"}},
		{"unit stays", 4, "一二141 GB显存", []string{"一二", "141 GB显", "存"}},
		{"unit leaves a line too short for both", 3, "1234.5 GB", []string{"1234.5 ", "GB"}},
		{"counting word stays", 3, "共一8台机", []string{"共一", "8台机"}},
		{"word moves down", 4, "一二三word四", []string{"一二三", "word四"}},
		{"long word breaks", 2, "abcdefghij", []string{"abcd", "efgh", "ij"}},
		{"address breaks at its joints", 5, "https://a.example/b", []string{"https://a.", "example/b"}},
		{"space hangs", 2, "abcd efgh", []string{"abcd ", "efgh"}},
		{"line ends", 9, "一\n二\r\n\n三", []string{"一\n", "二\r\n", "\n", "三"}},
		{"apostrophe", 3, "不能don’t用", []string{"不能", "don’t", "用"}},
		{"adjoining marks share", 5, "（一）。二三", []string{"（一）。二", "三"}},
		{"a mark is squeezed in before a character is pushed out", 6, "一，二，三四，五六", []string{"一，二，三四，", "五六"}},
		{"where squeezing is not enough it moves down", 4, "一二三四，，五", []string{"一二三", "四，，五"}},
		{"a long code is parted at a hyphen", 8, "备案号为2609-330110-04-01-000001，", []string{"备案号为2609-", "330110-04-01-", "000001，"}},
		{"a short hole is left as it is", 8, "本项目的备案号为AB-12号", []string{"本项目的备案号为", "AB-12号"}},
		{"a unit of several characters stays whole", 6, "电费87.5 千瓦时整", []string{"电费", "87.5 千瓦时", "整"}},
		{"a long number leaves its unit where the line would gape", 22, "上述总价已计入由我方承担的税共计216,000.00 美元整", []string{"上述总价已计入由我方承担的税共计216,000.00 ", "美元整"}},
		{"but not in a narrow column", 12, "上述税金共计合216,000.00 美元整", []string{"上述税金共计合", "216,000.00 美元整"}},
		{"even where it leaves its number", 4, "用260,487 千瓦时", []string{"用", "260,487 ", "千瓦时"}},
		{"a unit is no code", 6, "带宽4800 TB/s以上", []string{"带宽", "4800 TB/s以", "上"}},
		{"a date is not parted", 6, "查询于2026-11-23日", []string{"查询于", "2026-11-23日"}},
		{"an amount is not parted", 6, "总价为1,234,567.89元", []string{"总价为", "1,234,567.89", "元"}},
		{"an opening mark moves left and makes room", 4.5, "一二三四（五六七）八", []string{"一二三四", "（五六七）", "八"}},
		{"too narrow", 0.5, "一二", []string{"一", "二"}},
		{"nothing", 4, "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := texts(typeset.Break([]typeset.Run{{Text: c.in}}, spec(c.chars)))
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestIndentsAndAlignment(t *testing.T) {
	s := spec(6)
	s.First, s.Rest = 2*em, em
	for _, c := range []struct {
		align typeset.Align
		x     []float64
	}{
		{typeset.Left, []float64{20, 10}},
		{typeset.Justify, []float64{20, 10}},
		{typeset.Right, []float64{20, 50}},
		{typeset.Center, []float64{20, 30}},
	} {
		s.Align = c.align
		var got []float64
		for _, l := range typeset.Break([]typeset.Run{{Text: "一二三四五"}}, s) {
			got = append(got, l.X)
		}
		if d := cmp.Diff(c.x, got); d != "" {
			t.Errorf("align %d: %s", c.align, d)
		}
	}
}

func TestJustifiedLinesAreFull(t *testing.T) {
	const prose = "本单位拟购置用于大模型推理服务的加速器，经测算单卡显存容量不低于128 GB，" +
		"峰值带宽不低于4.0 TB/s；据此，对国内产品逐一询价（共五家），结果见附件。"
	s := spec(14)
	s.First = 2 * em
	for i, l := range typeset.Break([]typeset.Run{{Text: prose}}, s) {
		if l.Last {
			continue
		}
		if end := l.X + l.Width; math.Abs(end-s.Width) > 1e-6 {
			t.Errorf("line %d %q ends at %v of %v", i, l.Text, end, s.Width)
		}
	}
}

func TestStylesPartSpans(t *testing.T) {
	runs := []typeset.Run{{Text: "中文", Style: 1}, {Text: "𠮷", Style: 2}, {Text: "字", Style: 1}}
	lines := typeset.Break(runs, spec(9))
	want := []typeset.Span{
		{Text: "中文", Style: 1, X: 0, Width: 20},
		{Text: "𠮷", Style: 2, X: 20, Width: 10},
		{Text: "字", Style: 1, X: 30, Width: 10},
	}
	if len(lines) != 1 {
		t.Fatalf("%d lines", len(lines))
	}
	if d := cmp.Diff(want, lines[0].Spans); d != "" {
		t.Error(d)
	}
}

// anyText draws text of all planes, thick with the characters that rules are
// about, and broken UTF-8.
func anyText() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		parts := rapid.SliceOfN(rapid.OneOf(
			rapid.String(),
			rapid.StringOfN(rapid.RuneFrom([]rune("，。（）《》“”——……·/-%￥$ \n\r\tabz019台元GB\u0301\u200b\u00a0𠮷中文字")), 0, 40, -1),
			rapid.SampledFrom([]string{"\xff", "\xe4\xb8", "141 GB/s", "https://a.b/c?d=e", "2026年1月5日", "2609-330110-04-01-000001", "216,000.00 美元", "采购H200卡 （ NVIDIA ）"}),
		), 0, 8).Draw(t, "parts")
		return strings.Join(parts, "")
	})
}

func TestNothingIsLostAndNothingSticksOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		runs := []typeset.Run{
			{Text: anyText().Draw(t, "a"), Style: 0},
			{Text: anyText().Draw(t, "b"), Style: 1},
		}
		s := spec(rapid.Float64Range(1, 30).Draw(t, "chars"))
		s.First = min(s.Width-em, rapid.Float64Range(0, 2).Draw(t, "first")*em)
		s.Align = typeset.Align(rapid.IntRange(0, 3).Draw(t, "align"))
		s.Level = typeset.Level(rapid.IntRange(0, 2).Draw(t, "level"))
		s.Gap = rapid.Float64Range(0, em/4).Draw(t, "gap")
		lines := typeset.Break(runs, s)
		if got, want := strings.Join(texts(lines), ""), runs[0].Text+runs[1].Text; got != want {
			t.Fatalf("lines hold %q, input is %q", got, want)
		}
		for _, l := range lines {
			checkLine(t, l, s.Width)
		}
	})
}

func checkLine(t *rapid.T, l typeset.Line, width float64) {
	shown := ""
	x := l.X
	if len(l.Spans) > 0 && l.Spans[0].X < x && l.Spans[0].X > x-em {
		x = l.Spans[0].X // an opening mark that hands its blank half in
	}
	for _, sp := range l.Spans {
		shown += sp.Text
		if math.Abs(sp.X-x) > 1e-6 {
			t.Fatalf("%q: span at %v, expected at %v", l.Text, sp.X, x)
		}
		x += sp.Width
	}
	if !strings.HasPrefix(l.Text, shown) || strings.TrimFunc(l.Text[len(shown):], unicode.IsSpace) != "" {
		t.Fatalf("line %q shows %q", l.Text, shown)
	}
	if x > width+1e-3 && clusters(shown) > 1 {
		t.Fatalf("%q ends at %v of %v", shown, x, width)
	}
	if l.X < -1e-6 && clusters(shown) > 1 {
		t.Fatalf("%q begins at %v", shown, l.X)
	}
}

// clusters counts the characters with a width.
func clusters(s string) int {
	n := 0
	for _, r := range s {
		if advance(r, 0) > 0 {
			n++
		}
	}
	return n
}

func TestForbiddenStartsAndEnds(t *testing.T) {
	const starts, ends = "，。、；：！？」』）》〉】”’·", "（《「『【“‘"
	rapid.Check(t, func(t *rapid.T) {
		// Sentences in which every mark has characters around it, so that
		// the rules can always be kept.
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{
			"申请单位", "拟购置", "（含备件）", "，经测算", "。本项目", "“国产替代”", "共8台", "《办法》", "——即", "……等", "NVIDIA H200",
		}), 1, 60).Draw(t, "words"), "")
		lines := typeset.Break([]typeset.Run{{Text: text}}, spec(rapid.Float64Range(12, 30).Draw(t, "chars")))
		for i, l := range lines {
			first, _ := utf8.DecodeRuneInString(l.Text)
			final, _ := utf8.DecodeLastRuneInString(l.Text)
			if i > 0 && strings.ContainsRune(starts, first) {
				t.Fatalf("line begins with %q: %q", first, texts(lines))
			}
			if i+1 < len(lines) && strings.ContainsRune(ends, final) {
				t.Fatalf("line ends with %q: %q", final, texts(lines))
			}
			if n := strings.Count(l.Text, "—"); n%2 != 0 {
				t.Fatalf("a dash is parted: %q", texts(lines))
			}
		}
	})
}

func FuzzBreak(f *testing.F) {
	f.Add("一二三，abc——\u0301。", 3.0)
	f.Fuzz(func(t *testing.T, text string, chars float64) {
		if math.IsNaN(chars) || math.IsInf(chars, 0) {
			return
		}
		got := strings.Join(texts(typeset.Break([]typeset.Run{{Text: text}}, spec(chars))), "")
		if got != text {
			t.Errorf("%q became %q", text, got)
		}
	})
}

func BenchmarkBreak20000(b *testing.B) {
	text := strings.Repeat("本单位拟购置用于大模型推理服务的加速器，经测算不低于128 GB；（详见附件）。", 500)
	s := spec(28)
	b.ReportAllocs()
	for b.Loop() {
		typeset.Break([]typeset.Run{{Text: text}}, s)
	}
}

// TestLevels: what each level keeps from the starts and ends of lines.
func TestLevels(t *testing.T) {
	for _, c := range []struct {
		level typeset.Level
		in    string
		want  []string
	}{
		{typeset.Basic, "一二三／四五", []string{"一二三／", "四五"}},
		{typeset.GB, "一二三／四五", []string{"一二", "三／四五"}},
		{typeset.GB, "一二三四——五", []string{"一二三四", "——五"}},
		{typeset.Strict, "一二三四——五", []string{"一二三", "四——五"}},
	} {
		s := spec(4)
		s.Level = c.level
		if d := cmp.Diff(c.want, texts(typeset.Break([]typeset.Run{{Text: c.in}}, s))); d != "" {
			t.Errorf("level %d: %s", c.level, d)
		}
	}
}

// TestGap: where Han and Latin characters stand apart, and how wide.
func TestGap(t *testing.T) {
	for in, want := range map[string]float64{
		"采购H200卡":   55,   // 采购 20, H200 20, 卡 10, two gaps
		"采购 H200 卡": 55,   // typed spaces are set as gaps
		"共32张":      30,   // a bare number has none
		"共 32 张":    35,   // typed spaces around it are narrowed
		"（H200）":    35,   // inside brackets; the last mark gives its half up
		"卡，H200":    40,   // beside a mark
		"卡， H200 ，": 45,   // even where a space is typed
		"H200 SXM卡": 52.5, // Latin words keep their space
		"H200":      20,   // none at the start or the end
	} {
		s := spec(99)
		s.Align, s.Gap = typeset.Left, 99 // more than is allowed
		got := typeset.Break([]typeset.Run{{Text: in}}, s)[0].Width
		if math.Abs(got-want) > 1e-9 {
			t.Errorf("%q is %v wide, want %v", in, got, want)
		}
	}
	s := spec(6)
	s.Gap = em / 4
	for i, l := range typeset.Break([]typeset.Run{{Text: "一二三四五六H200一二三四"}}, s) {
		if first := l.Spans[0]; first.X != 0 || i == 0 && l.Width != 60 {
			t.Errorf("line %q begins at %v and is %v wide", l.Text, first.X, l.Width)
		}
	}
}

func TestExtent(t *testing.T) {
	for in, want := range map[string][2]float64{
		"一二三":        {10, 30},
		"141 GB\n一":  {30, 30},
		"一二（三）。":     {30, 50},
		"abc defgh ": {25, 45},
		"":           {0, 0},
	} {
		least, most := typeset.Extent([]typeset.Run{{Text: in}}, spec(1))
		if got := [2]float64{least, most}; got != want {
			t.Errorf("%q: %v, want %v", in, got, want)
		}
	}
}
