"""Who gets how many copies is kept for each bulletin, and apart for an issue that differs."""

from __future__ import annotations

from app.model.distribution import Portion
from app.store.library.library import Library

ROWS = (Portion("报", "市委常委", 12), Portion("发", "各县（市、区）委", 60, "机要交换"))


def test_lists_stand_apart(library: Library) -> None:
    assert library.distribution.read("工作简报") is None
    library.distribution.write("工作简报", ROWS)
    library.distribution.write("工作简报", ROWS[:1], "a" * 32)
    library.distribution.write("信息快报", ROWS[1:])
    assert library.distribution.read("工作简报") == ROWS
    assert library.distribution.read("工作简报", "a" * 32) == ROWS[:1]
    assert library.distribution.read("信息快报") == ROWS[1:]


def test_an_empty_list_is_none(library: Library) -> None:
    library.distribution.write("工作简报", ROWS)
    revision = library.revision()
    library.distribution.write("工作简报", ())
    assert library.distribution.read("工作简报") is None and library.revision() > revision
