"""Texts with planted errors, `⟦class|wrong→right⟧`, become the text as it stands and the places of its errors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent
_MARK = re.compile(r"⟦([a-z-]+)\|(.*?)→(.*?)⟧")


@dataclass(frozen=True, slots=True)
class Planted:
    """An error of class `kind` at `start:end` of line `line` (from 0); `right` is "" where no single form is right."""

    kind: str
    line: int
    start: int
    end: int
    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A file's text with its errors in it, and where these are."""

    name: str
    text: str
    errors: tuple[Planted, ...]


def marked(name: str, source: str) -> MarkedText:
    """Read the marks of a text."""
    lines: list[str] = []
    errors: list[Planted] = []
    for number, line in enumerate(source.split("\n")):
        text, at = "", 0
        for found in _MARK.finditer(line):
            text += line[at : found.start()]
            kind, wrong, right = found.groups()
            errors.append(Planted(kind, number, len(text), len(text) + len(wrong), wrong, right))
            text += wrong
            at = found.end()
        lines.append(text + line[at:])
    return MarkedText(name, "\n".join(lines), tuple(errors))


def texts(folder: str, data: Path = DATA) -> list[MarkedText]:
    """All texts of a folder, of this module's or of other data, in the order of their names."""
    return [marked(path.name, path.read_text(encoding="utf-8")) for path in sorted((data / folder).glob("*.txt"))]
