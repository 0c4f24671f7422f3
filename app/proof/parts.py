"""A text becomes its numbered parts: 第一步, 首轮, 案例一, 一抓, by what all parts of a row have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from app.proof.document import Passage
from app.records import dataclass
from app.text.numerals import parse_numeral

_HAN = "[一二三四五六七八九十]{1,3}"
_HEAD = r"(?:(?<=[。；：，、！？”])|^)[ \u3000•●★▲◆■·【“‘]*"
_MEASURES = "步类批期轮条件招路仗站次组场关个块样篇讲课环层种"
_PART = re.compile(
    rf"{_HEAD}(?=.{{0,4}}[首一二三四五六七八九十\d])"
    rf"(?:(?:第(?P<nth>{_HAN}|\d{{1,2}})|(?P<first>头一|首))(?P<what>[\u4e00-\u9fff]{{1,4}}?)(?=[，,、：:　 是（(】”]|$)"
    rf"|(?:(?<=[。；：])|^|(?<=，)(?=(?:第{_HAN}|头一)[步类条招路仗站组关样讲环层种]))(?:第(?P<nth2>{_HAN})|(?P<first2>头一|首))(?P<what2>[{_MEASURES}])"
    rf"|(?P<name>[\u4e00-\u9fff]{{2,4}}?|之)(?P<after>{_HAN}|\d{{1,2}})(?P<mark>[：:、　 ，—】”]|$)"
    rf"|(?P<count>{_HAN})(?P<verb>[\u4e00-\u9fff]))"
)
"""第一步, 首轮, 案例一, 一抓: where a part begins, by what all parts of a row have in common."""
_NO_VERB = frozenset("、是要个些月日年点时样般定直切次下分方位只件条名家户万千百十一二三四五六七八九亩元人种项则")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A part of a row at `start:end`; `right` is how a number is written there, with {} for it, `mark` what stands behind it."""

    passage: Passage
    start: int
    end: int
    value: int
    right: str
    figures: bool
    mark: str = ""


@lru_cache(maxsize=1024)
def _found(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_PART.finditer(text))


def parts(passage: Passage) -> Iterator[tuple[str, Numbered]]:
    """The parts of a passage in order, each with the name of its row."""
    for found in _found(passage.text):
        if found["what"] or found["what2"]:
            group = "what" if found["what"] else "what2"
            number = found["nth"] or found["nth2"]
            value = parse_numeral(number) if number else 1
            start = next(found.start(one) for one in ("nth", "first", "nth2", "first2") if found[one]) - bool(number)
            what = found[group] if found[group][0] not in _MEASURES else found[group][0]
            numbered = Numbered(
                passage, start, found.start(group) + len(what), value or 0, f"第{{}}{what}", bool(number) and number.isdecimal()
            )
            name = f"第{what}"
        elif found["after"]:
            name, figures = found["name"], found["after"].isdecimal()
            numbered = Numbered(
                passage, found.start("name"), found.end("after"), parse_numeral(found["after"]) or 0, name + "{}", figures, found["mark"]
            )
        elif found["verb"] in _NO_VERB:
            continue
        else:
            name = found["verb"]
            numbered = Numbered(passage, found.start("count"), found.end("verb"), parse_numeral(found["count"]) or 0, "{}" + name, False)
        if numbered.value:
            yield name, numbered


def join(chains: dict[str, list[list[Numbered]]], name: str, one: Numbered) -> None:
    """Put a part into its row; a first one begins another row."""
    known = chains.setdefault(name, [])
    if not known or (one.value == 1 and known[-1][-1].value != 1):
        known.append([])
    known[-1].append(one)


def part_chains(passage: Passage) -> Iterator[tuple[str, list[Numbered]]]:
    """The rows of parts within one passage."""
    chains: dict[str, list[list[Numbered]]] = {}
    for name, one in parts(passage):
        join(chains, name, one)
    for name, known in chains.items():
        for chain in known:
            yield name, chain
