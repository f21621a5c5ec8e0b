package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"h200filing/export/document"
	"h200filing/i18n"
)

const sampleDigest = "3f0b6c1d9e8a7f65544332211000ffeeddccbbaa998877665544332211009a1c"

// sample is a filing with every type of block, rare characters, long prose and
// attachments of every kind.
func sample(t testing.TB) document.Document {
	t.Helper()
	return document.Document{
		Title: "关于申请采购英伟达 H200 加速器的请示", Author: "杭州𠮷利算力科技有限公司", Lang: i18n.Hans,
		Draft: true, Mark: "草稿", Footer: "自拟格式（非官方表格）", PageOf: "第 {n} 页 共 {total} 页",
		Digest: sampleDigest, Date: "2026-11-23", Continue: "续表",
		Parts: []document.Part{
			letterPart(), formPart(), comparisonPart(), statementPart(), englishPart(), enclosurePart(t),
		},
	}
}

func letterPart() document.Part {
	prose := "我单位因“城市治理大模型推理服务”项目建设需要，拟采购 NVIDIA H200 加速器 32 张（折合 8 卡服务器 4 台），" +
		"货值 864,000.00 美元。经逐项测算并向五家国产供应商书面询价，现将有关情况报告如下："
	return document.Part{ID: "letter", Title: "请示", Lang: i18n.Hans, Blocks: []document.Block{
		document.Paragraph{Text: "杭算科〔2026〕17号", Align: document.Center},
		document.Title{Text: "杭州𠮷利算力科技有限公司关于采购英伟达 H200 加速器用于城市治理大模型推理服务的请示"},
		document.Paragraph{Text: "国家有关主管部门：", Flush: true},
		document.Paragraph{Text: prose},
		document.Heading{Level: 1, Text: "一、项目概况"},
		document.Paragraph{Text: strings.Repeat("项目建成后面向全市二十三个委办局提供推理服务，日均调用约一百二十万次；峰值并发不低于600路——按现有业务量测算……（详见附件2）。", 5)},
		document.Heading{Level: 1, Text: "二、必要性"},
		document.Heading{Level: 2, Text: "（一）算力需求"},
		document.Paragraph{Text: "模型参数总量671 B，激活参数37 B，采用 FP8 精度；单副本显存需求为1,128.0 GB，带宽需求为38.4 TB/s，环境温度不高于35℃，可用率≥99.9%。"},
		document.Heading{Level: 3, Text: "1. 显存"},
		document.Paragraph{Text: "显存按权重与键值缓存之和的1.1倍计算，单卡可用率按90%计。"},
		document.Heading{Level: 4, Text: "（1）键值缓存"},
		document.Paragraph{Text: "键值缓存按每词元70,272字节计算，上下文长度为32,768，并发为64。参见 https://docs.example.com/inference/kv-cache/sizing-guide?model=deepseek-v3&precision=fp8 的说明。"},
		document.Heading{Level: 2, Text: "（二）国产产品情况"},
		document.Paragraph{Text: strings.Repeat("经书面询价，五家供应商中三家答复供货周期在两百七十天以上，一家未答复，一家婉拒；现有公开资料显示其单卡显存均低于需求。", 4)},
		document.Paragraph{Text: "妥否，请批示。"},
		document.Space{Lines: 1},
		document.Paragraph{Text: "附件：1. 申请表"},
		document.Paragraph{Text: "　　　2. 国产产品对比分析表"},
		document.Signature{Lines: []document.Pair{{Value: "杭州𠮷利算力科技有限公司"}}, Date: "2026年11月23日", Place: "（盖章）", Seal: true},
	}}
}

func formPart() document.Part {
	long := strings.Repeat("公司成立于二〇一六年，主要从事人工智能基础设施的建设与运营，现有员工四百二十人，其中研发人员二百六十人。", 6)
	return document.Part{ID: "application", Label: "附件1", Title: "申请表", Lang: i18n.Hans, Blocks: []document.Block{
		document.Title{Text: "申请表"},
		document.Heading{Level: 1, Text: "一、申请单位"},
		document.Pairs{Items: []document.Pair{
			{Label: "单位名称", Value: "杭州𠮷利算力科技有限公司", Wide: true},
			{Label: "统一社会信用代码", Value: "91330100MA27XYZ12K"}, {Label: "单位性质", Value: "民营企业"},
			{Label: "法定代表人", Value: "𫟹某某、玥喆堃翀"}, {Label: "注册资本", Value: "120,000,000.00元", Note: "人民币壹亿贰仟万元整"},
			{Label: "联系电话", Value: "0571-88880000"}, {Label: "电子邮箱", Value: "procurement@jili-compute.example.cn"},
			{Label: "单位简介", Value: long},
		}},
		document.Heading{Level: 1, Text: "二、费用"},
		document.Table{
			Caption: "表1　费用测算",
			Columns: []document.Column{{Head: "项目", Share: 2}, {Head: "金额", Share: 2, Align: document.End}, {Head: "币种", Share: 1, Align: document.Center}, {Head: "计算式", Share: 4}},
			Rows: []document.Row{
				{Band: "货物"},
				{Cells: []document.Cell{{Text: "货值"}, {Text: "864,000.00"}, {Text: "USD"}, {Text: "数量 × 单价 ＝ 32 × 27,000.00"}}},
				{Cells: []document.Cell{{Text: "美方进口税"}, {Text: "216,000.00"}, {Text: "USD"}, {Text: "货值 × 25%"}}},
				{Band: "税费"},
				{Cells: []document.Cell{{Text: "进口环节增值税"}, {Text: "1,011,703.68"}, {Text: "CNY"}, {Text: "（完税价格＋关税）× 13%"}}},
				{Cells: []document.Cell{{Text: "合计", Strong: true}, {Text: "8,794,039.68", Strong: true}, {Text: "CNY"}, {Text: "人民币捌佰柒拾玖万肆仟零叁拾玖元陆角捌分"}}},
				{Cells: []document.Cell{{Text: "说明", Tone: document.Head}, {Text: "税率以海关核定为准。", Span: 3}}},
			},
			Notes: []string{"来源：《中华人民共和国进出口税则（2026）》，查询日期 2026-11-20。", "汇率按 2026-11-20 中国外汇交易中心公布的中间价。"},
		},
		document.Heading{Level: 1, Text: "三、核对项"},
		document.Checks{Items: []document.Check{
			{Text: "本申请所填内容真实、准确、完整，与所附证明材料一致。", Ticked: true},
			{Text: "不用于军事最终用途，不转让、不改变用途、不转口；如有变更，事先书面报告，并接受现场核查，配合提供设备序列号、所在机房与机柜的登记资料。", Ticked: true},
			{Text: "☐ 其他（☑ 已核）① ② ㈠ Ⅳ ‰ ￥ é ü ñ Ω"},
		}},
		document.Verbatim{Text: sampleDigest + sampleDigest},
	}}
}

func comparisonPart() document.Part {
	columns := []document.Column{{Head: "指标", Share: 2}, {Head: "单位", Share: 1.2, Align: document.Center}, {Head: "需求", Share: 1.4, Align: document.End}, {Head: "H200 SXM", Share: 1.6}}
	for i := range 5 {
		columns = append(columns, document.Column{Head: fmt.Sprintf("候选产品%d", i+1), Share: 1.6})
	}
	var rows []document.Row
	for i := range 24 {
		cells := []document.Cell{{Text: fmt.Sprintf("指标%d　显存容量", i+1), Tone: document.Head}, {Text: "GB"}, {Text: "≥ 128"}, {Text: "141〔1〕"}}
		for j := range 5 {
			c := document.Cell{Text: "128（−5.9%）〔2〕"}
			switch (i + j) % 4 {
			case 1:
				c = document.Cell{Text: "64 不足（−50%）", Tone: document.Bad}
			case 2:
				c = document.Cell{Text: "未公布", Tone: document.Open}
			}
			cells = append(cells, c)
		}
		rows = append(rows, document.Row{Cells: cells})
	}
	rows = append(rows, document.Row{Cells: []document.Cell{{Text: "论证"}, {Text: strings.Repeat("该候选产品的显存容量与带宽均低于测算需求，供货周期超过项目投运日期；其软件生态尚缺所用算子，迁移工作量经评估约为九个人月。", 40), Span: 8}}})
	return document.Part{ID: "comparison", Label: "附件2", Title: "国产产品对比分析表", Lang: i18n.Hans, Landscape: true, Blocks: []document.Block{
		document.Table{Caption: "表2　指标对比", Columns: columns, Rows: rows, Notes: []string{"〔1〕NVIDIA H200 数据手册；〔2〕供应商书面答复，2026-10-12。"}},
		document.Bars{Caption: "图1　单卡显存容量", Need: 136, NeedAt: "需求 136 GB", Bars: []document.Bar{
			{Label: "NVIDIA H200 SXM", Value: 141, Text: "141 GB（＋3.7%）", Tone: document.Good},
			{Label: "候选产品甲 910C", Value: 128, Text: "128 GB（−5.9%）", Tone: document.Bad},
			{Label: "候选产品乙", Value: 64, Text: "64 GB（−52.9%）", Tone: document.Bad},
			{Label: "候选产品丙（名称较长的一款加速器）", Text: "未公布", Unknown: true, Tone: document.Open},
		}},
	}}
}

func statementPart() document.Part {
	blocks := []document.Block{document.Title{Text: "真实性声明"}}
	for i := range 12 {
		blocks = append(blocks, document.Heading{Level: 2, Text: fmt.Sprintf("（%d）声明事项", i+1)},
			document.Paragraph{Text: strings.Repeat("我单位承诺所提交材料真实、准确、完整，愿意承担由此产生的法律责任。", 3)})
	}
	blocks = append(blocks,
		document.Paragraph{Text: "以上为本单位真实意思表示。", Strong: true},
		document.Paragraph{Text: "公式：需求＝1.1 ×（权重＋键值缓存）；来源：测算书第三节。", Small: true},
		document.Signature{Lines: []document.Pair{{Label: "声明单位：", Value: "杭州𠮷利算力科技有限公司城市治理大模型推理服务项目建设领导小组办公室"}, {Label: "法定代表人（签字）："}, {Label: "经办人（签字）：", Value: "李翀", Note: "电话：0571-88880000"}},
			Place: "（盖章）", Date: "2026年11月23日", Seal: true})
	return document.Part{ID: "declaration", Label: "附件3", Title: "真实性声明", Lang: i18n.Hans, Blocks: blocks}
}

func englishPart() document.Part {
	return document.Part{ID: "supplier", Label: "附件4", Title: "Supplier Data Sheet", Lang: i18n.English, Blocks: []document.Block{
		document.Heading{Level: 1, Text: "1. End user and end use"},
		document.Paragraph{Text: "The accelerators will be installed at a single site in Hangzhou and used solely for inference services of municipal agencies. " +
			"No military end use, no re-export and no transfer will take place without prior written consent; remote access is limited to the persons listed below."},
		document.Pairs{Items: []document.Pair{{Label: "End user", Value: "Hangzhou Jili Compute Technology Co., Ltd."}, {Label: "Total Processing Performance", Value: "15,832 (< 21,000)", Note: "dense TFLOPS × bit length"}}},
	}}
}

func enclosurePart(t testing.TB) document.Part {
	return document.Part{ID: "evidence", Label: "附件5", Title: "证明材料目录", Lang: i18n.Hans, Blocks: []document.Block{
		document.Table{Columns: []document.Column{{Head: "编号", Share: 1}, {Head: "名称", Share: 4}},
			Rows: []document.Row{{Cells: []document.Cell{{Text: "证明材料 1"}, {Text: "营业执照"}}}}},
		document.Enclosure{Number: "证明材料 1", Title: "报价单", SHA256: sampleDigest, Content: smallPDF(t)},
		document.Enclosure{Number: "证明材料 2", Title: "营业执照（照片）", SHA256: sampleDigest, Content: pictureJPEG(t, 1)},
		document.Enclosure{Number: "证明材料 3", Title: "截图", Content: picturePNG(t)},
		document.Enclosure{Number: "证明材料 4", Title: "损坏的文件", SHA256: sampleDigest, Content: []byte("%PDF-1.4\nnothing"),
			Unreadable: "该附件无法并入：文件已损坏或设有密码。请另附纸质件，并在其上注明“证明材料 4”。"},
	}}
}

// smallPDF is a file of three pages, one of them landscape, made by Render.
func smallPDF(t testing.TB) []byte {
	t.Helper()
	out, err := Render(document.Document{Title: "报价单", Lang: i18n.Hans, PageOf: "{n}/{total}", Parts: []document.Part{
		{ID: "a", Title: "甲", Blocks: []document.Block{document.Paragraph{Text: "附件正文甲𠮷"}}},
		{ID: "b", Label: "乙", Title: "乙", Landscape: true, Blocks: []document.Block{document.Paragraph{Text: "附件正文乙"}}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func testPicture() image.Image {
	img := image.NewRGBA(image.Rect(0, 0, 300, 200))
	for y := range 200 {
		for x := range 300 {
			img.Set(x, y, color.RGBA{uint8(x * 255 / 300), uint8(y * 255 / 200), 120, 255})
		}
	}
	return img
}

// pictureJPEG is a JPEG file; its Exif orientation is set if it is above 1.
func pictureJPEG(t testing.TB, orientation byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, testPicture(), nil); err != nil {
		t.Fatal(err)
	}
	if orientation <= 1 {
		return b.Bytes()
	}
	exif := []byte("\xFF\xE1\x00\x22Exif\x00\x00MM\x00\x2A\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00")
	exif = append(exif, orientation, 0, 0, 0, 0, 0, 0)
	return append(append([]byte("\xFF\xD8"), exif...), b.Bytes()[2:]...)
}

func picturePNG(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, testPicture()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
