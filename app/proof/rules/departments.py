"""Departments whose last word doesn't fit their level, whose name is another's but for a like character, or that end twice, become hits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import branches, guarded
from app.proof.rule import About, PassageRule
from app.proof.spans import quoted, within
from app.text.chars import HAN

_PROVINCE = r"(?<![全各本我外跨出在两邻])省(?!级)"
_COMMISSIONS = "发展和?改革|发改|卫生健康|卫健"
_BUREAUS = (
    "统计|市场监督管理|市场监管|医疗保障|医保|机关事务管理|广播电视|广电|体育|林业和草原|林业|林草|粮食和物资储备|粮食和储备|粮储"
    "|数据|药品监督管理|药监|知识产权"
    "|国防动员|能源|监狱管理|税务|气象|地震|邮政管理|公务员|信访|海洋|地方金融监督管理|地方金融管理|戒毒管理|中医药管理|消防救援"
    "|文物|政务服务管理|农业机械化"
)
_DEPARTMENTS_SHORT = "人社|住建|文旅|退役军人|应急|工信|农业|交通|文化|卫生|水务"
_WRONG_END = (
    rf"{_PROVINCE}(?P<commission>{_COMMISSIONS})(?P<w1>局|厅)(?!长)|(?<=[省市县区旗州])(?P<bureau>{_BUREAUS})(?P<w2>厅|部(?!门|长"
    rf"|队|分|署|级))"
    rf"|{_PROVINCE}(?:{_DEPARTMENTS_SHORT})(?P<w3>局)(?!长)|(?<=[市县])(?:{_DEPARTMENTS_SHORT}|人力资源社会保障|{_COMMISSIONS}|公安"
    rf"|民族宗教|信访|财税|国资)(?P<w4>厅)"
    rf"|(?<=[^治新各社]区)(?:{_DEPARTMENTS_SHORT})(?P<w5>厅)|{_PROVINCE}(?:委)?(?:组织|宣传|统战)(?P<w6>厅|局|委)"
    rf"|(?<=[市县区旗州])委(?:组织|宣传|统战)(?P<w7>厅|局|委|处)(?!员)|委员会(?:组织|宣传|统战)(?P<w8>局|厅|委)"
    rf"|(?<=[省市县区旗州])委(?P<w9>政法部|政法局|党校部)"
    rf"|(?<=[市县区旗])(?:财政|教育|民政|水利|公安|司法|审计|农业农村|交通运输|商务)(?P<w10>委(?:员会)?|部|署)(?![门长队属员托])"
    r"|(?<=[市县区旗])(?:统计|信访|医疗保障|医保|市场监督管理|市场监管|林业|应急管理|应急|人力资源和社会保障|人社|税务|气象"
    r"|机关事务管理|退役军人事务|退役军人|行政审批)(?P<w12>委(?:员会)?|部|署)(?![门长队属员托])"
    rf"|(?<=[市县区州旗]）)(?:{_DEPARTMENTS_SHORT}|{_COMMISSIONS}|{_BUREAUS}|民政|财政|教育|水利|公安|司法|商务|审计|自然资源|生态环境"
    r"|交通运输|农业农村|应急管理|住房和城乡建设|人力资源和社会保障)(?P<w13>厅)"
    r"|(?<=[省市县区旗州])(?:通信管理|机场管理|测绘|煤炭|农垦|档案|保密|密码管理|公共资源交易监督管理|大数据|地方金融|烟草专卖|供销合作|住房公积金|移民|扶贫"
    r"|老干部|金融监管|矿山安全监察|专用通信|国家密码|投资促进|园林绿化|城市管理|综合行政执法|行政审批|政务服务|乡村振兴)(?P<w14>厅)"
    r"|(?<=[市县区旗])(?:城市管理|综合行政执法|城市管理行政执法|综合执法|自然资源|住房和?城乡建设|交通运输|文化广电和?旅游|文化和旅游|生态环境|水务"
    r"|审批服务|行政审批服务|数据)(?P<w15>委|部|署)(?![托任员门长队属会派管])"
)
_ENDING_WRONG = re.compile(guarded(branches(_WRONG_END)))
_RIGHT_END = {
    "w1": "委",
    "w2": "局",
    "w3": "厅",
    "w4": "局",
    "w5": "局",
    "w6": "部",
    "w7": "部",
    "w8": "部",
    "w9": "政法委",
    "w10": "局",
    "w12": "局",
    "w13": "局",
    "w14": "局",
    "w15": "局",
}
_BODIES = (
    "(?P<discipline>纪律监察委员会|纪律检察委员会|纪检监察委员会|纪检委员会|纪律监督委员会|纪律检查委会)"
    "|(?P<congress>人民代表常务委员会|人民代表大会常委会议?委员会|人大常务委会|人民代表大会常务会|人大代表常委会)"
    "|(?P<consult>政治协商委员会|人民政治协商委员会|政协会议委员会)"
    "|(?P<procure>人民检查院|人民监察院|检查院(?!校))|(?P<youth>共青团委员会|共产主义青年团委会)|(?P<women>妇女联合委员会|妇女联合协会)"
    "|(?P<petition>信访联席会议)|(?P<twice>党建领导小组)"
    "|(?P<union>总工委会|工商业联合委员会|工商联合会(?!员))|(?P<science>科学技术委员会协会|科技术协会)|(?P<villagers>村民委会"
    "|村委委员会|居民委会)"
)
_BODY = re.compile(guarded(branches(_BODIES)))
_RIGHT_BODY = {
    "discipline": "纪律检查委员会",
    "congress": "人民代表大会常务委员会",
    "consult": "中国人民政治协商会议委员会",
    "procure": "人民检察院",
    "petition": "信访工作联席会议",
    "women": "妇女联合会",
    "union": "",
}
_TWO_TAILS = re.compile(
    "(?:集团|公司|总工会|支队|大队|检察院|法院|医院|学院|中心|委员会|办公室|银行|检察院)(?P<again>局|厅|委员会"
    "|署)(?![长面部势域限促地促里机内])"
    "|办事处(?P<again3>办)(?![公事理好案会法学证])|(?<=[省市县区旗])[^，。、；]{2,6}?(?P<again2>局局|委委|局委|厅局)(?![长员托派属管领党机任])(?<!直各局委)"
)
_LOCAL_WORDS = """
大数据局 药监局 金融局 科工信局 教科体局 教体科局 文旅体局 文体旅局 文广旅局 文广旅体局 文旅广体局 农水局 科工局 发改科工局 经科信局
民政局 财政局 水利局 水务局 司法局 审计局 统计局 信访局 教育局 商务局 公安局 税务局 气象局 体育局 林业局 林草局 数据局 交通局 交通运输局
供销社 医保局
人社局 住建局 卫健委 卫健局 发改委 发改局 工信局 经信局 文旅局 应急局 城管局 科技局 市监局 教体局 民宗局 农业农村局 自然资源局
生态环境局
市场监管局 退役军人局 行政审批局 发展改革委 卫生健康委 医疗保障局 国资委 政法委 编办 总工会 团委 妇联 残联 文联 科协 工商联 组织部
宣传部 统战部
"""
LOCAL = frozenset(_LOCAL_WORDS.split())
"""Names of local departments in their short form, beside those of the table."""
_SHORT_UNIT = re.compile(
    rf"(?<=[省市县区旗州])(?P<name>(?![的委市区县州直级场各政局长])[{HAN}]{{2,5}}?(?:局|委|部|会|联))(?![{HAN}]?(?:长|员会)|员|门)"
)
_A_PART = re.compile("[分总支各原老新某两该全副]|^[和与及等由对向在到把让是为经请被据从给将]")
_TAIL_SLIP = re.compile(
    "(?<=[省市县区])(?P<stem>卫健|发改|发展改革|卫生健康|经信|住建|国资)(?P<wrong>[为位维伟围])"
    "|(?<=[省市县区])(?P<stem2>财政|教育|民政|司法|水利|审计|统计|公安|商务|税务|人社|住建|文旅|应急|城管|医保|科技|农业农村"
    "|自然资源|生态环境|市场监管)(?P<wrong2>[句具剧居橘矩])"
)
_LEAST_SURE = 3


def wrong_end(passage: Passage, _: Office) -> Iterator[Hit]:
    """省统计厅, 省发改局, 市委组织局: what a department of this kind ends with at this level."""
    for found in _ENDING_WRONG.finditer(passage.text):
        group = next(name for name in _RIGHT_END if found[name])
        right = _RIGHT_END[group]
        yield Hit(
            found.start(), found.end(), f"这一级的这个部门一般叫“{right}”，请核对。", found[0][: found.start(group) - found.start()] + right
        )
    for found in _BODY.finditer(passage.text):
        kind = found.lastgroup or ""
        yield Hit(found.start(), found.end(), "没有这样的机构名称，请核对。", _RIGHT_BODY.get(kind) or None)


def two_tails(passage: Passage, _: Office) -> Iterator[Hit]:
    """水务集团局: a name that ends twice."""
    for found in _TWO_TAILS.finditer(passage.text):
        group = next(name for name in ("again", "again2", "again3") if found[name])
        yield Hit(
            found.start(),
            found.end(),
            "单位名称的结尾重复或者不对，请核对。",
            passage.text[found.start() : found.start(group)] if group != "again2" else None,
        )


def like_a_department(passage: Passage, office: Office) -> Iterator[Hit]:
    """市卫建委: a department's name but for one character that sounds or looks like it."""
    known, by_shape = _known(office)
    alike = office.lexicon.confusion.alike
    spans: tuple[tuple[int, int], ...] | None = None
    for found in _SHORT_UNIT.finditer(passage.text):
        name = found["name"]
        if len(name) < _LEAST_SURE or name in known:
            continue
        longer = next((name[:at] + name[at + 1 :] for at in range(len(name) - 1) if name[:at] + name[at + 1 :] in known), None)
        if longer and name[-1] in "局委" and not _A_PART.search(name):
            yield Hit(found.start("name"), found.end("name"), f"是不是“{longer}”？", longer)
            continue
        for right in by_shape.get((len(name), name[-1]), ()):
            differs = [(a, b) for a, b in zip(name, right, strict=True) if a != b]
            if len(differs) == 1 and differs[0][1] in alike[differs[0][0]]:
                spans = quoted(passage.text) if spans is None else spans
                if not within(spans, found.start(), found.end()):
                    yield Hit(found.start("name"), found.end("name"), f"是不是“{right}”？", right)
                break

    for slip in _TAIL_SLIP.finditer(passage.text):
        right = f"{slip['stem']}委" if slip["stem"] else f"{slip['stem2']}局"
        yield Hit(slip.start(), slip.end(), f"是不是“{right}”？", right)


@lru_cache(maxsize=4)
def _known(office: Office) -> tuple[frozenset[str], Mapping[tuple[int, str], list[str]]]:
    """The names that are long enough, and in order those of one length and one last character."""
    names = {form for unit in office.units for form in (unit.name, *unit.short, *unit.former)} | LOCAL
    by_shape: dict[tuple[int, str], list[str]] = {}
    for name in sorted(name for name in names if len(name) >= _LEAST_SURE):
        by_shape.setdefault((len(name), name[-1]), []).append(name)
    return frozenset(name for names in by_shape.values() for name in names), by_shape


RULES = (
    PassageRule(About("unit.end", "部门名称和级别", Level.QUERY, "机构改革方案；实务"), wrong_end, needs="省市县区旗州委院会组"),
    PassageRule(About("unit.two_tails", "单位名称结尾", Level.QUERY, "实务"), two_tails, needs="局厅委署办"),
    PassageRule(About("unit.like", "部门名称近似字", Level.QUERY, "实务"), like_a_department, needs="省市县区旗州"),
)
