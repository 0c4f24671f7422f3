"""A repaired draft becomes the recogniser's lines: text, source line, and what the source showed before the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.importers.clean.characters import BULLETS
from app.importers.lines import rows
from app.importers.raw import PLAIN, Look
from app.importers.repair import Draft


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the repaired text. `line` counts source lines from 0; `bullet` is the sign that stood before the text there.

    `cells` are its words where tabs or upright bars part them in the source.
    `look` is what the file says of its paragraph; plain text says nothing.
    """

    text: str
    line: int
    bullet: str = ""
    indent_em: float = 0.0
    blanks_before: int = 0
    cells: tuple[str, ...] = ()
    look: Look = PLAIN


def to_lines(draft: Draft, source: str, looks: Mapping[int, Look]) -> list[Line]:
    """All lines that are not empty. `looks` are by line of the source."""
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
        out.append(Line(row.body, number, bullet, indent, row.blanks_before, cells_of(raw, row.body), looks.get(number, PLAIN)))
    return out


_BAR = re.compile("[|｜│┃]")
_LONGEST, _MOST_CELLS = 2000, 20


def cells_of(raw: str, text: str) -> tuple[str, ...]:
    """The cells of a repaired line, parted as its source line is; none where the source has no columns or the repair joined lines."""
    line = raw.strip("\n")
    barred = len(line) < _LONGEST and bool(_BAR.search(line))
    parts = _BAR.split(line.strip().strip("|｜│┃")) if barred else line.rstrip(" \n").split("\t")
    if not 2 <= len(parts) <= _MOST_CELLS:
        return ()
    wanted = [sum(not char.isspace() for char in part) for part in parts]
    letters = [at for at, char in enumerate(text) if not (char.isspace() or (barred and _BAR.match(char)))]
    if not wanted[0] or sum(wanted) != len(letters):
        return ()
    cells, at = [], 0
    for count in wanted:
        own = letters[at : at + count]
        cells.append(text[own[0] : own[-1] + 1] if own else "")
        at += count
    return tuple(cells)
