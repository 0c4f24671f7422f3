"""Names of the state's institutions that are nearly right, or that a reform has ended, become hits (机构改革方案 of 2018 and 2023)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import guarded
from app.proof.rule import FIGURES, About, DocumentRule, PassageRule
from app.proof.spans import quoted, within
from app.text.chars import HAN
from app.text.difference import difference

_NAMES_WORDS = """
国家发展和改革委员会 国家卫生健康委员会 国家市场监督管理总局 国家税务总局 国家统计局 国家医疗保障局 国家金融监督管理总局 国家数据局
国家能源局
国家粮食和物资储备局 国家林业和草原局 国家铁路局 国家邮政局 国家文物局 国家中医药管理局 国家疾病预防控制局 国家矿山安全监察局
国家消防救援局
国家外汇管理局 国家药品监督管理局 国家知识产权局 国家移民管理局 国家烟草专卖局 国家广播电视总局 国家体育总局 国家信访局
国家国际发展合作署
国家民族事务委员会 国家自然科学基金委员会 国家公务员局 国家档案局 国家保密局 国家密码管理局 国家互联网信息办公室 国家机关事务管理局
国家国防科技工业局 国家航天局 国家原子能机构 国家核安全局 国家版权局 国家新闻出版署 国家电影局 国家宗教事务局 国家开发银行
国家电网有限公司
国家防汛抗旱总指挥部 国家减灾委员会 国家教材委员会 国家语言文字工作委员会 国家标准化管理委员会 国家认证认可监督管理委员会 国家监察委员会
国家防灾减灾救灾委员会 国家气候中心 国家气象中心 国家卫星气象中心
国家海洋环境预报中心 国家图书馆 国家博物馆 国家档案馆 国家行政学院 国家乡村振兴局 国家奖学金评审委员会
国务院国有资产监督管理委员会 国务院安全生产委员会 国务院食品安全委员会 国务院办公厅 国务院研究室 国务院发展研究中心 国务院港澳事务办公室
国务院台湾事务办公室 国务院侨务办公室 国务院新闻办公室 国务院妇女儿童工作委员会 国务院残疾人工作委员会 国务院教育督导委员会
国务院学位委员会
国务院安全生产委员会办公室 国务院食品安全委员会办公室 国务院国有资产监督管理委员会办公室
全国人民代表大会常务委员会 全国人民代表大会 全国人大常委会 全国政协 全国总工会 全国妇联 全国工商联 全国科协 全国文联 全国友协
全国供销合作总社
全国老龄工作委员会 全国绿化委员会 全国爱国卫生运动委员会 全国社会保障基金理事会 全国普法办公室 全国双拥工作领导小组 全国妇女联合会
全国老龄工作委员会办公室 全国普及法律常识办公室 全国少工委 全国学联 全国残联 全国节约用水办公室
中华全国总工会 中华全国妇女联合会 中华全国工商业联合会 中华全国供销合作总社 中华全国新闻工作者协会 中华全国律师协会
中华全国归国华侨联合会
中华全国青年联合会 中华全国学生联合会 中华慈善总会 中华职业教育社 中华医学会 中华护理学会
中国共产党中央委员会 中国人民政治协商会议 中国人民政治协商会议全国委员会 中国人民解放军 中国人民武装警察部队 中国人民银行 中国人民大学
中国人民警察大学 中国人民公安大学 中国人民抗日战争纪念馆 中国共产主义青年团 中国少年先锋队 中国科学院 中国工程院 中国社会科学院
中国农业科学院 中国林业科学研究院
中国水利水电科学研究院 中国气象局 中国气象科学研究院 中国地震局 中国地质调查局 中国地质科学院 中国民用航空局 中国红十字会
中国残疾人联合会
中国科学技术协会 中国文学艺术界联合会 中国作家协会 中国法学会 中国证券监督管理委员会 中国银行业监督管理委员会 中国银行 中国农业银行
中国工商银行 中国建设银行
中国进出口银行 中国农业发展银行 中国邮政储蓄银行 中国邮政集团有限公司 中国移动 中国电信 中国联通 中国疾病预防控制中心 中国消费者协会
中国农业大学 中国海洋大学 中国地质大学 中国矿业大学 中国石油大学 中国传媒大学 中国政法大学 中国中医科学院 中国医学科学院
中国教育科学研究院
中国计量科学研究院 中国环境科学研究院 中国建筑科学研究院 中国标准化研究院 中国信息通信研究院 中国互联网络信息中心 中国计划生育协会
中国国家博物馆
中国关心下一代工作委员会 中国志愿服务联合会 中国国际贸易促进委员会 中国农村专业技术协会 中国质量协会 中国水利学会
中国国家铁路集团有限公司 中国铁塔股份有限公司
中国农业银行股份有限公司 中国人民财产保险股份有限公司 中国人寿保险股份有限公司 中国红十字会总会 中国老龄协会 中国老科学技术工作者协会
中国摄影家协会 中国书法家协会 中国美术家协会 中国音乐家协会 中国戏剧家协会 中国舞蹈家协会 中国民间文艺家协会 中国电影家协会
中国消防协会 中国水产科学研究院 中国电力科学研究院 中国热带农业科学院
中央纪律检查委员会 中央纪委国家监委 中央组织部 中央宣传部 中央统战部 中央政法委员会 中央政法委 中央社会工作部 中央网络安全和信息化委员会
中央网络安全和信息化委员会办公室
中央机构编制委员会办公室 中央全面深化改革委员会 中央全面依法治国委员会 中央农村工作领导小组 中央农村工作领导小组办公室
中央精神文明建设指导委员会
中央精神文明建设指导委员会办公室 中央广播电视总台 中央电视台 中央党校 中央文史研究馆 中央军事委员会 中央军委 中央国家安全委员会
中央审计委员会 中央教育工作领导小组 中央金融委员会
中央科技委员会 中央和国家机关工作委员会 中央和国家机关工委 中央生态环境保护督察组 中央城市工作会议 中央经济工作会议 中央农村工作会议
中央财经委员会 中央空中交通管理委员会
中央层面整治形式主义为基层减负专项工作机制 中央民族大学 中央财经大学 中央音乐学院 中央美术学院 中央戏剧学院 中央企业
中央党史和文献研究院 中央广播电视大学
最高人民法院 最高人民检察院
"""
_NAMES = frozenset(_NAMES_WORDS.split())
_HEADS = "国家|国务院|全国|中华全国|中华|中国|中央|最高"
_TAILS = (
    "总局|局|委员会|办公室|部|署|总社|总会|联合会|学院|科学院|工程院|法院|检察院|银行|总台|协会|大学|中心|研究院|院(?![士系校内墙])"
    "|总工会|部队|红十字会"
)
_INSTITUTION = re.compile(
    rf"(?:{_HEADS})(?=[{HAN}]{{2,18}})(?:(?![的和与及等在是有为了将把让对向由从到以让印发各我本省县]|市(?!场))[{HAN}]"
    rf"|和(?!国家)){{1,16}}?(?:{_TAILS})(?![长员门分])"
)
_SHORT_MIX = re.compile(
    r"(?P<wrong>卫健委员会|发改委员会|国资委员会|住建委员会|经信委员会|卫计委员会|民宗委员会|国家卫健委会|发展改革和改革委"
    r"|卫生健康和健康委)"
)
_MIXED = {
    "卫健委员会": "卫生健康委员会",
    "发改委员会": "发展和改革委员会",
    "国资委员会": "国有资产监督管理委员会",
    "住建委员会": "住房和城乡建设委员会",
    "经信委员会": "经济和信息化委员会",
    "民宗委员会": "民族宗教事务委员会",
}
_ENDED: tuple[tuple[str, str, int], ...] = (
    ("国家环境保护部|国家环保部|国家环境保护总局|国家环保总局|(?<!生态)环境保护部|(?<![省市县区])环保部(?!门|分|队)", "生态环境部", 2018),
    ("国家?国土资源部", "自然资源部", 2018),
    ("(?<![A-Za-z])国土资源部|国家测绘地理信息局|国家海洋局", "自然资源部", 2018),
    (r"(?<![村镇县区市])农业部(?![门队])", "农业农村部", 2018),
    ("国家旅游局|国家文化部|国家文化和旅游局", "文化和旅游部", 2018),
    ("国家卫生和?计划生育委员会|国家卫生计生委|国家卫计委|国家人口计生委|国家卫生部", "国家卫生健康委员会", 2018),
    ("国家工商行政管理总局|国家工商总局|国家工商局|国家质检总局|国家质量监督检验检疫总局|国家质监局", "国家市场监督管理总局", 2018),
    ("国家食品药品监督管理总局|国家食品药品监督管理局|国家食药监总局|国家食药总局|国家食药监局", "国家药品监督管理局", 2018),
    ("国家安全生产监督管理总局|国家安监总局|国家安全监管总局", "应急管理部", 2018),
    ("国家新闻出版广电总局|国家广电总局(?=电影局)", "国家广播电视总局", 2018),
    ("国家林业局", "国家林业和草原局", 2018),
    ("国家粮食局", "国家粮食和物资储备局", 2018),
    ("国务院法制办(?:公室)?", "司法部", 2018),
    ("国务院扶贫办|国务院扶贫开发领导小组办公室|国家扶贫办|国家扶贫局", "农业农村部", 2021),
    ("国家乡村振兴局", "农业农村部", 2023),
    ("中国银行?保险?监督管理委员会|中国银保监会|(?<!中国)银保监会|(?<![A-Za-z])银监会|保监会(?!议)", "国家金融监督管理总局", 2023),
    ("(?<![省市县区])(?:市|县|区)?(?:银保监分局|银监分局)|银保监局|银监局", "金融监管分局", 2023),
    ("公安部消防局|公安消防(?:支队|大队|总队|中队)", "消防救援机构", 2018),
    ("国家监察部|(?<=国家)监察部(?!门)", "国家监察委员会", 2018),
    ("国家机关公务员局", "", 2018),
    ("国家信息产业部", "工业和信息化部", 2008),
    ("国家建设部|(?<=国家)建设部", "住房和城乡建设部", 2008),
    ("国家人事部|国家劳动和社会保障部", "人力资源和社会保障部", 2008),
    ("国家铁道部|(?<![A-Za-z])铁道部", "中国国家铁路集团有限公司", 2013),
    ("国家卫生健康总局", "国家卫生健康委员会", 2018),
    ("(?<=省)乡村振兴局", "农业农村厅", 2023),
    ("(?<=[市县区旗州盟])乡村振兴局", "农业农村局", 2024),
    (f"人民银行[{HAN}]{{2,6}}?中心支行", "人民银行的市分行", 2023),
    (f"人民银行[{HAN}]{{2,5}}县支行", "人民银行的市分行", 2023),
    ("人民银行营业管理部", "人民银行的省分行", 2023),
)
"""Names, what has come in their place, and the last year in which they were right."""
_ENDED_PATTERN = re.compile(guarded(f"(?P<e{turn}>{names})" for turn, (names, *_rest) in enumerate(_ENDED)))
_YEAR = re.compile(rf"(?<![{FIGURES}])(?:19|20)\d\d(?=年|[—－-])")
PAST = re.compile(
    "原|时任|曾任|前身|更名|改称|撤销|撤并|并入|划入|整合(?!资源|力量)|合并"
    f"|组建(?:了|为|成|成立)?[{HAN}]{{0,14}}(?:局|委|部|厅|委员会|机构|办公室|支队|大队|总队)(?!组)|改革前|当时|那时|当年|旧称|历史上|老[单职]|年代"
    "|挂牌(?!督办|作战|销号)|成立于|转隶|已故|退休(?![^，。；]{0,4}(?:一件事|待遇|手续|审批|业务|登记|认证|”))|以前|过去|习惯说|从前|早年"
)
"""What tells that a sentence is about earlier times, or about a reform itself; 组建专班 and 退休“一件事” don't."""


def nearly_an_institution(passage: Passage, _: Office) -> Iterator[Hit]:
    """国家市场监督管理局: the name of an institution but for a word or two characters."""
    for found in _INSTITUTION.finditer(passage.text):
        name = found[0]
        if name in _NAMES or any(known.startswith(name) or name.startswith(known) for known in _NAMES if len(known) > 3):
            continue
        if any(passage.text.startswith(known, found.start()) for known in _NAMES):
            continue
        if _SHORT_MIX.search(name):
            continue
        right = min((known for known in _like_names(name[:2]) if _near(name, known)), key=lambda known: _apart(name, known), default=None)
        if right and not within(quoted(passage.text), found.start(), found.end()):
            yield Hit(found.start(), found.end(), f"规范名称是“{right}”，请核对。", right)
    for found in _SHORT_MIX.finditer(passage.text):
        mixed = _MIXED.get(found["wrong"])
        yield Hit(found.start(), found.end(), "简称和全称混在一起了，请核对。", mixed)
    for found in _STATE_WORDS.finditer(passage.text):
        if not within(quoted(passage.text), found.start(), found.end()):
            right = _STATE_NAMES.get(found[0]) or found[0].removeprefix("国家")
            yield Hit(found.start(), found.end(), f"规范名称是“{right}”，请核对。", right)
    for found in _HALF_MIX.finditer(passage.text):
        yield Hit(found.start(), found.end(), "简称和全称混在一起了，请核对。")


_STATE_NAMES = {
    "国家气象局": "中国气象局",
    "国家地震局": "中国地震局",
    "国家林草总局": "国家林草局",
    "国家标准化委员会": "国家标准化管理委员会",
    "国家药品监督局": "国家药品监督管理局",
    "国家广电局": "国家广电总局",
    "国家体育局": "国家体育总局",
    "中国供销合作总社": "中华全国供销合作总社",
    "全国人大常务委员会": "全国人大常委会",
    "国家证监会": "中国证监会",
    "国家科学院": "中国科学院",
    "国家消协": "中国消费者协会",
    "国家人民银行": "中国人民银行",
}
_MINISTRIES = (
    "外交|国防|教育|科技|科学技术|工业和信息化|工信|公安|民政|司法|财政|人力资源和?社会保障|人社|自然资源|生态环境|住房和?城乡建设|住建|交通运输|水利"
    "|农业农村|商务|文化和旅游|文旅|退役军人事务|退役军人|应急管理|应急"
)
_STATE_WORDS = re.compile(rf"(?:{'|'.join(_STATE_NAMES)})(?!长)|国家(?:{_MINISTRIES})部(?![门队分署属])(?!长会)")
"""A ministry's name has no 国家 before it, but 国家安全部."""
_HALF_MIX = re.compile(
    "人社和社会保障|人社和?社保局|住建和?城乡|住建和建设|工信和信息化|文旅和旅游|文旅和文化|文广和旅游局|应急和管理|科技和技术"
    "|农业和农村局|卫健和健康|教体和体育局|发改和改革|市监督管理局(?<!药品市监督管理局)"
    "|退役军人和事务|医保障局|市场监监督|市场监管理局"
)


@lru_cache(maxsize=64)
def _like_names(head: str) -> tuple[str, ...]:
    return tuple(sorted((name for name in _NAMES if name.startswith(head)), key=len))


def _apart(name: str, known: str) -> tuple[int, int]:
    """How many characters the one has that the other lacks, the order aside."""
    return len(set(name) ^ set(known)), abs(len(name) - len(known))


def _near(name: str, known: str) -> bool:
    """Whether one stretch of two characters at most differs, is missing or is too much, behind the first two characters."""
    if len(known) < 5 or abs(len(name) - len(known)) > 2:
        return False
    if name in (known.replace("管理", ""), known.replace("监督管理", ""), known.replace("物资", "")):
        return False  # a short form in use
    if len(name) == len(known) and sorted(name) == sorted(known):
        return True
    head, end, there = difference(known, name)
    tail, other, own = len(known) - end, len(there), end - head
    if head < 2 or tail < 1:
        return False
    most = 2 if len(known) >= 7 else 1
    return max(other, own) <= most and head + tail >= 4


def ended(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """国务院扶贫办 in 2025: an institution that a reform has ended; in sentences about earlier years it is right."""
    now = document.date.year if document.date else max((int(year[0]) for year in _YEAR.finditer(document.text)), default=9999)
    for passage in document.passages:
        for found in _ENDED_PATTERN.finditer(passage.text):
            turn = next(turn for turn in range(len(_ENDED)) if found[f"e{turn}"])
            right, last = _ENDED[turn][1:]
            if (
                now <= last
                or within(quoted(passage.text), found.start(), found.end())
                or told_of_the_past(passage.text, found.start(), last)
            ):
                continue
            message = f"“{found[0]}”机构改革后已不存在，现在一般是“{right}”，请核对。" if right else f"“{found[0]}”已不存在，请核对。"
            yield passage, Hit(found.start(), found.end(), message)


_TENURE = re.compile(rf"(?:19|20)\d\d年?[{HAN}\d]{{0,6}}(?:任职|任期|任上|在任|担任|履职)")
"""When somebody held a post: the unit of 国土资源局原局长2024年任职期间 was none that year."""


def told_of_the_past(text: str, place: int, last: int) -> bool:
    """Whether the sentence round a place tells of the time up to a year, or of how a unit became another."""
    start = text.rfind("。", 0, place) + 1
    stop = text.find("。", place)
    sentence = text[start : stop if stop >= 0 else len(text)]
    years = [int(year[0]) for year in _YEAR.finditer(sentence)]
    if _TENURE.search(sentence) and min(years, default=last) > last:
        return False
    return PAST.search(sentence) is not None or (bool(years) and min(years) <= last)


RULES = (
    PassageRule(
        About("institution.nearly", "国家机关名称疑似有误", Level.QUERY, "《党和国家机构改革方案》；实务"),
        nearly_an_institution,
        needs="国中最委保监和管",
    ),
    DocumentRule(
        About(
            "institution.ended",
            "已撤并的国家机关",
            Level.QUERY,
            "《深化党和国家机构改革方案》（2018年）、《党和国家机构改革方案》（2023年）",
        ),
        ended,
    ),
)
