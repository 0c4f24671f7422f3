"""Tables of a made-up town for tests: a head of two rows with merged cells, and as many rows as a test wants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.edit.tree import Ids, with_blocks
from app.model.issue import Cell, Issue, Paragraph, Role, Row, Table
from app.model.table_grid import spots, table_of

HEAD: tuple[tuple[tuple[str, int, int], ...], ...] = (
    (("单位", 1, 2), ("报送信息", 2, 1), ("备注", 1, 2)),
    (("综合", 1, 1), ("单篇", 1, 1)),
)
"""(text, columns, rows) of the cells of two head rows."""


def town_rows(count: int) -> list[tuple[tuple[str, int, int], ...]]:
    """Rows of towns; every fifth note is long."""
    note = "报送及时，数据准确，事例生动，被市级以上简报采用三篇"
    return [((f"青石镇第{i}村", 1, 1), (str(i), 1, 1), (str(i * 3), 1, 1), (note if i % 5 == 2 else "", 1, 1)) for i in range(1, count + 1)]


def made_table(ids: Ids, rows: Sequence[Sequence[tuple[str, int, int]]], widths: Sequence[float], head_rows: int) -> Table:
    """A table of (text, columns, rows) cells with fresh ids."""
    found = [Row(tuple(Cell(Paragraph(ids.new(), text, Role.CELL), columns, down) for text, columns, down in row)) for row in rows]
    return Table(tuple(widths), tuple(found), head_rows)


def with_tall_cell(issue: Issue, rows: int) -> Issue:
    """The issue, of whose first table the first cell below the head goes over so many rows."""
    caption = next(block for block in issue.blocks() if block.table)
    table = caption.table
    assert table is not None
    head = table.head_rows
    gone = [spot for spot in spots(table) if spot.column == 0 and head < spot.row < head + rows]
    kept = [spot for spot in spots(table) if spot not in gone]
    tall = next(spot for spot in kept if (spot.row, spot.column) == (head, 0))
    own = replace(tall, cell=replace(tall.cell, rows=rows))
    made = table_of(table.widths, len(table.rows), [own if spot is tall else spot for spot in kept], head)
    return with_blocks(issue, {caption.id: replace(caption, table=made)})


def with_table(issue: Issue, at: int, count: int, *, article: int = 0, caption: str = "表1　信息报送情况") -> Issue:
    """The issue with a table of `count` towns before paragraph `at` of an article in its first 栏目."""
    ids = Ids(issue)
    table = made_table(ids, [*HEAD, *town_rows(count)], (2, 1, 1, 2), 2)
    section = issue.sections[0]
    old = section.articles[article]
    paragraph = Paragraph(ids.new(), caption, Role.TABLE, table=table)
    changed = replace(old, paragraphs=(*old.paragraphs[:at], paragraph, *old.paragraphs[at:]))
    articles = (*section.articles[:article], changed, *section.articles[article + 1 :])
    return replace(issue, sections=(replace(section, articles=articles), *issue.sections[1:]), next_id=ids.next_id)
