"""The signed issues of a library become what its archive shows of them: each with its titles and the name of its file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import ColumnElement, select

from app.model.signing import Series, SignedIssue
from app.records import dataclass
from app.store.library.access import Access
from app.store.library.schema_search import SEARCHED
from app.store.library.schema_signing import SIGNED, SIGNED_ARTICLES

_PLACE = ("issue", "turn", "position")
_NAMES = tuple(field.name for field in fields(SignedIssue))


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article of a signed issue without its text."""

    section: str
    title: str
    unit: str


@dataclass(frozen=True, slots=True)
class ArchivedIssue:
    """A signed issue in the archive; `digest` names its file among the contents, by which its first page is kept, too."""

    signed: SignedIssue
    digest: str
    articles: tuple[ListedArticle, ...] = ()


class Archive:
    """The archive of a library. Every call is one transaction and raises `UserError`."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def issues(self, bulletin: str = "", year: int = 0) -> tuple[ArchivedIssue, ...]:
        """The issues whose signature stands, the newest first: of one bulletin and of one year where these are given."""
        of: list[ColumnElement[bool]] = [SIGNED.c.lifted == ""]
        if bulletin:
            of.append(SIGNED.c.bulletin == bulletin)
        if year:
            of.append(SIGNED.c.day.between(f"{year:04}-01-01", f"{year:04}-12-31"))
        columns = [SIGNED.c[name] for name in _NAMES]
        # The unit stands behind the text in the table of articles, so that reading it there would read every text.
        listed = SIGNED_ARTICLES.join(SIGNED, (SIGNED.c.issue == SIGNED_ARTICLES.c.issue) & (SIGNED.c.turn == SIGNED_ARTICLES.c.turn))
        sections = select(*(SIGNED_ARTICLES.c[name] for name in (*_PLACE, "section", "title"))).select_from(listed)
        units = select(*(SEARCHED.c[name] for name in (*_PLACE, "unit"))).where(SEARCHED.c.issue != "")
        articles: dict[tuple[str, int], list[ListedArticle]] = {}
        with self._access.reading() as connection:
            order = (SIGNED.c.day.desc(), SIGNED.c.signed.desc(), SIGNED.c.issue)
            rows = connection.execute(select(*columns, SIGNED.c.digest).where(*of).order_by(*order)).all()
            unit = {tuple(row[:3]): row.unit for row in connection.execute(units)}
            for row in connection.execute(sections.where(*of).order_by(SIGNED_ARTICLES.c.position)):
                article = ListedArticle(row.section, row.title, unit.get(tuple(row[:3]), ""))
                articles.setdefault((row.issue, row.turn), []).append(article)
        return tuple(_issue(row, articles) for row in rows)


def _issue(row: Any, articles: dict[tuple[str, int], list[ListedArticle]]) -> ArchivedIssue:  # noqa: ANN401 - a row
    values: Sequence[Any] = row[: len(_NAMES)]
    signed = SignedIssue(**{**dict(zip(_NAMES, values, strict=True)), "series": Series(row.series)})
    return ArchivedIssue(signed, row.digest, tuple(articles.get((signed.issue, signed.turn), ())))
