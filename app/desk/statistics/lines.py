"""Submissions, signed articles and lines written by hand become lines of detail: whose, as what, how many, worth what.

A submission counts in the month in which it came, an article in that of its issue's day. An article counts once for each unit that it was
made of, however many texts of this unit went into it: as the fullest of the ways in which they were used. An article that no submission
is linked to counts as 独立 for the unit that it names; one that names none is the office's own and counts for nobody, which is told.
Nothing else vanishes: a submission of nobody counts for `UNKNOWN`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from operator import attrgetter

from app.desk.statistics.names import Namer, namer
from app.model.statistics import (
    EXTRA_MARK,
    SHARES,
    Facts,
    HandLine,
    Kind,
    Line,
    PointRow,
    PrintedArticle,
    StatisticsRules,
    Submitted,
)
from app.model.submission import Share

_FULLEST = {share: at for at, share in enumerate(Share)}
_ZERO = Fraction(0)
Price = Callable[[str, Kind], Fraction]


def lines_of(facts: Facts, rules: StatisticsRules) -> tuple[Line, ...]:
    """Every line, in an order that does not depend on that of the facts."""
    name, price = namer(facts.names, rules.members), price_list(rules.points)
    found = [
        *(_reported(one, name, price) for one in facts.submitted),
        *(line for article in facts.printed for line in _adopted(article, name, price, rules.even_joint)),
        *(_by_hand(one, name, price) for one in rules.hands),
    ]
    return tuple(sorted(found, key=in_order))


in_order = attrgetter("month", "day", "key", "unit", "kind", "venue", "of")
"""Lines by month, day, and what they are of."""


def price_list(rows: Iterable[PointRow]) -> Price:
    """What one of a kind is worth at a place: by its own row, for an extra issue by its bulletin's, else by the row for all."""
    table = {(row.venue, row.kind): row.points for row in rows}

    def price(venue: str, kind: Kind) -> Fraction:
        for place in (venue, venue.removesuffix(EXTRA_MARK), ""):
            if (place, kind) in table:
                return table[place, kind]
        return _ZERO

    return price


def _reported(one: Submitted, name: Namer, price: Price) -> Line:
    kind = Kind.REPORTED
    return Line(one.day[:7], f"r:{one.id}", name(one.unit), kind, "", 1, price("", kind), one.day, "", one.title)


def _adopted(article: PrintedArticle, name: Namer, price: Price, even: bool) -> Iterator[Line]:
    """A line for each unit."""
    ways: dict[str, list[Share]] = {}
    for source in article.sources:
        ways.setdefault(name(source.unit or article.unit), []).append(source.share)
    note = "" if article.sources else "没有关联来稿，按文章的单位计"
    if not ways and article.unit.strip():
        ways = {name(article.unit): [Share.SOLE]}
    for unit, shares in ways.items():
        kind = SHARES[min(shares, key=_FULLEST.__getitem__)]
        points = price(article.venue, kind)
        if even and kind is Kind.JOINT:
            points /= len(ways)
        texts = f"{len(shares)} 份来稿合为一条" if len(shares) > 1 else note
        key = f"a:{article.issue}:{article.article}"
        place = (article.day, article.label, article.title, texts)
        yield Line(article.day[:7], key, unit, kind, article.venue, 1, points, *place, issue=article.issue, article=article.article)


def _by_hand(one: HandLine, name: Namer, price: Price) -> Line:
    """A line as it was written; an extra without a place of its own stands at the place of its name."""
    venue = one.venue or ("" if one.kind is Kind.REPORTED else str(one.kind))
    points = one.points if one.points is not None else price(one.venue, one.kind) * one.count
    note = f"手工登记：{one.note}" if one.note else "手工登记"
    return Line(one.month, f"h:{one.id}", name(one.unit), one.kind, venue, one.count, points, "", one.venue, one.title, note)


def uncounted(printed: Iterable[PrintedArticle]) -> tuple[PrintedArticle, ...]:
    """The articles that count for nobody: no unit, and no submission linked."""
    return tuple(article for article in printed if not article.sources and not article.unit.strip())
