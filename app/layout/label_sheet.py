"""Names become labels to stick on: A4 sheets of equal places, a name in the middle of each and two small lines below it."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import NamedTuple

from app.fonts.faceset import FaceSet
from app.layout.flow import Align
from app.layout.frames import Page, PlacedLine
from app.layout.labels import LabelStyle, label
from app.layout.sheet_marks import PT_PER_MM
from app.model.faces import FaceRole
from app.text.breaking import last_break

_WIDTH_MM, _HEIGHT_MM = 210.0, 297.0
_PAD_MM = 4.0
_SIZES_PT = (18.0, 16.0, 14.0, 12.0, 10.5, 9.0)
"""A name is set as large as its place takes it in three lines."""
_MOST_LINES = 3
_PITCH = 1.25
_SMALL_PT = 10.5
_SMALL_MM = 4.6
_MIDDLE_EM = 0.36


class Label(NamedTuple):
    """What stands on a label: a name, what is in the envelope, and how many."""

    name: str
    what: str
    copies: str


class LabelSheet(NamedTuple):
    """How an A4 sheet is parted: columns, rows, and the white at its left and upper edge, mm."""

    columns: int
    rows: int
    left_mm: float
    top_mm: float

    @property
    def width_mm(self) -> float:
        """Width of a label."""
        return (_WIDTH_MM - 2 * self.left_mm) / self.columns

    @property
    def height_mm(self) -> float:
        """Height of a label."""
        return (_HEIGHT_MM - 2 * self.top_mm) / self.rows


LABEL_SHEETS = MappingProxyType(
    {
        "2×7": LabelSheet(2, 7, 4.7, 15.15),
        "3×8": LabelSheet(3, 8, 0.0, 12.9),
        "2×5": LabelSheet(2, 5, 4.7, 13.5),
        "1×4": LabelSheet(1, 4, 10.0, 10.0),
    }
)
"""The usual sheets of self-adhesive labels: 99.1 × 38.1 mm, 70 × 33.9 mm, and larger ones."""


def label_pages(labels: Sequence[Label], sheet: LabelSheet, faces: FaceSet) -> tuple[Page, ...]:
    """Sheets of labels, row by row; one sheet without any where there are none."""
    each = sheet.columns * sheet.rows
    stacks = [labels[start : start + each] for start in range(0, len(labels), each)] or [()]
    return tuple(_page(number, stack, sheet, faces) for number, stack in enumerate(stacks, 1))


def _page(number: int, labels: Sequence[Label], sheet: LabelSheet, faces: FaceSet) -> Page:
    lines: list[PlacedLine] = []
    for at, one in enumerate(labels):
        row, column = divmod(at, sheet.columns)
        left, top = sheet.left_mm + column * sheet.width_mm, sheet.top_mm + row * sheet.height_mm
        lines += _placed(one, (left + _PAD_MM, left + sheet.width_mm - _PAD_MM), (top, top + sheet.height_mm), faces)
    return Page(number, _WIDTH_MM * PT_PER_MM, _HEIGHT_MM * PT_PER_MM, tuple(lines))


def _placed(one: Label, edges_mm: tuple[float, float], place_mm: tuple[float, float], faces: FaceSet) -> list[PlacedLine]:
    room_mm = edges_mm[1] - edges_mm[0]
    size, words = _fitted(one.name, room_mm, faces)
    pitch_mm = size * _PITCH / PT_PER_MM
    small = [text for text in (one.what, one.copies) if text]
    height = len(words) * pitch_mm + len(small) * _SMALL_MM
    top = place_mm[0] + (place_mm[1] - place_mm[0] - height) / 2
    style = LabelStyle(FaceRole.HEI, FaceRole.HEI, size)
    found: list[PlacedLine] = []
    for text in words:
        top += pitch_mm
        found.append(_line(text, style, faces, edges_mm, top - pitch_mm / 2 + _MIDDLE_EM * size / PT_PER_MM))
    for text in small:
        top += _SMALL_MM
        found.append(_line(text, LabelStyle(FaceRole.BODY, FaceRole.BODY, _SMALL_PT), faces, edges_mm, top))
    return found


def _line(text: str, style: LabelStyle, faces: FaceSet, edges_mm: tuple[float, float], baseline_mm: float) -> PlacedLine:
    edges = (edges_mm[0] * PT_PER_MM, edges_mm[1] * PT_PER_MM)
    return label(text, style, faces, edges, round(baseline_mm * PT_PER_MM * 20), Align.CENTRE)


def _fitted(text: str, room_mm: float, faces: FaceSet) -> tuple[float, list[str]]:
    """The largest size in which a name takes three lines at most, and its lines; the smallest one's first lines where none does."""
    for size in _SIZES_PT:
        lines = _broken(text, room_mm * PT_PER_MM / size, faces)
        if len(lines) <= _MOST_LINES:
            break
    return size, lines[:_MOST_LINES]


def _broken(text: str, width_em: float, faces: FaceSet) -> list[str]:
    found: list[str] = []
    start, at, wide = 0, 0, 0.0
    while at < len(text):
        face = faces.face_for(FaceRole.HEI, text[at])
        step = face.advances[text[at]] if face.covers(text[at]) else 1.0
        if wide + step > width_em and at > start:
            at = last_break(text, start, at)
            found.append(text[start:at].rstrip())
            start, wide = at, 0.0
            continue
        wide, at = wide + step, at + 1
    return [*found, text[start:]]
