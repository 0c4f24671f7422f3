"""采用统计 in the library: what can be counted, what the office set, and the months that are closed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Row, Table, and_, delete, insert, select

from app.errors import UserError
from app.model.signing import Series
from app.model.statistics import (
    EXTRA_MARK,
    SUBJECT,
    ClosedMonth,
    Facts,
    HandLine,
    Member,
    PrintedArticle,
    PrintedSource,
    StatisticsRules,
    Submitted,
)
from app.model.submission import Share, State
from app.store.library import statistics_rows as rows
from app.store.library.access import Access
from app.store.library.schema import SUBMISSIONS, UNITS
from app.store.library.schema_signing import SIGNED, SIGNED_ARTICLES, SIGNED_SOURCES
from app.store.library.schema_statistics import CLOSED, CLOSED_LINES, COLUMNS, HANDS, MEMBERS, OPTIONS, POINTS

_T = TypeVar("_T", bound=Hashable)
_EVEN, _SUBJECT = "even_joint", "subject"
_CROSSED = "统计设置刚刚在别处改动过，这一步没有做，请再试一次。"
_CLOSED_ELSEWHERE = "这个月刚刚在别处结过账了，这一步没有做。"


class Counted(NamedTuple):
    """All that 采用统计 asks of the library, as of one moment."""

    facts: Facts
    rules: StatisticsRules
    closed: tuple[ClosedMonth, ...]


class Statistics:
    """Every call is one transaction and raises `UserError`."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def read(self) -> Counted:
        """Facts, rules and closed months together."""
        with self._access.reading() as connection:
            return _counted(connection)

    def rules(self) -> StatisticsRules:
        """What the office set."""
        with self._access.reading() as connection:
            return _rules(connection)

    def change(self, before: StatisticsRules, after: StatisticsRules) -> None:
        """Make the change that leads from one to the other; rows that another desk changed meanwhile stay as it left them."""
        with self._access.writing(_CROSSED, first_looks=True) as connection:
            standing = _rules(connection)
            for table, name, key, values in _LISTS:
                was, now, there = (getattr(rules, name) for rules in (before, after, standing))
                if name == "hands":
                    now = _once(was, now, there)
                _put(connection, table, [*map(values, merged(was, now, there, key))], [*map(values, there)])
            for name, was, now in ((_EVEN, before.even_joint, after.even_joint), (_SUBJECT, before.subject, after.subject)):
                if was != now:
                    connection.execute(delete(OPTIONS).where(OPTIONS.c.name == name))
                    connection.execute(insert(OPTIONS), {"name": name, "value": now if isinstance(now, str) else "1" if now else ""})

    def close(self, made: Callable[[Counted], Sequence[ClosedMonth]]) -> None:
        """Keep the months that are made of what stands, as one moment, all of them or none.

        Raises `UserError` where one of them, or a later one, is closed already.
        """
        with self._access.writing(_CLOSED_ELSEWHERE, first_looks=True) as connection:
            months = made(_counted(connection))
            last = connection.execute(select(CLOSED.c.month).order_by(CLOSED.c.month.desc()).limit(1)).scalar_one_or_none()
            if last is not None and any(one.month <= last for one in months):
                raise UserError(_CLOSED_ELSEWHERE)
            for one in months:
                connection.execute(insert(CLOSED), rows.of_closed(one))
                if one.lines:
                    connection.execute(insert(CLOSED_LINES), [rows.of_line(line, at) for at, line in enumerate(one.lines)])

    def reopen(self, months: Sequence[str]) -> None:
        """Take the close of the last months back, as if it had not been. Raises `UserError` where a later one is closed."""
        with self._access.writing(_CLOSED_ELSEWHERE, first_looks=True) as connection:
            later = select(CLOSED.c.month).where(CLOSED.c.month > max(months)).limit(1)
            if connection.execute(later).one_or_none() is not None:
                raise UserError("后面的月份已经结账，这个月不能再打开。")
            connection.execute(delete(CLOSED_LINES).where(CLOSED_LINES.c.in_month.in_(months)))
            connection.execute(delete(CLOSED).where(CLOSED.c.month.in_(months)))


def merged(before: Sequence[_T], after: Sequence[_T], standing: Sequence[_T], key: Callable[[_T], Hashable]) -> tuple[_T, ...]:
    """What stands, with the change that leads from one to the other: row by row, so that another desk's rows stay as it left them.

    Of a row that both changed this change is the later one, and holds.
    """
    if tuple(before) == tuple(after):
        return tuple(standing)
    was, mine, there = (_by_key(rows, key) for rows in (before, after, standing))
    own = [one if one != was.get(at) else there[at] for at, one in mine.items() if one != was.get(at) or at in there]
    return (*own, *(one for at, one in there.items() if at not in was and at not in mine))


def _by_key(rows: Sequence[_T], key: Callable[[_T], Hashable]) -> dict[tuple[Hashable, int], _T]:
    """The rows by their keys, the first of several that share one, the second, and so on."""
    seen: Counter[Hashable] = Counter()
    found: dict[tuple[Hashable, int], _T] = {}
    for one in rows:
        at = key(one)
        found[at, seen[at]] = one
        seen[at] += 1
    return found


def _counted(connection: Connection) -> Counted:
    return Counted(_facts(connection), _rules(connection), _closed(connection))


def _once(before: Sequence[HandLine], after: Sequence[HandLine], standing: Sequence[HandLine]) -> tuple[HandLine, ...]:
    """The lines by hand without the new ones that another desk has written down as well, word for word."""
    known, there = set(before), {one.id for one in standing}
    theirs = {replace(one, id="") for one in standing if one not in known}
    return tuple(one for one in after if one in known or one.id in there or replace(one, id="") not in theirs)


def _member_key(one: Member) -> Hashable:
    """A unit is in one group; what is said of each of a group is known by the group."""
    return (one.unit, "") if one.unit else ("", one.group)


_LISTS: tuple[tuple[Table, str, Callable[[Any], Hashable], Callable[[Any], rows.Values]], ...] = (
    (POINTS, "points", lambda one: (one.venue, one.kind), rows.of_point),
    (MEMBERS, "members", _member_key, rows.of_member),
    (HANDS, "hands", lambda one: one.id, rows.of_hand),
    (COLUMNS, "columns", lambda one: (one.form, one.heads), rows.of_column),
)
"""The tables of rows in the office's order, with the rules that they hold, what a row is known by, and how it is written."""


def _put(connection: Connection, table: Table, wanted: list[rows.Values], standing: list[rows.Values]) -> None:
    """Write the rows of a table anew, where they are not as they stand."""
    if wanted == standing:
        return
    connection.execute(delete(table))
    if wanted:
        connection.execute(insert(table), [{**one, "position": at} for at, one in enumerate(wanted)])


def _rules(connection: Connection) -> StatisticsRules:
    def read(table: Table, value: Callable[[Row[Any]], _T]) -> tuple[_T, ...]:
        return tuple(map(value, connection.execute(select(table).order_by(table.c.position))))

    options = {row.name: row.value for row in connection.execute(select(OPTIONS))}
    points, members = read(POINTS, rows.point), read(MEMBERS, rows.member)
    hands, columns = read(HANDS, rows.hand), read(COLUMNS, rows.column)
    return StatisticsRules(points, members, hands, columns, bool(options.get(_EVEN)), options.get(_SUBJECT) or SUBJECT)


def _closed(connection: Connection) -> tuple[ClosedMonth, ...]:
    lines = defaultdict(list)
    for row in connection.execute(select(CLOSED_LINES).order_by(CLOSED_LINES.c.in_month, CLOSED_LINES.c.position)):
        lines[row.in_month].append(rows.line(row))
    return tuple(rows.closed(row, lines[row.month]) for row in connection.execute(select(CLOSED).order_by(CLOSED.c.month)))


def _facts(connection: Connection) -> Facts:
    """Of each submission the first version that was not withdrawn; articles of issues whose signature stands."""
    wanted = SUBMISSIONS.c
    found = connection.execute(select(wanted.id, wanted.received, wanted.unit, wanted.title, wanted.state, wanted.version_of)).all()
    units = {row.id: row.unit for row in found}
    came = _first_versions(found)
    names = connection.execute(select(UNITS.c.alias, UNITS.c.name).order_by(UNITS.c.alias))
    printed = _printed(connection, units)
    older = {row.id: row.version_of for row in found}
    # A nameless submission counts for the unit of the article that it was used in, as the article does.
    used = {_root(older, one.submission)[0]: article.unit for article in reversed(printed) for one in article.sources if not one.unit}
    submitted = tuple(Submitted(row.id, row.received, row.unit or used.get(_root(older, row.id)[0], ""), row.title) for row in came)
    return Facts(submitted, printed, tuple((row.alias, row.name) for row in names))


def _first_versions(found: Sequence[Any]) -> list[Any]:
    """The rows that count: of those that go back to one text, near or far and whether that is still there, the first that stands."""
    older = {row.id: row.version_of for row in found}
    first: dict[str, tuple[tuple[int, str, str], Any]] = {}
    for row in found:
        if row.state != State.WITHDRAWN.value:
            root, depth = _root(older, row.id)
            place = depth, row.received, row.id
            if root not in first or place < first[root][0]:
                first[root] = place, row
    chosen = {row.id for _, row in first.values()}
    return [row for row in found if row.id in chosen]


def _root(older: Mapping[str, str], of: str) -> tuple[str, int]:
    """What a version goes back to in the end, and how far that is. Of a ring, which no program of ours makes, it is the least id."""
    line = {of: None}
    last = of
    while before := older.get(last, ""):
        if before in line:
            return min(line), len(line)
        line[before], last = None, before
    return last, len(line)


def _printed(connection: Connection, units: dict[str, str]) -> tuple[PrintedArticle, ...]:
    sources = defaultdict(list)
    source = SIGNED_SOURCES.c
    same = and_(source.issue == SIGNED.c.issue, source.turn == SIGNED.c.turn)
    wanted = select(source.issue, source.position, source.submission, source.share).join(SIGNED, same).where(SIGNED.c.lifted == "")
    for row in connection.execute(wanted.order_by(source.submission)):
        sources[row.issue, row.position].append(PrintedSource(row.submission, units.get(row.submission, ""), Share(row.share)))
    article = SIGNED_ARTICLES.c
    same = and_(article.issue == SIGNED.c.issue, article.turn == SIGNED.c.turn)
    of_issue = (SIGNED.c.issue, SIGNED.c.day, SIGNED.c.signed, SIGNED.c.bulletin, SIGNED.c.number, SIGNED.c.series)
    of_article = (article.article, article.position, article.title, article.unit)
    joined = select(*of_issue, *of_article).join(SIGNED_ARTICLES, same).where(SIGNED.c.lifted == "")
    found = connection.execute(joined.order_by(SIGNED.c.day, SIGNED.c.issue, article.position))
    return tuple(_article(row, tuple(sources[row.issue, row.position])) for row in found)


def _article(row: Any, sources: tuple[PrintedSource, ...]) -> PrintedArticle:  # noqa: ANN401 - a Row of many columns
    """An article; an extra issue is a place of its own beside its bulletin."""
    extra = row.series == Series.EXTRA.value
    venue = f"{row.bulletin}{EXTRA_MARK if extra else ''}"
    label = f"{row.bulletin}{'增刊' if extra and '增刊' not in row.number else ''}{row.number}"
    day = row.day or row.signed[:10]  # an issue may print a date that nobody can read
    return PrintedArticle(row.issue, row.article, day, venue, label, "".join(row.title.split("\n")), row.unit, sources)
