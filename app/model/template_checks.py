"""Values that are allowed one by one but contradict each other in one template become a message."""

from __future__ import annotations

from typing import Any

from app.model.faces import FaceRole
from app.model.shape import Path, ShapeError, plain
from app.model.template import TWIPS_PER_MM, Template

_LEAST_TEXT_WIDTH_MM = 60
_LEAST_TEXT_HEIGHT_MM = 90
_NARROWEST_CELL = 0.85
"""A cell narrower than this part of its character would print characters over each other (30 in 150 mm: 0.88)."""


def check(template: Template) -> None:
    """Raise ShapeError at the first contradiction."""
    _one_line_texts(plain(template), ())
    _faces(template)
    _type_area(template)
    _grid(template)
    _contents(template)
    for number, line in enumerate(template.masthead.lines, 1):
        if line.target_width_mm > line.max_width_mm:
            path = ("masthead", "lines", str(number), "target_width_mm")
            raise _too_large(path, line.target_width_mm, f"max_width_mm 的 {line.max_width_mm:g}")
    _masthead_image(template)
    _page_number(template)
    if template.table.size_pt > template.table.pitch_pt:
        raise _too_large(("table", "size_pt"), template.table.size_pt, f"table.pitch_pt 的 {template.table.pitch_pt:g}")


def _one_line_texts(value: Any, path: Path) -> None:  # noqa: ANN401
    """No text of a template holds a line feed or a tab."""
    if isinstance(value, dict):
        for name, item in value.items():
            _one_line_texts(item, (*path, name))
    elif isinstance(value, list):
        for number, item in enumerate(value, 1):
            _one_line_texts(item, (*path, str(number)))
    elif isinstance(value, str) and ("\n" in value or "\t" in value):
        raise ShapeError(path, "{key} 里有换行或制表符，应写成一行文字")


def _faces(template: Template) -> None:
    """Every role names a family; the digits' one alone may be the body's face."""
    for role in FaceRole:
        family: str = getattr(template.faces, role)
        if family in frozenset(FaceRole) and (role, family) != (FaceRole.DIGITS, FaceRole.BODY):
            raise ShapeError(("faces", role), f"{{key}} 填的是 “{family}”，应为字体的名称，如 “仿宋_GB2312”")


def _type_area(template: Template) -> None:
    """The margins leave room for text."""
    paper = template.paper
    width_mm = paper.width_mm - paper.left_mm - paper.right_mm
    height_mm = paper.height_mm - paper.top_mm - paper.bottom_mm
    if width_mm < _LEAST_TEXT_WIDTH_MM:
        raise ShapeError(("paper", "width_mm"), f"{{key}} 减去左右边距只剩 {width_mm:g} 毫米，版心至少要宽 {_LEAST_TEXT_WIDTH_MM} 毫米")
    if height_mm < _LEAST_TEXT_HEIGHT_MM:
        raise ShapeError(("paper", "height_mm"), f"{{key}} 减去上下边距只剩 {height_mm:g} 毫米，版心至少要高 {_LEAST_TEXT_HEIGHT_MM} 毫米")


def _grid(template: Template) -> None:
    """Characters and lines fit into the type area without touching."""
    size = template.body.size_pt * 20
    if template.cell_twips < size * _NARROWEST_CELL:
        most = int(template.paper.text_width / (size * _NARROWEST_CELL))
        raise _too_large(("grid", "characters"), template.grid.characters, f"版心宽度和正文字号容得下的 {most}")
    if template.line_twips < size:
        most = int(template.paper.text_height // size)
        raise _too_large(("grid", "lines"), template.grid.lines, f"版心高度和正文字号容得下的 {most}")


def _contents(template: Template) -> None:
    """The pitch of the contents lies between its bounds."""
    contents = template.contents
    if contents.tightest_pitch_pt > contents.pitch_pt:
        raise _too_large(("contents", "tightest_pitch_pt"), contents.tightest_pitch_pt, f"contents.pitch_pt 的 {contents.pitch_pt:g}")
    if contents.pitch_pt > contents.widest_pitch_pt:
        raise _too_large(("contents", "pitch_pt"), contents.pitch_pt, f"contents.widest_pitch_pt 的 {contents.widest_pitch_pt:g}")


def _masthead_image(template: Template) -> None:
    """The picture stands beside the template's file: a name alone leads nowhere else."""
    name = template.masthead.image
    if name and (name in (".", "..") or any(mark in name for mark in "/\\:\0")):
        raise ShapeError(("masthead", "image"), f"{{key}} 填的是 “{name}”，应为放在版式文件旁边的图片的文件名，如 “题字.png”")


def _page_number(template: Template) -> None:
    """The page number stands on the paper."""
    style = template.page_number
    needed_mm = style.gap_mm + style.size_pt * 20 / TWIPS_PER_MM
    if needed_mm > template.paper.bottom_mm:
        raise _too_large(("page_number", "gap_mm"), style.gap_mm, f"下边距 paper.bottom_mm 的 {template.paper.bottom_mm:g} 减去字高")


def _too_large(path: Path, value: float, bound: str) -> ShapeError:
    blank = " " if bound[0].isascii() else ""
    return ShapeError(path, f"{{key}} 填的是 {value:g}，不能大于{blank}{bound}")
