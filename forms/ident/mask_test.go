package ident

import "testing"

func TestMask(t *testing.T) {
	for in, want := range map[string]string{
		"11010519491231002x": "110*************2X",
		"110105194912310021": "******************", // wrong check digit
		"110105":             "******",
		"":                   "",
		"张三":                 "**",
	} {
		if got := MaskID(in); got != want {
			t.Errorf("MaskID(%q) = %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"138 0000 0001":    "138****0001",
		"0571-88880000":    "0571-******00",
		"010-62551234":     "010-******34",
		"0571-88880000-12": "0571-*********12",
		"4001234567":       "400-123-4567",
		"12345":            "*****",
		"":                 "",
	} {
		if got := MaskPhone(in); got != want {
			t.Errorf("MaskPhone(%q) = %q, want %q", in, got, want)
		}
	}
}
