"""The ordinal at a paragraph's head becomes the next one: 一、 → 二、, （三） → （四）, 2. → 3., 一是 → 二是, 第一， → 第二，."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.text.numerals import format_numeral, parse_numeral

_HAN = "[一二三四五六七八九十百]+"
_ORDINAL = re.compile(
    rf"(?P<before>)(?P<han>{_HAN})(?P<after>、|是|要)"
    rf"|(?P<before2>（)(?P<han2>{_HAN})(?P<after2>）)"
    rf"|(?P<before3>第)(?P<han3>{_HAN})(?P<after3>[，,、])"
    r"|(?P<before4>)(?P<digits>\d{1,3})(?P<after4>[.．])(?!\d)"
    r"|(?P<before5>（)(?P<digits2>\d{1,3})(?P<after5>）)"
)
_LARGEST = 999


def ordinal_of(text: str) -> str:
    """The ordinal at the head of a text, "" where there is none."""
    found = _ORDINAL.match(text)
    return found.group() if found and _value(found) else ""


def next_ordinal(text: str) -> str:
    """The ordinal that follows the one at the head of a text, in the same form; "" where there is none."""
    found = _ORDINAL.match(text)
    value = _value(found) if found else 0
    if not found or not 0 < value < _LARGEST:
        return ""
    before, number, after = (part for part in found.groups() if part is not None)
    return f"{before}{value + 1 if number.isdecimal() else format_numeral(value + 1)}{after}"


def first_ordinal(text: str) -> str:
    """The ordinal 1 in the form of the one at the head of a text; "" where there is none."""
    found = _ORDINAL.match(text)
    if not found or not _value(found):
        return ""
    before, number, after = (part for part in found.groups() if part is not None)
    return f"{before}{1 if number.isdecimal() else format_numeral(1)}{after}"


def head_a_list(texts: Sequence[str]) -> bool:
    """Whether each text is an ordinal with its mark or a bullet, and nothing else: what stands before the items of a list."""
    return all(_is_item_head(text.strip()) for text in texts)


def _is_item_head(text: str) -> bool:
    return bool(text) and (text == ordinal_of(text) or (len(text) == 1 and not text.isalnum()))


def _value(found: re.Match[str]) -> int:
    number = next(part for part in list(found.groups())[1::3] if part is not None)
    return parse_numeral(number) or 0
