"""What a library can work out from its other rows is emptied and made anew, where rows came in by another way than one by one."""

from __future__ import annotations

from sqlalchemy import Connection


def rebuild(connection: Connection) -> None:
    """Make everything anew that is derived, in the transaction that brought the rows in. No table is, so far."""
    del connection
