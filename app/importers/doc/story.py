"""A part of the text becomes paragraphs and tables, with what was left out of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import field

from app.importers.doc.fib import Story
from app.importers.doc.lists import Labels
from app.importers.doc.rows import row_shape
from app.importers.doc.styles import Format
from app.importers.doc.text import BOLD, DELETED, FACED, HEI, HIDDEN, KAI, LIGHT, UNSEEN, Characters
from app.importers.raw import Face, LeftOut, RawBlock, RawParagraph, Reason
from app.importers.raw_rows import TableRows
from app.importers.raw_runs import RawRun, left_out_of, paragraph_of
from app.records import dataclass

_END = re.compile("[\r\x07\x0c]")
_CELL_END = "\x07"
Anchored = Callable[[int, int], list[RawBlock]]
"""What hangs on the characters between two places."""


@dataclass(slots=True)
class StoryText:
    """What a part of the text holds."""

    blocks: list[RawBlock] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its paragraphs as lines, for a part that is told of and not read on."""
        return "\n".join(block.text for block in self.blocks if isinstance(block, RawParagraph)).strip()


def nothing_anchored(_start: int, _end: int) -> list[RawBlock]:
    """For a part on which nothing hangs."""
    return []


def read_story(characters: Characters, story: Story, labels: Labels, anchored: Anchored = nothing_anchored) -> StoryText:
    """Read the paragraphs in order. A paragraph whose mark was deleted goes on in the next one, as it does on screen."""
    out = StoryText()
    table = TableRows()
    behind_table: list[RawBlock] = []

    def end_table() -> None:
        nonlocal table
        if table.is_open:
            out.blocks.append(table.table())
            table = TableRows()
        out.blocks.extend(behind_table)
        behind_table.clear()

    for start, end in _paragraphs(characters, story):
        form = characters.format_at(end)
        ends_cell = characters.text[end : end + 1] == _CELL_END
        runs = _runs(characters, start, end, form)
        out.left_out += left_out_of(runs)
        paragraph = _paragraph(runs, form, labels)
        if not (form.in_table or ends_cell):
            end_table()
            out.blocks.append(paragraph)
            out.blocks.extend(anchored(start, end))
            continue
        behind_table += anchored(start, end)
        if ends_cell and (form.row_end or (not (form.in_table or paragraph.text or table.lines) and table.cells)):
            table.end_row(row_shape(form.cells))
            continue
        table.lines.append(paragraph.text)
        if ends_cell:
            table.end_cell()
    end_table()
    return out


def _paragraphs(characters: Characters, story: Story) -> list[tuple[int, int]]:
    """Where each paragraph begins, and where its mark stands; the last one may have none."""
    found = []
    start, stop = story.start, min(story.end, len(characters.text))
    for match in _END.finditer(characters.text, start, stop):
        if match[0] == _CELL_END or not characters.is_joined(match.start()):
            found.append((start, match.start()))
            start = match.end()
    if start < stop:
        found.append((start, stop))
    return found


def _runs(characters: Characters, start: int, end: int, form: Format) -> list[RawRun]:
    """The stretches of a paragraph without instructions of fields; what a stretch does not say of itself the style says."""
    own_face = characters.face_of(form)
    runs = []
    for run in characters.runs(start, end):
        flags = run.flags | (HIDDEN if form.hidden else 0)
        if run.text and not flags & UNSEEN:
            face = (Face.KAI if flags & KAI else Face.HEI if flags & HEI else Face.OTHER) if flags & FACED else own_face
            reason = Reason.DELETED if flags & DELETED else Reason.HIDDEN if flags & HIDDEN else None
            runs.append(RawRun(run.text, bool(flags & BOLD) or (form.bold and not flags & LIGHT), face, reason))
    return runs


def _paragraph(runs: list[RawRun], form: Format, labels: Labels) -> RawParagraph:
    has_words = any(run.text.strip() for run in runs if run.left_out is None)
    label = labels.next(form.list_use, form.list_level) if form.list_use and has_words else ""
    return paragraph_of(runs, label, form.level, title=form.title, centred=form.centred)
