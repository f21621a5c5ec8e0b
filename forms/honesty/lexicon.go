package honesty

import "sync"

// lexicon lists the words that a sentence is read by, in simplified characters. A word stands in one row; the longest
// word at a place counts, so that words which merely contain another are listed without a class.
var lexicon = []struct {
	word
	words string
}{
	{word{class: cNeed}, `需求 要求 门槛 阈值 目标 目标值 需求值 要求值 指标要求 约定 所需 需求指标 决定性指标 硬性指标 上限 下限 规定值 基准值`},
	{word{class: cGeneric}, `国产产品 国产加速器 国产加速卡 国产芯片 国产设备 国产算力 国产方案 国产同类产品 国产候选产品 国内产品 国内供应商 国内厂商 国内厂家 国内企业
		国内市场 境内产品 境内供应商 境内厂商 境内市场 候选产品 候选供应商 候选 各供应商 各厂商 同类产品 其他产品 其他供应商 在售产品 国产供应商 国产厂商 本土供应商 本土厂商 国产品牌 国产晶片`},
	{word{class: cDomestic}, `国产 国内 境内 本土`},
	{word{class: cThose}, `上述产品 上述供应商 上述厂商 以上产品 以上供应商 前述产品 前述供应商 这些产品 该等产品 两者 二者 三者 上述候选产品`},
	{word{class: cPronoun}, `该产品 该供应商 该厂商 该卡 该型号 该公司 该芯片 该加速器 该候选产品 其单卡 其单价 其显存 其交货期 其报价`},
	{word{class: cOwn}, `机房 数据中心 资料中心 智算中心 本单位 我单位 申请单位 本公司 我公司 二期 平台 拟建项目 本项目 本次`},
	{word{class: cElsewhere}, `一期 上一期 首期 三期 上年 去年 曾 此前 以往 历史 已于 过去 同期 每年 每月 客户 子公司 分公司 集团`},
	{word{class: cOp | cNot, op: opBelow}, `低于 不足 不到 少于 小于 未达到 未达 达不到 不及 弱于 未满 短于 未能达到`},
	{word{class: cOp, op: opBelow}, `早于 <`},
	{word{class: cOp, op: opAtMost}, `不超过 不高于 至多 不大于 不多于 最多 不晚于 不迟于 不得超过 未超过 <= ≤ 不长于 最高不超过`},
	{word{class: cOp, op: opAbove}, `高于 超过 大于 多于 超出 逾 优于 突破 > 长于 高过`},
	{word{class: cOp | cNot, op: opAbove}, `晚于 迟于`},
	{word{class: cOp, op: opAtLeast}, `不低于 不少于 不小于 至少 不早于 >= ≥ 最少 最低不低于 不得低于 不得少于`},
	{word{class: cPostOp, op: opAtMost}, `以下 以内 之内 及以下`},
	{word{class: cPostOp, op: opAtLeast}, `以上 及以上 之上`},
	{word{class: cThan}, `比 较 相比 相较 相较于 相对 相对于 相当于 仅为 仅相当于 对比 与`},
	{word{class: cDelta}, `差 相差 差距 差距为 差距达 差距约为 缺口 缺口为 缺口达 缺口约为 差额为 相差约 差值为 落后`},
	{word{class: cDelta, op: opBelow}, `低 少 早 短 缺 低了 少了 短缺 低出 偏低 早了`},
	{word{class: cDelta, op: opAbove}, `高 多 晚 长 高出 高了 晚了 多出 偏高 长了 多了`},
	{word{class: cApprox}, `约 近 将近 接近 大约 约为 左右 上下 大致 约合`},
	{word{class: cPerDevice}, `单卡 每卡 单张 每张 单封装 单块 每块 单颗 每颗`},
	{word{class: cPerReplica}, `每个副本 每副本 单副本 单个副本 一个副本 各副本`},
	{word{class: cInTotal}, `总 合计 总计 整机 整卡 节点 集群 整柜 累计 全部设备 双卡 多卡 卡组`},
	{word{class: cMaybe}, `若 如果 倘若 假如 假设 假定 即使 即便 如能 一旦 待 将来 未来 下一代 提升至 提升到 升级至 升级到 增至 增加至 扩充至 放宽至 降至 降低至 调整为 缩短至 路线图 计划推出 如供应商 改用 如将 如按`},
	{word{class: cDeny}, `并非 不是 并不是 不能说 不能认为 不认为 不意味着 不代表 不等于 未必 不宜 不应 避免 不主张 是否 不能断言 不能据此 不得据此 不能得出 不能视为 不表示 并不表示 并不意味着 不声称 未声称 尚不能证明 难以断定 尚不能断定 不妨碍`},
	{word{class: cNot | cUnable}, `不能 无法 未能 不具备 难以 不支持 不够 不足以 无力`},
	{word{class: cNot}, `不满足 未满足 不符合 逊于 劣于 短缺供应 不达标 未达标 没有能力 不适用 停产 不能满足 无法满足 未能满足 不可行 没有满足 达不成 断供 缺货 无货`},
	{word{class: cReply | cNot, reply: Declined}, `拒绝 婉拒 暂不供货 不予供货 不供货 不再供货 拒绝供货 答复不供货 谢绝 拒绝报价 不予报价 暂不接单 停止供货`},
	{word{class: cReply | cNot, reply: NoReply}, `未回复 未答复 未予回复 未予答复 没有回复 没有答复 未获回复 未获答复 未作回复 未作答复 至今未复 未复函 逾期未复 未收到回复 未收到答复`},
	{word{class: cMeet}, `满足 符合 达到 达标 优先满足`},
	{word{class: cAll}, `均 都 全部 全都 皆 一律 任何 任一 所有 无不 一概 悉数 统统 各有`},
	{word{class: cRespective}, `分别 依次`},
	{word{class: cJoin}, `和 及 以及 或 或者 同`},
	{word{class: cPart}, `其中 另有 另 其余 余下 剩余 部分 增加 首批 第一批 第二批 分批 先行 先期 每 仅 再 个别 单独`},
	{word{class: cWhole}, `共 合共 总共 一共 市场调查 市场调研 调研 询价 走访 检索 考察 比选 检查了 调查 共计`},
	{word{class: cNow}, `目前 现有 当前 现阶段 采购前 采购后 实施前 实施后 本次采购 建成前 建成后 投运前 投运后 现状 截至`},
	{word{class: cSupply | cDomestic}, `供应商 厂商 厂家 供货商`},
	{word{class: cSupply}, `产品 型号 加速器 芯片 晶片 生产企业`},
	{word{class: cOpen}, `“`},
	{word{class: cClose}, `”`},
	{word{class: cList}, `、`},
	{word{class: cComma}, `, ; :`},
	{word{class: cStop}, "。 ! ?"},
	{word{}, `采购合同约定 供货合同约定 采购合同 供货合同 国产化 国产化替代 国产替代 成都 首都 都市 都江堰 平均 人均 均价 均衡 均值 均可 均能 均已 首台 同意 同时 同步 共用 共同 公共 共享 比例 比较 比如 比对 比重 较大 较高 较低 较为 较多 及时 普及 涉及 以及时 总部 总经理 总体 总统 节点间 跨节点 上限额 近三年 近年 近期 近两年 附近 大多 很多 许多 更多 多数 大多数 多家 长期 延长 增长 董事长 成长 校长 院长 短期 高级 高性能 高校 提高 高等 高度 高新 高速 最高 降低 减低 低碳 低压 最低 多种 多项 多次 早期 晚间 缺陷 缺少 缺失 差异 差别 误差 偏差 至少一项 至少一个 至少一款 不少于一项 没有 总量 目标检测 待遇 等待 期待 待定 对待 待命 招待 如下 再次 每日 每天 每季度 每半年 每周 每秒 每次 同比 环比 与此 与会 参与 给予 与否`},
}

// words builds the finder of the lexicon, the metrics and the absolutes.
var words = sync.OnceValue(func() *phrases[*word] {
	p := newPhrases[*word]()
	for i := range absolutes {
		p.addAll(absolutes[i].words, &word{class: cAbsolute, rule: &absolutes[i]})
	}
	addMetrics(p)
	for i := range lexicon {
		p.addAll(lexicon[i].words, &lexicon[i].word)
	}
	return p
})
