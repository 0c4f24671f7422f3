"""The items of a sentence's list by what they begin with, whatever ordinals it uses: 一抓, 二则, 3是, 第三, （二）."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from app.proof.spans import quoted, within
from app.records import dataclass
from app.text.numerals import format_numeral, parse_numeral

_ITEM = re.compile(
    r"(?:(?<=[。；：，！？”）:;,])|^)[ \u3000]*(?:第(?P<nth>[一二三四五六七八九十])(?=[，、：]|是|要|[\u4e00-\u9fff]{4})"
    r"(?![批次个季阶产届条章节期轮名位年天人代步类种组师中小高实初方书大线时])"
    r"|其(?P<of>[一二三四五六])(?=[，、：]|是)|[（(](?:(?P<bracket>[一二三四五六七八九十])|(?P<small>\d))[）)](?=[\u4e00-\u9fff“])"
    r"|(?P<ring>[①-⑩])|(?P<figure>\d)(?:[.．、](?![\d、])|(?=[是要](?!求)))|(?P<han>[一二三四五六七八九十])(?P<verb>[、\u4e00-\u9fff])(?P<next>[\u4e00-\u9fff]?))"
)
VERBS = frozenset("抓看查问建管严强树促保学比讲找改盯训练巡访听谈记帮用拓补稳优提推做防控治创引育扶晒亮评督导联")
_WORDS = frozenset("来则")
_MEASURED = re.compile("[三二四五]则(?:[案新短典消信故通启寓笑]|[，。、；])|三来(?:一补|自|到|村|了)|[二三四五六](?:来|则)$")
_RINGS = "①②③④⑤⑥⑦⑧⑨⑩"


@dataclass(frozen=True, slots=True)
class Item:
    """Item `value` of a list whose ordinals are of the kind `form`, at `start:end` of a text."""

    start: int
    end: int
    form: str
    value: int


@lru_cache(maxsize=1024)
def items_in(text: str) -> tuple[Item, ...]:
    """Every item outside quotations, in order."""
    spans = quoted(text)
    found = (_item(one) for one in _ITEM.finditer(text) if not _MEASURED.match(one[0].strip()))
    return tuple(one for one in found if one and not within(spans, one.start, one.end))


def _item(found: re.Match[str]) -> Item | None:
    end = found.end()
    if found["han"]:
        start, verb = found.start("han"), found["verb"]
        if verb == "、" and found["next"]:
            form = "#、"
        elif (verb in "是要" and found["next"] and found["next"] not in "求点否") or verb in VERBS or verb in _WORDS:
            form = f"#{verb}"
        else:
            return None
        return Item(start, found.end("verb"), form, parse_numeral(found["han"]) or 0)
    if found["ring"]:
        return Item(found.start("ring"), end, "①", _RINGS.index(found["ring"]) + 1)
    for group, form, before in (("nth", "第#", 1), ("of", "其#", 1), ("bracket", "（#）", 1), ("small", "（0）", 1), ("figure", "0.", 0)):
        if found[group]:
            return Item(found.start(group) - before, end, form, parse_numeral(found[group]) or 0)
    return None


def written_as(form: str, value: int) -> str:
    """The ordinal of that form and value."""
    if form == "①":
        return _RINGS[value - 1] if 0 < value <= len(_RINGS) else f"（{value}）"
    return form.replace("#", format_numeral(value)).replace("0", str(value))


def rows_of(items: Sequence[Item]) -> dict[str, list[Item]]:
    """The items by their form, in order."""
    rows: dict[str, list[Item]] = {}
    for one in items:
        rows.setdefault(one.form, []).append(one)
    return rows
