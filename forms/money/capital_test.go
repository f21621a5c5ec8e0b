package money

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The first six are the annex's own examples (where it gives two writings,
// the first); Capital writes exactly these.
var written = []struct {
	figures, capital string
}{
	{"1,409.50", "人民币壹仟肆佰零玖元伍角"},
	{"6,007.14", "人民币陆仟零柒元壹角肆分"},
	{"16,409.02", "人民币壹万陆仟肆佰零玖元零贰分"},
	{"325.04", "人民币叁佰贰拾伍元零肆分"},
	{"1,680.32", "人民币壹仟陆佰捌拾元零叁角贰分"},
	{"107,000.53", "人民币壹拾万柒仟元零伍角叁分"},
	{"10", "人民币壹拾元整"},

	{"8,794,039.68", "人民币捌佰柒拾玖万肆仟零叁拾玖元陆角捌分"},
	{"0", "人民币零元整"},
	{"0.05", "人民币伍分"},
	{"0.50", "人民币伍角"},
	{"0.53", "人民币伍角叁分"},
	{"1", "人民币壹元整"},
	{"100", "人民币壹佰元整"},
	{"101.01", "人民币壹佰零壹元零壹分"},
	{"10,000", "人民币壹万元整"},
	{"10,001", "人民币壹万零壹元整"},
	{"100,100", "人民币壹拾万零壹佰元整"},
	{"100,001,000", "人民币壹亿零壹仟元整"},
	{"100,000,000", "人民币壹亿元整"},
	{"100,010,000", "人民币壹亿零壹万元整"},
	{"1,010,000,000", "人民币壹拾亿零壹仟万元整"},
	{"100,000,000,000,000", "人民币壹佰万亿元整"},
	{"100,000,000,000,001", "人民币壹佰万亿零壹元整"},
	{"1,000,100,000,000", "人民币壹万零壹亿元整"},
	{"999,999,999,999,999.99", "人民币玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"},
}

func TestCapital(t *testing.T) {
	for _, c := range written {
		amount, err := ParseFen(c.figures)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := Capital(amount); err != nil || got != c.capital {
			t.Errorf("Capital(%s) = %q, %v; want %q", c.figures, got, err, c.capital)
		}
		if back, err := ParseCapital(c.capital); err != nil || back != amount {
			t.Errorf("ParseCapital(%q) = %d, %v; want %d", c.capital, back, err, amount)
		}
	}
}

func TestCapitalRefuses(t *testing.T) {
	for amount, want := range map[Fen]Problem{-1: Negative, Max + 1: Overflow} {
		got, err := Capital(amount)
		if problem := problemOf(t, err); got != "" || problem != want {
			t.Errorf("Capital(%d) = %q, %q; want %q", amount, got, problem, want)
		}
	}
}

func TestParseCapitalAcceptsPermittedVariants(t *testing.T) {
	for text, want := range map[string]Fen{
		"人民币壹仟陆佰捌拾元叁角贰分":  1_680_32, // annex, second writing
		"人民币壹拾万零柒仟元伍角叁分":  107_000_53,
		"人民币壹拾万零柒仟元零伍角叁分": 107_000_53,
		"人民币壹拾圆正":         10_00,
		"人民币贰佰圓整":         200_00,
		"人民币壹仟肆佰零玖元伍角整":   1_409_50,
		"人民币壹仟肆佰零玖元伍角正":   1_409_50,
		" 人民币貳億零陸萬元整\n":   200_060_000_00,
		"人民币壹亿壹仟元整":       100_001_000_00,
		"人民币壹拾亿壹仟万元整":     1_010_000_000_00,
		"人民币零元正":          0,
	} {
		if got, err := ParseCapital(text); err != nil || got != want {
			t.Errorf("ParseCapital(%q) = %d, %v; want %d", text, got, err, want)
		}
	}
}

func TestParseCapitalRefuses(t *testing.T) {
	for text, want := range map[string]Problem{
		"":                                Empty,
		" \u3000":                         Empty,
		"壹拾元整":                            Prefix,
		"¥10":                             Prefix,
		"人民币":                             Wording,
		"人民币 壹拾元整":                        Wording, // no gap
		"人民币拾元整":                          Wording, // 壹 may not be left out
		"人民币壹拾元":                          Wording, // 整 is required after 元
		"人民币伍分整":                          Wording, // and forbidden after 分
		"人民币壹佰壹元整":                        Wording, // required 零 missing
		"人民币壹佰零零壹元整":                      Wording,
		"人民币壹佰零元整":                        Wording,
		"人民币壹元贰分":                         Wording,
		"人民币壹元零贰角":                        Wording, // 零 without a zero
		"人民币零壹元整":                         Wording,
		"人民币一百元整":                         Wording,
		"人民币壹佰元整整":                        Wording,
		"人民币壹佰元整x":                        Wording,
		"人民币壹仟佰元整":                        Wording,
		"人民币壹拾万万元整":                       Wording,
		"人民币壹角壹元":                         Wording,
		"人民币壹仟万亿元整":                       Wording, // above Max
		"人民币" + strings.Repeat("玖亿", 200): Wording,
		"人民币" + strings.Repeat("仟亿", 24):  Wording,
	} {
		got, err := ParseCapital(text)
		if problem := problemOf(t, err); got != 0 || problem != want {
			t.Errorf("ParseCapital(%q) = %d, %q; want %q", text, got, problem, want)
		}
	}
}

func TestCapitalReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount := amounts().Draw(t, "fen")
		text, err := Capital(amount)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := ParseCapital(text); err != nil || back != amount {
			t.Fatalf("ParseCapital(%q) = %d, %v; want %d", text, back, err, amount)
		}
	})
}

// What holds for every writing, whatever the amount, checked without the
// writer's own table of characters.
func TestCapitalShape(t *testing.T) {
	shape := regexp.MustCompile(`^人民币[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]+$`)
	wrong := regexp.MustCompile(`零零|零[拾佰仟万亿角分]|零元.|币[拾佰仟万亿元角分整]|币零[^元]|分整|元[^零壹贰叁肆伍陆柒捌玖整]|元$|角整`)
	rapid.Check(t, func(t *rapid.T) {
		amount := amounts().Draw(t, "fen")
		text, err := Capital(amount)
		if err != nil {
			t.Fatal(err)
		}
		if bad := wrong.FindString(text); !shape.MatchString(text) || bad != "" && amount != 0 {
			t.Fatalf("Capital(%d) = %q: not a permitted writing at %q", amount, text, bad)
		}
		digits := strings.Map(func(r rune) rune {
			if at := strings.IndexRune("零壹贰叁肆伍陆柒捌玖", r); at > 0 {
				return rune('0' + at/3)
			}
			return -1
		}, text)
		figures := strings.NewReplacer("0", "", ".", "").Replace(amount.Plain())
		if digits != figures {
			t.Fatalf("Capital(%d) = %q holds the digits %s, want %s", amount, text, digits, figures)
		}
	})
}

func FuzzParseCapital(f *testing.F) {
	for _, c := range written {
		f.Add(c.capital)
	}
	f.Add("人民币拾元")
	f.Add("人民币\xff")
	optional := regexp.MustCompile(`零|[整正]$`)
	f.Fuzz(func(t *testing.T, text string) {
		amount, err := ParseCapital(text)
		if err != nil {
			problemOf(t, err)
			return
		}
		again, err := Capital(amount)
		if err != nil {
			t.Fatalf("ParseCapital(%q) = %d, which cannot be written: %v", text, amount, err)
		}
		plain := strings.NewReplacer("圆", "元", "圓", "元", "貳", "贰", "陸", "陆", "萬", "万", "億", "亿").Replace(strings.TrimSpace(text))
		if optional.ReplaceAllString(plain, "") != optional.ReplaceAllString(again, "") {
			t.Fatalf("ParseCapital(%q) = %d, written %q", text, amount, again)
		}
	})
}

func BenchmarkCapital(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Capital(8_794_039_68); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParseCapital(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseCapital("人民币捌佰柒拾玖万肆仟零叁拾玖元陆角捌分"); err != nil {
			b.Fatal(err)
		}
	}
}
