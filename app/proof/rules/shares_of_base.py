"""Shares of one base that several others agree on become hits where one of them doesn't: 20%, 30% and 40% of 3640件 (实务)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.proof.amounts import Amount, amounts_in, written
from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.quantities import Share, counted, likely_slip, shares_in
from app.proof.rule import About, DocumentRule

_NEAR = 6
"""Paragraphs between two shares of one base, at most."""
_SMALL = 3.0
"""Less than so many per cent fits too many bases by chance."""
_PLACE = 40


def odd_of_base(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """…20%、30%和40%: an amount told before fits all shares of its unit but one, which fits no amount at all."""
    for turn in range(len(document.articles) or 1):
        passages = document.inside(turn) if document.articles else document.passages
        told = [(at, one) for at, one in enumerate(passages) if one.role in RUNNING]
        shares = [(at, one, share) for at, one in told for share in shares_in(one.text)]
        if len(shares) <= 1:
            continue
        amounts = [(at, one) for at, passage in told for one in amounts_in(passage.text) if not one.rough]
        for at, passage, share in shares:
            yield from ((passage, hit) for hit in _judged(at, passage, share, shares, amounts))


def _judged(
    at: int, passage: Passage, share: Share, shares: Sequence[tuple[int, Passage, Share]], amounts: Sequence[tuple[int, Amount]]
) -> Iterator[Hit]:
    unit = counted(share.part.unit)
    near = [(place, one) for place, one in amounts if abs(place - at) <= _NEAR and counted(one.unit) == unit]
    if any(share.of(one.value) for _, one in near):
        return
    others = [(place, one) for place, _, one in shares if abs(place - at) <= _NEAR and counted(one.part.unit) == unit and one != share]
    for place, whole in near:
        if whole.value <= share.part.value or place > at or (place == at and whole.start > share.start):
            continue
        agree = [
            other
            for beside, other in others
            if (beside, other.part.start) != (place, whole.start) and other.percent >= _SMALL and other.of(whole.value)
        ]
        right = share.part.value / whole.value * 100
        if (agree) and likely_slip(share.percent, right):
            start = share.part.start if 0 < share.start - share.part.start < _PLACE else share.start
            decimals = 1 if share.step >= 1 else len(f"{share.step:g}") - 2
            yield Hit(start, share.end, f"{share.part.shown}占{written(whole.value)}的{right:.{decimals}f}%，请核对。")
            return


RULES = (DocumentRule(About("rate.of_base", "与其他占比的总数不符", Level.QUERY, "实务"), odd_of_base),)
