"""Sign-off as rows: an issue takes its number and is kept as it was signed, or its signature is taken back; all of it or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from app.errors import UserError
from app.model.signing import EARLIER, Number, Series, SignedArticle, SignedIssue, Stage
from app.model.submission import Share, Source
from app.store.library import search_index
from app.store.library.access import Access
from app.store.library.schema import CONTENTS
from app.store.library.schema_signing import NUMBERS, SIGNED, SIGNED_ARTICLES, SIGNED_SOURCES, STAGES

_NAMES = tuple(field.name for field in fields(SignedIssue))
_COLUMNS = [SIGNED.c[name] for name in _NAMES]
_ID = 32
_CROSSED = "这个期号刚刚在别处签发用掉了，这一步没有做，请重新取号再签发。"
_STAGE_CROSSED = "这一期刚刚在别处签发、解除签发或改了进度，这一步没有做，请再试一次。"
_BEGUN_CROSSED = "这个刊物的期号刚刚在别处改动过，这一步没有做，请再试一次。"


class Signed:
    """The signed issues of a library, and who has which number. Every call is one transaction and raises `UserError`."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def sign(self, issue: SignedIssue, articles: Sequence[SignedArticle], data: bytes) -> SignedIssue:
        """Take the number, and keep the issue with its articles and its whole file; the `turn` is the next one of this issue.

        Raises `UserError` where another issue has the number or the running total, or where a signature stands already.
        """
        with self._access.writing(_CROSSED, first_looks=True) as connection:
            standing = _of(connection, issue.issue)
            if standing and standing[-1].stands:
                raise UserError("这一期已经签发了；要改的话，请先解除签发。")
            made = replace(issue, turn=len(standing) + 1, lifted="", reason="")
            for series, year, number in _numbers(made):
                _take(connection, Number(made.bulletin, series, year, number, made.issue))
            digest = _keep(connection, data)
            connection.execute(insert(SIGNED), {**{name: getattr(made, name) for name in _NAMES}, "digest": digest})
            _put_articles(connection, made, articles)
            search_index.put_issue(connection, made, articles)
            _put_stage(connection, made.issue, Stage.SIGNED, made.signed, made.signer)
            return made

    def lift(self, issue: str, when: str, reason: str) -> SignedIssue:
        """Take the signature that stands back; the number stays with its issue."""
        if not reason.strip():
            raise UserError("请写明为什么解除签发。")
        with self._access.writing(_STAGE_CROSSED, first_looks=True) as connection:
            standing = _of(connection, issue)
            if not standing or not standing[-1].stands:
                raise UserError("这一期没有签发，不用解除。")
            last = standing[-1]
            search_index.take_issue(connection, issue, last.turn)
            connection.execute(_row(last).values(lifted=when, reason=reason.strip()))
            _put_stage(connection, issue, Stage.SUBMITTED, when, "")
            return replace(last, lifted=when, reason=reason.strip())

    def issued(self, issue: str, day: str) -> SignedIssue:
        """Note the day on which the signed issue was printed and sent out, "" for not yet."""
        with self._access.writing(_STAGE_CROSSED, first_looks=True) as connection:
            standing = _of(connection, issue)
            if not standing or not standing[-1].stands:
                raise UserError("这一期还没有签发，不能记为已印发。")
            connection.execute(_row(standing[-1]).values(issued=day))
            _put_stage(connection, issue, Stage.ISSUED if day else Stage.SIGNED, day or standing[-1].signed, "")
            return replace(standing[-1], issued=day)

    def of(self, issue: str) -> tuple[SignedIssue, ...]:
        """Every signature of an issue, the first one first."""
        with self._access.reading() as connection:
            return _of(connection, issue)

    def standing(self) -> tuple[SignedIssue, ...]:
        """The issues whose signature stands, newest day first."""
        with self._access.reading() as connection:
            rows = connection.execute(select(*_COLUMNS).where(SIGNED.c.lifted == "").order_by(SIGNED.c.day.desc(), SIGNED.c.signed.desc()))
            return tuple(map(_signed, rows))

    def lasts(self) -> tuple[SignedIssue, ...]:
        """The newest signature of every issue that was ever signed, whether it stands or was taken back; newest day first."""
        with self._access.reading() as connection:
            rows = connection.execute(select(*_COLUMNS).order_by(SIGNED.c.turn))
            newest = {one.issue: one for one in map(_signed, rows)}
        return tuple(sorted(newest.values(), key=lambda one: (one.day, one.signed), reverse=True))

    def articles(self, issue: str, turn: int) -> tuple[SignedArticle, ...]:
        """The articles of a signed issue in the order of print."""
        with self._access.reading() as connection:
            of = (SIGNED_SOURCES.c.issue == issue) & (SIGNED_SOURCES.c.turn == turn)
            sources: dict[int, list[Source]] = {}
            for row in connection.execute(select(SIGNED_SOURCES).where(of).order_by(SIGNED_SOURCES.c.submission)):
                sources.setdefault(row.position, []).append(Source(row.submission, Share(row.share)))
            of = (SIGNED_ARTICLES.c.issue == issue) & (SIGNED_ARTICLES.c.turn == turn)
            rows = connection.execute(select(SIGNED_ARTICLES).where(of).order_by(SIGNED_ARTICLES.c.position))
            return tuple(_article(row, tuple(sources.get(row.position, ()))) for row in rows)

    def data(self, issue: str, turn: int) -> bytes:
        """The whole `.jianbao` as it was signed."""
        with self._access.reading() as connection:
            joined = SIGNED.join(CONTENTS, CONTENTS.c.digest == SIGNED.c.digest)
            wanted = select(CONTENTS.c.data).select_from(joined).where(SIGNED.c.issue == issue, SIGNED.c.turn == turn)
            found: bytes | None = connection.execute(wanted).scalar_one_or_none()
        if found is None:
            raise UserError("签发的那一份已经不在来稿库里了。")
        return found

    def numbers(self, bulletin: str) -> tuple[Number, ...]:
        """Every number of a bulletin that is taken, by year and number; those of no year first."""
        with self._access.reading() as connection:
            order = (NUMBERS.c.year, NUMBERS.c.number, NUMBERS.c.series)
            rows = connection.execute(select(NUMBERS).where(NUMBERS.c.bulletin == bulletin).order_by(*order))
            return tuple(Number(row.bulletin, Series(row.series), row.year, row.number, row.issue) for row in rows)

    def next_number(self, bulletin: str, series: Series, year: int) -> int:
        """One more than the highest number that is taken; 1 where none is."""
        with self._access.reading() as connection:
            of = (NUMBERS.c.bulletin == bulletin) & (NUMBERS.c.series == series.value) & (NUMBERS.c.year == year)
            return int(connection.execute(select(func.coalesce(func.max(NUMBERS.c.number), 0)).where(of)).scalar_one()) + 1

    def stage(self, issue: str) -> Stage | None:
        """How far an issue has come, where a desk has said so."""
        with self._access.reading() as connection:
            found = connection.execute(select(STAGES.c.stage).where(STAGES.c.issue == issue)).scalar_one_or_none()
            return Stage(found) if found is not None else None

    def set_stage(self, issue: str, stage: Stage, when: str, who: str = "") -> None:
        """Say how far an issue has come, so that other desks see it."""
        with self._access.writing(_STAGE_CROSSED, first_looks=True) as connection:
            _put_stage(connection, issue, stage, when, who)

    def stages(self) -> Mapping[str, Stage]:
        """How far each issue has come, of which a desk has said so."""
        with self._access.reading() as connection:
            return {row.issue: Stage(row.stage) for row in connection.execute(select(STAGES.c.issue, STAGES.c.stage))}

    def begin_after(self, bulletin: str, series: Series, year: int, number: int) -> None:
        """Say that numbers up to this one were given before the program came; 0 takes that back. Raises `UserError` where one has it."""
        with self._access.writing(_BEGUN_CROSSED, first_looks=True) as connection:
            of = (NUMBERS.c.bulletin == bulletin) & (NUMBERS.c.series == series.value) & (NUMBERS.c.year == year)
            connection.execute(delete(NUMBERS).where(of, NUMBERS.c.issue.startswith(EARLIER)))
            if number:
                _take(connection, Number(bulletin, series, year, number, _earlier(bulletin, series, year)))


def _earlier(bulletin: str, series: Series, year: int) -> str:
    """Who has such a number: one for each series."""
    return EARLIER + sha256(f"{bulletin}\n{series}\n{year}".encode()).hexdigest()[: _ID - len(EARLIER)]


def _put_stage(connection: Connection, issue: str, stage: Stage, when: str, who: str) -> None:
    connection.execute(delete(STAGES).where(STAGES.c.issue == issue))
    connection.execute(insert(STAGES), {"issue": issue, "stage": stage.value, "changed": when, "who": who})


def _numbers(issue: SignedIssue) -> tuple[tuple[Series, int, int], ...]:
    counted = ((issue.series, issue.year, issue.figure), (Series.TOTAL, 0, issue.total))
    return tuple(one for one in counted if one[2])


def _take(connection: Connection, wanted: Number) -> None:
    """Give a number to its issue, in the place of the one that it had. Raises `UserError` where another issue has it."""
    of = (NUMBERS.c.bulletin == wanted.bulletin) & (NUMBERS.c.series == wanted.series.value)
    holder = select(NUMBERS.c.issue).where(of, NUMBERS.c.year == wanted.year, NUMBERS.c.number == wanted.number)
    who = connection.execute(holder).scalar_one_or_none()
    year, extra = f"{wanted.year}年" * bool(wanted.year), "增刊" * (wanted.series is Series.EXTRA)
    named = "总期号" if wanted.series is Series.TOTAL else year + extra
    begun = select(NUMBERS.c.number).where(of, NUMBERS.c.year == wanted.year, NUMBERS.c.issue.startswith(EARLIER))
    before = connection.execute(begun).scalar_one_or_none() or 0
    if not wanted.earlier and wanted.number <= before and who != wanted.issue:
        raise UserError(f"{named}到第{before}期，在用编报以前就编过了，请另取一个号；要是记错了，请在“期号”里改。")
    if who not in (None, wanted.issue):
        raise UserError(f"{named}第{wanted.number}期已经签发给别的一期了，请另取一个号。")
    connection.execute(delete(NUMBERS).where(NUMBERS.c.issue == wanted.issue, NUMBERS.c.series == wanted.series.value))
    row = {"bulletin": wanted.bulletin, "series": wanted.series.value, "year": wanted.year, "number": wanted.number}
    connection.execute(insert(NUMBERS), {**row, "issue": wanted.issue})


def _keep(connection: Connection, data: bytes) -> str:
    digest = sha256(data).hexdigest()
    if connection.execute(select(CONTENTS.c.digest).where(CONTENTS.c.digest == digest)).one_or_none() is None:
        connection.execute(insert(CONTENTS), {"digest": digest, "data": data})
    return digest


def _put_articles(connection: Connection, issue: SignedIssue, articles: Sequence[SignedArticle]) -> None:
    of = {"issue": issue.issue, "turn": issue.turn}
    names = ("position", "article", "section", "title", "text", "unit", "characters")
    rows = [{**of, **{name: getattr(article, name) for name in names}} for article in articles]
    sources = [
        {**of, "position": article.position, "submission": source.submission, "share": source.share.value}
        for article in articles
        for source in article.sources
    ]
    for table, found in ((SIGNED_ARTICLES, rows), (SIGNED_SOURCES, sources)):
        if found:
            connection.execute(insert(table), found)


def _row(issue: SignedIssue) -> Any:  # noqa: ANN401 - sqlalchemy's Update, whose values may follow
    return update(SIGNED).where(SIGNED.c.issue == issue.issue, SIGNED.c.turn == issue.turn)


def _of(connection: Connection, issue: str) -> tuple[SignedIssue, ...]:
    rows = connection.execute(select(*_COLUMNS).where(SIGNED.c.issue == issue).order_by(SIGNED.c.turn))
    return tuple(map(_signed, rows))


def _signed(row: Row[Any]) -> SignedIssue:
    return SignedIssue(**{**dict(zip(_NAMES, row, strict=True)), "series": Series(row.series)})


def _article(row: Row[Any], sources: tuple[Source, ...]) -> SignedArticle:
    return SignedArticle(row.position, row.article, row.section, row.title, row.text, row.unit, row.characters, sources)
