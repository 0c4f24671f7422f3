"""What a library can work out from its other rows is emptied and made anew, where rows came in by another way than one by one."""

from __future__ import annotations

from sqlalchemy import Connection

from app.store.library import search_index


def rebuild(connection: Connection) -> None:
    """Make everything anew that is derived, in the transaction that brought the rows in: the search."""
    search_index.empty(connection)
    search_index.fill(connection)
