"""What styles and direct formatting say, one over the other, becomes the lengths and looks of paragraphs and runs, whatever the format."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypedDict, cast

from app.importers.seen import BLACK, LineRule, SeenAlign, SeenRule, SeenRun

LARGEST_TWIPS = 31_680
"""22 inches, the largest sheet of Word."""
_CHARACTER, _LINE = 100, 100
_CHINESE_NAMES = {
    "fangsong": "仿宋",
    "fangsong_gb2312": "仿宋_GB2312",
    "kaiti": "楷体",
    "kaiti_gb2312": "楷体_GB2312",
    "simhei": "黑体",
    "simsun": "宋体",
    "nsimsun": "新宋体",
    "stsong": "华文宋体",
    "stzhongsong": "华文中宋",
    "stfangsong": "华文仿宋",
    "stkaiti": "华文楷体",
    "fzxiaobiaosong-b05s": "方正小标宋简体",
}
"""The English names of families, by which some programs write the same faces."""


class TextFormat(TypedDict, total=False):
    """What is said of characters; what is not there says nothing."""

    family: str
    latin: str
    size_pt: float
    bold: bool
    hidden: bool
    colour: str
    space: int
    scale: int


class ParagraphFormat(TypedDict, total=False):
    """What is said of a paragraph. Indents and spaces in characters and lines are reckoned when all is known."""

    align: SeenAlign
    left: int
    right: int
    first: int
    left_chars: int
    right_chars: int
    first_chars: int
    before: int
    after: int
    before_lines: int
    after_lines: int
    line: int
    line_rule: LineRule
    on_grid: bool
    new_page: bool
    level: int
    above: SeenRule | None
    below: SeenRule | None


def over(own: ParagraphFormat, below: ParagraphFormat) -> ParagraphFormat:
    """A format over another. An indent in twips takes the place of one in characters that stood below it, and the other way round."""
    kept = dict(below)
    for plain, counted in (
        ("left", "left_chars"), ("right", "right_chars"), ("first", "first_chars"), ("before", "before_lines"), ("after", "after_lines"),
    ):  # fmt: skip
        if plain in own and counted not in own:
            kept.pop(counted, None)
        if counted in own and plain not in own:
            kept.pop(plain, None)
    return cast("ParagraphFormat", {**kept, **own})


def run_of(text: str, look: TextFormat) -> SeenRun:
    """Text in its look."""
    return SeenRun(
        text,
        _chinese(look.get("family", "")),
        _chinese(look.get("latin", "")),
        look.get("size_pt", 10.0),
        look.get("bold", False),
        look.get("colour", BLACK),
        look.get("space", 0),
        look.get("scale", 100),
    )


def sized(own: ParagraphFormat, runs: Sequence[SeenRun], usual_size_pt: float) -> dict[str, Any]:
    """The lengths of a paragraph, those counted in characters and lines among them: characters of its own size, lines of 12 pt."""
    size = max((run.size_pt for run in runs if run.text.strip()), default=usual_size_pt) * 20
    made: dict[str, Any] = {}
    for key in ("left", "right", "first"):
        counted = own.get(f"{key}_chars", 0)
        made[key] = _bounded(round(cast("int", counted) * size / _CHARACTER) if counted else cast("int", own.get(key, 0)))
    for key in ("before", "after"):
        counted = own.get(f"{key}_lines", 0)
        plain = cast("int", own.get(key, 0))  # where it stands beside, its program has reckoned it by the grid
        made[key] = _bounded(plain or round(cast("int", counted) * 240 / _LINE))
    made["align"] = own.get("align", "left")
    made["line"], made["line_rule"] = max(_bounded(own.get("line", 240)), 1), own.get("line_rule", "auto")
    made["on_grid"], made["above"], made["below"] = own.get("on_grid", True), own.get("above"), own.get("below")
    return made


def _bounded(twips: int) -> int:
    return max(-LARGEST_TWIPS, min(twips, LARGEST_TWIPS))


def _chinese(family: str) -> str:
    """A family by the name under which Chinese offices know it."""
    return _CHINESE_NAMES.get(family.strip().casefold(), family.strip().lstrip("@"))
