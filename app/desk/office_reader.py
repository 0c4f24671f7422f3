"""The library becomes the proofreader of its office, made anew only when what the office set has changed, at whichever desk."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from app.desk.library import has_library, open_library
from app.model.office_lists import OfficeLists

if TYPE_CHECKING:
    from app.proof.engine import Proofreader
    from app.store.library.library import Library

_UNREAD = -1


class OfficeReader:
    """Asks the library before each reading whether anything was written, and then whether the office's lists are others.

    Several threads may ask: the tables are read once, and lists never stand beside the revision of others.
    """

    def __init__(self) -> None:
        """The tables are read when they are first needed."""
        self._lock = Lock()
        self._revision = _UNREAD
        self._lists = OfficeLists()
        self._reader: Proofreader | None = None

    def current(self, library: Library | None) -> Proofreader:
        """The proofreader by what the library says now; by what it said last while the server is away, by the delivered tables alone
        where it never spoke. Raises `UserError`.
        """
        from app.desk.proofreading import reader_of_lists

        with self._lock:
            revision, lists = self._asked(library)
            if self._reader is None or not lists.same(self._lists):
                self._reader = reader_of_lists(lists)
            self._lists, self._revision = lists, revision
            return self._reader

    def _asked(self, library: Library | None) -> tuple[int, OfficeLists]:
        if library is None:
            return _UNREAD, OfficeLists()
        from app.store.library.access import OutOfReach

        try:
            revision = library.revision()
            return revision, self._lists if self._reader is not None and revision == self._revision else library.office_lists()
        except OutOfReach:
            return self._revision, self._lists


def lists_of_office(data: Path | None = None) -> OfficeLists:
    """What the office set, for a program without a window; nothing where there is no library yet. Raises `UserError`."""
    if not has_library(data):
        return OfficeLists()
    library = open_library(data)
    try:
        return library.office_lists()
    finally:
        library.close()
