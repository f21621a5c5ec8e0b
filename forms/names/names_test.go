package names_test

import (
	"testing"

	"pgregory.net/rapid"

	"h200filing/forms/names"
)

// TestCompany groups spellings: those of a line are one company, lines differ.
func TestCompany(t *testing.T) {
	lines := [][]string{
		{"华为技术有限公司", "華為技術有限公司", "华为技术有限公司（深圳）", "华为技术（深圳）有限公司", "华为技术 有限公司", "华为技术", "华为技术有限公司北京分公司"},
		{"摩尔线程智能科技（北京）股份有限公司", "摩尔线程智能科技(北京)股份有限公司", "摩爾線程智能科技股份有限公司"},
		{"海光信息技术股份有限公司", "海光信息技术有限责任公司"},
		{"Example Chips Co., Ltd.", "ＥＸＡＭＰＬＥ chips co.,ltd", "Example Chips Inc."},
		{"公司"}, {"京"}, {"有限公司"},
	}
	seen := map[string]int{}
	for i, line := range lines {
		for _, name := range line {
			key := names.Company(name)
			if at, ok := seen[key]; key == "" || key != names.Company(line[0]) || ok && at != i {
				t.Errorf("%q is folded to %q, as is line %d", name, key, at)
			}
			seen[key] = i
		}
	}
	if names.Company(" 　") != "" {
		t.Error("blanks are a company")
	}
}

// TestFold keeps what tells products apart.
func TestFold(t *testing.T) {
	for a, b := range map[string]string{"Atlas 300I A2（32 GB）": "atlas300i a2(32GB)", "思元 590": "思元590", "天垓150": "天垓１５０"} {
		if names.Fold(a) != names.Fold(b) {
			t.Errorf("%q and %q differ: %q, %q", a, b, names.Fold(a), names.Fold(b))
		}
	}
	if names.Fold("Atlas 300I A2（32 GB）") == names.Fold("Atlas 300I A2（64 GB）") {
		t.Error("two products are one")
	}
}

// TestFoldSettles folds any name once: a second time changes nothing.
func TestFoldSettles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringOf(rapid.RuneFrom([]rune("华為技術（深圳）有限公司分 　ＡaB.,Co"))).Draw(t, "name")
		if once := names.Fold(name); names.Fold(once) != once {
			t.Fatalf("%q is folded to %q, then to %q", name, once, names.Fold(once))
		}
	})
}
