"""What holds at a place of an RTF file: a group's look, and where its text goes."""

from __future__ import annotations

from dataclasses import field

from app.importers.raw import Face, LeftOut, RawBlock, RawPicture, Reason
from app.importers.raw_rows import Merge, RowShape, TableRows
from app.importers.raw_runs import RawRun, left_out_of, paragraph_of
from app.records import dataclass


@dataclass(frozen=True, slots=True)
class Font:
    """What a font says of the text set in it; `page` is "" where it leaves the code page to the document.

    `symbols` is the name of a font whose characters are signs.
    """

    page: str = ""
    face: Face = Face.OTHER
    symbols: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """The properties of a group. A group begins with those of the group around it, and they come back when it ends."""

    font: int = 0
    east_font: int = -1
    skipped_after_unicode: int = 1
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    skip: bool = False
    mute: bool = False
    for_east: bool = False
    in_table: bool = False
    centred: bool = False
    level: int = 0
    style: int = 0
    title: bool = False


@dataclass(slots=True)
class Sink:
    """A part of the file, such as the body, a footnote or a text box, as it is put together."""

    kind: str = "body"
    mark: str = ""
    blocks: list[RawBlock] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    runs: list[RawRun] = field(default_factory=list)
    behind: list[RawBlock] = field(default_factory=list)
    label: str = ""
    table: TableRows = field(default_factory=TableRows)
    left: int = 0
    rights: list[int] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    next_merge: Merge = Merge.NONE

    def put(self, text: str, state: State, face: Face) -> None:
        """Add text to the paragraph under way."""
        reason = Reason.DELETED if state.deleted else Reason.HIDDEN if state.hidden else None
        self.runs.append(RawRun(text, state.bold, face, reason))

    def end_paragraph(self, state: State) -> None:
        """Close the paragraph, in a table as lines of the cell under way."""
        paragraph = paragraph_of(self.runs, self.label, state.level, title=state.title, centred=state.centred)
        self.left_out += left_out_of(self.runs)
        self.runs, self.label = [], ""
        if state.in_table:
            self.table.lines.append(paragraph.text)
            return
        self.end_table()
        self.blocks += [paragraph, *self.behind]
        self.behind = []

    def end_cell(self, state: State) -> None:
        """Close the cell, with the paragraph in it."""
        if self.runs or self.label:
            self.end_paragraph(state)
        self.table.end_cell()

    def end_row(self) -> None:
        """Close the row, with the cells that were defined last."""
        self.table.end_row(RowShape(self.left, tuple(self.rights), tuple(self.merges)))

    def end_table(self) -> None:
        """Put the table among the blocks, where there is one."""
        if self.table.is_open:
            self.blocks.append(self.table.table())
            self.table = TableRows()

    def finish(self, state: State) -> list[RawBlock]:
        """Close everything that is open; the blocks."""
        if self.runs or self.label:
            self.end_paragraph(state)
        self.end_table()
        self.blocks += self.behind
        self.behind = []
        return self.blocks

    def define_row(self) -> None:
        """Begin the definition of a row."""
        self.left, self.rights, self.merges, self.next_merge = 0, [], [], Merge.NONE

    def define_left(self, left: int) -> None:
        """Say where its first cell begins."""
        self.left = left

    def define_merge(self, merge: Merge) -> None:
        """Say what the next cell is merged with."""
        self.next_merge = merge

    def define_cell(self, right: int) -> None:
        """Add a cell to the definition."""
        self.rights.append(right)
        self.merges.append(self.next_merge)
        self.next_merge = Merge.NONE


def picture_of(digits: str) -> RawPicture | None:
    """The picture whose bytes are written in hexadecimal digits; None for what is no PNG or JPEG."""
    try:
        data = bytes.fromhex(digits[: len(digits) // 2 * 2])
    except ValueError:
        return None
    return RawPicture(data) if data.startswith((b"\x89PNG", b"\xff\xd8\xff")) else None
