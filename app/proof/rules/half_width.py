"""Half-width marks in Chinese text, and full-width figures, become hits (GB/T 15834—2011 5.1: marks take the place of a character)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule
from app.text.chars import HAN

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}
_CHINESE = rf"{HAN}，。、；：？！“”‘’（）《》〈〉【】〔〕…—％℃"
_FIELD_ERROR = r"(?<!错误!)(?<!#REF!)(?<!/0!)"
"""Behind these a mark belongs to what a word processor left, which is told as a whole."""
_MARK = re.compile(
    rf"(?<=[{_CHINESE}])[,;:?!]{_FIELD_ERROR}|[,;:?!](?=[ \u3000]*[{_CHINESE}]){_FIELD_ERROR}"
    r"|(?<=[\d%A-Za-z)])[,;?!](?=$)|(?<=[%％])[,;](?=\d)"
)
_STOP = re.compile(rf"(?<=[{_CHINESE}])\.(?=$|[{_CHINESE}])|(?<=[\d%A-Za-z])\.(?=$)")
_NUMBERED = re.compile(r"[ \u3000]*[（(]?[一二三四五六七八九十百\d]{1,4}[)）]?\.$")
_BRACKETS = re.compile(r"\([^()（）]*\)")
_QUOTES = re.compile(r"(?<![A-Za-z])'(?=[^']*')|(?<=[^A-Za-z])'|\"")
_HAN = re.compile(f"[{HAN}]")
_WIDE_CHARACTERS = "０-９Ａ-Ｚａ-ｚ"
_WIDE = re.compile(f"[{_WIDE_CHARACTERS}]+(?:．[０-９]+)?")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SOURCE = "GB/T 15834—2011 5.1"


def half_width_mark(passage: Passage, _: Office) -> Iterator[Hit]:
    """A comma, semicolon, colon, question or exclamation mark of half width beside a Chinese character."""
    text = passage.text
    if not _HAN.search(text):
        return
    for found in _MARK.finditer(text):
        at = found.start()
        if text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit():
            continue
        yield Hit(at, at + 1, f"中文里用全角的“{_FULL[text[at]]}”。", _FULL[text[at]])


def half_width_stop(passage: Passage, _: Office) -> Iterator[Hit]:
    """A dot where a Chinese sentence ends."""
    text = passage.text
    if "." not in text or not _HAN.search(text):
        return
    for found in _STOP.finditer(text):
        at = found.start()
        if not _NUMBERED.match(text[: at + 1]):
            yield Hit(at, at + 1, "句末用全角的“。”。", "。")


def half_width_bracket(passage: Passage, _: Office) -> Iterator[Hit]:
    """Half-width brackets round Chinese words, or behind them."""
    text = passage.text
    if "(" not in text and ")" not in text:
        return
    paired: set[int] = set()
    for found in _BRACKETS.finditer(text):
        paired |= {found.start(), found.end() - 1}
        if _HAN.search(found[0]) or _HAN.match(text[found.start() - 1 : found.start()]):
            yield from (Hit(at, at + 1, f"中文里用全角的“{_FULL[text[at]]}”。", _FULL[text[at]]) for at in (found.start(), found.end() - 1))
    for at, char in enumerate(text):  # one of a pair whose fellow is a full-width one
        if char in "()" and at not in paired and _HAN.search(text[max(0, at - 2) : at + 3]):
            yield Hit(at, at + 1, f"中文里用全角的“{_FULL[char]}”。", _FULL[char])


def straight_quote(passage: Passage, _: Office) -> Iterator[Hit]:
    """Straight quotation marks in Chinese text; what they should be is sure where they come in pairs."""
    text = passage.text
    if ('"' not in text and "'" not in text) or not _HAN.search(text):
        return
    for kind, opening, closing in (('"', "“", "”"), ("'", "‘", "’")):
        places = [found.start() for found in _QUOTES.finditer(text) if found[0] == kind]
        even = len(places) % 2 == 0
        for turn, at in enumerate(places):
            right = (opening, closing)[turn % 2] if even else None
            yield Hit(at, at + 1, f"直引号应改成弯引号“{right or opening + closing}”。", right)


def full_width_figure(passage: Passage, _: Office) -> Iterator[Hit]:
    """Figures and letters of full width."""
    for found in _WIDE.finditer(passage.text):
        yield Hit(found.start(), found.end(), "数字和字母用半角。", found[0].translate(_NARROW))


RULES = (
    PassageRule(About("mark.half", "半角标点", Level.ERROR, _SOURCE), half_width_mark, needs=",;:?!"),
    PassageRule(About("mark.half_stop", "半角句号", Level.ERROR, _SOURCE), half_width_stop, needs="."),
    PassageRule(About("mark.half_bracket", "半角括号", Level.ERROR, _SOURCE), half_width_bracket, needs="()"),
    PassageRule(About("mark.straight_quote", "直引号", Level.ERROR, "GB/T 15834—2011 4.8"), straight_quote, needs="\"'"),
    PassageRule(
        About("mark.full_figure", "全角数字字母", Level.QUERY, "GB/T 15835—2011 5.1；实务"), full_width_figure, needs=_WIDE_CHARACTERS
    ),
)
