"""Numbers in points become the words of a report: millimetres, points, so many of so many."""

from __future__ import annotations

from collections.abc import Iterable

_PT_PER_MM = 72 / 25.4


def mm(points: float) -> str:
    """Millimetres, to a tenth."""
    return f"{points / _PT_PER_MM:.1f} 毫米"


def in_mm(points: float) -> float:
    """Points as millimetres."""
    return points / _PT_PER_MM


def in_pt(millimetres: float) -> float:
    """Millimetres as points."""
    return millimetres * _PT_PER_MM


def span(values: Iterable[float], unit: str, digits: int = 2, none: str = "没有") -> str:
    """28.95 磅, or from the least to the most where they differ."""
    told = sorted(round(value, digits) for value in values)
    if not told:
        return none
    low, high = f"{told[0]:g}", f"{told[-1]:g}"
    return f"{low} {unit}" if low == high else f"{low}—{high} {unit}"


def none_or(count: int, unit: str = "处") -> str:
    """没有, or how many."""
    return f"{count} {unit}" if count else "没有"
