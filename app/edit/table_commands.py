"""Commands on tables: insert and remove, rows and columns, merging and splitting, head rows, widths, alignment.

Those that work on the table at hand find it by the selection's head, which stands in one of its cells; None where it does not.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from app.edit.captions import blocks_of, with_ids
from app.edit.change import Change, Label, Splice
from app.edit.grid import (
    MOST_COLUMNS,
    MOST_ROWS,
    NewId,
    empty_table,
    merged,
    split,
    widths_by_content,
    with_column,
    with_head_rows,
    with_row,
    without_column,
    without_row,
)
from app.edit.paragraph_commands import insert_paragraph, remove_paragraph
from app.edit.state import EditorState, Place, Selection, stands
from app.edit.text_commands import Outcome
from app.edit.tree import ArticlePlace, Ids, article_of_block, paragraph_index, put, with_article
from app.model.issue import Cell, CellAlign, Issue, Paragraph, Role, Table
from app.model.table_grid import Spot, spots
from app.records import dataclass


@dataclass(frozen=True, slots=True)
class TableAt:
    """The table whose cell `spot` a block is, and where its caption stands."""

    place: ArticlePlace
    at: int
    caption: Paragraph
    table: Table
    spot: Spot


def table_at(issue: Issue, block: int) -> TableAt | None:
    """The table and the cell of a block; None where it is no cell."""
    own = issue.block_index.get(block)
    place = article_of_block(issue, block) if own and own.role is Role.CELL else None
    for at, caption in enumerate(place.article.paragraphs if place else ()):
        for spot in spots(caption.table) if caption.table else ():
            if place and caption.table and spot.cell.paragraph.id == block:
                return TableAt(place, at, caption, caption.table, spot)
    return None


def in_cell(state: EditorState | None) -> bool:
    """Whether the selection's head stands in a cell."""
    block = state.issue.block_index.get(state.selection.head.block) if state and state.selection else None
    return block is not None and block.role is Role.CELL


def beside_cell(state: EditorState, step: int) -> Selection | None:
    """The text of the cell after (`step` 1) or before (-1) the one at hand, row by row; None at the ends."""
    found = _at_hand(state)
    row = [cell.paragraph for cell in found.table.cells()] if found else []
    at = row.index(found.spot.cell.paragraph) + step if found else -1
    return Selection(Place(row[at].id, 0), Place(row[at].id, len(row[at].text))) if 0 <= at < len(row) else None


def insert_table(state: EditorState, rows: int, columns: int) -> Outcome:
    """Put an empty table behind the paragraph of the caret, or in the place of an empty one; the caret goes into its first cell.

    A table at the end of an article gets an empty paragraph behind it, in which the text goes on.
    """
    if not (0 < rows <= MOST_ROWS and 0 < columns <= MOST_COLUMNS):
        return None
    ids = Ids(state.issue)
    caption = Paragraph(ids.new(), "", Role.TABLE)
    return put_table(state, replace(caption, table=empty_table(rows, columns, ids.new)), ids)


def put_table(state: EditorState, caption: Paragraph, ids: Ids, label: Label = Label.INSERT_TABLE) -> Outcome:
    """Put a table whose ids were taken from `ids` where `insert_table` puts one."""
    selection = state.selection
    if selection is None or not stands(state.issue, selection.head) or caption.table is None:
        return None
    block = state.issue.block_index[selection.head.block]
    place = article_of_block(state.issue, block.id)
    if place is None or block.role is Role.CELL:
        return None
    at = paragraph_index(place.article, block.id)
    old = place.article.paragraphs
    empty = at is not None and block.role is Role.BODY and not block.text and not (place.article.runin and at == 0)
    before, after = (old[: at + (not empty)], old[at + 1 :]) if at is not None else ((), old)
    if at is None and place.article.runin:
        before, after = old[:1], old[1:]
    behind = after or (Paragraph(ids.new(), ""),)
    issue = with_article(state.issue, place, replace(place.article, paragraphs=(*before, caption, *behind)))
    issue = replace(issue, next_id=ids.next_id)
    added = (*blocks_of(caption), *(() if after else (behind[0].id,)))
    first = next(caption.table.cells()).paragraph.id
    change = Change(label, added=added, removed=(block.id,) if empty else ())
    return EditorState(issue).with_caret(Place(first, 0)), change


def paste_table(state: EditorState, table: Table) -> Outcome:
    """Put a table from elsewhere, whose paragraphs have no ids, in the place of an empty paragraph; None where the caret is in none."""
    selection = state.selection
    block = state.issue.block_index.get(selection.head.block) if selection and selection.collapsed else None
    if block is None or block.role is not Role.BODY or block.text:
        return None
    ids = Ids(state.issue)
    return put_table(state, with_ids(Paragraph(0, "", Role.TABLE, table=table), ids.new), ids, Label.PASTE)


def remove_table(state: EditorState) -> Outcome:
    """Take the table at hand away with its caption; the caret goes to what follows, or to what stands before."""
    found = _at_hand(state)
    outcome = remove_paragraph(state, found.caption.id) if found else None
    if found is None or outcome is None:
        return None
    after, change = outcome
    article = found.place.article
    if found.at + 1 < len(article.paragraphs):
        caret = Place(article.paragraphs[found.at + 1].id, 0)
    else:
        before = article.paragraphs[found.at - 1] if found.at else article.title
        caret = Place(before.id, len(before.text))
    return after.with_caret(caret), replace(change, label=Label.REMOVE_TABLE)


def add_paragraph_below(state: EditorState) -> Outcome:
    """Begin a paragraph behind the table at hand."""
    found = _at_hand(state)
    return insert_paragraph(state, found.place.article.id, found.at + 1) if found else None


def add_row(state: EditorState, *, below: bool = True) -> Outcome:
    """Put an empty row above or below the cell at hand; the caret goes into its first cell."""
    return _changed(state, Label.ROW, lambda found, new: with_row(found.table, found.spot.end_row if below else found.spot.row, new))


def remove_row(state: EditorState) -> Outcome:
    """Take the row of the cell at hand away; the last row goes with its table."""
    found = _at_hand(state)
    if found and len(found.table.rows) == 1:
        return remove_table(state)
    return _changed(state, Label.ROW, lambda found, _: without_row(found.table, found.spot.row))


def add_column(state: EditorState, *, right: bool = True) -> Outcome:
    """Put an empty column left or right of the cell at hand."""
    return _changed(
        state, Label.COLUMN, lambda found, new: with_column(found.table, found.spot.end_column if right else found.spot.column, new)
    )


def remove_column(state: EditorState) -> Outcome:
    """Take the column of the cell at hand away; the last column goes with its table."""
    found = _at_hand(state)
    if found and len(found.table.widths) == 1:
        return remove_table(state)
    return _changed(state, Label.COLUMN, lambda found, _: without_column(found.table, found.spot.column))


def merge_cells(state: EditorState, *, below: bool = False) -> Outcome:
    """Make the cell at hand and the one right of it, or below it, one."""
    return _changed(state, Label.MERGE_CELLS, lambda found, _: merged(found.table, found.spot, below=below))


def split_cell(state: EditorState) -> Outcome:
    """Part a merged cell into single ones, a single cell into two."""
    return _changed(state, Label.SPLIT_CELL, lambda found, new: split(found.table, found.spot, new))


def set_head_rows(state: EditorState, count: int) -> Outcome:
    """Say how many rows are the head, which each page repeats."""
    return _changed(state, Label.HEAD_ROWS, lambda found, _: with_head_rows(found.table, count))


def toggle_head(state: EditorState) -> Outcome:
    """Make the rows down to the cell at hand the head, or no row where they are it."""
    found = _at_hand(state)
    return set_head_rows(state, 0 if found.spot.end_row == found.table.head_rows else found.spot.end_row) if found else None


def set_widths(state: EditorState, widths: Sequence[float]) -> Outcome:
    """Share the width out anew."""

    def change(found: TableAt, _: NewId) -> Table | None:
        good = len(widths) == len(found.table.widths) and all(0 < width < math.inf for width in widths)
        return replace(found.table, widths=tuple(widths)) if good else None

    return _changed(state, Label.WIDTHS, change)


def set_widths_of(state: EditorState, caption: int, widths: Sequence[float]) -> Outcome:
    """Share the width of the table under a caption out anew, wherever the caret is; it stays there."""
    block = state.issue.block_index.get(caption)
    if block is None or block.table is None:
        return None
    first = next(block.table.cells()).paragraph.id
    outcome = set_widths(state.with_caret(Place(first, 0)), widths)
    return (replace(outcome[0], selection=state.selection), outcome[1]) if outcome else None


def even_widths(state: EditorState) -> Outcome:
    """Make all columns equally wide."""
    found = _at_hand(state)
    return set_widths(state, [1.0] * len(found.table.widths)) if found else None


def fit_widths(state: EditorState) -> Outcome:
    """Make each column as wide as its texts want."""
    found = _at_hand(state)
    return set_widths(state, widths_by_content(found.table)) if found else None


def set_align(state: EditorState, align: CellAlign, *, whole_column: bool = False) -> Outcome:
    """Align the text of the cell at hand, or of all cells under the head in its column."""

    def change(found: TableAt, _: NewId) -> Table | None:
        own = found.spot

        def aligned(spot: Spot) -> Cell:
            in_column = whole_column and own.column <= spot.column < own.end_column and spot.row >= found.table.head_rows
            return replace(spot.cell, align=align) if in_column or spot == own else spot.cell

        return _with_cells(found.table, aligned)

    return _changed(state, Label.ALIGN, change)


def _with_cells(table: Table, cell_of: Callable[[Spot], Cell]) -> Table:
    cells = iter([cell_of(spot) for spot in spots(table)])
    return replace(table, rows=tuple(replace(row, cells=tuple(next(cells) for _ in row.cells)) for row in table.rows))


def _at_hand(state: EditorState) -> TableAt | None:
    return table_at(state.issue, state.selection.head.block) if state.selection else None


def _changed(state: EditorState, label: Label, change: Callable[[TableAt, NewId], Table | None]) -> Outcome:
    """The state with the table at hand changed, and what that did to blocks and texts; the caret goes into the first cell that came."""
    found = _at_hand(state)
    ids = Ids(state.issue)
    table = change(found, ids.new) if found else None
    if found is None or table is None or table == found.table:
        return None
    article = found.place.article
    paragraphs = put(article.paragraphs, found.at, replace(found.caption, table=table))
    issue = replace(with_article(state.issue, found.place, replace(article, paragraphs=paragraphs)), next_id=ids.next_id)
    old = {cell.paragraph.id: cell.paragraph for cell in found.table.cells()}
    new = {cell.paragraph.id: cell.paragraph for cell in table.cells()}
    both = [(text, new[block]) for block, text in old.items() if block in new]
    result = Change(
        label,
        tuple(Splice.between(text.id, text.text, now.text) for text, now in both if text.text != now.text),
        tuple(block for block in new if block not in old),
        tuple(block for block in old if block not in new),
        _moved([block for block in old if block in new], [block for block in new if block in old]),
    )
    return _with_caret(EditorState(issue), state, result, found, table), result


def _moved(old: list[int], new: list[int]) -> tuple[int, ...]:
    """The cells that stand elsewhere among the others: one that reached down from a row that is gone begins in the next."""
    if old == new:
        return ()
    matches = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    stayed = {block for match in matches for block in old[match.a : match.a + match.size]}
    return tuple(block for block in old if block not in stayed)


def _with_caret(changed: EditorState, before: EditorState, change: Change, found: TableAt, table: Table) -> EditorState:
    if change.label in (Label.ROW, Label.COLUMN) and change.added:
        return changed.with_caret(Place(change.added[0], 0))
    selection = change.map_selection(before.selection)
    if selection is None:  # its cell is gone: the one in its place
        cells = spots(table)
        row, column = min(found.spot.row, len(table.rows) - 1), min(found.spot.column, len(table.widths) - 1)
        near = next(spot for spot in cells if spot.covers(row, column))
        return changed.with_caret(Place(near.cell.paragraph.id, 0))
    return replace(changed, selection=selection)
