"""Two texts become what the later one is of the earlier one: the same, a newer version, cut, merged into a longer one, or reworded."""

from __future__ import annotations

import re
from enum import Enum

from app.records import dataclass
from app.text.similar import bare_text, shingles

_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_SAME = 0.97
_CONTAINED = 0.72
"""The part of the shorter text's shingles that stand in the longer one, where it was cut from it."""
_ALIKE = 0.72
"""Shingles in common, from which two texts of about one length are versions of one: every changed character spoils five."""
_SHORTER, _LONGER = 0.72, 1.5
_REWORDED, _REWORDED_WORDS = 0.12, 0.52
_SAME_FIGURES, _MOST_FIGURES = 0.6, 0.4
_FEW_FIGURES = 3
_LEAST_CHARACTERS = 24


class Kind(Enum):
    """What the later text is."""

    SAME = "相同"
    VERSION = "新稿"
    CUT = "删节"
    MERGED = "并入"
    REWORDED = "改写"


@dataclass(frozen=True, slots=True)
class Relation:
    """`old_in_new` is the part of the earlier text that stands in the later one, `new_in_old` the other way round, 0 to 1."""

    kind: Kind
    old_in_new: float
    new_in_old: float


def relation(old: str, new: str) -> Relation | None:
    """How the later text goes back to the earlier one; None where it tells of something else, though perhaps in the same phrases."""
    a, b = bare_text(old), bare_text(new)
    if min(len(a), len(b)) < _LEAST_CHARACTERS:
        return Relation(Kind.SAME, 1.0, 1.0) if a and a == b else None
    one, other = shingles(a), shingles(b)
    both = len(one & other)
    old_in_new, new_in_old = both / len(one), both / len(other)
    kind = _kind(a, b, old_in_new, new_in_old)
    return Relation(kind, old_in_new, new_in_old) if kind else None


def _kind(a: str, b: str, old_in_new: float, new_in_old: float) -> Kind | None:
    length = len(b) / len(a)
    if a == b or (min(old_in_new, new_in_old) >= _SAME and _FIGURE.findall(a) == _FIGURE.findall(b)):
        return Kind.SAME
    if length < _SHORTER and new_in_old >= _CONTAINED:
        return Kind.CUT
    if length > _LONGER and old_in_new >= _CONTAINED:
        return Kind.MERGED
    if _SHORTER <= length <= _LONGER and max(old_in_new, new_in_old) >= _ALIKE and _same_figures(a, b, _MOST_FIGURES):
        return Kind.VERSION
    return Kind.REWORDED if max(old_in_new, new_in_old) >= _REWORDED and _reworded(a, b) else None


def _reworded(a: str, b: str) -> bool:
    """Whether most pairs of characters of the shorter text, and its figures, stand in the longer one."""
    one, other = shingles(a, 2), shingles(b, 2)
    shared = len(one & other) / min(len(one), len(other))
    return shared >= _REWORDED_WORDS and _same_figures(a, b, _SAME_FIGURES)


def _same_figures(a: str, b: str, least: float) -> bool:
    """Whether the texts give the same figures; what tells two reports of one kind of event apart where their phrases don't."""
    one, other = set(_FIGURE.findall(a)), set(_FIGURE.findall(b))
    fewer = min(len(one), len(other))
    return fewer < _FEW_FIGURES or len(one & other) / fewer >= least
