"""Paragraphs that stand in columns become a table of an issue, where their shape leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.desk.blocks import BlockMaker
from app.importers.found import FoundParagraph
from app.model.issue import Cell, Paragraph, Role, Row, Table
from app.text.ordinals import head_a_list

_LEAST_CELLS = 6
"""Two lines of two columns may be anything: names beside one another, a label and its value."""
_MOST_COLUMNS, _MOST_ROWS, _LONGEST_CELL = 20, 500, 120
_CAPTION = re.compile(r"^附?表(?:格)?\s*[0-9一二三四五六七八九十]+\D|^[^，。；：]{2,30}表$")


def rows_at(found: Sequence[FoundParagraph], at: int) -> int:
    """How many paragraphs from `at` on are the rows of one table; 0 where none begins."""
    columns = len(found[at].cells)
    end = at
    while end < len(found) and len(found[end].cells) == columns and max(map(len, found[end].cells), default=0) <= _LONGEST_CELL:
        end += 1
    rows = end - at
    good = 2 <= columns <= _MOST_COLUMNS and 2 <= rows <= _MOST_ROWS and rows * columns >= _LEAST_CELLS
    if good and columns == 2 and head_a_list([row.cells[0] for row in found[at:end]]):
        return 0
    return rows if good else 0


def captions_table(found: Sequence[FoundParagraph], at: int) -> bool:
    """Whether a paragraph is the caption of a table that follows it."""
    return at + 1 < len(found) and not found[at].level and bool(_CAPTION.match(found[at].text)) and rows_at(found, at + 1) > 0


def table_of(caption: str, rows: Sequence[FoundParagraph], make: BlockMaker) -> Paragraph:
    """The table of these rows under its caption; the first row is its head."""
    head = make.paragraph(caption, Role.TABLE)
    made = tuple(Row(tuple(Cell(make.paragraph(text, Role.CELL)) for text in row.cells)) for row in rows)
    return Paragraph(head.id, head.text, Role.TABLE, table=Table((1.0,) * len(rows[0].cells), made, 1))
