"""Exact fractions become figures as an office writes them, and figures that it wrote become exact fractions."""

from __future__ import annotations

import re
from fractions import Fraction

_WRITTEN = re.compile(r"[-－−+]?\s*(\d{1,6})(?:\.(\d{1,4})|\s*/\s*(\d{1,4}))?")
_TO_ASCII = str.maketrans("０１２３４５６７８９．／－−", "0123456789./--")
_HUNDREDTHS = 100


def figure(value: Fraction) -> str:
    """5, 0.5, 0.67: at most two decimals, halves away from zero."""
    hundredths = abs(value) * _HUNDREDTHS
    whole = int(hundredths + Fraction(1, 2))
    text = f"{whole // _HUNDREDTHS}.{whole % _HUNDREDTHS:02}".rstrip("0").rstrip(".")
    return f"-{text}" if value < 0 and whole else text


def share(value: Fraction) -> str:
    """A part of a hundred: 120%, 66.7%."""
    tenths = int(abs(value) * 1000 + Fraction(1, 2))
    return f"{'-' if value < 0 and tenths else ''}{tenths // 10}{f'.{tenths % 10}' if tenths % 10 else ''}%"


def exact(value: Fraction) -> bool:
    """Whether `figure` says all of it."""
    return (value * _HUNDREDTHS).denominator == 1


def read_figure(text: str) -> Fraction | None:
    """A number with decimals or as a fraction (1/3); None for what is none."""
    tidy = text.strip().translate(_TO_ASCII).replace(" ", "")
    if not _WRITTEN.fullmatch(tidy) or tidy.endswith("/0"):
        return None
    try:
        return Fraction(tidy)
    except (ValueError, ZeroDivisionError):
        return None


def written(value: Fraction) -> str:
    """As `read_figure` reads it again: a decimal where that is exact, else a fraction."""
    return figure(value) if exact(value) else f"{value.numerator}/{value.denominator}"
