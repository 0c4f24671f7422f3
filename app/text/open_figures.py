"""A number or a date whose figures are open (第　期, 2021年3月　日): what typing and deleting in it give."""

from __future__ import annotations

import re

from app.text.chars import BLANKS
from app.text.numerals import HAN_NUMERAL

OPEN_FIGURE = "\u3000"
"""Stands where a figure is still open: one em wide, as two figures are."""

_OPEN_YEAR = OPEN_FIGURE * 2
_FIGURE = re.compile(rf"[0-9０-９{HAN_NUMERAL}]")
_BEFORE = re.compile(r"(?:^|[第年月])$")
_BEHIND = re.compile(r"[期号辑年月日]")


def edited(text: str, start: int, end: int, typed: str) -> tuple[int, int, str]:
    """The edit that really is meant when `typed` goes in the place of `start` to `end`.

    A figure typed beside an open one takes its place; where the last figure goes, the place stays open.
    """
    head, tail = text[:start].rstrip(BLANKS), text[end:].lstrip(BLANKS)
    if not (_BEFORE.search(head) and _BEHIND.match(tail)) or (not head and tail[0] != "年"):
        return start, end, typed
    if _FIGURE.match(typed):
        return len(head), len(text) - len(tail), typed
    if not typed.strip(BLANKS):
        return len(head), len(text) - len(tail), OPEN_FIGURE if head else _OPEN_YEAR
    return start, end, typed
