"""The General Secretary's name and the three regions that are no countries become sure errors where they are written wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule
from app.text.chars import HAN

STATE_LEADERS = frozenset({"习近平", "毛泽东", "邓小平", "江泽民", "胡锦涛"})
"""Names that are never taken for a slip of another one."""
_NAME = "习近平"
_OFFICE = "总书记|国家主席|主席"
_WRONG_NAME = re.compile(
    rf"(?!{_NAME})(?:(?:习[{HAN}]平|习近[{HAN}]|习平近|近习平|近平习)(?={_OFFICE})"
    rf"|(?:[{HAN}]近平|习平|习近)(?=总书记)|(?:习[进今仅斤迈返]平|习近[评乎苹坪凭屏萍]|[刁刀]近平)(?=同志|{_OFFICE}|新时代))"
)
"""Three characters of which one is another, two in the wrong order, or one that is lost. Other people may be called 习 or 近平: before 同志
only what is a slip on sight is told."""


def leader_written_wrong(passage: Passage, _: Office) -> Iterator[Hit]:
    """习近评总书记."""
    for found in _WRONG_NAME.finditer(passage.text):
        yield Hit(found.start(), found.end(), "总书记的姓名写错了。", _NAME)


_PLACE = f"[{HAN}]{{2,7}}"
_REGIONS_AMONG_COUNTRIES = re.compile(
    rf"(?:香港|澳门|台湾)(?:、{_PLACE}?)*?(?:[和及与]{_PLACE}?)?(?:等(?:[0-9]{{1,3}}|[一二三四五六七八九十两]{{1,3}}|多|数)?个?|[0-9]{{1,3}}个|[两三四五六七八九十]个)"
    r"(?P<word>国家)(?!(?:、|和|及|与|或)?地区|（地区）|\(地区\)|级)"
)


def regions_as_countries(passage: Passage, _: Office) -> Iterator[Hit]:
    """香港、台湾等国家: they are regions of China."""
    for found in _REGIONS_AMONG_COUNTRIES.finditer(passage.text):
        yield Hit(found.start("word"), found.end("word"), "香港、澳门、台湾是地区，不是国家，应写“国家和地区”。", "国家和地区")


RULES = (
    PassageRule(About("leader.name", "总书记姓名写错", Level.ERROR, "实务：领导人姓名逐字核对"), leader_written_wrong, needs="习近"),
    PassageRule(About("place.country", "港澳台写成国家", Level.ERROR, "实务：涉港澳台用语规范"), regions_as_countries, needs="港澳台"),
)
