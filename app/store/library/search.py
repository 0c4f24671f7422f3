"""Phrases become the signed articles and submissions that hold them, those with them in the title first, then the newest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select, text

from app.records import dataclass
from app.store.library import office
from app.store.library.access import Access
from app.store.library.schema import SUBMISSIONS, UNITS
from app.store.library.schema_search import SEARCHED
from app.store.library.schema_signing import SIGNED, SIGNED_ARTICLES
from app.store.library.search_index import candidates, searched_text
from app.text.phrases import fold, holds, is_exact

MOST = 100
_PAGE = 2000
"""Rows that are fetched in one go; what stands in more texts isn't counted."""
_FIRST_LOOK, _LAST_LOOK = 55, 440
"""Texts that are looked at in one go: few at first, and twice as many each time, for most queries need no more."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: texts that hold every one of the phrases and, where `names` are given, any of these.

    Phrases and names are folded as by `app.text.phrases`. `articles` and `submissions` say where; `year` is 0 for all, `bulletin` "" for
    all, `units` empty for all. At most `most` are wanted.
    """

    phrases: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    articles: bool = True
    submissions: bool = False
    year: int = 0
    bulletin: str = ""
    units: tuple[str, ...] = ()
    most: int = MOST


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that holds what was looked for: an article of a signed issue, or a submission (then `submission` is its id).

    `number` and `date` are as printed; `day` is that of the signature, or that on which the submission came.
    """

    title: str
    unit: str
    text: str
    day: str
    issue: str = ""
    turn: int = 0
    position: int = 0
    bulletin: str = ""
    number: str = ""
    date: str = ""
    submission: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The hits in their order. `total` counts all there are, None where there are more than were wanted and nobody counted them."""

    hits: tuple[Hit, ...] = ()
    total: int | None = 0


class Search:
    """The search of a library. Every call is one transaction and raises `UserError`."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def find(self, wanted: Wanted) -> Found:
        """What holds the phrases: titles before texts, the newest first; nothing where nothing was asked."""
        if not (wanted.phrases or wanted.names):
            return Found()
        with self._access.reading() as connection:
            if connection.dialect.name == "postgresql":  # which expects reading whole rows with their arrays to be cheap
                connection.execute(text("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off"))
            titled, every = _ids(connection, wanted, in_title=True), _ids(connection, wanted, in_title=False)
            newest = next(every)
            seen: set[int] = set()
            hits: list[Hit] = []
            for hit in chain(_held(connection, titled, wanted, seen, title=True), _held(connection, chain([newest], every), wanted, seen)):
                if len(hits) == wanted.most:
                    counted = len(newest) < _PAGE and all(map(is_exact, (*wanted.phrases, *wanted.names)))
                    return Found(tuple(hits), len(newest) if counted else None)
                hits.append(hit)
            return Found(tuple(hits), len(hits))

    def same_units(self) -> tuple[frozenset[str], ...]:
        """Names that are one unit's: what the clerk said of those that sign, and the office's list of units."""
        groups: dict[str, set[str]] = {}
        with self._access.reading() as connection:
            for alias, name in connection.execute(select(UNITS.c.alias, UNITS.c.name)):
                groups.setdefault(name, {name}).add(alias)
            own = office.own_units(connection)
        return (*map(frozenset, groups.values()), *(frozenset((row.name, *row.short, *row.former)) for row in own))

    def years(self) -> tuple[int, ...]:
        """The years of the signed issues, the newest first."""
        with self._access.reading() as connection:
            year = func.substr(SIGNED.c.day, 1, 4)
            return tuple(int(found) for found in connection.execute(select(year).distinct().order_by(year.desc())).scalars() if found)


def _ids(connection: Connection, wanted: Wanted, *, in_title: bool) -> Iterator[Sequence[int]]:
    """The rows that may hold it, the newest first, so many at a time as they are asked for; the last lot is a smaller one."""
    may = candidates(connection.dialect.name, wanted.phrases, wanted.names, in_title=in_title).columns(SEARCHED.c.id).subquery()
    joined = SEARCHED.join(may, may.c.id == SEARCHED.c.id)
    asked = select(SEARCHED.c.id).select_from(joined).where(*_conditions(wanted))
    asked = asked.order_by(SEARCHED.c.day.desc(), SEARCHED.c.id.desc()).limit(_PAGE)
    for start in count(0, _PAGE):
        found = connection.execute(asked.offset(start)).scalars().all()
        yield found
        if len(found) < _PAGE:
            return


def _conditions(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    if not wanted.articles:
        yield SEARCHED.c.issue == ""
    if not wanted.submissions:
        yield SEARCHED.c.submission == ""
    if wanted.year:
        yield SEARCHED.c.day.between(f"{wanted.year:04}-01-01", f"{wanted.year:04}-12-31")
    if wanted.bulletin:
        yield SEARCHED.c.bulletin == wanted.bulletin
    if wanted.units:
        yield SEARCHED.c.unit.in_(wanted.units)


def _held(connection: Connection, lots: Iterable[Sequence[int]], wanted: Wanted, seen: set[int], *, title: bool = False) -> Iterator[Hit]:
    """Those of the rows that hold it, in the title where that is asked, in the order of their ids and without those `seen` already.

    Rows are read as hits are asked for, and put among those `seen` when they are one.
    """
    for part in _parts(lots):
        new = [one for one in part if one not in seen]
        rows = {row.id: row for row in connection.execute(_TEXTS.where(SEARCHED.c.id.in_(new)))} if new else {}
        for row in (rows[one] for one in new if one in rows):
            if _is_held(fold(row.title) if title else searched_text(row.title, row.unit, row.text), wanted):
                seen.add(row.id)
                yield _hit(row)


def _parts(lots: Iterable[Sequence[int]]) -> Iterator[Sequence[int]]:
    """The ids in small parts first and larger ones later."""
    step = _FIRST_LOOK
    for lot in lots:
        start = 0
        while start < len(lot):
            yield lot[start : start + step]
            start, step = start + step, min(2 * step, _LAST_LOOK)


def _is_held(folded: str, wanted: Wanted) -> bool:
    return holds(folded, wanted.phrases) and (not wanted.names or any(name in folded for name in wanted.names))


_ARTICLE = (
    (SIGNED_ARTICLES.c.issue == SEARCHED.c.issue)
    & (SIGNED_ARTICLES.c.turn == SEARCHED.c.turn)
    & (SIGNED_ARTICLES.c.position == SEARCHED.c.position)
)
_ISSUE = (SIGNED.c.issue == SEARCHED.c.issue) & (SIGNED.c.turn == SEARCHED.c.turn)
_TEXTS = select(
    SEARCHED,
    func.coalesce(SIGNED_ARTICLES.c.text, SUBMISSIONS.c.text, "").label("text"),
    func.coalesce(SIGNED.c.number, "").label("number"),
    func.coalesce(SIGNED.c.date, "").label("date"),
).select_from(
    SEARCHED.outerjoin(SIGNED_ARTICLES, _ARTICLE)
    .outerjoin(SIGNED, _ISSUE)
    .outerjoin(SUBMISSIONS, SUBMISSIONS.c.id == SEARCHED.c.submission)
)


def _hit(row: Row[Any]) -> Hit:
    of_issue = (row.issue, row.turn, row.position, row.bulletin, row.number, row.date)
    return Hit(row.title, row.unit, row.text, row.day, *of_issue, row.submission)
