"""Two writings of a title become a likeness from 0 to 1."""

from __future__ import annotations

from difflib import SequenceMatcher

from app.importers.forms import key

SAME = 0.8
"""From here on two writings are the same title with a slip or a small change."""
_MIN_COMMON = 0.4
RELATED = 0.5
"""From here on a contents entry may be a shorter or changed form of the title."""


def likeness(one: str, other: str) -> float:
    """How alike two texts are, by Han, letters and digits only."""
    a, b = key(one), key(other)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    # The bound by length is cheap and rules out most pairs.
    if 2 * min(len(a), len(b)) / (len(a) + len(b)) < RELATED - 0.1:
        return 0.0
    # So is the bound by common characters.
    one_set, other_set = set(a), set(b)
    if len(one_set & other_set) < _MIN_COMMON * min(len(one_set), len(other_set)):
        return 0.0
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def unit_of(entry: str) -> str:
    """The unit that a contents entry names before its colon, as the body does below the title: 湾里海关：一箱一策."""
    unit, colon, _ = entry.partition("：")
    return unit if colon else ""
