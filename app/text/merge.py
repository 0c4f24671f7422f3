"""An earlier text, the newer one that its unit sent, and what the editors made of the earlier one become one text, place by place.

The three-way merge of Khanna, Kunal and Pierce, "A formal investigation of diff3" (2007): what stands in all three parts the texts; between
two such places either one side has changed, and its words are taken, or both have, and somebody must say.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from enum import Enum

from app.records import dataclass
from app.text.compare import Span, spans

_LEAST_COMMON = 2
"""Characters between a change of the one side and one of the other, from which the two are told apart."""


class Side(Enum):
    """Who has changed a place."""

    NOBODY = "nobody"
    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Region:
    """What the three texts have at one place. BOTH: the same change on both sides."""

    side: Side
    base: str
    ours: str
    theirs: str


def merge(base: str, ours: str, theirs: str) -> tuple[Region, ...]:
    """The regions in order; their parts joined are the three texts again."""
    return tuple(_regions(base, ours, theirs))


def chosen_text(regions: Sequence[Region], new: Container[int]) -> str:
    """The outcome: the newer text's words in the regions (by index) in `new`, the editors' in the others."""
    return "".join(region.theirs if at in new else region.ours for at, region in enumerate(regions))


def _regions(base: str, ours: str, theirs: str) -> Iterator[Region]:
    to_ours, to_theirs = _stable(spans(base, ours)), _stable(spans(base, theirs))
    at, at_ours, at_theirs = 0, 0, 0
    for start, end in _common(to_ours, to_theirs):
        ours_start, theirs_start = _mapped(to_ours, start), _mapped(to_theirs, start)
        yield from _region(base[at:start], ours[at_ours:ours_start], theirs[at_theirs:theirs_start])
        yield Region(Side.NOBODY, *[base[start:end]] * 3)
        at, at_ours, at_theirs = end, ours_start + end - start, theirs_start + end - start
    yield from _region(base[at:], ours[at_ours:], theirs[at_theirs:])


def _stable(found: Sequence[Span]) -> list[Span]:
    return [span for span in found if span.same]


def _common(one: Sequence[Span], other: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The stretches of the base that stand in both texts."""
    i = j = 0
    while i < len(one) and j < len(other):
        start, end = max(one[i].one_start, other[j].one_start), min(one[i].one_end, other[j].one_end)
        if start < end and (end - start >= _LEAST_COMMON or not _parts(one[i], other[j], start, end)):
            yield start, end
        if one[i].one_end < other[j].one_end:
            i += 1
        else:
            j += 1


def _parts(one: Span, other: Span, start: int, end: int) -> bool:
    """Whether what stands in all three lies between changes of both sides, so near that one may be meant with the other in mind."""
    return start > 0 and (one.one_start == start) is not (other.one_start == start) and (one.one_end == end) is not (other.one_end == end)


def _mapped(found: Sequence[Span], place: int) -> int:
    span = next(span for span in found if span.one_start <= place < span.one_end)
    return span.other_start + place - span.one_start


def _region(base: str, ours: str, theirs: str) -> Iterator[Region]:
    if not (base or ours or theirs):
        return
    if ours == theirs:
        side = Side.BOTH if ours != base else Side.NOBODY
    elif ours == base:
        side = Side.THEIRS
    elif theirs == base:
        side = Side.OURS
    else:
        side = Side.CONFLICT
    yield Region(side, base, ours, theirs)
