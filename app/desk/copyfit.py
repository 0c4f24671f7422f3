"""A layout becomes the places where a line can be won or filled: short and nearly full last lines, titles, blank slots (M13)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.edit.state import Place
from app.fonts.faceset import FaceSet
from app.layout.flow import FlowParagraph, Span
from app.layout.frames import Layout
from app.layout.lines import break_text
from app.layout.setting import Setter
from app.model.issue import Article, Issue, Role, joined_title
from app.model.template import Template
from app.model.titles import title_cells, title_turns
from app.records import dataclass
from app.text.titles import in_lines

_TEXTS = frozenset({Role.BODY, Role.EDITOR_NOTE, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4})
_SHORT = 4
"""A last line of so many characters is worth cutting, one with room for so many worth filling."""
_TRIED = 6
"""Marks that may not begin a line can make a cut take a few characters more than the last line has."""
_LONG_TITLE = 12
"""A title of one line takes two without looking lost from this length on."""
_FILLER = "国"


@dataclass(frozen=True, slots=True)
class LineEnd:
    """A paragraph that takes a line less without `count` characters, or with them a line more; its last line begins at `place`."""

    place: Place
    page: int
    count: int
    words: str


@dataclass(frozen=True, slots=True)
class TitleLines:
    """A title that could take a line less or more: with the turns `turns`."""

    article: int
    place: Place
    page: int
    words: str
    lines: int
    turns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Blank:
    """White in the text: `lines` slots at the foot of a page, or an empty paragraph."""

    place: Place
    page: int
    lines: int
    empty_paragraph: bool = False


@dataclass(frozen=True, slots=True)
class Finds:
    """All the places, in printing order."""

    ends: tuple[LineEnd, ...]
    titles: tuple[TitleLines, ...]
    blanks: tuple[Blank, ...]


def places_to_win(issue: Issue, layout: Layout, faces: FaceSet) -> Finds:
    """Where a line can be saved."""
    setter = Setter.of(issue.template, faces)
    ends = (end for last in _last_lines(layout) if (end := _shorter(*last, setter)))
    return Finds(tuple(ends), tuple(_titles(issue, layout, -1)), tuple(_blanks(layout, issue.template)))


def places_to_fill(issue: Issue, layout: Layout, faces: FaceSet) -> Finds:
    """Where a line can be filled."""
    setter = Setter.of(issue.template, faces)
    ends = (end for last in _last_lines(layout) if (end := _longer(*last, setter)))
    return Finds(tuple(ends), tuple(_titles(issue, layout, 1)), ())


def _last_lines(layout: Layout) -> Iterator[tuple[FlowParagraph, int]]:
    """The text's paragraphs of more than one line, each with the page on which it ends."""
    for page, fill in enumerate(layout.plan.fills, 1):
        for part in fill.slices:
            paragraph = part.paragraph
            lines = len(paragraph.lines)
            if paragraph.role in _TEXTS and part.first + part.count == lines and lines > 1 and paragraph.breaks:
                yield paragraph, page


def _shorter(paragraph: FlowParagraph, page: int, setter: Setter) -> LineEnd | None:
    """How many characters must go so that the last line does; None where it has more than a few."""
    start = paragraph.breaks[-1]
    if not 0 < len(paragraph.text[start:].strip()) <= _SHORT:
        return None
    for count in range(1, _TRIED + 1):
        if start > count and _lines(_cut(paragraph.spans, start - count, start), paragraph, setter) < len(paragraph.lines):
            return _end(paragraph, page, count)
    return None


def _longer(paragraph: FlowParagraph, page: int, setter: Setter) -> LineEnd | None:
    """How many characters more take another line; None where it has room for more than a few."""
    room, size_pt = setter.room(paragraph.style), paragraph.style.text.size_pt
    if room.right - paragraph.lines[-1].end_x_pt > (_SHORT + 1) * size_pt:
        return None
    for count in range(1, _SHORT + 1):
        last = paragraph.spans[-1]
        longer = (*paragraph.spans[:-1], last._replace(text=_FILLER * count + last.text))
        if _lines(longer, paragraph, setter) > len(paragraph.lines):
            return _end(paragraph, page, count)
    return None


def _end(paragraph: FlowParagraph, page: int, count: int) -> LineEnd | None:
    line = paragraph.lines[-1]
    words = paragraph.text[paragraph.breaks[-1] :].strip()
    return LineEnd(Place(line.block, line.start), page, count, words) if line.block else None


def _lines(spans: Sequence[Span], paragraph: FlowParagraph, setter: Setter) -> int:
    """How many lines the spans take in the paragraph's style."""
    return len(break_text(setter.measure(spans), setter.room(paragraph.style))) + 1


def _cut(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """The spans without the characters `start` to `end` of their joined text."""
    kept: list[Span] = []
    at = 0
    for span in spans:
        length = len(span.text)
        text = span.text[: max(start - at, 0)] + span.text[max(end - at, 0) :]
        if text:
            kept.append(span._replace(text=text))
        at += length
    return kept


def _titles(issue: Issue, layout: Layout, more: int) -> Iterator[TitleLines]:
    """Titles that could take a line less (`more` is -1) or a line more (1)."""
    pages = {entry.block: entry.page for entry in layout.outline}
    width = title_cells(issue.template)
    for article in issue.articles():
        if article.runin or article.title.id not in pages:
            continue
        lines = len(title_turns(article, issue.template)) + 1
        turns = _turns(article, lines + more, width) if lines + more and (more < 0 or lines == 1) else None
        if turns is not None:
            title = article.title
            yield TitleLines(article.id, Place(title.id, 0), pages[title.id], joined_title(title), lines, turns)


def _turns(article: Article, lines: int, width: float) -> tuple[int, ...] | None:
    title = joined_title(article.title)
    return None if lines > 1 and len(title) < _LONG_TITLE else in_lines(title, lines, width)


def _blanks(layout: Layout, template: Template) -> Iterator[Blank]:
    """Empty paragraphs, and slots that stay free at the foot of a page because the next lines keep together or take a new page."""
    fills = layout.plan.fills
    height = template.paper.text_height
    for page, fill in enumerate(fills, 1):
        for part in fill.slices:
            if part.paragraph.role in _TEXTS and not part.paragraph.text.strip():
                yield Blank(Place(part.paragraph.block, 0), page, 1, empty_paragraph=True)
        free = (height - fill.end) // template.line_twips
        cover = page == 1 and template.flow.body_start != "run_on"
        if page < len(fills) and free > 0 and fill.slices and not cover:
            paragraph = fill.slices[-1].paragraph
            last = paragraph.lines[-1]
            yield Blank(Place(last.block, last.end) if last.block else Place(paragraph.block, 0), page, free)  # a row's lines are nobody's
