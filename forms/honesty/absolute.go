package honesty

import "strings"

// absolute is a word that claims more than a comparison can show unless every candidate is excluded.
type absolute struct {
	words  string
	after  string // one of these must follow in the clause, at most reach characters on; none: the word alone claims it
	reach  int
	unless string // where one of these follows as near, the word is about another matter
	about  bool   // the sentence must speak of domestic supply or of the products
	then   string // one of these must follow later in the sentence
}

const choices = "选择 方案 途径 可行 可选 可用 满足 能够 能在 能满足 能运行 能承载 能支持 产品 选项 路径 办法 型号 候选 替代 来源 加速器 芯片 晶片 供应商 出路 解法 h200 拟购"

var absolutes = []absolute{
	{words: `唯一 唯有 独一无二 仅有`, after: choices, reach: 10, unless: `标识 编号 识别 性 代码 索引 主键 id 编码 码 对应 身份 序列号 授权 股东 联系人 账号 键 值 实测 例外 列入 纳入 申请的 一处 一座`},
	{words: `完全无法 完全不能 完全不满足 根本无法 根本不能 绝对无法 绝无 毫无可能 完全不具备 完全达不到 毫无办法`, about: true},
	{words: `没有任何 没有一家 没有一款 没有一个 没有一种 无任何 无一 尚无任何 尚无一 从无`, reach: 10,
		after:  `国产 境内 国内 供应商 厂商 厂家 产品 加速器 加速卡 芯片 晶片 方案 替代 选择 一家 一款 能满足 能够 满足 可用 可供 型号`,
		unless: `处罚 军事 军工 违 风险 转让 关系 记录 纠纷 例外 不满足 不符合 安全事件 事故 用途 境外`},
	{words: `不存在 并不存在`, reach: 14, after: `产品 方案 替代 供应商 厂商 加速器 芯片 晶片 选择 货源 型号`,
		unless: `关系 关联 用途 行为 情形 风险 处罚 隐患 利益 纠纷 争议 转让 问题 缺陷`, about: true},
	{words: `国内空白 境内空白 国产空白 国内尚属空白 国内尚无 境内尚无`},
	{words: `别无选择 别无他法 别无选项 别无他选 无可替代 不可替代 无从替代 舍此无他 非此不可 无法替代`, unless: `作用`, reach: 5},
	{words: `必须`, reach: 8, after: `h200 拟购 进口 引进 境外产品 英伟达 nvidia`, then: `否则 不然`},
	{words: `只有`, reach: 12, after: `h200 拟购 进口 境外 英伟达 nvidia`, then: `才`},
	{words: `只能 只得 只可`, reach: 8, after: `采购h200 采购进口 选用h200 选择h200 使用h200 依赖进口 依靠进口 依赖h200 进口 购买h200 采用h200 购置h200`},
	{words: `舍h200`},
}

// followed reports whether one of the words stands within reach behind a place in the clause.
func (r *reader) followed(words string, at, reach int) bool {
	end := at
	for end < r.to && end-at < reach+8 && !parts(r.r[end]) {
		end++
	}
	for word := range strings.FieldsSeq(words) {
		w := foldWord(word)
		for i := at; i <= at+reach && i < end; i++ {
			if to, ok := matches(r.r[:end], i, w[1:]); ok && r.r[i] == w[0] && to <= end {
				return true
			}
		}
	}
	return false
}

func parts(c rune) bool { return c == ',' || c == ';' || c == ':' || c == '。' }

// sayings behind a passage make it something that is only spoken about.
const sayings = "的说法 之说 的表述 的观点 的提法 这一说法 这一表述 等说法 等表述 的结论不成立 缺乏依据"

// spokenAbout reports that the passage before a place is what others say.
func (r *reader) spokenAbout(at int) bool { return r.followed(sayings, at, 14) }

// judgeRule judges an absolute that is one word.
func (r *reader) judgeRule(t *token) {
	a := t.word.rule
	if r.silent() || r.deniedAt(t.from) || r.spokenAbout(t.to) {
		return
	}
	if a.after != "" && !r.followed(a.after, t.to, a.reach) || a.unless != "" && r.followed(a.unless, t.to, max(a.reach, 4)) {
		return
	}
	if a.about && !r.speaksOfSupply(t) {
		return
	}
	to := t.to
	if a.then != "" {
		if to = r.later(a.then, t.to); to < 0 {
			return
		}
	}
	if standing := r.standing(nil); len(standing) > 0 || !r.model.Enough {
		r.addSpan(AbsoluteUnsupported, t.from, to, "", "", standing)
	}
}

// speaksOfSupply reports that the sentence names products or domestic supply before the word or right behind it.
func (r *reader) speaksOfSupply(t *token) bool {
	if r.domestic || r.main.named() {
		return true
	}
	for i := r.at + 1; i < len(r.tokens) && r.tokens[i].from-t.to <= 16; i++ {
		if r.tokens[i].is(cGeneric|cDomestic|cSupply) || r.tokens[i].name != nil {
			return true
		}
	}
	return false
}

// later finds one of the words in the rest of the sentence and returns its end; -1 where none is there.
func (r *reader) later(words string, at int) int {
	for word := range strings.FieldsSeq(words) {
		w := foldWord(word)
		for i := at; i < r.to; i++ {
			if r.r[i] != w[0] {
				continue
			}
			if to, ok := matches(r.r[:r.to], i, w[1:]); ok {
				return to
			}
		}
	}
	return -1
}
