package honesty

import (
	"sync"

	"github.com/shopspring/decimal"
)

// Unit is a unit of measure or of counting. The form pack names each as honesty.unit.UNIT.
type Unit string

// The units in which values are held.
const (
	Plain           Unit = "plain" // a bare number
	GB              Unit = "gb"    // 10^9 bytes
	GBPerSecond     Unit = "gbs"
	TFLOPS          Unit = "tflops" // and TOPS
	Watt            Unit = "w"
	KWh             Unit = "kwh"
	Day             Unit = "day"
	Percent         Unit = "percent"
	CNY             Unit = "cny"
	USD             Unit = "usd"
	CNYPerKWh       Unit = "cny_kwh"
	Piece           Unit = "piece" // of accelerators
	Node            Unit = "node"
	Replica         Unit = "replica"
	Stream          Unit = "stream" // sequences at a time
	Token           Unit = "token"
	TokensPerSecond Unit = "tokens_per_second"
	Billion         Unit = "billion" // 10^9 parameters
	Person          Unit = "person"
	Supplier        Unit = "supplier"
	Product         Unit = "product"
	Level           Unit = "level"
	Calendar        Unit = "date"
	Other           Unit = "other" // known as a unit, but nothing here is measured in it
)

// unitWord is a unit as it is written, with what one of it is in the unit.
type unitWord struct {
	unit  Unit
	scale decimal.Decimal
}

// unitTable lists spellings after folding, without blanks. Scales are exact.
var unitTable = []struct {
	unit  Unit
	scale string
	words string
}{
	{GB, "1", "gb gbyte 吉字节 千兆字节"},
	{GB, "1000", "tb 太字节"},
	{GB, "0.001", "mb"},
	{GB, "1.073741824", "gib"},
	{GBPerSecond, "1", "gb/s gb/秒 gb每秒 gbyte/s gbytes/s 吉字节每秒 gb/sec"},
	{GBPerSecond, "1000", "tb/s tb/秒 tb每秒 太字节每秒"},
	{GBPerSecond, "0.001", "mb/s mb/秒"},
	{GBPerSecond, "0.125", "gbps gbit/s gb比特每秒"},
	{TFLOPS, "1", "tflops tflop/s tops 万亿次每秒 万亿次/秒"},
	{TFLOPS, "1000", "pflops pflop/s pops"},
	{Watt, "1", "w 瓦 瓦特"},
	{Watt, "1000", "kw 千瓦"},
	{Watt, "1000000", "mw 兆瓦"},
	{KWh, "1", "kwh 千瓦时 千瓦·时 度 度电 千瓦小时"},
	{KWh, "1000", "mwh 兆瓦时"},
	{Day, "1", "天 日 个日历日 日历日 个自然日 自然日"},
	{Day, "7", "周 个星期 星期"},
	{Percent, "1", "% 个百分点 百分点"},
	{CNY, "1", "元 元人民币 人民币 rmb cny 人民币元"},
	{USD, "1", "美元 美金 usd"},
	{CNYPerKWh, "1", "元/千瓦时 元/度 元/kwh 元每千瓦时 元每度"},
	{Piece, "1", "张 张卡 块 块卡 卡 片 颗 枚 台 个加速器 张加速器 张加速卡 个封装 封装"},
	{Node, "1", "个节点 节点 个整机节点 台服务器 台整机 台节点"},
	{Replica, "1", "个副本 副本"},
	{Stream, "1", "路 路并发 个并发 并发"},
	{Token, "1", "词元 个词元 token tokens 个token 个tokens"},
	{Token, "1000", "k k词元 ktokens k个词元"},
	{TokensPerSecond, "1", "词元/秒 词元每秒 词元/s 个词元/秒 个词元每秒 tokens/s token/s tok/s tokens/秒 token/秒 tokens每秒"},
	{Billion, "1", "b b参数 十亿参数 十亿个参数"},
	{Billion, "0.1", "亿参数 亿个参数"},
	{Person, "1", "人 名 位 余人 名员工"},
	{Supplier, "1", "家"},
	{Product, "1", "款 种 个候选产品 个产品 项产品 个候选 个型号"},
	{Level, "1", "级"},
	{Other, "1", "秒 毫秒 ms 小时 分钟 个月 月 年 个工作日 工作日 倍 次 项 处 条 份 平方米 吨 期 个 组 套 层 位专家 名专家 卡节点 卡副本 卡服务器 卡模组 卡整机 卡机 卡互联 卡集群 卡超节点 封装节点 台机柜 个机柜 年内 季度 个季度 岁 公里 字 页 步 代 点"},
}

// units finds the units; built once.
var units = sync.OnceValue(func() *phrases[unitWord] {
	p := newPhrases[unitWord]()
	for _, row := range unitTable {
		scale := decimal.RequireFromString(row.scale)
		p.addAll(row.words, unitWord{row.unit, scale})
	}
	return p
})
