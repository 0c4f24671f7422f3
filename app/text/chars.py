"""A character becomes its class: Han, Chinese mark, Latin; a text becomes its width in em."""

from __future__ import annotations

import re
from functools import cache

HAN = r"〇㐀-䶿一-鿿豈-﫿\U00020000-\U0003FFFF"
"""Han characters, for use inside a regular-expression class."""

CJK_MARKS = "，。、；：？！“”‘’（）《》〈〉【】〔〕［］「」『』—…·～"
"""Marks that stand in Chinese text (GB/T 15834)."""

CLOSING = "”’）》〉】〕］」』"
SENTENCE_ENDS = "。！？…"
"""Marks that may end a paragraph; a closing mark may follow them."""

IDEOGRAPHIC_SPACE = "\u3000"
BLANKS = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Horizontal white space, for use inside a regular-expression class."""
GAP = f"[{BLANKS}]*+"
"""Any blanks, for use in a regular expression. Possessive: a run of blanks has one end, and no pattern tries it at every other place."""

INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f\ufeff"
"""Zero-width characters and direction marks, for use inside a regular-expression class."""

_NARROW = re.compile("[\u0020-\u00ff]")
_ENDS = re.compile(f"[{SENTENCE_ENDS}]+[{CLOSING}\"']*$")


@cache  # a large class takes its time to compile: only where somebody asks
def _han() -> re.Pattern[str]:
    return re.compile(f"[{HAN}]")


def is_han(char: str) -> bool:
    """Whether one character is a Han character."""
    return bool(char) and _han().match(char) is not None


def count_han(text: str) -> int:
    """How many Han characters a text holds."""
    return len(_han().findall(text))


def width_em(text: str) -> float:
    """The width of a text in em: Han and Chinese marks 1, Latin, digits and ASCII marks 0.5."""
    return len(text) - len(_NARROW.findall(text)) / 2


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does: 。！？… with any closing marks after them."""
    return _ENDS.search(text.rstrip()) is not None


def spelled(text: str) -> str:
    """Characters as a clerk can find them: themselves, or their numbers where they have no shape to show."""
    return text if text.isprintable() else "".join(f"U+{ord(char):04X}" for char in text)
