"""The shift of a printer becomes a sheet to measure with a ruler: crosses 20 mm from the paper's edges, with words how (对位试印页)."""

from __future__ import annotations

from app.fonts.faceset import FaceSet
from app.layout.flow import Align
from app.layout.frames import Page, Rule
from app.layout.imposition import moved
from app.layout.labels import LabelStyle, label
from app.layout.sheet_marks import PT_PER_MM
from app.model.faces import FaceRole

CROSS_MM = 20.0
"""From the paper's edges to the middle of each cross."""
_ARM_MM, _TICK_MM, _WIDTH_PT = 10.0, 1.5, 0.4
_WORDS = LabelStyle(FaceRole.BODY, FaceRole.BODY, 14)
_TITLE = LabelStyle(FaceRole.TITLE, FaceRole.TITLE, 22)
_TEXT_MM, _PITCH_MM = 32.0, 10.0


def shift_sheet(size_mm: tuple[float, float], shift_mm: tuple[float, float], printer: str, faces: FaceSet) -> Page:
    """A sheet of this size (width, height), moved right and down by the shift as the print would be."""
    width, height = size_mm
    xs, ys = (CROSS_MM, width - CROSS_MM), (CROSS_MM, height - CROSS_MM)
    rules = tuple(rule for x in xs for y in ys for rule in _cross(x, y))
    right, down = shift_mm
    said = [
        f"打印机：{printer}" if printer else "打印机：",
        f"本页印出时：右移 {right:g} 毫米，下移 {down:g} 毫米。",
        "用尺量左上角的十字。印得准时，它离纸的左边和上边各 20 毫米。",
        "右移应填：原来的右移 ＋ 20 － 量得的左距。",
        "下移应填：原来的下移 ＋ 20 － 量得的上距。",
        "例如量得左距 19.5、上距 21：右移加 0.5，下移减 1。",
        "改好后再印一张核对。",
    ]
    edges = (_TEXT_MM * PT_PER_MM, (width - _TEXT_MM) * PT_PER_MM)
    first = height / 2 - (len(said) + 1) * _PITCH_MM / 2
    lines = [label("对位试印页", _TITLE, faces, edges, _twips(first), Align.CENTRE)]
    for number, words in enumerate(said):
        lines.append(label(words, _WORDS, faces, edges, _twips(first + (number + 2) * _PITCH_MM), Align.LEFT))
    page = Page(1, width * PT_PER_MM, height * PT_PER_MM, tuple(lines), rules)
    return moved(page, right * PT_PER_MM, down * PT_PER_MM)


def _cross(x_mm: float, y_mm: float) -> list[Rule]:
    """A cross with a tick at each millimetre, longer ones at five."""
    found = [_rule(x_mm, y_mm, 2 * _ARM_MM, upright=False), _rule(x_mm, y_mm, 2 * _ARM_MM, upright=True)]
    for step in range(-int(_ARM_MM), int(_ARM_MM) + 1):
        long = _TICK_MM * (1 if step % 5 else 2)
        found += [_rule(x_mm + step, y_mm, long, upright=True), _rule(x_mm, y_mm + step, long, upright=False)]
    return found


def _rule(x_mm: float, y_mm: float, long_mm: float, *, upright: bool) -> Rule:
    """A bar with its middle at a point."""
    wide, high = (_WIDTH_PT, long_mm * PT_PER_MM) if upright else (long_mm * PT_PER_MM, _WIDTH_PT)
    return Rule(x_mm * PT_PER_MM - wide / 2, y_mm * PT_PER_MM - high / 2, wide, high)


def _twips(mm: float) -> int:
    return round(mm * PT_PER_MM * 20)
