package honesty_test

import (
	"testing"

	. "h200filing/forms/honesty"
)

// TestFigures reads numbers as they are written.
func TestFigures(t *testing.T) {
	for text, want := range map[string]string{
		"128 GB":                            "128 gb",
		"１２８ＧＢ":                             "128 gb",
		"3,200 GB/s":                        "3200 gbs",
		"３，２００ＧＢ／ｓ":                         "3200 gbs",
		"3.2 TB/s":                          "3200 gbs",
		"100 Gbps":                          "12.5 gbs",
		"11.3 词元/秒":                         "11.3 tokens_per_second",
		"20 词元每秒":                           "20 tokens_per_second",
		"5.9%":                              "5.9 percent",
		"５．９％":                              "5.9 percent",
		"百分之五点九":                            "5.9 percent",
		"百分之 12":                            "12 percent",
		"一百八十天":                             "180 day",
		"十五天":                               "15 day",
		"两周":                                "14 day",
		"8794039.68 元":                      "8794039.68 cny",
		"879.4 万元":                          "8794000 cny",
		"1.2 亿元":                            "120000000 cny",
		"三千二百万元":                            "32000000 cny",
		"￥1,409.50":                         "1409.5 cny",
		"27000 美元":                          "27000 usd",
		"US$2.7万":                           "27000 usd",
		"96 kW":                             "96000 w",
		"80 千瓦":                             "80000 w",
		"32 张":                              "32 piece",
		"４个副本":                              "4 replica",
		"96 路并发":                            "96 stream",
		"671B":                              "671 billion",
		"6710 亿参数":                          "671 billion",
		"32K":                               "32000 token",
		"四家":                                "4 supplier",
		"0.68 元/千瓦时":                        "0.68 cny_kwh",
		"1,979 TFLOPS":                      "1979 tflops",
		"1.5 PFLOPS":                        "1500 tflops",
		"三级":                                "3 level",
		"BJ-1021":                           "",
		"2027-06-30":                        "",
		"2027 年 6 月 30 日":                   "",
		"A800 与 W8A8":                       "",
		"统一、唯一、第一家":                         "",
		"1.5 秒":                             "",
		"999999999999999999999999999999 GB": "",
	} {
		got := ""
		for _, f := range Figures(text) {
			got += f.Amount.String() + " " + string(f.Unit)
			if text[f.At.Start:f.At.End] == "" {
				t.Errorf("%q: an empty span", text)
			}
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
