"""A table becomes flow paragraphs, one for each row: as high as whole line slots of the body, with its cells set inside.

So the text below a table stands on the body's lines again, and pages are filled with rows as with lines. A row is cut only where
no page holds it; its text is then set on the body's lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from app.layout.flow import Align, CellFrame, FlowParagraph, ParagraphStyle, RowFrame, Span
from app.layout.frames import DERIVED, Line
from app.layout.setting import Setter
from app.layout.table_rules import edges_below, sides_of
from app.model.issue import Role, Table
from app.model.table_grid import Spot, spots
from app.records import dataclass

_LEAST_GAP = 20
"""Between the text of a cell and the rules above and below, twips."""

_ALIGNS = {"left": Align.LEFT, "centre": Align.CENTRE, "right": Align.RIGHT}


Text = tuple[FlowParagraph, ...]
"""The paragraphs of a cell."""


def table_flow(block: int, table: Table, setter: Setter) -> tuple[FlowParagraph, ...]:
    """The rows of the table that hangs on the caption `block`."""
    return _Setting(block, table, setter).rows()


@dataclass(frozen=True, slots=True)
class _Heights:
    """How many slots each row takes, in which rows a cell goes on from the one above, and which rows are cut over pages."""

    slots: tuple[int, ...]
    tied: frozenset[int]
    cut: frozenset[int]


class _Setting:
    """One table being set."""

    def __init__(self, block: int, table: Table, setter: Setter) -> None:
        self._block, self._table, self._setter = block, table, setter
        self._slot = setter.template.line_twips
        self._page = setter.template.paper.text_height // self._slot
        whole, width = sum(table.widths), setter.template.paper.text_width
        self._columns = (0, *(round(width * share / whole) for share in accumulate(table.widths)))
        look = setter.template.table
        self._rules = round(look.outer_rule_pt * 20), round(look.inner_rule_pt * 20)
        self._spots = spots(table)
        self._styles: dict[tuple[object, ...], ParagraphStyle] = {}
        self._over = [list[Spot]() for _ in table.rows]
        """The cells that take a place in each row."""
        for spot in self._spots:
            for number in range(spot.row, spot.end_row):
                self._over[number].append(spot)

    def rows(self) -> tuple[FlowParagraph, ...]:
        """The rows in order; those that go on over a page know the head rows."""
        texts = [self._text(spot, spot.cell.paragraph.id) for spot in self._spots]
        heights = self._heights(texts)
        cells: list[list[CellFrame]] = [[] for _ in self._table.rows]
        for spot, text in zip(self._spots, texts, strict=True):
            cells[spot.row].append(self._cell(spot, text, heights))
        count = self._table.head_rows
        head = tuple(self._row(number, cells[number], heights, ()) for number in range(count))
        again = 0 < sum(heights.slots[:count]) <= self._page // 2
        repeated = tuple(self._again(row, heights) for row in head) if again else ()
        return (*head, *(self._row(number, cells[number], heights, repeated) for number in range(count, len(self._table.rows))))

    def _again(self, row: FlowParagraph, heights: _Heights) -> FlowParagraph:
        """A head row as derived text."""

        def make() -> FlowParagraph:
            assert row.row
            own = [spot for spot in self._over[row.row.number] if spot.row == row.row.number]
            cells = tuple(self._cell(spot, self._text(spot, DERIVED), heights) for spot in own)
            return self._made(replace(row.row, cells=cells), len(row.lines), keep=True)

        return self._setter.once(("again", id(row)), make)

    def _text(self, spot: Spot, block: int, line: int | None = None) -> Text:
        """The text of a cell in its room, a paragraph for each part between two turns."""
        styles = self._setter.styles
        plain = styles.head_cell if spot.row < self._table.head_rows else styles.by_role[Role.CELL]
        style = self._style(plain, spot, line)
        parts = spot.cell.paragraph.text.split("\n")
        starts = accumulate((len(part) + 1 for part in parts), initial=0)
        spans = [Span(part, style.text, block, at) for part, at in zip(parts, starts, strict=False)]
        return tuple(self._setter.set(Role.CELL, style, [span]) for span in spans)

    def _style(self, plain: ParagraphStyle, spot: Spot, line: int | None) -> ParagraphStyle:
        """The look of a cell's text, whose room it has as indents; made once for all cells that share it."""
        key = (plain.name, spot.column, spot.cell.columns, spot.cell.align, line)
        found = self._styles.get(key)
        if found is None:
            found = self._styles[key] = self._made_style(plain, spot, line)
        return found

    def _made_style(self, plain: ParagraphStyle, spot: Spot, line: int | None) -> ParagraphStyle:
        padding = round(self._setter.template.table.padding_pt * 20)
        left, right = self._columns[spot.column], self._columns[spot.column + spot.cell.columns]
        return plain._replace(
            line=line or plain.line,
            align=_ALIGNS[spot.cell.align],
            left=left + padding,
            right=self._columns[-1] - right + padding,
        )

    def _needed(self, text: Text) -> int:
        """How many slots of the body hold a cell's text."""
        return max(-(-(_height(text) + 2 * _LEAST_GAP) // self._slot), 1)

    def _heights(self, texts: list[Text]) -> _Heights:
        """The rows' heights; the texts of rows that no page holds are set anew, on the body's lines."""
        count = len(self._table.rows)
        slots, tied = [1] * count, set[int]()
        for spot, text in zip(self._spots, texts, strict=True):
            tied.update(range(spot.row + 1, spot.row + spot.cell.rows))
            if spot.cell.rows == 1:
                slots[spot.row] = max(slots[spot.row], self._needed(text))
        room = self._page - sum(slots[: self._table.head_rows])
        broken = self._broken(slots, tied, room)
        for spot, text in zip(self._spots, texts, strict=True):
            if spot.cell.rows > 1:
                last = spot.row if spot.row in broken else spot.row + spot.cell.rows - 1
                missing = self._needed(text) - sum(slots[spot.row : last + 1])
                slots[last] += max(missing, 0)
        broken |= self._broken(slots, tied, room)
        cut = frozenset(row for row in range(count) if slots[row] > max(room, 1))
        for index, spot in enumerate(self._spots):
            if spot.row in cut:
                texts[index] = self._text(spot, spot.cell.paragraph.id, self._slot)
        for row in cut:
            lines = [_height(text) // self._slot for spot, text in zip(self._spots, texts, strict=True) if spot.row == row]
            slots[row] = max(lines, default=1)
        return _Heights(tuple(slots), frozenset(tied - broken), cut)

    @staticmethod
    def _broken(slots: Sequence[int], tied: set[int], room: int) -> set[int]:
        """The rows that stand in a group of tied rows which no page holds."""
        found: set[int] = set()
        start = 0
        for row in range(1, len(slots) + 1):
            if row not in tied:
                if sum(slots[start:row]) > room:
                    found.update(range(start, row))
                start = row
        return found

    def _row(self, number: int, cells: Sequence[CellFrame], heights: _Heights, repeated: tuple[FlowParagraph, ...]) -> FlowParagraph:
        count = len(self._table.rows)
        head = number < self._table.head_rows
        keep = number + 1 < count and (number + 1 in heights.tied or head)
        frame = RowFrame(
            self._block,
            number,
            head,
            self._columns,
            tuple(cells),
            edges_below(number - 1, count, self._over[number - 1] if number else (), self._columns, self._rules),
            edges_below(number, count, self._over[number], self._columns, self._rules),
            sides_of(number, self._over[number], self._columns, self._rules),
            repeated,
            number in heights.cut,
        )
        shown = tuple(id(part) for cell in cells for part in cell.paragraphs), tuple(cell.top for cell in cells), tuple(map(id, repeated))
        key = ("row", replace(frame, cells=(), repeated=()), shown, heights.slots[number], keep)
        return self._setter.once(key, lambda: self._made(frame, heights.slots[number], keep))

    def _made(self, frame: RowFrame, slots: int, keep: bool) -> FlowParagraph:
        style = self._setter.styles.by_role[Role.CELL]._replace(line=self._slot, keep_next=keep, keep_lines=True)
        paragraphs = [part for cell in frame.cells for part in cell.paragraphs]
        return FlowParagraph(
            Role.TABLE,
            style,
            tuple(span for paragraph in paragraphs for span in paragraph.spans),
            (Line((), 0, 0, 0, self._slot, Role.TABLE),) * slots,
            (),
            0,
            0,
            missing=tuple(missing for paragraph in paragraphs for missing in paragraph.missing),
            row=frame,
        )

    def _cell(self, spot: Spot, text: Text, heights: _Heights) -> CellFrame:
        """A cell's text in the middle of its height, or at its top where the cell is cut."""
        last = spot.row + spot.cell.rows
        whole = spot.row in heights.cut or any(row not in heights.tied for row in range(spot.row + 1, last))
        height = sum(heights.slots[spot.row : last]) * self._slot
        own = heights.slots[spot.row] * self._slot if whole else height
        top = 0 if spot.row in heights.cut else (own - _height(text)) // 2
        return CellFrame(text, top, height, spot.column, spot.cell.columns, spot.cell.rows)


def _height(text: Text) -> int:
    """The lines of a cell, twips."""
    return sum(part.height for part in text)
