"""One issue of a bulletin as an immutable value: masthead, sections of articles, footer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import Annotated, Literal

from app.model.people import Comment, ProofRound
from app.model.picture import Picture
from app.model.signing import Recorded, Stage
from app.model.source import Source
from app.model.template import Template
from app.records import dataclass


class Role(StrEnum):
    """What a paragraph is in the bulletin; its look follows from the template alone."""

    MASTHEAD = "masthead"
    SECRECY = "secrecy"
    COPY_NUMBER = "copy_number"
    NUMBER = "number"
    TOTAL = "total"
    ISSUER = "issuer"
    DATE = "date"
    SECTION = "section"
    TITLE = "title"
    TOC_TITLE = "toc_title"
    SUBTITLE = "subtitle"
    TITLE_NOTE = "title_note"
    EDITOR_NOTE = "editor_note"
    ADDRESSEE = "addressee"
    BODY = "body"
    HEADING_1 = "heading_1"
    HEADING_2 = "heading_2"
    HEADING_3 = "heading_3"
    HEADING_4 = "heading_4"
    ATTACHMENT = "attachment"
    SIGNATURE = "signature"
    SIGNATURE_DATE = "signature_date"
    BYLINE = "byline"
    PICTURE = "picture"
    TABLE = "table"
    CELL = "cell"
    RECIPIENTS = "recipients"
    EDITORS = "editors"
    COPIES = "copies"


ISLANDS = frozenset({Role.TOC_TITLE, Role.CELL})
"""Blocks that stand apart from the running text: a selection lies within one of them or passes it over."""

TURNED = frozenset({Role.TITLE, Role.CELL})
"""The roles whose text may have line feeds, which are turns set by hand."""


class MarkKind(StrEnum):
    """How a stretch of a paragraph differs from the rest of it: a run-in lead sentence, 加粗, 楷体."""

    LEAD = "lead"
    BOLD = "bold"
    KAI = "kai"


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` (code points, end excluded) of a paragraph carry `kind`.

    Marks stand in the order of their starts; two of one kind do not overlap, those of different kinds may.
    """

    start: int
    end: int
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The one kind of editable text: `id` is stable over edits and unique in its issue.

    In a title a line feed is a turn that the source or the clerk has set (what the template proposes is not stored); an
    ideographic space (U+3000) parts two phrases, and where a line ends on one the break stands for it. Elsewhere, but for the cells
    of a table, the text has no line feed. The text of a picture and of a table, which they alone carry, is its caption: below the
    picture, above the table.
    """

    id: int
    text: str
    role: Role = Role.BODY
    marks: tuple[Mark, ...] = ()
    picture: Picture | None = None
    table: Table | None = None


CellAlign = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table and how many columns and rows of the grid it takes; a cell stands in the first row that it takes."""

    paragraph: Paragraph
    columns: Annotated[int, {"low": 1, "high": 20}] = 1
    rows: Annotated[int, {"low": 1, "high": 200}] = 1
    align: CellAlign = "centre"


@dataclass(frozen=True, slots=True)
class Row:
    """The cells that begin in one row of a table, left to right."""

    cells: Annotated[tuple[Cell, ...], {"least": 0, "most": 20}] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells. `widths` are the columns' shares of the type area's width; `head_rows` rows are repeated on each page."""

    widths: Annotated[tuple[float, ...], {"least": 1, "most": 20}]
    rows: Annotated[tuple[Row, ...], {"least": 1, "most": 500}]
    head_rows: int = field(default=1, metadata={"low": 0, "high": 5})

    def cells(self) -> Iterator[Cell]:
        """Every cell, row by row."""
        for row in self.rows:
            yield from row.cells


@dataclass(frozen=True, slots=True)
class Masthead:
    """报头. The number and the date may be open (第　期, 3月　日) until the issue is signed off.

    A `picture` (题字) prints in the place of the name's `lines`, which stay what the bulletin is called.
    """

    lines: tuple[Paragraph, ...]
    number: Paragraph
    issuers: tuple[Paragraph, ...]
    date: Paragraph
    total: Paragraph | None = None
    secrecy: Paragraph | None = None
    copy_number: Paragraph | None = None
    picture: Picture | None = None

    @property
    def name(self) -> str:
        """The bulletin's name in one line."""
        return "".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Article:
    """One article. A run-in article prints its title at the head of its first paragraph, as 简讯 do.

    `own_turns`: the clerk has had the title in one line, so that the template proposes no turn. One with turns needs no such word.
    `sources` are the submissions that it was made of, each once.
    """

    id: int
    title: Paragraph
    paragraphs: tuple[Paragraph, ...]
    runin: bool = False
    toc_title: Paragraph | None = None
    in_contents: bool = True
    new_page: bool = False
    unit: str = ""
    own_turns: bool = False
    sources: Annotated[tuple[Source, ...], {"least": 0, "most": 200}] = ()

    def blocks(self) -> Iterator[Paragraph]:
        """Its editable paragraphs in printing order."""
        yield self.title
        if self.toc_title:
            yield self.toc_title
        for paragraph in self.paragraphs:
            yield paragraph
            if paragraph.table:
                for cell in paragraph.table.cells():
                    yield cell.paragraph


@dataclass(frozen=True, slots=True)
class Section:
    """栏目. Articles that belong to none stand in a section without a name."""

    id: int
    name: Paragraph | None
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Recipients:
    """One line of the footer: 报, 送, 发, 抄送 … with the bodies it goes to."""

    label: str
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class Footer:
    """报尾. `copies` holds the bare number (260); the template words it. Nothing in it: no footer is printed."""

    recipients: tuple[Recipients, ...] = ()
    editors: Paragraph | None = None
    copies: Paragraph | None = None

    @property
    def addressed(self) -> tuple[Recipients, ...]:
        """The recipients' lines that are printed: one that names nobody yet is only a field to write in."""
        return tuple(line for line in self.recipients if line.paragraph.text)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to print."""
        return not (self.recipients or self.editors or self.copies)


@dataclass(frozen=True, slots=True)
class Passed:
    """What the clerk let stand when proofreading: the finding of rule `rule` on the words `words` in the block `block`."""

    rule: str
    block: int
    words: str


@dataclass(frozen=True)
class Issue:
    """一期简报. Ids are given out from `next_id`, so that replayed edits give the same bytes.

    `key` is what the library knows the issue by, whatever its file is called; "" for one that no library has seen. `passed` are the
    findings of the proofreading that the clerk has let stand, so that nobody is told of them again. `comments` and `rounds` are what people
    said and noted when they read proofs; nothing of them is printed. `stage` is how far it has come, `trail`
    what happened from 送签 on; neither is a step of undo.
    """

    template: Template
    masthead: Masthead
    sections: tuple[Section, ...]
    footer: Footer
    next_id: int
    sample: bool = False
    key: str = ""
    passed: tuple[Passed, ...] = ()
    comments: tuple[Comment, ...] = ()
    rounds: tuple[ProofRound, ...] = ()
    stage: Stage = Stage.EDITING
    trail: tuple[Recorded, ...] = ()

    def articles(self) -> Iterator[Article]:
        """Every article in the order it prints."""
        for section in self.sections:
            yield from section.articles

    def blocks(self) -> Iterator[Paragraph]:
        """Every editable paragraph in the order it prints; a 目录题 follows its title, cells follow the caption of their table."""
        head = self.masthead
        if head.picture:  # a name that is not printed stands outside of every selection
            yield from head.lines
        yield from (p for p in (head.secrecy, head.copy_number) if p)
        if not head.picture:
            yield from head.lines
        yield head.number
        if head.total:
            yield head.total
        yield from head.issuers
        yield head.date
        for section in self.sections:
            if section.name:
                yield section.name
            for article in section.articles:
                yield from article.blocks()
        for line in self.footer.recipients:
            yield line.paragraph
        yield from (p for p in (self.footer.editors, self.footer.copies) if p)

    @cached_property
    def block_index(self) -> dict[int, Paragraph]:
        """Block id to paragraph, in printing order."""
        return {block.id: block for block in self.blocks()}

    @cached_property
    def block_order(self) -> dict[int, int]:
        """Block id to its turn in printing order."""
        return {block: turn for turn, block in enumerate(self.block_index)}


def stretches(length: int, marks: Sequence[Mark]) -> Iterator[tuple[int, int, frozenset[MarkKind]]]:
    """(start, end, kinds of marks on it) of the stretches that marks cut a text of `length` characters into."""
    edges = sorted({0, length, *(edge for mark in marks for edge in (mark.start, mark.end))})
    for start, end in pairwise(edges):
        yield start, end, frozenset(mark.kind for mark in marks if mark.start <= start and end <= mark.end)


def joined_title(title: Paragraph) -> str:
    """The title in one line, as contents and outline show it: turns vanish, gaps stay an ideographic space."""
    return title.text.replace("\n", "")


def contents_text(article: Article) -> str:
    """The words that stand for the article in the contents: its own 目录题, or its title."""
    return article.toc_title.text if article.toc_title else joined_title(article.title)


def runin_words(title: Paragraph) -> tuple[str, str]:
    """What a run-in title prints at the head of its paragraph, and the full stop behind it, "" where it ends in a mark of its own.

    A turn prints as the ideographic space between two phrases, so that the words are as long as the title.
    """
    words = title.text.replace("\n", "\u3000")
    return words, "。" if words and words[-1] not in "。！？；：…" else ""
