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

// value reads what a writing says: it adds up digits and units wherever they
// stand.
func value(chars []rune) Fen {
	var total, wan, group, digit int64
	for _, r := range chars {
		switch r {
		case '拾':
			group += digit * 10
		case '佰':
			group += digit * 100
		case '仟':
			group += digit * 1000
		case '万':
			wan, group = wan+(group+digit)*1e4, 0
		case '亿':
			total, wan, group = total+(wan+group+digit)*1e8, 0, 0
		case '元':
			total, wan, group = (total+wan+group+digit)*perUnit, 0, 0
		case '角':
			total += digit * 10
		case '分':
			total += digit
		default:
			digit = int64(max(strings.IndexRune(digits, r), 0) / len("零"))
			continue
		}
		digit = 0
	}
	return Fen(total)
}

func TestCapitalReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount := amounts().Draw(t, "fen")
		text, err := Capital(amount)
		if err != nil {
			t.Fatal(err)
		}
		if back := value([]rune(text)); back != amount {
			t.Fatalf("Capital(%d) = %q, which says %d", amount, text, back)
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

func BenchmarkCapital(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Capital(8_794_039_68); err != nil {
			b.Fatal(err)
		}
	}
}
