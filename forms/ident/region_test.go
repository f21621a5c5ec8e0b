package ident

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestRegionCode(t *testing.T) {
	run(t, "RegionCode", RegionCode, []vector{
		{"330110", None},
		{"３３０１１０", None},
		{"330000", None},
		{"339999", None}, // counties change every year
		{"990000", Region},
		{"100000", Region},
		{"3301", Length},
		{"33011A", Alphabet},
		{"", Empty},
	})
}

func TestProvinces(t *testing.T) {
	if len(provinces) != 34 {
		t.Errorf("%d provinces, want 34", len(provinces))
	}
}

func TestHubNode(t *testing.T) {
	for code, want := range map[string]Hub{
		"110105": JingJinJi, "120100": JingJinJi, "130700": JingJinJi,
		"310115": YangtzeDelta, "320500": YangtzeDelta, "330110": YangtzeDelta, "340200": YangtzeDelta,
		"440305": GreaterBay, "441900": GreaterBay, "810000": GreaterBay, "820000": GreaterBay,
		"440000": NoHub, "440200": NoHub, "440500": NoHub, "441800": NoHub, "445100": NoHub,
		"500000": ChengduChongqing, "510100": ChengduChongqing,
		"520100": Guizhou, "150100": InnerMongolia, "620800": Gansu, "640500": Ningxia,
		"420100": NoHub, "610100": NoHub, "710000": NoHub,
		"990000": NoHub, "4403": NoHub, "": NoHub,
	} {
		if got := HubNode(code); got != want {
			t.Errorf("HubNode(%q) = %q, want %q", code, got, want)
		}
	}
}

// Of the hundred possible cities of Guangdong just nine are in a node.
func TestGreaterBayCities(t *testing.T) {
	var got []string
	for city := range 100 {
		if code := fmt.Sprintf("44%02d00", city); HubNode(code) != NoHub {
			got = append(got, code[:4])
		}
	}
	want := []string{"4401", "4403", "4404", "4406", "4407", "4412", "4413", "4419", "4420"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("cities of the Greater Bay (-want +got):\n%s", diff)
	}
}

// Every place is in a province that the table knows, every node in some place.
func TestHubsLieInProvinces(t *testing.T) {
	reached := map[Hub]bool{}
	for prefix, hub := range hubs {
		if !isProvince(prefix[:2]) {
			t.Errorf("hub prefix %s is in no province", prefix)
		}
		reached[hub] = true
	}
	if len(reached) != 8 {
		t.Errorf("%d hub nodes have a place, want 8", len(reached))
	}
}

// samples are texts near to right identifiers, for properties and fuzzing.
var samples = []string{
	"91330100MA8H4G6L29", "M000100Y-4", "11010519491231002X", "110105491231002", "3301960A1B",
	"+86 (571) 8888-0000转12", "13800000001", "400-1234-567", "ａ＠Ｅxample．com", "311100", "330110",
	"", "\xff\xfe", "−—-", "\u200b\u3000", "ſıK", "ﾞｶﾞ", "+86+86", "0086-", "ext.ext", "@", "@@",
}

func TestNormaliseTwiceIsOnce(t *testing.T) {
	piece := rapid.OneOf(rapid.String(), rapid.SampledFrom(samples),
		rapid.StringOf(rapid.RuneFrom([]rune("0123456789-+() 　转ext.@ＡａXx４００８６"))))
	rapid.Check(t, func(t *rapid.T) {
		holdsForAll(t, piece.Draw(t, "first")+piece.Draw(t, "second"))
	})
}

// holdsForAll asserts what holds for every check and any text.
func holdsForAll(t interface{ Fatalf(string, ...any) }, s string) {
	known := []Problem{None, Empty, Outdated, Length, Alphabet, Region, Date, CheckDigit, Shape}
	for _, c := range checks {
		once := c.normalise(s)
		if twice := c.normalise(once); twice != once {
			t.Fatalf("%s: normalising %q gives %q, then %q", c.name, s, once, twice)
		}
		problem := c.problem(s)
		if !slices.Contains(known, problem) {
			t.Fatalf("%s(%q) = %q, an unknown problem", c.name, s, problem)
		}
		if normal := c.problem(once); normal != problem {
			t.Fatalf("%s(%q) = %q, but %q for its normal form %q", c.name, s, problem, normal, once)
		}
		if (once == "") != (problem == Empty) {
			t.Fatalf("%s(%q) = %q for the normal form %q", c.name, s, problem, once)
		}
	}
}
