"""What is asked of the 来稿箱 becomes its rows, with what each was used for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from app.model.submission import State, SubmissionRecord, Use, standing
from app.store.library.library import Library, Query


class Listed(NamedTuple):
    """The rows, by submission where saved issues print it, those that the issue at hand was made of, and how many there are in all."""

    records: tuple[SubmissionRecord, ...]
    used: Mapping[str, tuple[Use, ...]]
    here: frozenset[str]
    in_all: int


def listed(library: Library, here: frozenset[str], query: Query, states: Collection[State]) -> Listed:
    """The rows that a query asks for, in one of the states; in any where none is named. Raises `UserError`."""
    used, found = library.uses(), library.records(query)
    in_all = len(library.records(Query())) if query.words.strip() else len(found)
    if states:
        found = tuple(record for record in found if standing(record, used=record.id in used or record.id in here) in states)
    return Listed(found, used, here, in_all)
