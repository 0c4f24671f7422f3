"""A repaired draft becomes the recogniser's lines: text, source line, and what the source showed before the text."""

from __future__ import annotations

from dataclasses import dataclass

from app.importers.clean.characters import BULLETS
from app.importers.lines import rows
from app.importers.repair import Draft


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the repaired text. `line` counts source lines from 0; `bullet` is the sign that stood before the text there."""

    text: str
    line: int
    bullet: str = ""
    indent_em: float = 0.0
    blanks_before: int = 0


def to_lines(draft: Draft, source: str) -> list[Line]:
    """All lines that are not empty."""
    starts: list[int] = [0]
    for raw in source.split("\n"):
        starts.append(starts[-1] + len(raw) + 1)
    out: list[Line] = []
    number = 0
    for row in rows(draft.text):
        at = draft.source_of(row.start)
        while number + 1 < len(starts) - 1 and starts[number + 1] <= at:
            number += 1
        raw = source[starts[number] : starts[number + 1]]
        lead = raw.lstrip(" \t\u3000\u00a0")
        indent = sum(1.0 if char == "\u3000" else 2.0 if char == "\t" else 0.5 for char in raw[: len(raw) - len(lead)])
        bullet = lead[:1] if lead[:1] and lead[0] in BULLETS and row.body[:1] != lead[0] else ""
        out.append(Line(row.body, number, bullet, indent, row.blanks_before))
    return out
