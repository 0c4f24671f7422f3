"""What speaks for a missing character of a usual combination of words becomes a score: above nought it is more likely than not.

The weights were fitted (logistic regression) to planted errors, to characters that were left out at random of clean texts, and to what was
thought of in clean texts; `python -m tests.proof.weigh missing` fits them anew and prints them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from app.proof.evidence import fit
from app.proof.lexicon import ALONE, Lexicon
from app.proof.names import may_name
from app.proof.place import Place

WEIGHTS: Mapping[str, float] = {
    "fit": 0.38,
    "odd": 0.10,
    "held": -0.53,
    "two": -0.18,
    "first": -0.17,
    "last": 0.29,
    "alone": -0.22,
    "ending": -0.63,
    "verb": -1.04,
    "three": -0.21,
    "long": 1.49,
    "quoted": 0.43,
    "counted": -1.47,
    "closes": 0.67,
    "opens": 0.62,
    "does": -1.64,
    "echoed": -0.95,
    "name": -0.54,
}
BIAS = -2.07
_MOST, _MOST_ODD, _MOST_HELD = 20.0, 16.0, 6.0
"""More than this says no more."""
_LEAST_FIT = 0.5
_MARKS = frozenset("，。；：、！？")
_QUOTES = frozenset("“”‘’《》（）")
_ENDINGS = frozenset(
    "地史员单费量队村型性化者率度式级类组区站点款法学家界业品物机器车室所院部科处会社团厂店馆园额期日月年号线网带面色前后上下里外中内间边旁"
)
"""What makes a new word behind another one (农技员, 管护费)."""
_VERBS = frozenset(
    "开遇建讲清严优好挂听查编定量测挺做解化抢访按在同强提降稳扩促抓办管治保护养种修补改调送派教学练评选树创扶助联结包进入出过到归领交缴退收发放分合并停减增控防打除拆搬迁运装"
    "配租借买卖签验审核批转接"
)
"""What is said as a word before its object where one counts characters (优服务, 建档案)."""
_RANKS = frozenset("市县区镇乡村州")
"""What ends the name of an area."""
_AUXILIARIES = frozenset("可能会要应须将已正仍需作做")
"""What stands between the subject and its verb: 群众可就近办理."""
_MANNER = frozenset("早快严细实准稳勤多少")
"""How something is done, in one character before its verb: 早发现、快处置."""
_SUFFIXES = frozenset("率价量额数值费款险权")
"""What ends a word that is made as it is needed, with what stands before it: 鱼价波动, 持证率不高."""
_CANNOT = re.compile("不[来了起上到出开进住动成完下]")
"""Behind a verb: that it can't be done (人才引不来)."""
_UP_TO = re.compile("从[^，。；]{2,20}$")
"""Before the first of two ends: 从发现、整改到验收."""
_ITEM = re.compile(
    r"(?:^|[，。；：])[一二三四五六七八九十][要是]$|(?:^|[。；])(?:[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]{1,2}）|\d{1,2}[.．])$"
)
"""Before a point of a list, or a heading, which is short on purpose: 二要精管理, 三、重预防."""
_STATES = frozenset("多少散弱小大低高慢长短旧老差缺难乱杂偏远")
"""What is said of one thing after the other: 事务多、资源散."""
_ONE_EACH = re.compile("一.一$|逐.逐$")
"""The first three characters of four: 一企一诊断."""
_ROW = 3
"""Characters of the shortest items in a row of which each is a verb of one and its object."""
_LONGEST_ROW = 8
_BEFORE_ITEM = re.compile("(?:^|[^\u4e00-\u9fff])(?P<item>[\u4e00-\u9fff]{2,8})[，、；]$")
_BEHIND_ITEM = re.compile("[，、；](?P<item>[\u4e00-\u9fff]{2,8})(?![\u4e00-\u9fff])")
_COMPLEMENTS = frozenset("到在起好成出得着了过完给向进入清实稳牢")
"""What stands behind a verb: 把阵地建到村里."""
ECHO = 10
"""Characters to either side in which one that comes again is no remnant: 底数清、任务清、责任清."""


def evidence(place: Place, right: str, lexicon: Lexicon) -> dict[str, float] | None:
    """What is known of a place where `right` lacks one character; None where the context speaks against it. Needs a language model."""
    context = lexicon.context
    assert context is not None
    words = place.cutting.within(place.start, place.end)
    alone = [at for at, (low, high) in enumerate(words) if high - low == 1]
    before = place.text[place.start - 1] if place.start else place.beside[0]
    behind = place.text[place.end] if place.end < len(place.text) else place.beside[1]
    if behind.isdigit() and place.text[words[-1][0]] == "第":
        return None  # 居全省第3位
    aside = alone and alone[-1] == len(words) - 1 and place.text[words[-1][0]] in _AUXILIARIES and place.behind
    if aside or _ONE_EACH.search(place.words):
        return None
    if alone == [0] and len(words) > 1 and place.text[words[0][0]] in _MANNER and place.text[slice(*words[1])] in lexicon.verbs:
        return None
    if alone and alone[0] == 0 and place.text[words[0][0]] in _RANKS and "\u4e00" <= before <= "\u9fff":
        return None  # 白茅镇污水处理厂
    if alone == [0] and place.text[words[0][0]] == "经":
        return None  # 经多次调解
    if _in_row(place) or _made_so(place, words[0]):
        return None
    if not alone or before == "）" or behind == "（":  # 村（居）民代表
        return None
    better = fit(place, right, lexicon)
    if better < _LEAST_FIT:
        return None
    there = [place.text[low:high] for low, high in words]
    row = [place.before, *there, place.behind]
    pulls = [context.pull(one, other) for one, other in pairwise(row)]
    near = (place.near[0] + place.text[: place.start])[-ECHO:] + (place.text[place.end :] + place.near[1])[:ECHO]
    return {
        "fit": min(better, _MOST),
        "odd": min(max(lexicon.costs.get(there[at], _MOST_ODD) for at in alone), _MOST_ODD),
        "held": max(-2.0, min(max(max(pulls[at], pulls[at + 1]) for at in alone), _MOST_HELD)),
        "two": float(len(alone) > 1),
        "first": float(alone[0] == 0),
        "last": float(alone[-1] == len(there) - 1),
        "alone": float(any(there[at] in ALONE for at in alone)),
        "ending": float(there[-1] in _ENDINGS),
        "verb": float(there[0] in _VERBS),
        "three": float(len(place.words) == 3),
        "long": float(len(place.words) > 4),
        "quoted": float(before in _QUOTES or behind in _QUOTES),
        "counted": float(before.isdigit()),
        "closes": float(behind in _MARKS),
        "opens": float(not before or before in _MARKS),
        "does": float(len(there) - 1 in alone and behind in _COMPLEMENTS),
        "echoed": float(any(there[at] in near or place.words.count(there[at]) > 1 for at in alone)),
        "name": float(may_name(place.beside[0], place.text, place.start, place.end, place.behind, place.beside[1])),
    }


def _made_so(place: Place, first: tuple[int, int]) -> bool:
    """Whether a character that looks like a remnant belongs to what stands beside the place."""
    text, behind = place.text, place.text[place.end :]
    lone = first[1] - first[0] == 1
    if lone and place.before and text[first[0]] in _SUFFIXES:
        return True
    if _CANNOT.match(behind):
        return True
    before = place.near[0]
    if not place.start and before[-1:] == "、" and before[-2:-1] in _STATES and place.words[-1] in _STATES:
        return True
    lead = before + text[: place.start]
    if place.words.endswith("到") and _UP_TO.search(lead):
        return True
    return lone and len(place.words) == _ROW and _ITEM.search(lead) is not None


def _in_row(place: Place) -> bool:
    """Whether a run is as long as what stands beside it in a row, where one counts characters: 强主业，优布局; 一座办证照，一座调纠纷.

    A lost character would have left it shorter. One of three characters may also begin as the one before: 随手拍、随时报.
    """
    size, before = len(place.text), place.near[0]
    if size == _ROW and before[-1:] in "，、" and before[-_ROW - 1 : -_ROW] == place.text[0]:
        return True
    return _ROW <= size <= _LONGEST_ROW and size in (_item_before(before), _item_behind(place.near[1]))


def _item_before(near: str) -> int:
    """Characters of the item of a row that ends there, 0 for none."""
    found = _BEFORE_ITEM.search(near)
    return len(found["item"]) if found else 0


def _item_behind(near: str) -> int:
    """Characters of the item of a row that begins there, 0 for none."""
    found = _BEHIND_ITEM.match(near)
    return len(found["item"]) if found else 0


def score(known: Mapping[str, float]) -> float:
    """The logarithm of the odds that a character is missing."""
    return BIAS + sum(WEIGHTS[name] * value for name, value in known.items())
