"""Names of laws and regulations that are nearly right, or that ended, become hits."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import FIGURES, About, DocumentRule, PassageRule
from app.proof.rules.institutions import told_of_the_past
from app.proof.spans import quoted, within
from app.text.chars import HAN

_STATE = "中华人民共和国"
_TITLE = re.compile(
    rf"《(?P<new>新?修?[订正]?的?)(?P<state>{_STATE})?(?P<name>[^《》“”（）]{{2,40}}?)(?P<edition>(?:（[^（）《》]{{2,24}}）)*)》"
)
_BARE = re.compile(
    "(?:贯彻落实|贯彻执行|依据|根据|违反|触犯|按照|依照|遵照|贯彻|落实|执行)了?"
    rf"(?P<state>{_STATE})?(?P<name>(?!落实|执行|贯彻)[{HAN}]{{3,24}}?(?<![办方做执用司说看想])(?:法典?|条例|准则))"
    rf"(?=第[一二三四五六七八九十百{FIGURES}]+条|的?(?:有关|相关|具体)?(?:规定|要求)|[，。；、])"
)
_NATIONAL = re.compile(rf"《{_STATE}(?P<name>[^《》（）“”]{{1,30}}?(?:(?<![办方做])法典?|条例))(?:（[^（）]{{2,12}}修[订正]）)?》")
_DRAFT = re.compile("草案|征求意见|送审|建议稿|讨论稿|节选")
_OTHER_WORDS = """
医疗保障法 托育服务法 检察公益诉讼法 金融法 金融稳定法 网络犯罪防治法 耕地保护和质量提升法 消费税法 电信法 房地产税法 民事强制执行法
行政程序法 养老服务法 数字经济促进法 人工智能法 机关运行保障法 社会信用建设法 社会保障法 劳动与社会保障法 环境资源法 环境与资源保护法
经济合同法 技术合同法 涉外经济合同法 土地改革法 劳动保险条例 村民委员会组织条例 居民委员会组织条例 行政监察条例 城市居民委员会组织条例
"""
_OTHER_LAWS = frozenset(_OTHER_WORDS.split())
"""Laws that are still drafts, names of subjects, and laws of former times."""
_PLACE = re.compile(
    "[省市县区州旗盟镇乡村]|北京|上海|天津|重庆|河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州"
    "|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾|校|公司|集团|我[国市省县]"
)
_NO_PLACE = re.compile(
    "城市|市场|市容|乡村|村庄|农村|乡镇|城镇|集镇|社区|地区|县级|县以上|村民|城乡|村规民约|保护区|蓄滞洪区|行政区|名镇|名村|市政|民族乡"
)
"""Words of the names of laws themselves."""
_OF_ANOTHER = re.compile(
    "(?:[美英法德俄韩泰]国|日本|欧盟|俄罗斯|新加坡|香港|澳门|台湾|(?<!城)[省市县区州](?:人大|政府)?(?:[的新]|出台的?|制定的?|颁布的?)?)$"
)
"""Whose law it is, where it is none of the state's."""
_GONE = re.compile(
    "废止|失效|取代|代替|替代|编入|编纂|旧法|颁布|衔接|更替|时期|沿革|不再|第一部|新中国|升级|升格|改为|修订为|此前|曾经|曾|先后"
)
_SUBJECT = re.compile("课|一书|教材|教程|讲义|专业|考试|释义")
_YEAR = re.compile(rf"(?<![{FIGURES}])(?:19|20)\d\d(?=年|[—－-])")


def nearly_a_law(passage: Passage, office: Office) -> Iterator[Hit]:
    """《残疾人保护法》, 依据安全生法第二十条: the name of a law but for a word."""
    text = passage.text
    for found in _TITLE.finditer(text):
        if (
            not _DRAFT.search(found["edition"])
            and not _DRAFT.match(text, found.end())
            and not _OF_ANOTHER.search(text[: found.start()][-8:])
        ):
            right = _meant(found["name"], found["state"], office)
            if right:
                fix = f"《{found['new']}{found['state'] or ''}{right}{found['edition']}》"
                yield Hit(found.start(), found.end(), f"规范名称是“{right}”，请核对。", fix)
    for found in _BARE.finditer(text):
        start, end = found.span("name")
        right = _meant(found["name"], found["state"], office)
        if right and not within(quoted(text), start, end):
            yield Hit(start, end, f"规范名称是“{right}”，请核对。", right)


def unknown_law(passage: Passage, office: Office) -> Iterator[Hit]:
    """《中华人民共和国民法》: the state has no law of this name, and none that is nearly it."""
    for found in _NATIONAL.finditer(passage.text):
        name, statutes = found["name"], office.known_statutes
        if statutes.known(name) is None and _meant(name, _STATE, office) is None and not _DRAFT.match(passage.text, found.end()):
            yield Hit(found.start(), found.end(), f"现行法律、行政法规里没有查到“{_STATE}{name}”，请核对名称。")


def _meant(name: str, state: str | None, office: Office) -> str | None:
    if name in _OTHER_LAWS or _PLACE.search(_NO_PLACE.sub("", name)):
        return None
    return office.known_statutes.nearest(name, national=bool(state))


def ended(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """《合同法》 in 2025: a law that ended; in sentences about earlier years it is right."""
    now = document.date
    for passage in document.passages:
        for found in _TITLE.finditer(passage.text):
            one = office.known_statutes.known(found["name"])
            if one is None or one.until is None:
                continue
            now = now or _latest(document)
            last = (one.until - datetime.timedelta(days=1)).year
            text = passage.text[: found.start()] + "《》" + passage.text[found.end() :]  # the year of its edition tells nothing
            if (
                now < one.until
                or _GONE.search(_sentence(text, found.start()))
                or _SUBJECT.match(passage.text, found.end())
                or told_of_the_past(text, found.start(), last)
            ):
                continue
            day = f"{one.until.year}年{one.until.month}月{one.until.day}日"
            instead = f"，现在一般是《{one.instead}》" if one.instead else ""
            yield passage, Hit(found.start(), found.end(), f"《{found['name']}》自{day}起已不再施行{instead}，请核对。")


def _latest(document: Document) -> datetime.date:
    """The beginning of the last year that a text without a date speaks of; the end of days where it speaks of none."""
    years = [int(found[0]) for found in _YEAR.finditer(document.text)]
    return datetime.date(max(years), 1, 1) if years else datetime.date.max


def _sentence(text: str, place: int) -> str:
    stop = text.find("。", place)
    return text[text.rfind("。", 0, place) + 1 : stop if stop >= 0 else len(text)]


RULES = (
    PassageRule(
        About("law.nearly", "法律、法规名称疑似有误", Level.QUERY, "《现行有效法律目录》；《国家行政法规库》；党内法规公布文本"),
        nearly_a_law,
        needs="《据反犯照彻实行",
    ),
    PassageRule(
        About("law.unknown", "查不到的法律、法规", Level.QUERY, "《现行有效法律目录》；《国家行政法规库》"), unknown_law, needs="》"
    ),
    DocumentRule(About("law.ended", "已废止的法律、法规", Level.QUERY, "《中华人民共和国民法典》第一千二百六十条；各法附则"), ended),
)
