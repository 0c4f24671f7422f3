"""Lists of who gets how many copies as rows: the standing one of a bulletin, and that of an issue which differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, delete, insert, select

from app.model.distribution import Portion
from app.store.library.access import Access
from app.store.library.schema import LONGEST_UNIT
from app.store.library.schema_distribution import PORTIONS

_CROSSED = "分发单刚刚在别处改动过，这一步没有做，请再试一次。"
STANDING = ""
"""In the place of an issue: the list for every issue."""


class Distribution:
    """Every call is one transaction and raises `UserError`."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def read(self, bulletin: str, issue: str = STANDING) -> tuple[Portion, ...] | None:
        """The list, in its order; None where none was written."""
        with self._access.reading() as connection:
            rows = connection.execute(select(PORTIONS).where(_of(bulletin, issue)).order_by(PORTIONS.c.position)).all()
        return tuple(Portion(row.group, row.name, row.copies, row.note) for row in rows) or None

    def write(self, bulletin: str, portions: Sequence[Portion], issue: str = STANDING) -> None:
        """Write a list in the place of the one that stood; an empty one takes it away."""
        self.write_all(bulletin, {issue: portions})

    def write_all(self, bulletin: str, lists: Mapping[str, Sequence[Portion]]) -> None:
        """Write several lists of a bulletin at once, by the issue that they are of."""
        with self._access.writing(_CROSSED) as connection:
            for issue, portions in lists.items():
                connection.execute(delete(PORTIONS).where(_of(bulletin, issue)))
                of = {"bulletin": bulletin[:LONGEST_UNIT], "issue": issue}
                rows = [
                    {**of, "position": at, "group": one.group[:LONGEST_UNIT], "name": one.name, "copies": one.copies, "note": one.note}
                    for at, one in enumerate(portions)
                ]
                if rows:
                    connection.execute(insert(PORTIONS), rows)


def _of(bulletin: str, issue: str) -> ColumnElement[bool]:
    return (PORTIONS.c.bulletin == bulletin[:LONGEST_UNIT]) & (PORTIONS.c.issue == issue)
