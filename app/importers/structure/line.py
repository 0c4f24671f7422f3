"""A repaired draft becomes the recogniser's lines: text, source line, and what the source showed before the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from app.importers.clean.characters import BULLETS
from app.importers.found import FoundCell, FoundRow
from app.importers.lines import rows
from app.importers.marking import NONE, kinds_of, marks_of
from app.importers.raw import PLAIN, Look
from app.importers.raw_table import FlatRow
from app.importers.raw_text import FlatText
from app.importers.repair import Draft
from app.model.issue import Mark
from app.records import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the repaired text. `line` counts source lines from 0; `bullet` is the sign that stood before the text there.

    `cells` are its words where tabs or upright bars part them in the source, `row` where it is a row of a table of the file.
    `look` is what the file says of its paragraph, `marks` of stretches of it; plain text says nothing.
    """

    text: str
    line: int
    bullet: str = ""
    indent_em: float = 0.0
    blanks_before: int = 0
    cells: tuple[str, ...] = ()
    look: Look = PLAIN
    row: FoundRow | None = None
    marks: tuple[Mark, ...] = ()


def to_lines(draft: Draft, flat: FlatText) -> list[Line]:
    """All lines that are not empty, of the draft that the text has become; what stood in columns is known by its cells, not by tabs."""
    source = flat.text
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
        text = row.body.replace("\t", " ")
        line = Line(text, number, bullet, indent, row.blanks_before, cells_of(raw, text), flat.looks.get(number, PLAIN))
        if flat.marks or number in flat.rows:
            # A repair that makes a text longer reaches into the sources of what follows it; places never go back, though.
            sources = list(accumulate((draft.source_of(place) for place in range(row.start, row.end)), max))
            own = flat.rows.get(number)
            cells = _row(text, sources, starts[number], own) if own else None
            line = replace(line, marks=_marks(sources, starts, number, flat), row=cells)
        out.append(line)
    return out


def _marks(sources: Sequence[int], starts: Sequence[int], number: int, flat: FlatText) -> tuple[Mark, ...]:
    """The marks of a repaired line whose characters came from these `sources`; a line that was joined has those of all its parts."""
    kinds = [NONE] * len(sources)
    while number + 1 < len(starts) and starts[number] <= sources[-1]:
        if own := flat.marks.get(number):
            here = kinds_of(starts[number + 1] - starts[number], own)
            for at in range(bisect_left(sources, starts[number]), bisect_left(sources, starts[number + 1])):
                kinds[at] = here[sources[at] - starts[number]]
        number += 1
    return marks_of(kinds)


def _row(text: str, sources: Sequence[int], start: int, flat: FlatRow) -> FoundRow | None:
    """The row that a repaired line is, cell by cell; None where a repair left words that belong to no cell."""
    cells = []
    for cell in flat.cells:
        parts = (text[bisect_left(sources, start + begin) : bisect_left(sources, start + end)] for begin, end in cell.spans)
        cells.append(FoundCell("\n".join(filter(None, (part.strip() for part in parts))), cell.columns, cell.rows))
    whole = sum(not char.isspace() for char in text) == sum(not char.isspace() for cell in cells for char in cell.text)
    return FoundRow(flat.table, flat.of, tuple(cells)) if whole else None


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
