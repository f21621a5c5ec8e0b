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
}
