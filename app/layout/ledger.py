"""A table of figures becomes A4 pages: a title, heads in levels that each page repeats, rows ruled in full, notes below (统计表)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from app.fonts.faceset import FaceSet
from app.layout.flow import Align
from app.layout.frames import Page, PlacedLine, Rule
from app.layout.labels import LabelStyle, label
from app.layout.sheet_marks import PT_PER_MM
from app.model.faces import FaceRole
from app.text.breaking import last_break

_SHORT_MM, _LONG_MM, _MARGIN_MM = 210.0, 297.0, 20.0
_WIDE_FROM = 10
"""From so many columns of figures on the table lies across the sheet."""
_NAME_MM, _LEAST_NAME_MM, _MOST_MM = 38.0, 26.0, 24.0
"""Width of the names' column, the least of it, and the widest column of figures."""
_TITLE_MM, _HEAD_LINE_MM, _TOP_MM = 27.0, 36.0, 39.0
_ROW_MM, _LINE_MM, _NOTE_MM, _PAD_MM = 7.6, 4.6, 6.0, 1.4
_FOOT_MM, _NOTE_FOOT_MM = 10.0, 15.0
"""From the paper's lower edge up to the page's number, and to where notes may end."""
_MIDDLE_EM = 0.36
"""From the middle of a line of Han characters down to its baseline."""
_OUTER_PT, _INNER_PT = 1.0, 0.5
_TITLE = LabelStyle(FaceRole.TITLE, FaceRole.TITLE, 20)
_ASIDE = LabelStyle(FaceRole.BODY, FaceRole.BODY, 11)
_HEAD = LabelStyle(FaceRole.HEI, FaceRole.HEI, 10)
_BODY = LabelStyle(FaceRole.BODY, FaceRole.BODY, 11)
_STRONG = LabelStyle(FaceRole.HEI, FaceRole.HEI, 10.5)
_FOLIO = LabelStyle(FaceRole.NUMBER, FaceRole.NUMBER, 10)


class LedgerHead(NamedTuple):
    """A head: its level from above, its column (0: names), over how many columns and levels it goes."""

    text: str
    level: int
    column: int
    columns: int
    levels: int


class LedgerRow(NamedTuple):
    """The texts of a row; `group`: one text over all columns, `total`: the sum of rows."""

    cells: tuple[str, ...]
    kind: Literal["group", "unit", "total"] = "unit"


class Ledger(NamedTuple):
    """The table. `asides` stand over its left and its right end."""

    title: str
    asides: tuple[str, str]
    heads: tuple[LedgerHead, ...]
    levels: int
    columns: int
    rows: tuple[LedgerRow, ...]
    notes: tuple[str, ...]


class _Frame(NamedTuple):
    width_mm: float
    height_mm: float
    edges_mm: tuple[float, ...]
    """Where each column begins, the names' first, and where the last ends."""
    level_mm: float


def ledger_pages(ledger: Ledger, faces: FaceSet) -> tuple[Page, ...]:
    """The pages."""
    frame = _frame(ledger, faces)
    bottom = frame.height_mm - _MARGIN_MM
    pages: list[list[tuple[LedgerRow, float, float]]] = [[]]
    top = _TOP_MM + frame.level_mm * ledger.levels
    for at, row in enumerate(ledger.rows):
        height = _height(row, frame, faces)
        follows = _height(ledger.rows[at + 1], frame, faces) if row.kind == "group" and at + 1 < len(ledger.rows) else 0.0
        if top + height + follows > bottom and pages[-1]:
            pages.append([])
            top = _MARGIN_MM + frame.level_mm * ledger.levels
        pages[-1].append((row, top, height))
        top += height
    notes = [line for note in ledger.notes for line in _broken(note, frame.edges_mm[-1] - frame.edges_mm[0], _ASIDE, faces)]
    if notes and top + (len(notes) + 0.3) * _NOTE_MM > frame.height_mm - _NOTE_FOOT_MM:
        pages.append([])
    return tuple(_page(number, pages, ledger, frame, notes, faces) for number in range(len(pages)))


def _frame(ledger: Ledger, faces: FaceSet) -> _Frame:
    wide = ledger.columns + 1 >= _WIDE_FROM
    width, height = (_LONG_MM, _SHORT_MM) if wide else (_SHORT_MM, _LONG_MM)
    room = width - 2 * _MARGIN_MM
    column = min(_MOST_MM, (room - _NAME_MM) / max(1, ledger.columns))
    if column < _MOST_MM / 2:
        column = (room - _LEAST_NAME_MM) / max(1, ledger.columns)
    names = room - column * ledger.columns
    left = _MARGIN_MM
    edges = [left, *(left + names + column * at for at in range(ledger.columns + 1))]
    lines = max(
        (len(_broken(head.text, edges[head.column + head.columns] - edges[head.column] - _PAD_MM, _HEAD, faces)) / head.levels)
        for head in ledger.heads
    )
    return _Frame(width, height, tuple(edges), max(_ROW_MM, lines * _LINE_MM + 2 * _PAD_MM))


def _page(
    at: int, pages: Sequence[Sequence[tuple[LedgerRow, float, float]]], ledger: Ledger, frame: _Frame, notes: Sequence[str], faces: FaceSet
) -> Page:
    left, right = frame.edges_mm[0], frame.edges_mm[-1]
    lines: list[PlacedLine] = []
    rules: list[Rule] = []
    top = _MARGIN_MM
    if not at:
        top = _TOP_MM
        lines.append(_words(ledger.title, _TITLE, faces, (left, right), _TITLE_MM, Align.CENTRE))
        for words, align in zip(ledger.asides, (Align.LEFT, Align.RIGHT), strict=True):
            lines.append(_words(words, _ASIDE, faces, (left, right), _HEAD_LINE_MM, align))
    end = top
    if pages[at]:
        end = top + frame.level_mm * ledger.levels
        for head in ledger.heads:
            box = (frame.edges_mm[head.column], top + head.level * frame.level_mm, frame.edges_mm[head.column + head.columns])
            lines += _in_box(head.text, _HEAD, faces, box, head.levels * frame.level_mm, Align.CENTRE)
            rules += _box(*box, head.levels * frame.level_mm, last=box[-1] >= right)
        for row, row_top, height in pages[at]:
            lines += _row_lines(row, frame, (row_top, height), faces)
            rules += _row_rules(row, frame, row_top, height)
            end = row_top + height
        rules += [_bar(left, top, right - left, _OUTER_PT), _bar(left, end, right - left, _OUTER_PT)]
        rules += [_post(x, top, end - top, _OUTER_PT) for x in (left, right)]
    if at + 1 == len(pages):
        for number, note in enumerate(notes, 1):
            lines.append(_words(note, _ASIDE, faces, (left, right), end + number * _NOTE_MM, Align.LEFT))
    folio = None
    if len(pages) > 1:
        words = f"第 {at + 1} 页　共 {len(pages)} 页"
        folio = _words(words, _FOLIO, faces, (left, right), frame.height_mm - _FOOT_MM, Align.CENTRE)
    return Page(at + 1, frame.width_mm * PT_PER_MM, frame.height_mm * PT_PER_MM, tuple(lines), tuple(rules), folio)


def _row_lines(row: LedgerRow, frame: _Frame, place: tuple[float, float], faces: FaceSet) -> Iterator[PlacedLine]:
    style = _BODY if row.kind == "unit" else _STRONG
    for at, text in enumerate(row.cells):
        end = frame.edges_mm[-1] if row.kind == "group" else frame.edges_mm[at + 1]
        align = Align.LEFT if row.kind == "group" or (at == 0 and row.kind == "unit") else Align.CENTRE
        yield from _in_box(text, style, faces, (frame.edges_mm[at], place[0], end), place[1], align)


def _row_rules(row: LedgerRow, frame: _Frame, top: float, height: float) -> Iterator[Rule]:
    yield _bar(frame.edges_mm[0], top, frame.edges_mm[-1] - frame.edges_mm[0], _INNER_PT)
    for x in frame.edges_mm[1:-1] if row.kind != "group" else ():
        yield _post(x, top, height, _INNER_PT)


def _height(row: LedgerRow, frame: _Frame, faces: FaceSet) -> float:
    wide = (frame.edges_mm[1] if row.kind != "group" else frame.edges_mm[-1]) - frame.edges_mm[0] - 2 * _PAD_MM
    lines = len(_broken(row.cells[0], wide, _BODY, faces))
    return max(_ROW_MM, lines * _LINE_MM + 2 * _PAD_MM)


def _in_box(
    text: str, style: LabelStyle, faces: FaceSet, box: tuple[float, float, float], height: float, align: Align
) -> Iterator[PlacedLine]:
    """The words in the middle of a box, in as many lines as they need."""
    left, top, right = box
    pad = _PAD_MM if align is Align.LEFT else _PAD_MM / 2
    shown = _balanced(text, right - left - 2 * pad, style, faces)
    first = top + height / 2 - (len(shown) - 1) * _LINE_MM / 2 + _MIDDLE_EM * style.size_pt / PT_PER_MM
    for number, words in enumerate(shown):
        yield _words(words, style, faces, (left + pad, right - pad), first + number * _LINE_MM, align)


def _broken(text: str, width_mm: float, style: LabelStyle, faces: FaceSet) -> list[str]:
    """The lines of a text; words of Latin letters and figures stay whole where they fit."""
    found, start, at, wide = [], 0, 0, 0.0
    room = width_mm * PT_PER_MM / style.size_pt
    while at < len(text):
        face = faces.face_for(style.face, text[at])
        step = face.advances[text[at]] if face.covers(text[at]) else 0.0
        if wide + step > room and at > start:
            at = last_break(text, start, at)
            found.append(text[start:at].rstrip())
            start, wide = at, 0.0
            continue
        wide, at = wide + step, at + 1
    return [*found, text[start:]]


def _balanced(text: str, width_mm: float, style: LabelStyle, faces: FaceSet) -> list[str]:
    """In no more lines than the width wants, none of them much shorter than the others: 微信/公众号."""
    lines = _broken(text, width_mm, style, faces)
    for tenths in range(4, 10) if len(lines) > 1 else ():
        narrower = _broken(text, width_mm * tenths / 10, style, faces)
        if len(narrower) == len(lines):
            return narrower
    return lines


def _words(text: str, style: LabelStyle, faces: FaceSet, edges_mm: tuple[float, float], baseline_mm: float, align: Align) -> PlacedLine:
    edges = (edges_mm[0] * PT_PER_MM, edges_mm[1] * PT_PER_MM)
    return label(text, style, faces, edges, round(baseline_mm * PT_PER_MM * 20), align)


def _box(left: float, top: float, right: float, height: float, *, last: bool) -> Iterator[Rule]:
    """Below a head and right of it; the table's own edges are drawn once, or a screen shows two lines where one falls on its next dot."""
    yield _bar(left, top + height, right - left, _INNER_PT)
    if not last:
        yield _post(right, top, height, _INNER_PT)


def _bar(x_mm: float, y_mm: float, long_mm: float, thick_pt: float) -> Rule:
    return Rule(x_mm * PT_PER_MM, y_mm * PT_PER_MM - thick_pt / 2, long_mm * PT_PER_MM, thick_pt)


def _post(x_mm: float, y_mm: float, long_mm: float, thick_pt: float) -> Rule:
    return Rule(x_mm * PT_PER_MM - thick_pt / 2, y_mm * PT_PER_MM, thick_pt, long_mm * PT_PER_MM)
