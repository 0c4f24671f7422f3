"""The operand that defines the cells of a row becomes the row's shape."""

from __future__ import annotations

from app.importers.doc.numbers import i16, u8, u16
from app.importers.raw_rows import Merge, RowShape

_CELL_BYTES = 20
_LEFT, _ABOVE, _ABOVE_BEGINS = 0x02, 0x20, 0x40
_MOST_CELLS = 63


def row_shape(definition: bytes) -> RowShape:
    """The shape; an empty one where nothing is defined."""
    count = u8(definition, 0)
    if not 0 < count <= _MOST_CELLS:
        return RowShape()
    first = 1 + 2 * (count + 1)
    flags = [u16(definition, first + _CELL_BYTES * index) for index in range(count)]
    return RowShape(
        i16(definition, 1),
        tuple(i16(definition, 3 + 2 * index) for index in range(count)),
        tuple(Merge.LEFT if flag & _LEFT else Merge.ABOVE if flag & _ABOVE and not flag & _ABOVE_BEGINS else Merge.NONE for flag in flags),
    )
