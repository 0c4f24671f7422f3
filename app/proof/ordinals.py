"""A text becomes its ordinals: 一、 （一） 1. （1） at the head of a paragraph, 一是 and 第一， and 首先， at the head of a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from app.proof.patterns import found_by
from app.proof.spans import quoted, within
from app.records import dataclass
from app.text.numerals import format_numeral, parse_numeral

Form = Literal["一、", "（一）", "1.", "（1）", "①", "一是", "一要", "第一", "其一", "首先"]

_HAN = "[一二三四五六七八九十]{1,3}"
_HEAD = re.compile(
    rf"[ \u3000]*(?:(?P<han>{_HAN})[、，,.．：:](?!\d|是(?!否|不是|非))|[（(](?P<bracket>{_HAN})"
    rf"(?:[）)]|[、，.．](?=[\u4e00-\u9fff])(?![^（）()]{{0,40}}[）)]))"
    rf"|(?P<figure>\d{{1,2}})(?:[.．：:，,](?!\d)|、)|[（(](?P<small>\d{{1,2}})[）)]"
    rf"|(?P<ring>[①-⑩]))"
)
_CLAUSE = re.compile(
    rf"(?:(?<=[。；：，、！？”）“])|^[ \u3000•●·◆-]*)(?:(?P<be>{_HAN})(?:(?<![一二三四五六七八九]、.)[、，,.． \u3000])?是(?!否|不是|非)|"
    rf"(?P<must>{_HAN})要(?!求|点)"
    rf"|第(?P<nth>{_HAN})(?=[，,、：。]|是)|其(?P<of>[一二三四五六])(?=[，,、：]|是)|(?P<word>首先|其次|再次|最后|第[一二三四五六七八九]步)(?=[，、,]|是))"
)
_LOOSELY = re.compile("第[一二三四五六七八九十]|[首其再][先次]|其[二三四五六]")
_LOOSE = re.compile(
    rf"(?:(?<=[。；：，！？”）])|^[ \u3000•●·◆-]*)(?:第(?P<nth>{_HAN})(?=[\u4e00-\u9fff]{{4}})"
    r"(?![批次个季阶产届条章节期轮名位年天人代步类種种类组师中小高实初人方])|其(?P<of>[二三四五六])(?=[\u4e00-\u9fff]{4})(?![分成者人家户级层楼期年个名位条座项类种十百千万届次大代等])|(?P<word>首先|其次|再次)(?=[\u4e00-\u9fff]{4}))"
)
_FIGURE = re.compile(r"(?<=[。；：，、！？”）])(?P<figure>\d{1,2})[.．、](?![\d、])(?=[\u4e00-\u9fff“])")
_BRACKETED = re.compile(rf"(?<=[。；：，！？”])[（(](?:(?P<han>{_HAN})|(?P<figure>\d{{1,2}}))[）)](?=[\u4e00-\u9fff“《])(?![项款条目])")
_DEPTHS: dict[Form, int] = {"一、": 1, "（一）": 2, "1.": 3, "（1）": 4, "①": 5}
_WORDS = {"首先": 1, "其次": 2, "再次": 3}
_RINGS = "①②③④⑤⑥⑦⑧⑨⑩"


@dataclass(frozen=True, slots=True)
class Ordinal:
    """The ordinal `value` in the form `form` at `start:end` of a text, its sign included."""

    start: int
    end: int
    form: Form
    value: int


@lru_cache(maxsize=8192)
def head_ordinal(text: str) -> Ordinal | None:
    """The ordinal that a paragraph begins with."""
    found = _HEAD.match(text)
    if not found:
        return None
    start = len(found[0]) - len(found[0].lstrip(" \u3000"))
    forms: tuple[tuple[str, Form], ...] = (("han", "一、"), ("bracket", "（一）"), ("figure", "1."), ("small", "（1）"))
    for group, form in forms:
        value = parse_numeral(found[group]) if found[group] else None
        if value:
            return Ordinal(start, found.end(), form, value)
    return Ordinal(start, found.end(), "①", _RINGS.index(found["ring"]) + 1) if found["ring"] else None


@lru_cache(maxsize=8192)
def clause_ordinals(text: str) -> tuple[Ordinal, ...]:
    """The ordinals of clauses, in order."""
    return tuple(_clause_ordinals(text))


def _clause_ordinals(text: str) -> Iterator[Ordinal]:
    for found in _CLAUSE.finditer(text):
        forms: tuple[tuple[str, Form], ...] = (("be", "一是"), ("must", "一要"), ("nth", "第一"), ("of", "其一"))
        for group, form in forms:
            if found[group]:
                value = parse_numeral(found[group])
                if value:
                    start = found.start(group) - (form in ("第一", "其一"))
                    yield Ordinal(start, found.end(), form, value)
        if found["word"] in _WORDS:
            yield Ordinal(found.start("word"), found.end(), "首先", _WORDS[found["word"]])


@lru_cache(maxsize=1024)
def loose_ordinals(text: str) -> tuple[Ordinal, ...]:
    """第二 and 其次 without a mark behind them, which are ordinals only where others stand beside them."""
    return tuple(_loose_ordinals(text))


def _loose_ordinals(text: str) -> Iterator[Ordinal]:
    for found in found_by(_LOOSELY, _LOOSE, text):
        if found["nth"]:
            value = parse_numeral(found["nth"])
            if value:
                yield Ordinal(found.start("nth") - 1, found.end(), "第一", value)
        elif found["of"]:
            yield Ordinal(found.start("of") - 1, found.end(), "其一", parse_numeral(found["of"]) or 0)
        else:
            yield Ordinal(found.start("word"), found.end(), "首先", _WORDS[found["word"]])


def figures_in_line(text: str) -> Iterator[Ordinal]:
    """1. and 2、 at the heads of clauses, which are ordinals only where others stand beside them."""
    for found in _FIGURE.finditer(text):
        yield Ordinal(found.start(), found.end(), "1.", int(found["figure"]))


@lru_cache(maxsize=8192)
def brackets_in_line(text: str) -> tuple[Ordinal, ...]:
    """（2） and （二） at the heads of clauses, as a list has them that runs on in one paragraph; quotations are left out."""
    spans = quoted(text) if "（" in text or "(" in text else ()
    places = [found for found in _BRACKETED.finditer(text) if not within(spans, found.start(), found.end())]
    values = [(found, parse_numeral(found["han"] or found["figure"])) for found in places]
    return tuple(Ordinal(found.start(), found.end(), "（一）" if found["han"] else "（1）", value) for found, value in values if value)


def strays(ordinals: Sequence[Ordinal]) -> Iterator[tuple[int, Form]]:
    """Of ordinals in their order, those that take another form's turn: (number of the ordinal, the form that it should have).

    第一，二是，三是: the first one; （一）2.（三）: the second one. One that goes on, or opens, a list of its own form is none.
    """
    forms = [one.form for one in ordinals]
    for turn, one in enumerate(ordinals):
        later = ordinals[turn + 1 :]
        right: Form | None = None
        if one.value == 1 and later and later[0].value == 2 and later[0].form != one.form:
            form = later[0].form
            own = any(other.form == one.form and other.value == 2 for other in later)
            resumed = any(other.form == one.form and other.value == 3 for other in later[1:2])
            more = any(other.form == form and other.value == 3 for other in later[1:])
            last = next(
                (earlier.value for earlier, known in zip(reversed(ordinals[:turn]), reversed(forms[:turn]), strict=True) if known == form),
                0,
            )
            figure = one.form in ("1.", "（1）") and form not in _DEPTHS
            if not own and not resumed and last != 1 and (more or figure or _DEPTHS.get(form, 9) < _DEPTHS.get(one.form, 0)):
                right = form
        elif one.value > 1 and turn and ordinals[turn - 1].value == one.value - 1 and forms[turn - 1] != one.form:
            form = forms[turn - 1]
            own = _goes_on(ordinals[:turn], one)
            goes_on = next((other.value for other in later if other.form == form), one.value + 1)
            if not own and goes_on in (one.value + 1, one.value + 2, 1):
                right = form
        if right:
            forms[turn] = right
            yield turn, right


def _goes_on(earlier: Sequence[Ordinal], one: Ordinal) -> bool:
    """Whether the list of one's own form, of which nothing but deeper ordinals stand since, has come so far."""
    for other in reversed(earlier):
        if other.form == one.form:
            return other.value == one.value - 1
        if _DEPTHS.get(other.form, 9) <= _DEPTHS.get(one.form, 0):
            return False
    return False


def written(form: Form, value: int) -> str:
    """An ordinal of that form and value, as it should stand."""
    han = format_numeral(value)
    match form:
        case "一、":
            return f"{han}、"
        case "（一）":
            return f"（{han}）"
        case "1.":
            return f"{value}."
        case "（1）":
            return f"（{value}）"
        case "①":
            return _RINGS[value - 1] if value <= len(_RINGS) else f"（{value}）"
        case "一是":
            return f"{han}是"
        case "一要":
            return f"{han}要"
        case "第一":
            return f"第{han}"
        case "其一":
            return f"其{han}"
        case "首先":
            return {1: "首先", 2: "其次", 3: "再次"}.get(value, "最后")
