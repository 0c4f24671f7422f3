"""A regular expression becomes its parts, the characters that it can begin with, and the words that it can't do without, so that it is
tried only where these stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

_LOOKS = ("(?<=", "(?<!", "(?=", "(?!")
_GROUP = re.compile(r"\((?:\?(?::|P<\w+>))?")
_COUNTS = re.compile(r"(?:[?*+]|\{\d*,?\d*\})[?+]?")
_HELD = frozenset("\\]^-")
_SPECIAL = frozenset("\\[](){}.^$*+?|")
_WORTH = 4
"""A character more is worth so many words fewer."""
_HOLDS = re.compile(r"\((?:\?(?::|=|<=|P<\w+>))?(?!\?)")
"""The head of a group that holds what must stand in the text: a look ahead or behind does, a negative one doesn't."""


def guarded(alternatives: Iterable[str]) -> str:
    """Alternatives as one group that looks at the next character before it tries them, where that spares the trial."""
    parts: list[str] = []
    for known, run in groupby(((bool(first := firsts(one)), one, first) for one in alternatives), key=lambda one: one[0]):
        held = list(run)
        words = "|".join(one for _, one, _ in held)
        parts.append(f"(?=[{''.join(dict.fromkeys(first for *_, first in held))}])(?:{words})" if known else words)
    return f"(?:{'|'.join(parts)})"


def found_by(sign: re.Pattern[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern in a text, for which it needs a sign that is looked up sooner."""
    return pattern.finditer(text) if sign.search(text) else iter(())


def firsts(pattern: str) -> str:
    """The inside of a class of the characters that what a pattern matches begins with; "" where that can't be told.

    What it looks at before and behind doesn't count.
    """
    found: dict[str, None] = {}
    for branch in branches(pattern):
        place = 0
        while True:
            if place == len(branch):
                return ""
            end = behind(branch, place)
            element = branch[place:end]
            count = _COUNTS.match(branch, end)
            place = count.end() if count else end
            if element.startswith(_LOOKS):
                continue
            inside = _inside(element)
            if not inside:
                return ""
            found[inside] = None
            if not count or count[0][0] not in "?*{" or (count[0][0] == "{" and count[0][1] not in "0,"):
                break
    return "".join(found)


def _inside(element: str) -> str:
    if element[0] == "(":
        head = _GROUP.match(element)
        return firsts(element[head.end() : -1]) if head and not element.startswith(("(?P=", "(?#")) else ""
    if element[0] == "[":
        return "" if element[1] == "^" else element[1:-1]
    if element[0] == "\\":
        return element if element[1:] in ("d", ".", "*", "+", "\\", "(", ")", "[", "]") else ""
    return "" if element in ".^$" else f"\\{element}" if element in _HELD else element


def needed(pattern: str) -> tuple[str, ...]:
    """Words of which every text holds one in which a pattern is found; () where they don't follow from a look at it."""
    found: dict[str, None] = {}
    for branch in branches(pattern):
        words = max(_needed_by_parts(branch), key=_telling, default=())
        if not words:
            return ()
        found |= dict.fromkeys(words)
    return tuple(found)


def _telling(words: tuple[str, ...]) -> int:
    """How much it tells that a text holds one of some words: few long ones are rarer than many short ones."""
    return _WORTH * min(map(len, words)) - len(words)


def _needed_by_parts(branch: str) -> Iterator[tuple[str, ...]]:
    """The words of which each part of a branch needs one: a stretch of mere characters, or a group."""
    stretch, place = "", 0
    while place < len(branch):
        end = behind(branch, place)
        element, count = branch[place:end], _COUNTS.match(branch, end)
        place = count.end() if count else end
        if element not in _SPECIAL and len(element) == 1 and not count:
            stretch += element
            continue
        if stretch:
            yield (stretch,)
            stretch = ""
        head = _HOLDS.match(element)
        if head and not (count and count[0].startswith(("?", "*", "{0", "{,"))) and (words := needed(element[head.end() : -1])):
            yield words
    if stretch:
        yield (stretch,)


def branches(pattern: str) -> list[str]:
    """The alternatives of a pattern."""
    found, start, place = [], 0, 0
    while place < len(pattern):
        if pattern[place] == "|":
            found.append(pattern[start:place])
            start = place = place + 1
        else:
            place = behind(pattern, place)
    return [*found, pattern[start:]]


def behind(pattern: str, place: int) -> int:
    """The place behind one element of a pattern: a group, a class, an escaped character, a character."""
    if pattern[place] == "\\":
        return place + 2
    if pattern[place] == "[":
        end = place + 1
        while pattern[end] != "]":
            end += 2 if pattern[end] == "\\" else 1
        return end + 1
    if pattern[place] == "(":
        place += 1
        while pattern[place] != ")":
            place = behind(pattern, place)
    return place + 1
