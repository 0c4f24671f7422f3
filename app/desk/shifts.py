"""The shift of each printer becomes lines of text to remember, and back: a printer draws paper in at its own place (套印)."""

from __future__ import annotations

from collections.abc import Sequence

Shift = tuple[float, float]
"""Right and down, mm."""

FARTHEST_MM = 20.0
STEP_MM = 0.5


def shift_of(kept: Sequence[str], printer: str) -> Shift:
    """What was kept for a printer ("" is the print room's); none where it was never moved or what was kept can't be read."""
    for line in kept:
        numbers, _, name = line.partition(" ")
        if name == printer:
            return _read(numbers)
    return 0.0, 0.0


def with_shift(kept: Sequence[str], printer: str, shift: Shift) -> tuple[str, ...]:
    """What to keep once a printer has this shift: 0.5,-1 HP LaserJet."""
    others = tuple(line for line in kept if line.partition(" ")[2] != printer)
    return others if shift == (0.0, 0.0) else (f"{shift[0]:g},{shift[1]:g} {printer}", *others)


def _read(numbers: str) -> Shift:
    right, _, down = numbers.partition(",")
    try:
        found = float(right), float(down)
    except ValueError:
        return 0.0, 0.0
    return found if all(abs(one) <= FARTHEST_MM for one in found) else (0.0, 0.0)
