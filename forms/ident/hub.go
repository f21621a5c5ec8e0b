package ident

// Hub is the stable key of a national computing hub node (国家枢纽节点 of
// 东数西算); NoHub is a place in none.
type Hub string

// The eight hub nodes.
const (
	NoHub            Hub = ""
	JingJinJi        Hub = "jing_jin_ji"       // 京津冀
	YangtzeDelta     Hub = "yangtze_delta"     // 长三角
	GreaterBay       Hub = "greater_bay"       // 粤港澳大湾区
	ChengduChongqing Hub = "chengdu_chongqing" // 成渝
	Guizhou          Hub = "guizhou"           // 贵州
	InnerMongolia    Hub = "inner_mongolia"    // 内蒙古
	Gansu            Hub = "gansu"             // 甘肃
	Ningxia          Hub = "ningxia"           // 宁夏
)

// hubs maps region prefixes to hub nodes: whole provinces by two digits, and
// of Guangdong only the nine cities of the Pearl River Delta, by four.
var hubs = map[string]Hub{
	"11": JingJinJi, "12": JingJinJi, "13": JingJinJi,
	"31": YangtzeDelta, "32": YangtzeDelta, "33": YangtzeDelta, "34": YangtzeDelta,
	"50": ChengduChongqing, "51": ChengduChongqing,
	"52": Guizhou, "15": InnerMongolia, "62": Gansu, "64": Ningxia,
	"81": GreaterBay, "82": GreaterBay,
	"4401": GreaterBay, // 广州
	"4403": GreaterBay, // 深圳
	"4404": GreaterBay, // 珠海
	"4406": GreaterBay, // 佛山
	"4407": GreaterBay, // 江门
	"4412": GreaterBay, // 肇庆
	"4413": GreaterBay, // 惠州
	"4419": GreaterBay, // 东莞
	"4420": GreaterBay, // 中山
}

// HubNode gives the hub node in whose region a 行政区划代码 lies, [NoHub] for
// other places and for codes that [RegionCode] refuses.
//
// It speaks of the region only. Each node has named start-up areas (起步区) for
// its clusters, often a few counties; that a site lies in one of them does not
// follow from this and has to be shown by the applicant. 440000 alone does not
// say which part of Guangdong is meant and is in no node.
func HubNode(code string) Hub {
	if RegionCode(code) != None {
		return NoHub
	}
	region := NormaliseDigits(code)
	if hub, whole := hubs[region[:2]]; whole {
		return hub
	}
	return hubs[region[:4]]
}
