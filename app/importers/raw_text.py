"""What a reader took out of a file becomes the text that repairs and recogniser read, and what each of its lines has beyond words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from app.importers.left_out import sentences
from app.importers.marking import marks_within
from app.importers.raw import PLAIN, Look, RawBlock, RawDocument, RawParagraph, RawPicture, RawTable
from app.importers.raw_table import LINE_END, FlatRow, lines_of_table, split_lines
from app.model.issue import Mark
from app.records import dataclass


@dataclass(frozen=True, slots=True)
class FlatText:
    """A document as lines. `looks`, `marks` (counted from a line's first character) and `rows` are by the number of the line from 0.

    `pictures` stand before the line of that number.
    """

    text: str
    looks: Mapping[int, Look] = field(default_factory=dict)
    pictures: tuple[tuple[int, RawPicture], ...] = ()
    marks: Mapping[int, tuple[Mark, ...]] = field(default_factory=dict)
    rows: Mapping[int, FlatRow] = field(default_factory=dict)


def flattened(document: RawDocument) -> FlatText:
    """Paragraphs and tables as lines."""
    lines: list[str] = []
    looks: dict[int, Look] = {}
    marks: dict[int, tuple[Mark, ...]] = {}
    rows: dict[int, FlatRow] = {}
    pictures: list[tuple[int, RawPicture]] = []
    for number, block in enumerate(document.blocks):
        if isinstance(block, RawPicture):
            pictures.append((len(lines), block))
        elif isinstance(block, RawTable):
            for line, row in lines_of_table(block, number):
                if row:
                    rows[len(lines)] = row
                lines.append(line)
        else:
            for line, own in _marked_lines(block):
                if block.look != PLAIN and line.strip():
                    looks[len(lines)] = block.look
                if own:
                    marks[len(lines)] = own
                lines.append(line)
    return FlatText("\n".join(lines), looks, tuple(pictures), marks, rows)


def told(document: RawDocument) -> tuple[str, ...]:
    """The sentences for the clerk: the reader's own, and one for each kind of thing that the text does not hold."""
    return (*document.notes, *sentences(document.left_out))


def lines_of_block(block: RawBlock) -> list[str]:
    """A paragraph or a table as lines; a picture has none."""
    if isinstance(block, RawParagraph):
        return split_lines(block.text)
    return [line for line, _ in lines_of_table(block)] if isinstance(block, RawTable) else []


def _marked_lines(paragraph: RawParagraph) -> Sequence[tuple[str, tuple[Mark, ...]]]:
    """The lines of a paragraph with the marks on each."""
    found = []
    at = 0
    for end in [*LINE_END.finditer(paragraph.text), None]:
        stop = end.start() if end else len(paragraph.text)
        found.append((paragraph.text[at:stop], marks_within(paragraph.marks, at, stop)))
        at = end.end() if end else stop
    return found
