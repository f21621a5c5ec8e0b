package honesty

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"h200filing/forms/names"
)

// vendorTable lists makers of accelerators in China, a line each, with the names that prose gives them.
//
//go:embed vendors.txt
var vendorTable string

// Vendors lists the makers of accelerators in China that this package knows by name, for Model.Unlisted. Products are in
// the accelerator catalogue.
func Vendors() []Name { return slices.Clone(vendors()) }

var vendors = sync.OnceValue(func() []Name {
	var out []Name
	for line := range strings.Lines(vendorTable) {
		if words := strings.Fields(line); len(words) > 0 {
			for i := range words {
				words[i] = strings.ReplaceAll(words[i], "_", " ")
			}
			out = append(out, Name{Label: words[0], Names: words[1:]})
		}
	}
	return out
})

// Endings and beginnings of company names that prose leaves out, longest first.
var (
	companyEndings    = strings.Fields(`股份有限公司 有限责任公司 集团有限公司 有限公司 集团 公司`)
	tradeEndings      = strings.Fields(`智能科技 信息技术 信息科技 人工智能 集成电路 半导体 微电子 电子 技术 科技 信息 智能`)
	companyBeginnings = strings.Fields(`中科 北京 上海 深圳 杭州 南京 成都 广州 天津 重庆`)
)

// shortestName is the number of characters below which a short name could be anything.
const shortestName = 2

// ShortNames gives the shorter names by which prose calls a company or product of a full name: without what stands in
// brackets, without the kind of company, without the trade, without the place.
func ShortNames(full string) []string {
	var out []string
	add := func(name string) {
		name = strings.TrimSpace(name)
		if name != full && len([]rune(name)) >= shortestName && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	name := names.WithoutBrackets(full)
	add(name)
	for _, endings := range [][]string{companyEndings, tradeEndings} {
		name = withoutEnding(name, endings)
		add(name)
	}
	for _, start := range companyBeginnings {
		if rest, ok := strings.CutPrefix(name, start); ok && name != full {
			add(rest)
		}
	}
	return out
}

func withoutEnding(name string, endings []string) string {
	if slices.Contains(endings, name) {
		return name
	}
	for _, end := range endings {
		if rest, ok := strings.CutSuffix(name, end); ok && len([]rune(rest)) >= shortestName {
			return rest
		}
	}
	return name
}
