"""A place where something else might have been meant becomes the answer whether the office's language makes such words as it needs them."""

from __future__ import annotations

import re

from app.proof.lexicon import Lexicon
from app.proof.place import Place

_PATTERN = re.compile(
    r"一[\u4e00-\u9fff]一[\u4e00-\u9fff]|边[\u4e00-\u9fff]边[\u4e00-\u9fff]|宜[\u4e00-\u9fff]{1,2}则[\u4e00-\u9fff]{1,2}"
    r"|应[\u4e00-\u9fff]尽[\u4e00-\u9fff]|逐[村户件项人校街社条点组栋镇乡班月日年批段次级句字地企家案题巷屋楼院幢处店摊田块厂库车船]"
    r"|随[\u4e00-\u9fff]随[\u4e00-\u9fff]|即[\u4e00-\u9fff]即[\u4e00-\u9fff]|能[\u4e00-\u9fff]尽[\u4e00-\u9fff]"
    r"|以[\u4e00-\u9fff]{1,2}[促带养兴惠强塑代补助富育润化聚]|[县市区省镇乡]直(?=单位|部门|机关|有关|各)"
    r"|再[\u4e00-\u9fff]再[\u4e00-\u9fff]|又[\u4e00-\u9fff]又[\u4e00-\u9fff]|可[\u4e00-\u9fff]可[\u4e00-\u9fff]"
    r"|有[\u4e00-\u9fff]有[\u4e00-\u9fff]|织密|一[\u4e00-\u9fff]了之|足不出[\u4e00-\u9fff]|靠[\u4e00-\u9fff]吃[\u4e00-\u9fff]"
    r"|老有所[\u4e00-\u9fff]"
)
"""Patterns by which four characters are made of any two."""
_TWICE = re.compile(
    r"逐[\u4e00-\u9fff]逐[\u4e00-\u9fff]|千[\u4e00-\u9fff]万[\u4e00-\u9fff]|非[\u4e00-\u9fff]{1,2}不可|因(?![地时势人材])[\u4e00-\u9fff](?:制宜|施策|施教)"
)
"""A pattern that takes any two, whatever the list of set phrases says."""
_BESIDE = 24
"""Characters beside a place in which a pattern that reaches into it begins and ends."""
_PAIR = 2
_LINKS = frozenset("和与及由在从到上向对等")
"""What joins a word to the next one."""
_CAN = frozenset("来了起上到出开进住动成完下得")
"""Behind a verb and 不: that it can't be done."""
_NUMERALS = frozenset("一二两三四五六七八九十百千万")
_AREAS = frozenset("市县区州旗")
_BODIES = frozenset("局委办厅")
_ABOVE_AREAS = ("中共", "省", "市", "州")
"""What stands before an area's name."""
_NAMED_AFTER = re.compile(r"[\u4e00-\u9fff]{0,3}?(?:水库|沟|河|湖|村|山|岭|桥|湾|坝|林场|景区|社区|街道|大道|路)")
"""The rest of a name of a place behind its area."""
EITHER_WORDS = """
代办待办 免予免于 累计累积 监测检测 师父师傅 检察检查 监察检查 俭办简办 接收接受 自行执行 一齐一起 制定制订
截止截至 反应反映 权利权力 期间其间 会商会上 度过渡过 交代交待 订金定金 园长院长 共治共识 联结连接 联接连接
作为做为 必须必需 实施事实 实事实施 施行实行 执行实行 受理审理 意见一件 公示公式 事项实行 自付支付 晌午上午
出险出现 学员学院 队员人员 工序工区 讲述讲授 编制编织 即使及时 查出查处 评委评为 烦琐繁琐
"""
EITHER = frozenset(EITHER_WORDS.split())
"""Words of like sound that offices use side by side: which one is meant, the model can't say."""


def as_it_stands(place: Place, right: str, lexicon: Lexicon) -> bool:
    """Whether the place is right as it stands, whatever speaks for another character in it."""
    if side_by_side(place.words, right) or _counted(place, right) or _within(_TWICE, place):
        return True
    if place.text[place.end : place.end + 1] == place.words[0]:
        return True  # 缠网割网: two verbs of one object
    if place.words[-1] in _BODIES and right[-1] != place.words[-1] and len(place.words) == _PAIR and place.words not in lexicon.costs:
        return True  # 市政数局: the short name of an office
    return _of_an_area(place, right) or _met(place, right, lexicon)


def of_a_pattern(place: Place) -> bool:
    """Whether two characters belong to a pattern that makes four of any two."""
    return _within(_PATTERN, place)


def side_by_side(words: str, right: str) -> bool:
    """Whether the two differ in words of like sound that are used side by side."""
    if len(words) != len(right):
        return False
    pairs = [(words[at : at + _PAIR], right[at : at + _PAIR]) for at in range(len(words) - 1)]
    return any(one + other in EITHER or other + one in EITHER for one, other in pairs if one != other)


def _met(place: Place, right: str, lexicon: Lexicon) -> bool:
    """Whether the characters only meet there: 养殖和生活污水, 5月底前, 干不下去, 临纪发〔2024〕9号."""
    words, behind = place.words, place.text[place.end : place.end + 1] or place.beside[1]
    linked = len(words) > _PAIR and words[-1] in _LINKS and right[-1] != words[-1] and words[:-1] in lexicon.costs
    return linked or words == "底前" or behind == "〔" or (words[-1] == "不" and behind in _CAN)


def _counted(place: Place, right: str) -> bool:
    """Whether a numeral stands there that counts (五项活动), or what really came of what was due: 应检229家，实检221家."""
    words = place.words
    if words[0] in _NUMERALS and words[0] != right[0]:
        return True
    due = len(words) > 1 and words[0] == "实" and words[1:2] != right[1:2]
    return due and f"应{words[1]}" in place.near[0] + place.text[: place.start]


def _within(pattern: re.Pattern[str], place: Place) -> bool:
    """Whether the pattern takes in some of the place."""
    found = pattern.finditer(place.text, max(0, place.start - _BESIDE), place.end + _BESIDE)
    return any(one.start() < place.end and place.start < one.end() for one in found)


def _of_an_area(place: Place, right: str) -> bool:
    """Whether the stretch names an area that the lexicon need not know: 中共澜州市委, 永岑市."""
    text, words = place.text, place.words
    if len(words) != len(right):
        return False
    if len(words) > _PAIR:
        differs = [at for at, (one, other) in enumerate(zip(words, right, strict=True)) if one != other]
        at = place.start + differs[0]
        return len(differs) == 1 and at > 0 and text[at + 1 : at + 2] in _AREAS  # 松岑市卫生健康委员会
    if len(words) != _PAIR:
        return False
    before = text[: place.start]
    if words[0] in _AREAS and before and _NAMED_AFTER.match(text, place.end):
        return True  # 云岭县青石沟水库
    named = text[place.end : place.end + 1] in _AREAS and (not before or before.endswith(_ABOVE_AREAS))
    inside = bool(before) or place.beside[0] == "《" or words[-1] == "州"
    return named or (inside and words[-1] in _AREAS and words[-1] == right[-1])
