"""What the reader found: the recognised parts of a bulletin or a submission, as values, before they become an issue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from app.model.issue import Mark
from app.records import dataclass

Kind = Literal["bulletin", "document"]
"""A whole bulletin, or a single submission (来稿)."""

ParagraphRole = Literal["body", "heading", "addressee"]


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """One line of the contents (目录): its words without bullet, leader and page number."""

    text: str
    section: str | None = None


@dataclass(frozen=True, slots=True)
class FoundCell:
    """A cell of a table of the file, a line feed between its lines, and the columns and rows that it takes."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class FoundRow:
    """The cells that begin in one row of a table of the file.

    The table is number `table`, and has `of` rows; a row of 0 is the line that names the table.
    """

    table: int
    of: int
    cells: tuple[FoundCell, ...]


@dataclass(frozen=True, slots=True)
class FoundParagraph:
    """One paragraph, whole again.

    `level` is 0 for body text and 1..4 for a heading line 一、 （一） 1. （1）. `runin` is the heading sentence at the head of
    `text` (which still holds it), with its own level. `line` is the line of the source where the paragraph begins. `cells` are its
    words where the source parts them as columns, `row` where it is a row of a table. `marks` are what the file has in bold or 楷体.
    """

    text: str
    level: int = 0
    runin: str | None = None
    runin_level: int = 0
    role: ParagraphRole = "body"
    line: int = 0
    cells: tuple[str, ...] = ()
    row: FoundRow | None = None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed a submission and when, as written; `date_iso` where the date is a whole one."""

    org: str | None = None
    date: str | None = None
    date_iso: str | None = None


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """One article (文章). `title` holds the title's lines as the source breaks them; a blank inside a line is meant.

    With `runin` the title stood inside the first paragraph ("title。text") and is cut from it.
    """

    title: tuple[str, ...] = ()
    paragraphs: tuple[FoundParagraph, ...] = ()
    runin: bool = False
    subtitle: str | None = None
    title_note: str | None = None
    editor_notes: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    signature: Signature | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class FoundSection:
    """A 栏目 with its articles; `name` is None where the bulletin has no 栏目. Not `in_body`: only the contents name it."""

    name: str | None = None
    articles: tuple[FoundArticle, ...] = ()
    in_body: bool = True


@dataclass(frozen=True, slots=True)
class FoundFooter:
    """The 报尾. `lines` are its lines as read; the other fields say what they hold. `send` is 发, `to` 送, `cc` 抄送, `added` 本期增发."""

    report: str | None = None
    to: str | None = None
    send: str | None = None
    cc: str | None = None
    copies: int | None = None
    lines: tuple[str, ...] = ()
    added: str | None = None


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """A picture that stood in the file before line `line` of the text, as the file holds it."""

    line: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Extra:
    """What some bulletins have beyond the common parts; every field may be empty."""

    total: str | None = None
    supplement: str | None = None
    secrecy: str | None = None
    number: str | None = None
    issuer_role: str | None = None
    editors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Structure:
    """A whole bulletin or a single submission, recognised.

    `issue` is the number as the source says it, without brackets. `dropped` lists text that is no part of the submission, each
    piece as it stood (each is also an undoable repair). `marks` are the signs whose meaning the structure itself now carries:
    【】 round a 栏目, 报：, the bullet of a brief. `pictures` are those of the file that every output can show.
    """

    kind: Kind
    masthead: tuple[str, ...] = ()
    issue: str | None = None
    issuer: str | None = None
    date: str | None = None
    date_iso: str | None = None
    contents: tuple[FoundEntry, ...] = ()
    sections: tuple[FoundSection, ...] = ()
    footer: FoundFooter | None = None
    meta: Mapping[str, str] = field(default_factory=dict)
    signature: Signature | None = None
    dropped: tuple[str, ...] = ()
    extra: Extra = Extra()
    marks: tuple[str, ...] = ()
    pictures: tuple[FoundPicture, ...] = ()

    @property
    def articles(self) -> tuple[FoundArticle, ...]:
        """All articles in order, whatever their 栏目."""
        return tuple(article for section in self.sections for article in section.articles)
