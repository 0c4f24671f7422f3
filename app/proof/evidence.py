"""What speaks for a wrong character becomes a score: above nought it is more likely than not.

The weights were fitted (logistic regression) to planted errors, to characters that were changed at random in clean texts, and to what was
thought of in clean texts; `python -m tests.proof.weigh` fits them anew and prints them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from math import log1p

from app.proof.context import around
from app.proof.lexicon import ALONE, Lexicon
from app.proof.names import may_name
from app.proof.segment import Cutting
from app.records import dataclass

WEIGHTS: Mapping[str, float] = {
    "gain": 0.18,
    "fit": 0.34,
    "pull": 0.55,
    "both": 0.02,
    "held": 0.06,
    "joint": -0.35,
    "rare": -0.05,
    "looks": -1.09,
    "unlike": -1.94,
    "set": 1.17,
    "usual": -0.35,
    "three": 0.32,
    "four": -0.53,
    "known": -0.36,
    "single": -0.65,
    "alone": -0.04,
    "both_alone": -0.40,
    "turned": -0.55,
    "name": -1.19,
    "first": 0.20,
    "result": -0.44,
    "each": 0.01,
    "two": -0.71,
    "edge": -0.23,
    "office": 0.27,
    "threes": 0.86,
    "fours": 1.16,
    "fours_now": -0.09,
}
BIAS = -4.84
_MOST = 20.0
"""More gain or fit than this says no more."""
_MOST_PULL = 6.0
_DRAWN = 0.5
_LITTLE = 3.5
"""A word of two characters that gains less than this, and that neither neighbour draws, needs no closer look: it is hardly ever meant."""
_USUAL = 10.0
"""What an everyday word costs at most."""
_STRANGE = 15.0
_PATTERN = re.compile(
    r"一[\u4e00-\u9fff]一[\u4e00-\u9fff]|边[\u4e00-\u9fff]边[\u4e00-\u9fff]|宜[\u4e00-\u9fff]{1,2}则[\u4e00-\u9fff]{1,2}"
    r"|应[\u4e00-\u9fff]尽[\u4e00-\u9fff]|逐[村户件项人校街社条点组栋镇乡班月日年批段次级句字地企家案题巷屋楼院幢处店摊田块厂库车船]"
    r"|随[\u4e00-\u9fff]随[\u4e00-\u9fff]|即[\u4e00-\u9fff]即[\u4e00-\u9fff]|能[\u4e00-\u9fff]尽[\u4e00-\u9fff]"
    r"|以[\u4e00-\u9fff]{1,2}[促带养兴惠强塑代补助富育润化聚]|[县市区省镇乡]直(?=单位|部门|机关|有关|各)"
    r"|再[\u4e00-\u9fff]再[\u4e00-\u9fff]|又[\u4e00-\u9fff]又[\u4e00-\u9fff]|可[\u4e00-\u9fff]可[\u4e00-\u9fff]"
    r"|有[\u4e00-\u9fff]有[\u4e00-\u9fff]|织密|一[\u4e00-\u9fff]了之|足不出[\u4e00-\u9fff]|靠[\u4e00-\u9fff]吃[\u4e00-\u9fff]|千[\u4e00-\u9fff]万[\u4e00-\u9fff]|老有所[\u4e00-\u9fff]"
)
"""Patterns by which four characters are made of any two."""

_RESULTS = frozenset("出齐通清透实准细好满足牢紧严稳住掉成到进起回开完光净平顺活强看")
"""What ends a verb that says what came of it: 铺通, 清出, 配齐. Such words are made as they are needed."""
_EACH = frozenset("逐一每各某停特")
"""What begins a word that is made of any other: 逐窖, 一苗, 停餐."""
_TWICE = re.compile(r"逐[\u4e00-\u9fff]逐[\u4e00-\u9fff]|非[\u4e00-\u9fff]{1,2}不可|因(?![地时势人材])[\u4e00-\u9fff](?:制宜|施策|施教)")
"""A pattern that takes any two, whatever the list of set phrases says."""


_BESIDE = 24
"""Characters beside a place in which a pattern that reaches into it begins and ends."""
_PAIR, _FOUR = 2, 4
_LINKS = frozenset("和与及由在从到上向对等")
"""What joins a word to the next one."""
_CAN = frozenset("来了起上到出开进住动成完下得")
"""Behind a verb and 不: that it can't be done."""
_NUMERALS = frozenset("一二两三四五六七八九十百千万")
_AREAS = frozenset("市县区州旗")
_ABOVE_AREAS = ("中共", "省", "市", "州")
"""What stands before an area's name."""
_NAMED_AFTER = re.compile(r"[\u4e00-\u9fff]{0,3}?(?:水库|沟|河|湖|村|山|岭|桥|湾|坝|林场|景区|社区|街道|大道|路)")
"""The rest of a name of a place behind its area."""


class Likeness(Enum):
    """How a character is like the one that was meant."""

    SOUND = "sound"
    LOOK = "look"
    NONE = "none"


EITHER_WORDS = """
代办待办 免予免于 累计累积 监测检测 师父师傅 检察检查 监察检查 俭办简办 接收接受 自行执行 一齐一起 制定制订
截止截至 反应反映 权利权力 期间其间 会商会上 度过渡过 交代交待 订金定金 园长院长 共治共识 联结连接 联接连接
作为做为 必须必需 实施事实 实事实施 施行实行 执行实行 受理审理 意见一件 公示公式 事项实行 自付支付 晌午上午
出险出现 学员学院 队员人员 工序工区 讲述讲授 编制编织 即使及时 查出查处 评委评为 烦琐繁琐
"""
EITHER = frozenset(EITHER_WORDS.split())
"""Words of like sound that offices use side by side: which one is meant, the model can't say."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch `start:end` of a run, with the characters beside the run, how the run was cut, and what else stands near the run."""

    text: str
    start: int
    end: int
    beside: tuple[str, str]
    cutting: Cutting
    near: tuple[str, str] = ("", "")

    @property
    def words(self) -> str:
        """What stands there."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """The word that ends where it begins."""
        return self.text[self.cutting.starts.get(self.start, self.start) : self.start]

    @property
    def behind(self) -> str:
        """The word that begins where it ends."""
        return self.text[self.end : self.cutting.ends.get(self.end, self.end)]

    @property
    def joints(self) -> Iterator[tuple[str, str]]:
        """Words that stand beside one another as it is, and meet within the stretch or at its ends."""
        starts, ends = self.cutting.starts, self.cutting.ends
        for middle in range(self.start, self.end + 1):
            if middle in starts and middle in ends:
                yield self.text[starts[middle] : middle], self.text[middle : ends[middle]]


def fit(place: Place, right: str, lexicon: Lexicon) -> float:
    """How much likelier the language model finds the words about a place with `right` in it; 0.0 without a model."""
    context = lexicon.context
    if context is None:
        return 0.0
    text = place.text
    low, high = around(text, place.start, place.end, place.cutting.bounds)
    before, behind = text[low : place.start], text[place.end : high]
    likely = context.likelihood(before + right + behind)
    if right in lexicon.usage and not context.knows(right):  # as one word between what stands beside it
        likely = max(likely, context.likelihood(before) - lexicon.cost(right) + context.likelihood(behind))
    return likely - context.likelihood(text[low:high])


def evidence(place: Place, right: str, likeness: Likeness, lexicon: Lexicon) -> dict[str, float] | None:
    """What is known of a wrong character in a place where `right` may have been meant; None where the context speaks against it.

    Needs a language model.
    """
    context, words = lexicon.context, place.words
    assert context is not None
    pair = len(words) == 2 and right not in lexicon.set_phrases
    gain = place.cutting.gain(place.start, place.end, lexicon.cost(right))
    pulls = context.pull(place.before, right), context.pull(right, place.behind)
    if pair and gain < _LITTLE and max(pulls) <= 0:  # asked first, since it ends most thoughts
        return None
    if _either(words, right) or _counted(place, right):
        return None
    if _within(_TWICE, place) or place.text[place.end : place.end + 1] == words[0]:
        return None  # 缠网割网: two verbs of one object
    if _of_an_area(place, right) or _made_so(place, right, lexicon):
        return None
    better = fit(place, right, lexicon)
    if better < _DRAWN or (pair and _within(_PATTERN, place)):
        return None
    held = [context.pull(one, other) for one, other in place.joints]
    grams, corrected = lexicon.grams, place.text[: place.start] + right + place.text[place.end :]
    changed = place.start + next(at for at, (one, other) in enumerate(zip(words, right, strict=False)) if one != other)
    cost = min(lexicon.cost(right), context.cost(right) if context.knows(right) else _STRANGE)
    return {
        "gain": min(gain, _MOST),
        "fit": min(better, _MOST),
        "pull": min(max(pulls), _MOST_PULL),
        "both": float(min(pulls) > _DRAWN),
        "held": max(-_MOST_PULL, min(sum(held), _MOST_PULL)),
        "joint": min(max(held, default=0.0), _MOST_PULL),
        "rare": max(0.0, cost - _USUAL),
        "looks": float(likeness is Likeness.LOOK),
        "unlike": float(likeness is Likeness.NONE),
        "set": float(right in lexicon.set_phrases),
        "usual": float(right in lexicon.usage and right not in lexicon.set_phrases),
        "three": float(len(words) == 3),
        "four": float(len(words) > 3),
        "single": float(len(words) == 1),
        "known": float(words in lexicon.costs),
        "alone": float(len(words) == 2 and any(char in ALONE for char in words)),
        "both_alone": float(len(words) == 2 and all(char in ALONE for char in words)),
        "turned": float(words == right[::-1]),
        "name": float(may_name(place.beside[0], place.text, place.start, place.end, place.behind, place.beside[1])),
        "first": float(words[0] == right[0]),
        "result": float(len(words) == 2 and words[-1] in _RESULTS and words[-1] != right[-1]),
        "each": float(len(words) == 2 and words[0] in _EACH),
        "two": float(sum(one != other for one, other in zip(words, right, strict=False)) > 1),
        "edge": float(len(words) > _PAIR and _at_edge(words, changed - place.start, lexicon)),
        "office": log1p(grams.count(right)) if len(right) <= _FOUR else 0.0,
        "threes": log1p(grams.most(corrected, changed, _FOUR - 1)),
        "fours": log1p(grams.most(corrected, changed, _FOUR)),
        "fours_now": log1p(grams.most(place.text, changed, _FOUR)),
    }


def _either(words: str, right: str) -> bool:
    """Whether the two differ in words of like sound that are used side by side."""
    if len(words) != len(right):
        return False
    pairs = [(words[at : at + _PAIR], right[at : at + _PAIR]) for at in range(len(words) - 1)]
    return any(one + other in EITHER or other + one in EITHER for one, other in pairs if one != other)


def _at_edge(words: str, at: int, lexicon: Lexicon) -> bool:
    """Whether the character is a word of its own before or behind a known one: 养殖和."""
    rest = words[1:] if at == 0 else words[:-1] if at == len(words) - 1 else ""
    return words[at] in ALONE and rest in lexicon.costs


def _made_so(place: Place, right: str, lexicon: Lexicon) -> bool:
    """Whether the characters only meet there: 养殖和生活污水, 5月底前, 干不下去, 临纪发〔2024〕9号."""
    words, behind = place.words, place.text[place.end : place.end + 1] or place.beside[1]
    linked = len(words) > _PAIR and words[-1] in _LINKS and right[-1] != words[-1] and words[:-1] in lexicon.costs
    return linked or words == "底前" or behind == "〔" or (words[-1] == "不" and behind in _CAN)


def _counted(place: Place, right: str) -> bool:
    """Whether a numeral stands there that counts (五项活动), or what really came of what was due: 应检229家，实检221家."""
    words = place.words
    if words[0] in _NUMERALS and words[0] != right[0]:
        return True
    return words[0] == "实" and words[1] != right[1] and f"应{words[1]}" in place.near[0] + place.text[: place.start]


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
    inside = bool(before) or place.beside[0] == "《"
    return named or (inside and words[-1] in _AREAS and words[-1] == right[-1])


def score(known: Mapping[str, float]) -> float:
    """The logarithm of the odds that it is a slip."""
    return BIAS + sum(WEIGHTS[name] * value for name, value in known.items())
