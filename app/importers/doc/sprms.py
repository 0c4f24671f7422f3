"""A list of property changes (a grpprl) becomes pairs of a code and its operand."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from app.importers.doc.numbers import u8, u16

_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
_VARIABLE = 6


class Sprm(IntEnum):
    """The codes that this program knows ([MS-DOC] 2.6), C for characters, P for paragraphs, T for table rows."""

    C_DELETED = 0x0800
    C_DATA = 0x0806
    C_BOLD = 0x0835
    C_HIDDEN = 0x083C
    C_SPECIAL = 0x0855
    C_STYLE = 0x4A30
    C_FONT_EAST = 0x4A50
    C_PICTURE = 0x6A03
    C_SYMBOL = 0x6A09
    P_CENTRED_80 = 0x2403
    P_IN_TABLE = 0x2416
    P_ROW_END = 0x2417
    P_INNER_CELL_END = 0x244B
    P_INNER_ROW_END = 0x244C
    P_CENTRED = 0x2461
    P_LEVEL = 0x260A
    P_OUTLINE = 0x2640
    P_LIST = 0x460B
    P_TABS = 0xC615
    P_HUGE = 0x6646
    P_HUGE_OLD = 0x6645
    T_CELLS = 0xD608


def changes(grpprl: bytes) -> Iterator[tuple[int, bytes]]:
    """The changes in order; what is cut off at the end is left out."""
    at = 0
    while at + 2 < len(grpprl):
        code = u16(grpprl, at)
        at += 2
        size = _SIZES[code >> 13]
        if code >> 13 == _VARIABLE:
            at, size = _variable(code, grpprl, at)
        if at + size > len(grpprl):
            return
        yield code, grpprl[at : at + size]
        at += size


def _variable(code: int, grpprl: bytes, at: int) -> tuple[int, int]:
    """Where an operand of its own length begins, and how long it is."""
    if code == Sprm.T_CELLS:
        return at + 2, max(0, u16(grpprl, at) - 1)
    count = u8(grpprl, at)
    if code == Sprm.P_TABS and count == 255:
        deleted = u8(grpprl, at + 1)
        return at + 1, 2 + 4 * deleted + 3 * u8(grpprl, at + 2 + 4 * deleted)
    return at + 1, count
