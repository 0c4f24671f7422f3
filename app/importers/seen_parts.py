"""The paragraphs of a seen document become parts of a bulletin, told by the recogniser of texts: name, number, entries, titles, footer."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from enum import Enum, auto

from app.errors import UserError
from app.importers.forms import (
    CONTENTS_HEAD,
    COPIES,
    COPY_NUMBER,
    EDITORS,
    FOOTER_LABEL,
    NUMBER,
    RULE_LINE,
    SECRECY_HEAD,
    TOTAL,
    key,
    section_name,
)
from app.importers.found import FoundArticle, Structure
from app.importers.intake import read_flat
from app.importers.raw import Face, Look
from app.importers.raw_text import FlatText
from app.importers.seen import SeenDocument, SeenParagraph, SeenRun
from app.importers.structure.footer import read_tail
from app.importers.structure.head import read_head
from app.importers.structure.line import Line
from app.records import dataclass
from app.text.chars import BLANKS, GAP
from app.text.dates import find_dates


class Part(Enum):
    """What a paragraph is in a bulletin."""

    NAME = auto()
    NUMBER = auto()
    TOTAL = auto()
    ISSUER = auto()
    SECRECY = auto()
    HEAD_EDITORS = auto()
    CONTENTS_HEAD = auto()
    ENTRY_SECTION = auto()
    ENTRY = auto()
    SECTION = auto()
    TITLE = auto()
    SUBTITLE = auto()
    NOTE = auto()
    HEADING_1 = auto()
    HEADING_2 = auto()
    HEADING_3 = auto()
    HEADING_4 = auto()
    BODY = auto()
    BYLINE = auto()
    CELL = auto()
    RECIPIENTS = auto()
    COPIES = auto()
    EDITORS = auto()


_Mark = Callable[[int, Part], None]
"""Takes the index of a line and its part."""
HEAD = frozenset({Part.NAME, Part.NUMBER, Part.TOTAL, Part.ISSUER, Part.SECRECY, Part.HEAD_EDITORS})
CONTENTS = frozenset({Part.CONTENTS_HEAD, Part.ENTRY_SECTION, Part.ENTRY})
FOOTER = frozenset({Part.RECIPIENTS, Part.COPIES, Part.EDITORS})
HEADINGS = (Part.HEADING_1, Part.HEADING_2, Part.HEADING_3, Part.HEADING_4)
_DATA_ROWS, _DATA_COLUMNS = 3, 3
_KAI, _HEI = re.compile("楷|kai", re.IGNORECASE), re.compile("黑|hei|小标宋", re.IGNORECASE)
_STAR = "★"
_DEEPEST_LEAD = 2
"""1. and （1） are set in the body's face, so a sentence after them has no look of its own."""
_OPEN_DATE = re.compile(rf"(?:\d{{4}}|[{BLANKS}×X_＿]*){GAP}年[{BLANKS}\d×X_＿]*月[{BLANKS}\d×X_＿]*日")
_ANY_DATE = "2000年1月1日"
_HEAD_LINES = 15


@dataclass(frozen=True)
class SeenBulletin:
    """A seen document with the part that each paragraph is, by its number; what is no part of a bulletin is not there.

    `leads` are the characters at a paragraph's head that are a heading sentence or the title of a brief; `briefs` are the latter.
    """

    document: SeenDocument
    structure: Structure
    parts: Mapping[int, Part]
    leads: Mapping[int, int] = field(default_factory=dict)
    briefs: frozenset[int] = frozenset()

    def of(self, *parts: Part) -> Iterator[tuple[int, SeenParagraph]]:
        """The paragraphs of some parts with their numbers, in order."""
        for number, part in sorted(self.parts.items()):
            if part in parts:
                yield number, self.document.paragraphs[number]

    def first(self, *parts: Part) -> int | None:
        """The number of the first paragraph of some parts."""
        return next((number for number, _ in self.of(*parts)), None)


def parts_of(document: SeenDocument, name: str) -> SeenBulletin:
    """Recognise the parts. Raises UserError for a document that does not begin as a bulletin does."""
    flat, sources = _flat(document)
    if not flat.text.strip():
        raise UserError(f"“{name}”里没有文字，不能从它取版式，请另选一份简报。")
    intake = read_flat(flat, name)
    lines = list(intake.lines)
    head = read_head(lines, [])
    if head is None:
        raise UserError(f"“{name}”开头没有认出期号、日期这样的报头，不能从它取版式，请选一份完整的简报。")
    parts: dict[int, Part] = {}

    def mark(line: Line, part: Part) -> None:
        for source in sources.get(line.line, ()):
            parts.setdefault(source, part)

    issuers = {key(name) for name in head.issuers}
    for line in lines[: head.end]:
        part = _head_part(line.text)
        mark(line, Part.ISSUER if part is Part.NAME and key(line.text) in issuers else part)
    structure = intake.structure
    if structure.date == _ANY_DATE:
        structure = replace(structure, date=None, date_iso=None)
    begin = _body_begin(lines, head.end, structure)
    for line in lines[head.end : begin]:
        mark(line, _contents_part(line, structure))
    tail = read_tail(lines, begin).body_end
    for line in lines[tail:]:
        mark(line, _tail_part(line.text))
    leads, briefs = _body(lines, begin, tail, structure, parts, sources)
    for number, paragraph in enumerate(document.paragraphs):
        if _is_data(paragraph, document) and paragraph.text.strip():
            parts[number] = Part.CELL
    return SeenBulletin(document, structure, parts, leads, frozenset(briefs))


def _flat(document: SeenDocument) -> tuple[FlatText, dict[int, tuple[int, ...]]]:
    """The text as the recogniser takes it, and the paragraphs behind each of its lines. Cells side by side stand on one line."""
    lines: list[str] = []
    looks: dict[int, Look] = {}
    sources: dict[int, tuple[int, ...]] = {}
    rows: dict[tuple[int, int], int] = {}
    columns = Counter(one.cell[:2] for one in document.paragraphs if one.cell and one.text.strip())
    for number, paragraph in enumerate(document.paragraphs):
        if _is_data(paragraph, document) or RULE_LINE.match(paragraph.text.strip()) or paragraph.text.strip() == _STAR:
            continue
        row = paragraph.cell[:2] if paragraph.cell else None
        if row is not None and row in rows and columns[row] > 1 and paragraph.text.strip():
            at = rows[row]
            lines[at] += "\t" + _dated(paragraph.text.replace("\n", " "))
            sources[at] = (*sources[at], number)
            continue
        for text in (paragraph.label + paragraph.text).split("\n"):
            if row is not None and text.strip():
                rows[row] = len(lines)
            sources[len(lines)] = (number,)
            looks[len(lines)] = _look(paragraph)
            lines.append(_dated(text) if len(lines) < _HEAD_LINES else text)
    return FlatText("\n".join(lines), looks), sources


def _dated(text: str) -> str:
    """A line of the head with a date where that is open yet: 2021年　月　日. The recogniser tells the issuer's line by its date."""
    found = _OPEN_DATE.search(text)
    return text if found is None or any(find_dates(text)) else text[: found.start()] + "\t" + _ANY_DATE + text[found.end() :]


def _look(paragraph: SeenParagraph) -> Look:
    words = [run for run in paragraph.runs if run.text.strip()]
    faces = {_face(run) for run in words}
    bold = bool(words) and all(run.bold for run in words)
    return Look(paragraph.level, False, bold, paragraph.align == "centre", faces.pop() if len(faces) == 1 else Face.OTHER)


def _face(run: SeenRun) -> Face:
    return Face.KAI if _KAI.search(run.family) else Face.HEI if _HEI.search(run.family) else Face.OTHER


def _is_data(paragraph: SeenParagraph, document: SeenDocument) -> bool:
    """Whether a paragraph stands in a table of data, not in one that only holds a masthead or a footer in place."""
    return paragraph.cell is not None and paragraph.cell[0] in _data_tables(document)


def _data_tables(document: SeenDocument) -> frozenset[int]:
    shape: dict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for one in document.paragraphs:
        if one.cell:
            rows, columns = shape[one.cell[0]]
            shape[one.cell[0]] = (max(rows, one.cell[1] + 1), max(columns, one.cell[2] + 1))
    return frozenset(table for table, (rows, columns) in shape.items() if rows >= _DATA_ROWS and columns >= _DATA_COLUMNS)


def _head_part(text: str) -> Part:
    words = SECRECY_HEAD.match(text)
    if words and (words.end() == len(text) or COPY_NUMBER.match(text[words.end() :])):
        return Part.SECRECY
    if EDITORS.match(text):
        return Part.HEAD_EDITORS
    rest = NUMBER.sub("", TOTAL.sub("", text))
    if any(find_dates(rest)):
        return Part.ISSUER
    if rest != TOTAL.sub("", text):
        return Part.NUMBER
    return Part.TOTAL if TOTAL.search(text) else Part.NAME


def _body_begin(lines: list[Line], start: int, structure: Structure) -> int:
    """The index of the line that begins the first article, or the 栏目 over it."""
    first = min((article.line for article in structure.articles if article.title or article.paragraphs), default=None)
    if first is None:
        return start
    index = next((at for at in range(start, len(lines)) if lines[at].line >= first), start)
    name = structure.sections[0].name
    while index > start and name and structure.sections[0].in_body and key(lines[index - 1].text) == key(name):
        index -= 1
    return index


def _contents_part(line: Line, structure: Structure) -> Part:
    if CONTENTS_HEAD.match(line.text):
        return Part.CONTENTS_HEAD
    names = {entry.section for entry in structure.contents if entry.section}
    return Part.ENTRY_SECTION if section_name(line.text, names) else Part.ENTRY


def _tail_part(text: str) -> Part:
    if FOOTER_LABEL.match(text):
        return Part.RECIPIENTS
    if COPIES.search(text):
        return Part.COPIES
    return Part.EDITORS if EDITORS.match(text) or ("：" in text[:8]) else Part.RECIPIENTS


def _body(
    lines: list[Line], begin: int, end: int, structure: Structure, parts: dict[int, Part], sources: Mapping[int, tuple[int, ...]]
) -> tuple[dict[int, int], set[int]]:
    """Mark what stands between contents and footer; return the leads and which of them are briefs' titles."""
    index_of = {line.line: index for index, line in enumerate(lines)}
    leads: dict[int, int] = {}
    briefs: set[int] = set()

    def mark(index: int, part: Part) -> None:
        if begin <= index < end:
            for source in sources.get(lines[index].line, ()):
                parts.setdefault(source, part)

    for section in structure.sections:
        for article in section.articles:
            at = index_of.get(article.line)
            if at is None:
                continue
            if section.name and article is section.articles[0] and at > begin and key(lines[at - 1].text) == key(section.name):
                mark(at - 1, Part.SECTION)
            if article.runin and article.title:
                for source in sources.get(article.line, ())[:1]:
                    leads[source] = len(article.title[0])
                    briefs.add(source)
                mark(at, Part.BODY)
            else:
                _mark_title(lines, at, article, mark)
            for paragraph in article.paragraphs:
                place = index_of.get(paragraph.line)
                if place is None:
                    continue
                mark(place, HEADINGS[paragraph.level - 1] if paragraph.level else Part.BODY)
                if paragraph.runin and not paragraph.level and paragraph.runin_level <= _DEEPEST_LEAD:
                    for source in sources.get(paragraph.line, ())[:1]:
                        leads.setdefault(source, len(paragraph.runin))
            _mark_bylines(lines, at, end, article, mark)
    return leads, briefs


def _mark_bylines(lines: list[Line], at: int, end: int, article: FoundArticle, mark: _Mark) -> None:
    """The line that says who sent an article in: the first with its words from the article's beginning on."""
    known = {key(text) for text in article.bylines}
    for place in range(at, end):
        if not known:
            return
        own = key(lines[place].text)
        if own in known:
            mark(place, Part.BYLINE)
            known.discard(own)


def _mark_title(lines: list[Line], at: int, article: FoundArticle, mark: _Mark) -> None:
    """The lines of a title, and what stands between it and the text."""
    for offset in range(len(article.title)):
        mark(at + offset, Part.TITLE)
    below = at + len(article.title)
    notes = {key(text) for text in (article.subtitle, article.title_note) if text}
    editors = {key(text) for text in article.editor_notes}
    while below < len(lines) and (notes or editors) and below < at + len(article.title) + len(notes) + len(editors) + 2:
        own = key(lines[below].text)
        if own in notes:
            mark(below, Part.SUBTITLE)
        elif any(own.endswith(note) for note in editors):
            mark(below, Part.NOTE)
        below += 1
