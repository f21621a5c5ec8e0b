package ident

import (
	"strings"
	"testing"
)

func TestPhone(t *testing.T) {
	for _, c := range []struct {
		in      string
		problem Problem
		line    Line
		written string
	}{
		{"13800000001", None, Mobile, "13800000001"},
		{"138 0000 0001", None, Mobile, "13800000001"},
		{"138-0000-0001", None, Mobile, "13800000001"},
		{"１３８００００００００１", Length, NoLine, ""},
		{"１３８０００００００１", None, Mobile, "13800000001"},
		{"+86 138 0000 0001", None, Mobile, "13800000001"},
		{"0086-13800000001", None, Mobile, "13800000001"},
		{"0571-88880000", None, Landline, "0571-88880000"},
		{"057188880000", None, Landline, "0571-88880000"},
		{"（0571）8888 0000", None, Landline, "0571-88880000"},
		{"0571—88880000", None, Landline, "0571-88880000"},
		{"0571-88880000-12", None, Landline, "0571-88880000-12"},
		{"0571-88880000转12", None, Landline, "0571-88880000-12"},
		{"010-6255-1234", None, Landline, "010-62551234"},
		{"+86 (10) 6255 1234", None, Landline, "010-62551234"},
		{"+86-571-8888000", None, Landline, "0571-8888000"},
		{"400-123-4567", None, Service, "400-123-4567"},
		{"4001234567", None, Service, "400-123-4567"},
		{"400-1234-567", None, Service, "400-123-4567"},
		{"800 810 0000", None, Service, "800-810-0000"},
		{"12345", Length, NoLine, "12345"},
		{"88880000", Length, NoLine, "88880000"},
		{"12800000001", Shape, NoLine, "12800000001"},
		{"0171-88880000", Shape, NoLine, "0171-88880000"},
		{"0571-88880000-1234567", Length, NoLine, ""},
		{"nobody", Alphabet, NoLine, "nobody"},
		{"13800000001/13800000002", Length, NoLine, ""},
		{"+1 212 555 0100", Alphabet, NoLine, ""},
		{"", Empty, NoLine, ""},
		{"-", Length, NoLine, "-"},
	} {
		if got := Phone(c.in); got != c.problem {
			t.Errorf("Phone(%q) = %q, want %q", c.in, got, c.problem)
		}
		if _, got := readPhone(c.in); got != c.line {
			t.Errorf("readPhone(%q) takes it for %q, want %q", c.in, got, c.line)
		}
		if got := NormalisePhone(c.in); c.written != "" && got != c.written {
			t.Errorf("NormalisePhone(%q) = %q, want %q", c.in, got, c.written)
		}
	}
}

func TestEmail(t *testing.T) {
	run(t, "Email", Email, []vector{
		{"compliance@example.com", None},
		{"a.b+c_d@sub.example.com.cn", None},
		{"ａ＠ｅｘａｍｐｌｅ．ｃｏｍ", None},
		{"A@EXAMPLE.COM ", None},
		{"a@xn--fiqs8s.xn--fiqs8s", None},
		{strings.Repeat("a", 64) + "@example.com", None},
		{"", Empty},
		{"nobody", Shape},
		{"@example.com", Shape},
		{"a@", Shape},
		{"a@localhost", Shape},
		{"a@b@example.com", Shape},
		{"a..b@example.com", Shape},
		{".a@example.com", Shape},
		{"a@example..com", Shape},
		{"a@-example.com", Shape},
		{"a@example.c", Shape},
		{"a@10.0.0.12", Shape},
		{"a@" + strings.Repeat("b", 64) + ".com", Shape},
		{strings.Repeat("a", 65) + "@example.com", Length},
		{"a@" + strings.Repeat("b.", 130) + "com", Length},
		{"张三@example.com", Alphabet},
		{"a@exam_ple.com", Alphabet},
		{"a<b>@example.com", Alphabet},
		{"a@example。com", Alphabet},
	})
	if got, want := NormaliseEmail(" Li.Si＠Example.COM"), "Li.Si@example.com"; got != want {
		t.Errorf("NormaliseEmail = %q, want %q", got, want)
	}
}
