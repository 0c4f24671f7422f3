"""A text that was read becomes the submissions in it, where somebody put several into one file; an article with headings is one."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from app.importers.forms import BYLINE, BYLINE_NAMES, BYLINE_TAIL, EDITORS, is_prose
from app.importers.found import Extra, FoundSection, Structure
from app.importers.intake import Intake, read_flat
from app.importers.raw import PLAIN, RawCell
from app.importers.raw_table import FlatRow, line_of_row
from app.importers.raw_text import FlatText
from app.importers.structure.line import Line
from app.importers.structure.recognise import recognise
from app.importers.structure.titles import title_span
from app.model.issue import Mark
from app.records import dataclass
from app.text.dates import find_dates

_LEAST_CHARACTERS = 40
"""Less text than that is no submission but the head or the tail of one."""
_WIDE_GAP = 2
"""Empty lines that part more than paragraphs."""
_SELDOM = 0.3
"""Where fewer lines than that have an empty one before them, an empty line says something."""


@dataclass(frozen=True, slots=True)
class Part:
    """One submission of several: its text, a line for a paragraph, how that reads by itself, and the source as it came."""

    text: str
    intake: Intake
    source: str


def parts_of(intake: Intake) -> tuple[Part, ...]:
    """The submissions in a text, at least two; none where it is one, or a whole bulletin, whose articles belong together."""
    return tuple(_part(intake, start, end) for start, end in pairwise(_cuts(intake)))


def _cuts(intake: Intake) -> list[int]:
    """The lines where submissions begin and the last one ends; none where there are not several."""
    if intake.structure.kind == "bulletin" or intake.structure.contents:
        return []
    starts = list(_starts(list(intake.lines), intake.structure))
    return [0, *starts, len(intake.lines)] if starts else []


def told_apart(intake: Intake) -> Intake:
    """The intake with each submission in it recognised by itself; as it is where it holds one, or a whole bulletin."""
    cuts = _cuts(intake)
    found = [recognise(list(intake.lines[start:end]), {}, ()) for start, end in pairwise(cuts)]
    if not found or not all(map(_is_articles_alone, found)):
        return intake
    sections = [section for one in found for section in one.sections]
    if not any(section.name for section in sections):
        sections = [FoundSection(articles=tuple(article for one in found for article in one.articles))]
    structure = replace(
        intake.structure,
        sections=tuple(sections),
        signature=found[-1].signature,
        extra=replace(intake.structure.extra, editors=tuple(editor for one in found for editor in one.extra.editors)),
        marks=tuple(mark for one in found for mark in one.marks),
    )
    return replace(intake, structure=structure)


def _is_articles_alone(found: Structure) -> bool:
    """Whether a structure holds nothing beside articles, such as a masthead or a footer."""
    rest = Structure("document", sections=found.sections, signature=found.signature, marks=found.marks)
    return found == replace(rest, extra=Extra(editors=found.extra.editors))


def _part(intake: Intake, start: int, end: int) -> Part:
    """The submission on these lines, with its looks, marks, tables and pictures."""
    lines = intake.lines[start:end]
    found = read_flat(_flat(lines), intake.name)
    first = lines[0].line if start else 0
    behind = intake.lines[end].line if end < len(intake.lines) else sys.maxsize
    pictures = tuple(
        replace(picture, line=sum(line.line < picture.line for line in lines))
        for picture in intake.structure.pictures
        if first <= picture.line < behind
    )
    source = "\n".join(intake.source.split("\n")[first:behind])
    return Part("\n".join(line.text for line in lines), replace(found, structure=replace(found.structure, pictures=pictures)), source)


def _flat(lines: Sequence[Line]) -> FlatText:
    """Repaired lines as they would stand in a file."""
    texts: list[str] = []
    marks: dict[int, tuple[Mark, ...]] = {}
    rows: dict[int, FlatRow] = {}
    for number, line in enumerate(lines):
        text = line.text
        if line.row:
            columns = [RawCell(cell.text, cell.columns, cell.rows) for cell in line.row.cells]
            text, rows[number] = line_of_row(columns, line.row.table, line.row.of)
        elif line.cells:
            text = "\t".join(line.cells)
        elif line.marks:
            marks[number] = line.marks
        texts.append(text)
    looks = {number: line.look for number, line in enumerate(lines) if line.look != PLAIN}
    return FlatText("\n".join(texts), looks, marks=marks, rows=rows)


def _starts(lines: list[Line], structure: Structure) -> Iterator[int]:
    """The lines with which another submission begins."""
    recognised = {article.line for article in structure.articles[1:]}
    gaps = [at for at in range(1, len(lines)) if lines[at].blanks_before]
    telling = len(gaps) < _SELDOM * len(lines)
    speaking = telling and all(title_span(lines, at, len(lines)) for at in gaps)  # none but before a title
    since = 0
    for at in range(1, len(lines)):
        span = title_span(lines, at, len(lines))
        if not span or not _is_text(lines[since:at]) or not any(is_prose(line.text) for line in lines[at + span : at + span + 2]):
            continue
        line, above = lines[at], lines[at - 1]
        signs = 2 * _ends(lines, at) + 2 * (line.blanks_before >= _WIDE_GAP) + 2 * _looks_like_the_first_title(lines, at)
        signs += (1 + speaking) * (line.blanks_before == 1 and telling) + (line.line in recognised)
        if signs >= 2 and not title_span(lines, at - 1, at) and above.text:
            yield at
            since = at


def _is_text(lines: Sequence[Line]) -> bool:
    return any(is_prose(line.text) for line in lines) and sum(len(line.text) for line in lines) >= _LEAST_CHARACTERS


def _ends(lines: Sequence[Line], at: int) -> bool:
    """Whether the line above ends a submission: who sent it in, who edited it, or the date below a signature."""
    text = lines[at - 1].text
    if BYLINE.match(text) or BYLINE_NAMES.fullmatch(text) or BYLINE_TAIL.search(text) or EDITORS.match(text):
        return True
    bare = text.strip("（）() 　")
    return any(date.start == 0 and date.end == len(bare) for date in find_dates(bare))


def _looks_like_the_first_title(lines: Sequence[Line], at: int) -> bool:
    """Whether the file sets a line as it sets its first, which is a title by its size or its place."""
    look = lines[at].look
    return (look.title or look.centred) and look == lines[0].look
