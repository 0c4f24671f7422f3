"""The table of a template's values becomes their Chinese names, groups, explanations, sources and the words of their choices."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from app.paths import resources
from app.records import dataclass

FACE_CHOICES = (("body", "正文"), ("title", "标题"), ("hei", "黑体"), ("kai", "楷体"), ("number", "页码"))
"""The face roles that a paragraph may be set in."""
_FACE = "face"


@dataclass(frozen=True, slots=True)
class ValueWords:
    """What a value is called and what is said of it. `choices` are (value, words); `help` and `source` end without a full stop."""

    group: str
    name: str
    help: str
    source: str
    choices: tuple[tuple[str, str], ...] = ()


@cache
def value_words() -> Mapping[str, ValueWords]:
    """Every value's words by its key, in which * stands for a place in a list, in the order in which they are shown."""
    text = (resources() / "template-fields.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {key: _words(*cells) for key, *cells in rows}


def _words(group: str, name: str, says: str, source: str = "", choices: str = "") -> ValueWords:
    return ValueWords(group, name, says, source, _choices(choices))


def _choices(cell: str) -> tuple[tuple[str, str], ...]:
    if cell == _FACE:
        return FACE_CHOICES
    pairs = (entry.partition("=") for entry in cell.split())
    return tuple((value, words) for value, _, words in pairs)
