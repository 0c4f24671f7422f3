"""Pictures and tables beside their captions: when a range takes them along, and what is left of a caption then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.edit.spans import spliced
from app.edit.state import Place
from app.model.issue import Cell, Paragraph, Role
from app.model.issue_checks import OBJECT_ROLES


def is_object(paragraph: Paragraph) -> bool:
    """Whether it carries a picture or a table: it is joined with no other paragraph."""
    return paragraph.role in OBJECT_ROLES


def takes_object(paragraph: Paragraph, start: Place, end: Place) -> bool:
    """Whether a range that touches a caption takes its table: where it holds the whole caption and goes beyond it."""
    begins = paragraph.id != start.block or start.offset == 0
    ends = paragraph.id != end.block or end.offset == len(paragraph.text)
    return paragraph.role is Role.TABLE and start.block != end.block and begins and ends


def bare(paragraph: Paragraph) -> Paragraph:
    """The words of a caption as body text; any other paragraph as it is."""
    return replace(paragraph, role=Role.BODY, picture=None, table=None) if is_object(paragraph) else paragraph


def without_picture(paragraph: Paragraph) -> Paragraph:
    """The words of a picture's caption as body text; any other paragraph as it is."""
    return bare(paragraph) if paragraph.picture else paragraph


def rest_of(paragraph: Paragraph, end: int, *, passed: bool = False) -> Paragraph:
    """What is left of the paragraph that a range ends in.

    A picture stands above its caption, with whose first character it goes; with all of it where the range has `passed` it.
    """
    return without_picture(spliced(paragraph, 0, end, "")) if end or passed else paragraph


def holds_something(paragraph: Paragraph) -> bool:
    """Whether there is a word, a picture or a table in it."""
    return bool(paragraph.text or paragraph.picture or paragraph.table)


def blocks_of(paragraph: Paragraph) -> tuple[int, ...]:
    """The ids of a paragraph and of the cells of its table."""
    return (paragraph.id, *(cell.paragraph.id for cell in paragraph.table.cells())) if paragraph.table else (paragraph.id,)


def with_ids(paragraph: Paragraph, new_id: Callable[[], int]) -> Paragraph:
    """The paragraph and the cells of its table with other ids."""
    made = replace(paragraph, id=new_id())
    if made.table is None:
        return made

    def renewed(cell: Cell) -> Cell:
        return replace(cell, paragraph=replace(cell.paragraph, id=new_id()))

    rows = tuple(replace(row, cells=tuple(map(renewed, row.cells))) for row in made.table.rows)
    return replace(made, table=replace(made.table, rows=rows))
