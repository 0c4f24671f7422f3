"""Book marks round no title, and titles without book marks, where the words themselves tell (GB/T 15834—2011 4.15, 附录 A.13)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, DocumentRule, PassageRule
from app.proof.spans import quoted, within
from app.text.chars import HAN

_WORK = (
    "电影|剧|歌|曲|书|小说|栏目|节目|专栏|纪录片|微视频|视频|短片|舞|小品|作品|相声|快板|诗|画|唱|演|读|看|观影|合唱|学习|文章|报告"
    "|刊|绘本|图书"
)
_NO_WORK = re.compile(
    r"《(?P<words>(?![^《》]{0,2}》)[^《》]{0,12}(?:大篷车|导师团|宣讲团|服务团|服务队|突击队|先锋队|小分队|宣传队|服务站|工作站|工作室|服务点|小屋"
    r"|小站|驿站|平台|小程序|APP"
    r"|超市|食堂|大赛|夜校|集市|大集|专班|工程|行动|服务员|技术员|直通车|专线|热线|杯|大讲堂|讲堂|百讲|一码通|扫码办|(?<!明白)(?<!服务)卡|贷|险|客厅"
    r"|银行|联盟|基地|合作社|志愿者|活动|模式"
    r"|工作法|机制|品牌|计划书?行动|示范户|示范村|示范岗|先锋岗|红旗岗|文明号|标兵|能手|模范|先进集体|先进个人|优秀\w{1,4}"
    r"|积极分子|红旗手|劳动模范|荣誉称号|称号|(?<!细)节|生产月|宣传月|宣传周|活动周|活动月|服务月|文化月|活动日|宣传日))》"
    rf"(?!一书|一文|等?(?:栏目|节目)|剧组|专栏|{_WORK})"
)
_MEETING = re.compile(
    r"《(?P<words>[^《》]{0,16}(?:[一二三四五六七八九十]中全会|全会|两会|二十大|十九大|代表大会|座谈会|工作会议?|经济工作会议"
    r"|农村工作会议|动员会|推进会|生活会|专题会|全[省市县区国][^《》]{0,8}大会|(?:动员|表彰|总结|誓师)大会))》(?!公报|文件|报告"
    r"|纪要|决议)"
)
_ACTED = re.compile(
    r"(?:开展|启动|举办|深化|推进|组织|承办|参加|争创|创建|首届|第[一二三四五六七八九十\d]+届|打造|擦亮|荣获|获评|获得|评为|授予"
    r"|命名为)了?[“”]?"
    r"《(?P<words>[^《》]{2,16})》(?=(?:(?![的和与等读写印])[\u4e00-\u9fff]){0,8}?(?:活动|大赛|比赛|竞赛|季|节|周|月|年|工程|行动"
    r"|品牌|称号|奖|集市|项目|晚会|联赛|论坛|系列|夜市|赛事|杯|营|服务|模式|评选))"
)
_REAL = re.compile(
    "(?:条例|办法|意见|通知|方案|规定|细则|决定|法|规划|纲要|报告|讲话|手册|指南|读本|公约|倡议书|通报|公告|制度|准则|清单|标准"
    "|规范|典|志|史|章程|规则|规程|守则|预案|计划|公报|论"
    "|教材|绘本|日报|周刊|简报|要点|书|案|表|证|告知书|承诺书|协议|目录)(?:（[^（）]*）)?$|^(?:关于|论|论语|中国|中华)"
)
_KEPT_READING = re.compile("读书|诵读|朗诵|阅读|研读|宣讲|知识|解读|观影|宣贯|学习|展演|普法|分享|赏析")
_THEME = re.compile(
    r"《(?P<words>[^《》]{2,16})》(?=(?:全民)?(?:阅读季|文化节|艺术节|旅游节|主题活动|宣传月|宣传周|购物节|消费季|招聘会|服务月"
    r"|开放日|惠民季|系列活动|集市|志愿服务队))"
)

_PARTY_TEXTS = re.compile(
    r"“(?P<words>(?:中国共产党|中共中央)[^“”，。]{0,20}(?:条例|准则|章程|规定|决定|细则|规则|规划|建议|意见)|中华人民共和国(?:宪法"
    r"|民法典|刑法|[^“”，。]{2,20}法)"
    r"|(?:\d{4}年)[^“”，。]{4,24}(?:公报|要点|方案|计划|白皮书|蓝皮书|报告)|[^“”，。]{4,24}(?:统计公报|公报|白皮书|蓝皮书|十条措施"
    r"|若干措施|实施意见|指导意见|行动计划|三年行动|工作要点|工作规则|议事规则|工作条例|应急预案|责任清单|负面清单|权力清单"
    r")"
    r"(?:（[^（）“”]{2,14}）)?)”(?!的?(?:精神|工作法|理念|活动|模式|行动|机制|工程))"
)
_LAW_DAY = re.compile(
    r"“(?P<words>宪法|民法典|刑法|安全生产法|反有组织犯罪法|反电信网络诈骗法|乡村振兴促进法)”(?=宣传[周月日]|法律知识|规定|宣传|第|知识|普法|讲座|解读|条文|执法检查|竞赛)"
)
_PIECE = re.compile(
    r"(?:作品|文章|论文|画作|组诗|诗歌|征文|摄影|油画|国画|书法|剪纸|快板书?|三句半|豫剧|黄梅戏|越剧|京剧|评剧|秦腔|花鼓戏|采茶戏"
    r"|川剧|沪剧|锡剧|吕剧|音乐剧|歌舞剧|舞剧|歌剧|木偶戏|地方戏|小戏|小剧|快闪|歌舞|独幕剧|儿童剧|皮影戏|戏曲|舞蹈|合唱|民歌|相声"
    r"|评书"
    r"|大型[\u4e00-\u9fff]{2,4}剧|现代戏|廉政戏|绘本|连环画|长卷|专著|著作|新书|调研报告|理论文章|署名文章|微党课|党课|短视频"
    r"|动画片|动漫|MV|主题曲|剧目|情景党课|故事片|广播剧|报告文学|杂文|散文集|诗集|连续剧)"
    r"“(?P<words>[^“”，。]{2,24})”"
)
_LAWS_WORDS = """
宪法 民法典 刑法 刑事诉讼法 民事诉讼法 行政诉讼法 行政处罚法 行政许可法 行政强制法 行政复议法 公务员法 监察法 安全生产法 消防法
道路交通安全法 治安管理处罚法 网络安全法
数据安全法 个人信息保护法 反电信网络诈骗法 反有组织犯罪法 禁毒法 环境保护法 大气污染防治法 水污染防治法 土壤污染防治法
固体废物污染环境防治法 噪声污染防治法 长江保护法 黄河保护法
湿地保护法 森林法 草原法 水法 防洪法 水土保持法 土地管理法 城乡规划法 农村土地承包法 种子法 畜牧法 动物防疫法 农产品质量安全法
食品安全法 药品管理法 疫苗管理法 传染病防治法
基本医疗卫生与健康促进法 精神卫生法 母婴保健法 人口与计划生育法 老年人权益保障法 未成年人保护法 预防未成年人犯罪法 妇女权益保障法
残疾人保障法 义务教育法 职业教育法 教师法
家庭教育促进法 学前教育法 劳动法 劳动合同法 就业促进法 社会保险法 工会法 公司法 企业破产法 中小企业促进法 民营经济促进法 反不正当竞争法
反垄断法 消费者权益保护法 产品质量法
广告法 电子商务法 价格法 计量法 标准化法 税收征收管理法 预算法 审计法 统计法 会计法 政府采购法 招标投标法 档案法 保守国家秘密法
国家安全法 反间谍法 兵役法 国防法 退役军人保障法
突发事件应对法 乡村振兴促进法 粮食安全保障法 反食品浪费法 村民委员会组织法 城市居民委员会组织法 人民调解法 法律援助法 社区矫正法
反家庭暴力法 文物保护法 非物质文化遗产法
公共文化服务保障法 旅游法 体育法 特种设备安全法 建筑法 气象法 献血法 红十字会法 慈善法 爱国主义教育法 英雄烈士保护法 无障碍环境建设法
节约能源法 可再生能源法 能源法 矿产资源法
"""
_LAW = "|".join(sorted(_LAWS_WORDS.split(), key=len, reverse=True))
_BARE_LAW = re.compile(
    rf"(?:根据|依据|按照|依照|违反|依|遵照|对照|触犯|援引|适用|贯彻|落实|执行|学习|宣传"
    rf"|宣讲)了?(?P<words>(?:中华人民共和国)?(?:{_LAW})(?:实施条例)?)(?=第[一二三四五六七八九十百\d]+条|的?(?:有关|相关)?规定"
    rf"|的?(?:有关|相关)?要求|[，。；、])"
)
_ENDS = (
    "管理办法|实施细则|实施办法|暂行办法|管理条例|保护条例|条例|暂行规定|管理规定|若干规定|技术规范|服务规范|操作规程|技术规程"
    "|判定标准|评定标准|建设标准|工作规则|实施方案|工作方案|行动方案|实施意见|管理规范|评价标准|应急预案|薪酬制度改革办法"
)
_MIXED = rf"(?:[{HAN}\d—－·]|“[^“”]{{1,14}}”)"
_VAGUE = (
    "(?!.{0,16}?(?:制定|编制|实际|情况|要求|原则|条件|需要))(?!.{0,6}(?:相关|有关|上级|各项|各类|具体|统一|国家|省|市)?(?:的|有关"
    "|相关|上级|各项|一系列|多项|系列)|切实|本|该|此|这|其|统一|科学|详细|完善|严格|配套|相应|针对|制定|工作)"
)
_FOLLOWED = re.compile(
    rf"(?:依据|根据|按照|对照|参照|依照|遵照|违反|严格执行|认真执行|认真落实|印发|下发|出台|发布|颁布|审议通过|修订"
    rf"|制定印发)了?(?:省|市|县|国家)?{_VAGUE}"
    rf"(?P<words>{_MIXED}{{3,28}}?(?:{_ENDS})(?:（[^（）]{{2,12}}）)?)(?=[，。；、])"
)
_JOINED = re.compile(
    rf"(?<=》)(?:和|及|以及|与|、)(?P<words>(?!其他|其它|相关|有关|配套|各|《|“)[{HAN}]{{5,30}}?(?:{_ENDS}|办法|规定|意见|方案|通知"
    rf"|规划|细则))(?=[，。；])"
)
_PASSED = re.compile(
    rf"(?:^|(?<=[，。；]))(?P<words>(?!该|这|此|本|新|以|按|依|根|其|各)(?:“[^“”]{{2,14}}”)?[{HAN}]{{0,20}}(?:规程|条例|管理办法"
    rf"|规范|细则|团体标准|地方标准)(?<!“))"
    "(?=(?:顺利)?通过(?:评审|审定|审议)|正式(?:印发|出台|施行|实施|发布)|于\\d{4}年\\d|经[\\u4e00-\\u9fff]{2,8}(?:讨论|表决|审议)通过)"
)
_NOTICE_OF = re.compile(
    r"(?<!关于)(?:印发|下发|制定|出台|发布|转发)(?:了|的)(?P<words>《(?P<title>[^《》]+?)》的(?P<kind>通知|公告|决定|通报))(?=[，。；])"
)
_VOLUME = re.compile(r"《(?P<title>习近平谈治国理政)(?P<volume>第[一二三四五六七八九十]卷)》")
_NUMBER_ODD = re.compile(
    r"(?P<wrong>〔(?P<y1>20\d\d)年〕(?P<n1>\d+)号)|(?P<unfinished>〔20\d\d〕\d{1,4})(?=[）)，。；、])"
    r"|(?P<turned>(?<=[\u4e00-\u9fff])(?P<y3>20\d\d)〔(?P<n3>\d{1,4})〕号)"
    r"|(?P<letter>〔(?P<y4>20\d\d)〕(?:字|字第)(?P<n4>\d+)号)|(?P<blank>〔(?P<y5>20\d\d)〕[ \u3000]+(?P<n5>\d+)[ \u3000]*号"
    r"|〔(?P<y6>20\d\d)〕(?P<n6>\d+)[ \u3000]+号)"
    r"|(?P<numbered>〔(?P<y7>20\d\d)〕(?:No\.?|NO\.?|№)(?P<n7>\d+)号?)"
    r"|(?P<bare>(?<=[发办函字政厅委])(?P<y8>20\d\d)[-—年]?(?P<n8>\d{1,3})号(?=[）》，。；]))"
)


def no_work(passage: Passage, _: Office) -> Iterator[Hit]:
    """《科普大篷车》, 《全国两会》精神, 首届《柳桥杯》大赛: no titles."""
    for found in _MEETING.finditer(passage.text):
        yield Hit(found.start(), found.end(), "会议名称不用书名号。", found["words"])
    for pattern in (_NO_WORK, _ACTED, _THEME):
        for found in pattern.finditer(passage.text):
            words = found["words"]
            before = passage.text[max(0, found.start() - 6) : found.start()]
            behind = passage.text[found.end() : found.end() + 8]
            if (
                _REAL.search(words)
                or re.search(f"(?:{_WORK})(?:片|集|品)?$", before)
                or (pattern is not _THEME and _KEPT_READING.search(behind))
                or "|" in words
            ):
                continue
            at = passage.text.find("《", found.start())
            yield Hit(at, at + len(words) + 2, f"“{words}”不是书名、篇名，用引号。", f"“{words}”")
    for found in _VOLUME.finditer(passage.text):
        yield Hit(found.start(), found.end(), "卷次放在书名号外面。", f"《{found['title']}》{found['volume']}")


def quoted_title(passage: Passage, _: Office) -> Iterator[Hit]:
    """“中国共产党章程”, 作品“河边的灯”: titles in quotation marks."""
    for pattern in (_PARTY_TEXTS, _LAW_DAY):
        for found in pattern.finditer(passage.text):
            yield Hit(found.start(), found.end(), "文件、法规名用书名号。", f"《{found['words']}》")
    for found in _PIECE.finditer(passage.text):
        yield Hit(found.start("words") - 1, found.end(), "作品名用书名号。", f"《{found['words']}》")


def bare_title(passage: Passage, _: Office) -> Iterator[Hit]:
    """依据网络安全法第二十一条, 《甲》和乙管理办法: titles without any marks."""
    for pattern in (_BARE_LAW, _FOLLOWED, _JOINED, _PASSED):
        for found in pattern.finditer(passage.text):
            words = found["words"]
            start, end = found.span("words")
            spans = tuple((low, high) for low, high in quoted(passage.text) if passage.text[low] == "《")
            if (
                not within(spans, start, end)
                and words.count("“") == words.count("”")
                and not words.startswith(("“", "是")) | ("《" in words)
            ):
                yield Hit(start, end, "如果是法规、文件名，应加书名号。", f"《{words}》")
            elif pattern is _PASSED and words.startswith("“") and len(words) > 8 and not words.endswith("”"):
                yield Hit(start, end, "如果是法规、文件名，应加书名号。")


def notice_of(passage: Passage, _: Office) -> Iterator[Hit]:
    """印发了《甲办法》的通知: either the document, or 《关于印发〈甲办法〉的通知》."""
    for found in _NOTICE_OF.finditer(passage.text):
        if not found["title"].startswith("关于"):
            yield Hit(found.start("words"), found.end("words"), "写成“印发《…》”，或者“印发《关于印发〈…〉的通知》”。")


def odd_number(passage: Passage, _: Office) -> Iterator[Hit]:
    """〔2025年〕3号, 〔2025〕3 without 号, 2025〔3〕号 (GB/T 9704—2012 7.2.5)."""
    for found in _NUMBER_ODD.finditer(passage.text):
        if found["unfinished"]:
            yield Hit(found.start(), found.end(), "发文字号末尾写“号”。", f"{found[0]}号")
            continue
        turn = next(turn for turn in (1, 3, 4, 5, 6, 7, 8) if found[f"y{turn}"])
        right = f"〔{found[f'y{turn}']}〕{found[f'n{turn}']}号"
        if found[0] != right:
            yield Hit(found.start(), found.end(), "发文字号写成“〔年份〕序号”。", right)


_TITLED = re.compile("《(?P<title>[^《》]{2,30})》")
_IN_QUOTES = re.compile("“(?P<title>[^“”]{2,30})”")
_SPOKEN_OF = re.compile(
    "$|[，。；：、！？）]|规定|提出|讲述|入选|获|由|是|以|共|在|被|取材|播出|演出|上演|发布|印发|明确|要求|一书|一文|再现|描写"
    "|反映|展现|刊发|刊登|首映|首演|问世"
)


def two_marks(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """“老渡口” where the same article has 《老渡口》: one and the same title; the rarer form is told."""
    for article in range(-1, max(1, len(document.articles))):
        passages = document.inside(article)
        marked = [(one, found) for one in passages for found in _TITLED.finditer(one.text)]
        titles = Counter(found["title"] for _, found in marked)
        other = [
            (one, found)
            for one in passages
            for found in (_IN_QUOTES.finditer(one.text) if titles else ())
            if found["title"] in titles and _SPOKEN_OF.match(one.text, found.end())
        ]
        counts = Counter(found["title"] for _, found in other)
        for passage, found in other:
            if counts[found["title"]] <= titles[found["title"]]:
                yield passage, Hit(found.start(), found.end(), "同一篇里这个名称还用了书名号，请统一。", f"《{found['title']}》")
        for passage, found in marked:
            work = _REAL.search(found["title"]) or re.search(
                f"(?:{_WORK})(?:片|集|品)?$", passage.text[max(0, found.start() - 6) : found.start()]
            )
            if not work and counts[found["title"]] > titles[found["title"]]:
                yield passage, Hit(found.start(), found.end(), "同一篇里这个名称还用了引号，请统一。", f"“{found['title']}”")


RULES = (
    PassageRule(
        About("work.no_work", "书名号误用（活动、会议、称号）", Level.QUERY, "GB/T 15834—2011 4.15、附录 A.13"), no_work, needs="《"
    ),
    PassageRule(About("work.quoted", "文件、作品名用引号", Level.QUERY, "GB/T 15834—2011 4.15"), quoted_title, needs="“"),
    PassageRule(
        About("work.unmarked", "法规、文件名缺书名号", Level.QUERY, "GB/T 15834—2011 4.15"),
        bare_title,
        RUNNING,
        needs="法例则范程案见准办定知划典",
    ),
    PassageRule(About("work.notice", "印发《…》的通知", Level.QUERY, "实务"), notice_of, needs="》"),
    PassageRule(About("work.odd_number", "发文字号不全", Level.QUERY, "GB/T 9704—2012 7.2.5"), odd_number, needs="〔号"),
    DocumentRule(About("work.two_marks", "书名号、引号不一", Level.QUERY, "GB/T 15834—2011 4.15"), two_marks),
)
