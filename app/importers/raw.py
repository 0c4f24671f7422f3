"""What a reader takes out of a file, as values, before anything is repaired or recognised: the same for every format.

A reader keeps the order of the file, turns automatic list labels into text, and names what it leaves out, so that nothing is lost
silently.
"""

from __future__ import annotations

from dataclasses import field
from enum import Enum

from app.model.issue import Mark
from app.records import dataclass


class Face(Enum):
    """The kind of face that all of a paragraph stands in, where it says something."""

    OTHER = ""
    KAI = "楷体"
    HEI = "黑体"


NEAR_CHARACTERS = 12
"""As many words before a place as let it be found."""


class Reason(Enum):
    """Why text of the file is not in the document, in words for the clerk."""

    DELETED = "修订中已删去的文字"
    MOVED = "修订中移走的文字"
    COMMENT = "批注"
    HIDDEN = "隐藏文字"
    RUBY = "注音"
    HEADER = "页眉"
    FOOTER = "页脚"
    AROUND = "网页上正文以外的文字"


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph looks like, as a hint for the recogniser. `level` is the outline level from 1, 0 for body text."""

    level: int = 0
    title: bool = False
    bold: bool = False
    centred: bool = False
    face: Face = Face.OTHER


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class RawParagraph:
    """One paragraph; a line feed in it is a line break of the source, a tab a tab.

    `marks` are stretches in bold or 楷体, counted from its first character. The first `label` characters are an automatic list
    label with the blank or tab behind it.
    """

    text: str
    look: Look = PLAIN
    marks: tuple[Mark, ...] = ()
    label: int = 0


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell with the columns and rows that it takes; a line feed parts its paragraphs."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class RawTable:
    """Rows of cells. A cell that a cell above reaches over is not there."""

    rows: tuple[tuple[RawCell, ...], ...]


@dataclass(frozen=True, slots=True)
class RawPicture:
    """The bytes of a picture as the file holds them; it stands behind the paragraph that it hangs on. `alt` is its description."""

    data: bytes
    name: str = ""
    alt: str = ""


RawBlock = RawParagraph | RawTable | RawPicture


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Text of the file that is not in the document. `author` wrote a comment or deleted the text.

    `near` are the words that a comment is on, or those before the place; some formats don't tell.
    """

    reason: Reason
    text: str
    author: str = ""
    near: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class RawDocument:
    """What a file says. `notes` are sentences for the clerk, one for each thing worth knowing."""

    blocks: tuple[RawBlock, ...] = ()
    notes: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def pictures(self) -> tuple[RawPicture, ...]:
        """The pictures in order."""
        return tuple(block for block in self.blocks if isinstance(block, RawPicture))
