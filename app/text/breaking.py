"""A place between two characters becomes a yes or no: may a line end here? (resources/line-breaking.json, L76-L79, L109-L113)."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache

from app.paths import resources
from app.records import dataclass

BLANKS = " \t\u3000"
"""White space that a line end swallows, the ideographic one among them; a no-break space is none."""

LATIN_RUN = re.compile(r"[!-~\u00a1-\u024f\u0370-\u03ff\u0400-\u04ff]+")
"""A run of Latin script, as word processors part it from Han text: ASCII without the blank, Latin, Greek, Cyrillic."""

_GLUE = "\u00a0"
_LETTER = re.compile(r"[0-9A-Za-z]")
_LATIN = r"!-~\u00a1-\u024f\u0370-\u03ff\u0400-\u04ff"
_WEAK = r" \u00a0\u2010-\u2bff"
_WEAK_HEAD = re.compile(f"[{_WEAK}]+")
_SCRIPT_RUN = re.compile(f"[{_LATIN}][{_LATIN}{_WEAK}]*")
_LAST_LATIN = "\u04ff"
_HAN = ("\u4e00", "\u9fff")
_PAIRED = "—…"
_OPENING = "“‘￥①②③④⑤⑥⑦⑧⑨⑩"
"""LibreOffice never parts a letter or digit from these, even where that leaves a hole, so everyone must keep them together."""
_BRACKETS = frozenset("（《〈【〔「『")
_ADDRESS_HEADS = ("http:/", "https:/", "www.")
_ADDRESS = re.compile(r"[!-~]+")


@dataclass(frozen=True, slots=True)
class BreakingList:
    """The characters that may not begin or end a line, and those that hold on to a letter or digit after them."""

    no_start: frozenset[str]
    no_end: frozenset[str]
    holding: frozenset[str]


@cache
def breaking_list() -> BreakingList:
    """The one list that layout, checks and DOCX share."""
    data = json.loads((resources() / "line-breaking.json").read_text(encoding="utf-8"))
    return BreakingList(
        frozenset(data["no_start"]),
        frozenset(data["no_end"]) | frozenset("№"),
        frozenset(data["close_marks_that_hold_a_following_letter_or_digit"]),
    )


def script_runs(text: str) -> Sequence[tuple[int, int]]:
    """Start and end of each run of Latin script with the punctuation, symbols and circled numbers in it and after it.

    Those belong to no script: they take that of what stands before them, at the start of a paragraph that of what follows (probed
    character by character in LibreOffice).
    """
    runs = [found.span() for found in _SCRIPT_RUN.finditer(text)]
    if runs and _WEAK_HEAD.fullmatch(text, 0, runs[0][0]):
        runs[0] = (0, runs[0][1])
    return runs


def is_letter(char: str) -> bool:
    """Whether the character is an ASCII letter or digit: those that keep a gap from Han text."""
    return bool(_LETTER.match(char))


def can_break(text: str, at: int) -> bool:
    """Whether a line may end before text[at]."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    rules = breaking_list()
    if after in BLANKS or after in rules.no_start or before in rules.no_end:
        return False
    if before in BLANKS:
        return True
    if _GLUE in (before, after):
        return False
    if before == after and after in _PAIRED:  # —— and …… are never split, four of them only in the middle (L78)
        return _run_before(text, at) % 2 == 0
    if after > _LAST_LATIN:  # mostly: what follows is about letters and digits
        return not (after in _OPENING and is_letter(before))
    if before == "-" and at > 1 and is_letter(after) and is_letter(text[at - 2]):
        return True  # as every word processor does: no letter space of a point could fill the hole that a whole word leaves
    if before == "/" and is_letter(after) and _in_address(text, at):
        return not (text[at - 2].isdigit() and after.isdigit())
    if LATIN_RUN.match(before) and LATIN_RUN.match(after):  # words and numbers stay whole
        return False
    if is_letter(after):
        return before not in rules.holding  # LibreOffice refuses this break on an exactly full line, so everyone must
    return True


def _in_address(text: str, at: int) -> bool:
    """Whether the slash before `at` is one of a web address, behind which word processors break; not one of km/h or 3/4."""
    head = max(text.rfind(head, 0, at) for head in _ADDRESS_HEADS)
    return head >= 0 and _ADDRESS.fullmatch(text, head, at) is not None


def _run_before(text: str, at: int) -> int:
    """How many characters like text[at - 1] stand directly before `at`."""
    return at - len(text[:at].rstrip(text[at - 1]))


def held_at_edge(text: str, at: int) -> bool:
    """Whether the line that is full right before `at` may not end there, though it may where one more character would fit.

    So LibreOffice breaks behind a slash, and between a letter or digit and an opening bracket (probed in some 700 lines).
    """
    before = text[at - 1 : at]
    return before == "/" or (text[at : at + 1] in _BRACKETS and text[at : at + 1] != "" and is_letter(before))


def last_break(text: str, start: int, at: int) -> int:
    """The last place not after `at` where a line that begins at `start` may end; `at` itself if there is none."""
    if start < at < len(text) and _HAN[0] <= text[at - 1] <= _HAN[1] and _HAN[0] <= text[at] <= _HAN[1]:
        return at  # as mostly: no rule is about Han characters
    place = at - held_at_edge(text, at)
    while place > start:
        if can_break(text, place):
            return place
        place -= 1
    return max(at, start + 1)
