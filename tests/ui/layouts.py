"""A tiny layout set by hand, so that the page view can be tested without the engine."""

from __future__ import annotations

from typing import Any

from app import paths
from app.fonts.faceset import FaceSet
from app.fonts.roles import FaceResolver
from app.layout.frames import GlyphRun, Layout, Line, Page, PlacedLine, Rule
from app.model.faces import FaceRole

WORDS = "云河市各级机关干部走进社区，开展环境整治与文明劝导活动，受到群众欢迎。"


def some_faces() -> FaceSet:
    """The faces of this machine for the five roles."""
    wanted = {
        FaceRole.BODY: "仿宋_GB2312",
        FaceRole.TITLE: "方正小标宋简体",
        FaceRole.HEI: "黑体",
        FaceRole.KAI: "楷体_GB2312",
        FaceRole.NUMBER: "宋体",
    }
    roles_file = paths.resources() / "fonts" / "roles.toml"
    return FaceResolver(paths.font_folders(), paths.user_cache(), roles_file).resolve(wanted, {})


def hand_layout(pages: int = 3) -> Layout:
    """A4 pages of a red title on the first one and twenty body lines; the block of line n on page p is 100 p + n."""
    faces = some_faces()
    no_plan: Any = None  # painting asks the pages alone
    return Layout(tuple(_page(faces, number) for number in range(1, pages + 1)), (), no_plan)


def _page(faces: FaceSet, number: int) -> Page:
    lines = [_line(faces, WORDS[:27], 100 * number + n, 2100 + 579 * n) for n in range(20)]
    if number == 1:
        lines.insert(0, _title(faces))
    rules = (Rule(79.0, 230.0, 442.0, 2.25, "#FF0000"),) if number == 1 else ()
    return Page(number, 595.3, 841.9, tuple(lines[:21]), rules)


def _line(faces: FaceSet, text: str, block: int, top: int) -> PlacedLine:
    run = _run(faces, FaceRole.BODY, text, 16.0, 79.0, block)
    return PlacedLine(Line((run,), block, 0, len(text), 579), top + 3000)


def _title(faces: FaceSet) -> PlacedLine:
    run = _run(faces, FaceRole.TITLE, "云河简报", 66.0, 160.0, 99, "#FF0000")
    return PlacedLine(Line((run,), 99, 0, 4, 1600), 1900, target=101)


def _run(faces: FaceSet, role: FaceRole, text: str, size_pt: float, x_pt: float, block: int, colour: str = "#000000") -> GlyphRun:
    face = faces.faces[role]
    glyphs = [face.glyph(char) for char in text]
    xs = [x_pt + size_pt * i for i in range(len(text))]
    return GlyphRun(face, size_pt, text, glyphs, xs, x_pt + size_pt * len(text), block, range(len(text)), role is FaceRole.KAI, colour)
