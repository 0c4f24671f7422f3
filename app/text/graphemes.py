"""Text becomes the places where a caret may stand: between characters as a reader sees them, never inside one (UAX 29)."""

from __future__ import annotations

import re
import unicodedata

_JOINER = "\u200d"
_HANGUL_LEADS = re.compile("[\u1100-\u11a7\ua960-\ua97c\uac00-\ud7a3]")
_HANGUL_FOLLOWS = re.compile("[\u1160-\u11ff\ud7b0-\ud7fb]")
# Besides all combining marks, variation selectors among them: joiners, skin tones, tags of flags.
_EXTENDS = re.compile("[\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_REGIONAL = re.compile("[\U0001f1e6-\U0001f1ff]")


def is_boundary(text: str, at: int) -> bool:
    """Whether a caret may stand before text[at]; always at both ends."""
    if not 0 < at < len(text):
        return True
    before, after = text[at - 1], text[at]
    if after < "\u0300" or before == "\n":
        return True
    if _EXTENDS.match(after) or unicodedata.category(after)[0] == "M":
        return False
    if before == _JOINER:
        return unicodedata.category(after) != "So"
    if _REGIONAL.match(after) and _REGIONAL.match(before):
        return _regionals_before(text, at) % 2 == 0
    return not (_HANGUL_FOLLOWS.match(after) and _HANGUL_LEADS.match(before))


def next_boundary(text: str, at: int) -> int:
    """The first place behind `at` where a caret may stand; the end of the text where there is none."""
    at += 1
    while not is_boundary(text, at):
        at += 1
    return min(at, len(text))


def previous_boundary(text: str, at: int) -> int:
    """The last place before `at` where a caret may stand; 0 where there is none."""
    at -= 1
    while not is_boundary(text, at):
        at -= 1
    return max(at, 0)


def _regionals_before(text: str, at: int) -> int:
    """How many regional indicators stand directly before `at`; two of them are one flag."""
    count = 0
    while count < at and _REGIONAL.match(text[at - 1 - count]):
        count += 1
    return count
