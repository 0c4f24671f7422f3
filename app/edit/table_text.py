"""Text in columns becomes the rows of a table: lines whose cells are parted by tabs, or the table of a web page."""

from __future__ import annotations

import re

from app.edit.grid import MOST_COLUMNS, MOST_ROWS
from app.edit.spans import clean
from app.model.issue import Cell, Paragraph, Role, Row, Table
from app.model.issue_checks import check_grid
from app.model.shape import ShapeError
from app.text.ordinals import head_a_list
from app.text.web_page import PageReader

_SKIPPED = frozenset({"style", "script", "head", "title"})
_CELLS = frozenset({"td", "th"})
_FIGURE = re.compile(r"[0-9]{1,4}")


def table_of_text(text: str) -> Table | None:
    """The table that tab-parted lines are: at least two columns, the same number in each line. Its paragraphs have no ids.

    None, too, for a list as Word gives it, with a tab behind each number.
    """
    lines = [line.split("\t") for line in text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")]
    columns = len(lines[0])
    if not 2 <= columns <= MOST_COLUMNS or len(lines) > MOST_ROWS or any(len(line) != columns for line in lines):
        return None
    if columns == 2 and head_a_list([line[0] for line in lines]):
        return None
    rows = tuple(Row(tuple(_cell(text) for text in line)) for line in lines)
    return Table((1.0,) * columns, rows, int(len(rows) > 1))


def table_of_html(text: str) -> Table | None:
    """The table of a web page, Word or WPS that holds nothing else; None where there are words beside it or its grid is none."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    if reader.beside or reader.tables != 1 or not reader.rows:
        return None
    rows = tuple(Row(tuple(row)) for row in reader.rows)
    columns = sum(cell.columns for cell in rows[0].cells)
    if not 1 <= columns <= MOST_COLUMNS or len(rows) > MOST_ROWS:
        return None
    table = Table((1.0,) * columns, rows, 0)
    try:
        check_grid((), table)
    except ShapeError:
        return None
    head = min(reader.head_rows or 1, len(rows) - 1, 5)
    reaches_out = any(number < head < number + cell.rows for number, row in enumerate(rows) for cell in row.cells)
    return Table(table.widths, rows, 0 if reaches_out else head)


def _cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell(Paragraph(0, clean(text).strip(), Role.CELL), columns, rows)


class _Reader(PageReader):
    """Collects the cells of tables, and whether words stand beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.tables = 0
        self.head_rows = 0
        self.beside = False
        self.rows: list[list[Cell]] = []
        self._skipping = 0
        self._cell: tuple[int, int] | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A table, a row, a cell or a turn begins."""
        if tag in _SKIPPED:
            self._skipping += 1
        elif tag == "table":
            self.tables += 1
        elif tag == "tr":
            self._end_cell()
            self.rows.append([])
        elif tag in _CELLS and self.rows:
            self._end_cell()
            found = dict(attrs)
            self._cell = _count(found.get("colspan"), MOST_COLUMNS), _count(found.get("rowspan"), 200)
            if tag == "th":
                self.head_rows = len(self.rows)
        elif tag in ("br", "p", "div") and self._cell and "".join(self._text).strip():
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """A cell or what is passed over ends."""
        if tag in _SKIPPED:
            self._skipping = max(self._skipping - 1, 0)
        elif tag in _CELLS or tag in ("tr", "table"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        """Words in a cell; blanks and line ends of the source are one blank."""
        if self._skipping:
            return
        if self._cell:
            self._text.append(" ".join(data.split()) if data.strip() else "")
        elif data.strip():
            self.beside = True

    def _end_cell(self) -> None:
        if self._cell:
            text = "\n".join(part.strip() for part in "".join(self._text).split("\n") if part.strip())
            self.rows[-1].append(_cell(text, *self._cell))
        self._cell, self._text = None, []


def _count(value: str | None, most: int) -> int:
    found = _FIGURE.fullmatch(value or "")
    return min(max(int(found[0]), 1), most) if found else 1
