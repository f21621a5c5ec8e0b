package honesty

import (
	"slices"
	"strings"
	"sync"
)

// reach says to whom a metric belongs.
type reach uint8

const (
	ofProduct  reach = iota // a candidate, the reference or an item: a value has that subject
	ofPurchase              // the purchase applied for: not meant where a candidate is spoken of
	ofProject               // the application: meant whoever is spoken of
)

// metric is something that prose states figures of.
type metric struct {
	id    string
	unit  Unit
	reach reach
	table bool // may be a requirement of the comparison
	now   bool // a share that is only checked where the words say of which moment it is
	words string
}

// Figures of products; the ids are those of requirements[].metric and of forms/sizing.
const (
	Memory            = "memory_gb"
	MemoryBandwidth   = "memory_bandwidth_gbs"
	Interconnect      = "interconnect_gbs"
	LeadTime          = "lead_time_days"
	AvailableQuantity = "available_quantity"
	UnitPrice         = "unit_price_cny"
	MeasuredSpeed     = "measured_tokens_per_second"
	FleetCount        = "project.fleet[].count"
	PurchaseCount     = "substitution.domestic_purchases[].quantity"
	Devices           = "devices"
	DevicesPerReplica = "devices_per_replica"
	ITPower           = "it_power_kw"
	InquiredOn        = "suppliers[].inquired_on"
	RepliedOn         = "suppliers[].replied_on"
)

// Counts of the comparison. Model needs none of them: they follow from its candidates.
const (
	SupplierCount = "suppliers"
	ProductCount  = "products"
)

// metricTable lists the metrics with the words that name them. Units are those of the form's fields, except that power is
// in watts.
var metricTable = []metric{
	{Memory, GB, ofProduct, true, false, `显存 显存容量 显示存储器 视讯记忆体 视讯记忆体容量 视频存储器 显示记忆体 显示记忆体容量 记忆体容量 容量 hbm hbm3e hbm3 片上内存`},
	{MemoryBandwidth, GBPerSecond, ofProduct, true, false, `显存带宽 带宽 频宽 显示记忆体频宽 视讯记忆体频宽 记忆体频宽 访存带宽 读带宽`},
	{Interconnect, GBPerSecond, ofProduct, true, false, `互联带宽 互连带宽 卡间带宽 卡间互联 片间互联 互联 互连 nvlink 互联频宽 卡间互联频宽 卡间频宽 互连频宽 卡间互联带宽`},
	{"fp32_tflops", TFLOPS, ofProduct, true, false, `fp32 fp32算力 fp32稠密算力`},
	{"bf16_tflops", TFLOPS, ofProduct, true, false, `bf16 bf16算力 bf16稠密算力`},
	{"fp16_tflops", TFLOPS, ofProduct, true, false, `fp16 fp16算力 fp16稠密算力`},
	{"fp8_tflops", TFLOPS, ofProduct, true, false, `fp8 fp8算力 fp8稠密算力`},
	{"fp4_tflops", TFLOPS, ofProduct, true, false, `fp4 fp4算力 fp4稠密算力`},
	{"int8_tops", TFLOPS, ofProduct, true, false, `int8 int8算力 int8稠密算力`},
	{"tdp_w", Watt, ofProduct, true, false, `功耗 tdp 热设计功耗 单卡功耗 额定功耗 最大功耗`},
	{"tpp", Plain, ofProduct, true, false, `tpp 总处理性能`},
	{LeadTime, Day, ofProduct, true, false, `交货期 交货周期 交期 供货周期 供货期 交付周期 交付期 到货周期 交货时间 货期 交付时间 交货 供货时间`},
	{AvailableQuantity, Piece, ofProduct, true, false, `可供数量 可供货数量 可供货 可供 现货 供货数量 可交付 可提供 可供应 可供应数量`},
	{UnitPrice, CNY, ofProduct, true, false, `报价 单价 价格 售价 书面报价 报价单`},
	{MeasuredSpeed, TokensPerSecond, ofProduct, false, false, `实测 单路生成速度 生成速度 单路速度 解码速度 测得`},
	{Devices, Piece, ofProduct, false, false, `需要 需 须配置 需配置 须 至少需要`},
	{DevicesPerReplica, Piece, ofProduct, false, false, ``},
	{ITPower, Watt, ofProduct, false, false, `整卡功耗 总功耗 功耗合计 总功率 整机功耗 功耗`},
	{InquiredOn, Calendar, ofProduct, false, false, `询价 发函 去函 书面询问 书面询价 致函`},
	{RepliedOn, Calendar, ofProduct, false, false, `回复 回函 答复 报价 复函 书面回复 书面答复 书面报价`},
	{FleetCount, Piece, ofProduct, false, false, `在用 存量 现有 已部署 保有 已建`},
	{PurchaseCount, Piece, ofProduct, false, false, `采购 拟采购 计划采购 另购`},

	{"product.quantity", Piece, ofPurchase, false, false, `采购数量 申请数量 拟购数量 购置数量 数量 采购 拟购 申请采购 拟采购 申购 购置 申请购买 购买 拟购买 采购总数 计划采购 需求数量`},
	{"product.unit_price", CNY, ofPurchase, false, false, `单价 价格`},
	{"product.goods_value", CNY, ofPurchase, false, false, `货值 货款 货物价值 合同金额 合同价 货物总价`},
	{"product.us_duty", CNY, ofPurchase, false, false, `美国关税 美方关税`},
	{"product.freight_insurance", CNY, ofPurchase, false, false, `运保费 运费 保险费 运费及保险费`},
	{"product.cif_cny", CNY, ofPurchase, false, false, `到岸价 到岸价格 cif 完税价格`},
	{"product.import_duty_cny", CNY, ofPurchase, false, false, `进口关税`},
	{"product.vat_cny", CNY, ofPurchase, false, false, `增值税 进口增值税 进口环节增值税`},
	{"product.total_cny", CNY, ofPurchase, false, false, `总价 总金额 合计金额 费用合计 总费用 采购总额 总额 采购金额 费用总额 总成本 采购总价`},
	{"product.us_duty_rate", Percent, ofPurchase, false, false, `美国关税 美方关税 美国进口关税`},
	{"product.import_duty_rate", Percent, ofPurchase, false, false, `进口关税 关税税率 进口关税税率`},
	{"product.vat_rate", Percent, ofPurchase, false, false, `增值税 增值税税率 进口增值税 进口环节增值税`},
	{"product.fx_rate", CNY, ofPurchase, false, false, `汇率 折算汇率`},
	{"product.fx_date", Calendar, ofPurchase, false, false, `汇率 折算汇率`},

	{"project.investment_cny", CNY, ofProject, false, false, `总投资 项目投资 投资额 投资总额 项目总投资 投资`},
	{"project.fund_own_cny", CNY, ofProject, false, false, `自有资金 自筹资金 自筹`},
	{"project.fund_bank_cny", CNY, ofProject, false, false, `银行贷款 贷款`},
	{"project.fund_state_cny", CNY, ofProject, false, false, `财政资金 国有资金`},
	{"project.pue_design", Plain, ofProject, false, false, `pue 设计pue 电能利用效率`},
	{"project.it_power_kw", Watt, ofProject, false, false, `it功率 机房功率 供电容量 it负载 it功率上限 it总功率 it设备功率`},
	{"project.green_power_share", Percent, ofProject, false, false, `绿电 绿色电力 可再生能源 绿电占比 绿电比例`},
	{"project.mlps_level", Level, ofProject, false, false, `等级保护 等保`},
	{"project.commissioned_on", Calendar, ofProject, false, false, `投运 投产 投入使用 投入运行 建成投运 建成 投入运营`},
	{"project.starts_on", Calendar, ofProject, false, false, `开工 启动建设 动工 开工建设`},
	{"applicant.employees", Person, ofProject, false, false, `员工 职工 从业人员 现有员工 员工总数`},
	{"applicant.rnd_staff", Person, ofProject, false, false, `研发人员`},
	{"applicant.registered_capital_cny", CNY, ofProject, false, false, `注册资本 注册资金`},
	{"applicant.established_on", Calendar, ofProject, false, false, `成立 成立于 设立于`},
	{"energy.price_cny_kwh", CNYPerKWh, ofProject, false, false, `电价 执行电价`},
	{"energy.subsidised_price_cny_kwh", CNYPerKWh, ofProject, false, false, `优惠电价 补贴电价 补贴后电价`},
	{"energy.utilisation", Percent, ofProject, false, false, `设备利用率 年均利用率`},
	{"energy.annual_kwh", KWh, ofProject, false, false, `年用电量 年耗电量 年电量 年用电`},
	{"energy.annual_cost_cny", CNY, ofProject, false, false, `年电费 年用电成本 电费`},
	{"energy.subsidy_forgone_cny", CNY, ofProject, false, false, `放弃的补贴 放弃补贴 补贴损失 放弃的电价优惠 不能享受的补贴 放弃的电费补贴`},
	{"substitution.share", Percent, ofProject, false, true, `国产化率 国产占比 国产化比例 国产加速器占比 国产比例`},
	{"substitution.review_on", Calendar, ofProject, false, false, `复评 复审 复核评估`},
	{"search.searched_on", Calendar, ofProject, false, false, `市场调查 市场检索 检索`},
	{"panel.held_on", Calendar, ofProject, false, false, `论证会 专家论证 专家论证会`},
	{"workloads[].memory_needed_gb", GB, ofProject, false, false, `副本显存`},
	{"workloads[].bandwidth_needed_gbs", GBPerSecond, ofProject, false, false, ``},
	{"workloads[].devices_needed", Piece, ofProject, false, false, ``},
	{"workloads[].weights_gb", GB, ofProject, false, false, `权重 模型权重`},
	{"workloads[].kv_cache_gb", GB, ofProject, false, false, `键值缓存 kv缓存 kvcache 键值快取`},
	{"workloads[].tokens_per_second", TokensPerSecond, ofProject, false, false, `单路生成速度 生成速度 单路速度 解码速度`},
	{"workloads[].prompt_tokens_per_second", TokensPerSecond, ofProject, false, false, `预填充 输入处理 提示词 提示处理 预填充速度`},
	{"workloads[].concurrent", Stream, ofProject, false, false, ``},
	{"workloads[].context_tokens", Token, ofProject, false, false, `上下文 上下文长度`},
	{"workloads[].replicas", Replica, ofProject, false, false, ``},
	{"workloads[].params_total_b", Billion, ofProject, false, false, `拟上线 拟部署 拟运行 拟承载`},

	// Known, so that a figure of them is not taken for one of the above.
	{"", GB, ofProject, false, false, `可用 占用 预留 扣除 主机内存 系统内存 内存 硬盘 存储容量 存储 缓存 快取 磁盘 数据集 总显存 显存总量 总容量 节点显存 整机显存 显存合计 语料`},
	{"", GBPerSecond, ofProject, false, false, `网络带宽 出口带宽 互联网带宽 存储带宽 内存带宽 总带宽 带宽总量 节点带宽 网络 整机带宽`},
	{"", Day, ofProject, false, false, `留存 保存 有效期 质保 公示 公示期 保留 培训 验收 调试 安装 试运行 训练 微调 审批 备案`},
	{"", Watt, ofProject, false, false, `冷却功耗 散热功率 制冷功率 机柜功率 单机柜`},
	{"", TokensPerSecond, ofProject, false, false, `总吞吐 吞吐 总吞吐量`},
	{"", Calendar, ofProject, false, false, `团队成立 团队成立于 中心成立 中心成立于 部门成立 部门成立于 实验室成立 实验室成立于 联盟成立 小组成立`},
	{"", Percent, ofProject, false, false, `持股 股权 出资比例 同比 环比 准确率 合格率 上架率`},
	{"", Piece, ofProject, false, false, `每节点 每台 服务器 机柜`},
}

// MetricInfo describes a metric to those who build a Model.
type MetricInfo struct {
	ID   string
	Unit Unit // of Value.Amount; Watt for power, also where the form asks for kilowatts
}

// Metrics lists the metrics that a Model may hold values of.
func Metrics() []MetricInfo {
	var out []MetricInfo
	for _, m := range metricTable {
		if m.id != "" {
			out = append(out, MetricInfo{m.id, m.unit})
		}
	}
	return out
}

// compute holds the metrics that 算力 alone may mean.
const computeWords = `算力 稠密算力 峰值算力`

// defaultMetrics are those that a unit alone speaks of.
var defaultMetrics = map[Unit][]string{
	GB:              {Memory},
	GBPerSecond:     {MemoryBandwidth},
	TokensPerSecond: {MeasuredSpeed, "workloads[].tokens_per_second"},
	Stream:          {"workloads[].concurrent"},
	Replica:         {"workloads[].replicas"},
}

// perReplica are the metrics that a word means where one replica is spoken of.
var perReplica = map[string]string{
	Memory:          "workloads[].memory_needed_gb",
	MemoryBandwidth: "workloads[].bandwidth_needed_gbs",
	Devices:         DevicesPerReplica,
}

// metricByID finds a metric of the table by its id.
var metricByID = sync.OnceValue(func() map[string]*metric {
	by := map[string]*metric{}
	for i := range metricTable {
		by[metricTable[i].id] = &metricTable[i]
	}
	return by
})

func metricsOf(ids []string) []*metric {
	out := make([]*metric, len(ids))
	for i, id := range ids {
		out[i] = metricByID()[id]
	}
	return out
}

// addMetrics adds the words of the metrics. A word of several metrics gets them all.
func addMetrics(p *phrases[*word]) {
	by := map[string]*word{}
	var order []string
	add := func(text string, m *metric) {
		if by[text] == nil {
			by[text] = &word{class: cMetric}
			order = append(order, text)
		}
		by[text].metrics = append(by[text].metrics, m)
	}
	for i := range metricTable {
		m := &metricTable[i]
		for text := range strings.FieldsSeq(m.words) {
			add(text, m)
		}
		if m.unit == TFLOPS {
			for text := range strings.FieldsSeq(computeWords) {
				add(text, m)
			}
		}
	}
	for i := range lexicon {
		for text := range strings.FieldsSeq(lexicon[i].words) {
			if w := by[text]; w != nil {
				w.class |= lexicon[i].class
				w.op, w.reply = lexicon[i].op, lexicon[i].reply
			}
		}
	}
	slices.Sort(order)
	for _, text := range order {
		p.add(text, by[text])
	}
}
