"""Levels and changes that contradict one another become hits: 由82%下降到91%; 比上年的8亿元增加1.6亿元，增长25% (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.amounts import NUMBER, SCALES, UNIT, number_of
from app.proof.changes import moves_in
from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule
from app.text.numerals import parse_numeral

_BETTER = frozenset({"提升", "提高", "提"})
_TIMES_UNITS = "天小时分工秒个周"
"""What is better the less there is of it: 办理时限由5天提升到3天."""
_BASE = re.compile(
    rf"(?:比|较)[^，。；\d]{{1,14}}?(?P<then>{NUMBER})(?P<then_scale>[万亿]?)(?P<unit>{UNIT})[^，。；、\d]{{0,4}}?"
    rf"(?P<way>净?增加|增长|上升|提高|多|减少|下降|降低|少)了?(?P<change>{NUMBER})(?P<change_scale>[万亿]?)(?P=unit)[^，。；、\d]{{0,4}}[，（、]"
    rf"(?:同比|环比|同期)?(?:增长|增加|上升|提高|增幅|下降|降低|减少|降幅)(?:了|达到?|为|约)*(?P<percent>{NUMBER})[%％]"
)
_BASE_SIGN = re.compile("[比较][^，。；]{2,30}?[增升多减降少][^，。；]{2,16}[，（、]")
_MULTIPLE = re.compile(
    rf"是[^，。；]{{2,24}}?的(?P<times>{NUMBER}|[两二三四五六七八九十])倍(?P<more>[多余])?[^，。；\d]{{0,4}}[，（、][^，。；、\d]{{0,6}}(?:增长|增加|上升|提高|增幅)(?:了|达到?|为|约|近)*(?P<percent>{NUMBER})[%％]"
)
_OF_THEN = re.compile(
    rf"(?P<now>{NUMBER})(?P<now_scale>[万亿]?)(?P<unit>{UNIT}|千瓦时)，(?:约|近)?[是为][^，。；\d]{{1,14}}?(?P<then>{NUMBER})(?P<then_scale>[万亿]?)(?P=unit)的(?:约|近)?(?P<times>{NUMBER}|[两二三四五六七八九十])倍"
)
_FOLDED = re.compile(
    rf"(?<!比)翻了?(?P<folds>[一两二三四])番(?![多以])[^，。；\d]{{0,4}}[，（、][^，。；、\d]{{0,4}}(?:增长|增加|上升|提高|增幅)(?:了|达到?|为|约)*(?P<percent>{NUMBER})[%％]"
)
_AFTER_FOLD = re.compile(r"[^，。；\d]{0,10}[，、（][^，。；、\d]{0,4}翻了?(?P<folds>[一两])番(?![多以])")
_GROWN_TIMES = re.compile(
    rf"(?P<now>{NUMBER})(?P<now_scale>[万亿]?)(?P<unit>{UNIT}|千瓦时)，[比较][^，。；\d]{{1,12}}?(?:净?增加|增长|多)了?(?P<change>{NUMBER})(?P<change_scale>[万亿]?)(?P=unit)，"
    rf"(?:同比)?(?:增长|增加|提高)了?(?:近|约)?(?P<times>{NUMBER}|[一两二三四五六七八九十])倍"
)
_TENTHS = re.compile(
    rf"(?P<word>(?<!附)近|约|将近|接近|超过?|逾|过|不足|不到)?(?P<part>[一二三四五六七八九](?=成)|一半|半数|(?<=过)半(?=，|（)|三分之[一二]|四分之[一三]|五分之[一二三四])(?P<half>成半?)?(?P<more>以上|左右|多)?[^，。；、\d不未]{{0,5}}"
    rf"(?:[（(]|，(?:占比?|比例|占比|比重)?(?:达到?|为|是|占)|，占)(?P<percent>{NUMBER})[%％]"
)
_TENTHS_SIGN = re.compile("[一二三四五六七八九]成|一半|半数|过半|分之[一二三四]")
_PARTS = {"半": 50.0, "一半": 50.0, "半数": 50.0, "三分之一": 33.3, "三分之二": 66.7, "四分之一": 25.0, "四分之三": 75.0}
_OVER, _UNDER = frozenset({"超", "超过", "逾", "过"}), frozenset({"近", "将近", "接近", "不足", "不到"})
_TENTH, _FIFTHS, _MUCH = 10.0, 20.0, 25.0
"""A tenth, a fifth, and what more than a half, or two thirds, may still be above it."""
_TIMES_TWICE = re.compile(
    rf"(?:增长|增加|提高)了?(?P<times>{NUMBER}|[两二三四五六七八九十])倍[^，。；\d]{{0,4}}，[^，。；\d]{{0,3}}(?:达到?|是|为)[^，。；\d]{{1,10}}的(?P=times)倍"
)
_PERCENT_OFF, _SHARE_OFF = 0.6, 0.03
_TIMES_OFF = 0.12


def wrong_way(passage: Passage, _: Office) -> Iterator[Hit]:
    """由82%下降到91%: what falls ends lower than it began."""
    for move in moves_in(passage.text):
        if move.rises is None or move.low == move.high or (move.high > move.low) is move.rises:
            continue
        if move.way in _BETTER and move.unit in _TIMES_UNITS:
            continue
        word = "升" if move.high > move.low else "降"
        yield Hit(
            move.start,
            move.end,
            f"前面的数{'小' if word == '升' else '大'}，后面的数{'大' if word == '升' else '小'}，不是“{move.way}”，请核对。",
        )


def growth_of_told_base(passage: Passage, _: Office) -> Iterator[Hit]:
    """比上年的8亿元增加1.6亿元，增长25%: the change against the base gives another percentage."""
    for found in found_by(_BASE_SIGN, _BASE, passage.text):
        then, change = (_value(found, name) for name in ("then", "change"))
        said, right = number_of(found["percent"]), change / then * 100 if then else 0.0
        if right and abs(right - said) > max(_PERCENT_OFF, right * _SHARE_OFF):
            yield Hit(found.start("percent"), found.end(), f"{then:.10g}增减{change:.10g}，变化是{right:.1f}%，请核对。")


def multiple_and_growth(passage: Passage, _: Office) -> Iterator[Hit]:
    """是上年的2倍，增长200%; 翻了一番，增长50%; 36亿元，是上年18亿元的3倍: times, folds and percentages of one growth."""
    text = passage.text
    for found in _MULTIPLE.finditer(text):
        right = (_count(found["times"]) - 1) * 100
        said = number_of(found["percent"])
        if right > 0 and abs(said - right) > (50 if found["more"] else 8) and not (found["more"] and said > right):
            yield Hit(found.start("percent"), found.end(), f"是{found['times']}倍，增长是{right:g}%左右，请核对。")
    for found in _TIMES_TWICE.finditer(text):
        yield Hit(found.start("times"), found.end(), "增长几倍和是几倍差一倍，请核对。")
    for found in _FOLDED.finditer(text):
        right, said = (2.0 ** _count(found["folds"]) - 1) * 100, number_of(found["percent"])
        if not right * 0.9 <= said <= right * 1.25:
            yield Hit(found.start("folds") - 1, found.end(), f"翻{found['folds']}番就是增长{right:g}%，请核对。")
    for found in _OF_THEN.finditer(text):
        now, then, said = _value(found, "now"), _value(found, "then"), _count(found["times"])
        right = now / then if then else 0.0
        if right and abs(right - said) > max(_TIMES_OFF, said * 0.06):
            yield Hit(found.start("times"), found.end(), f"{found['now']}是{found['then']}的{right:.1f}倍，请核对。")
    for found in _GROWN_TIMES.finditer(text):
        now, change, said = _value(found, "now"), _value(found, "change"), _count(found["times"])
        right = change / (now - change) if now > change else 0.0
        if right and abs(right - said) > max(0.25, said * 0.15):
            yield Hit(found.start("times"), found.end(), f"原来是{now - change:.10g}，增加{right:.1f}倍，请核对。")
    for move in moves_in(text):
        after = _AFTER_FOLD.match(text, move.end)
        if after and move.low:
            folds = 2.0 ** _count(after["folds"])
            if not folds * 0.95 <= move.high / move.low <= folds * 1.3:
                yield Hit(
                    after.start("folds") - 1, after.end(), f"由{move.low:.10g}到{move.high:.10g}，是{move.high / move.low:.1f}倍，请核对。"
                )


def tenths_and_percent(passage: Passage, _: Office) -> Iterator[Hit]:
    """近八成（62%）; 超过一半，占45%: a share in words and the same in per cent."""
    for found in found_by(_TENTHS_SIGN, _TENTHS, passage.text):
        part, said = found["part"], number_of(found["percent"])
        if found["half"]:
            share = (parse_numeral(part) or 0) * _TENTH + (_TENTH / 2 if found["half"] == "成半" else 0)
        else:
            share = _PARTS.get(part) or (parse_numeral(part[-1]) or 0) * _FIFTHS
        above, below = found["word"] in _OVER or found["more"] in ("以上", "多"), found["word"] in _UNDER
        least = share - 0.5 if above else share - _TENTH * (1 if below else 0.6)
        most = share + 0.5 if below else share + (_MUCH if above and not found["half"] else _TENTH)
        if not least <= said <= most:
            yield Hit(
                found.start("part"),
                found.end(),
                f"“{found['word'] or ''}{part}{found['half'] or ''}{found['more'] or ''}”和{found['percent']}%不符，请核对。",
            )


def _value(found: re.Match[str], name: str) -> float:
    return number_of(found[name]) * SCALES[found[f"{name}_scale"]]


def _count(words: str) -> float:
    return float(parse_numeral(words) or 0) if not words[0].isdigit() else number_of(words)


RULES = (
    PassageRule(About("level.way", "升降与前后数字不符", Level.QUERY, "实务"), wrong_way, needs="由从"),
    PassageRule(About("level.base", "增幅与基数不符", Level.QUERY, "实务"), growth_of_told_base, needs="%％"),
    PassageRule(About("level.tenths", "几成与百分数不符", Level.QUERY, "实务"), tenths_and_percent, needs="成半分"),
    PassageRule(About("level.times", "倍数、番数与增幅不符", Level.QUERY, "实务"), multiple_and_growth, needs="倍番"),
)
