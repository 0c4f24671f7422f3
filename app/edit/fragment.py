"""What is selected becomes a fragment: paragraphs with roles and marks that a clipboard carries, as JSON, plain text or HTML."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape

from app.edit.captions import bare, takes_object, with_ids, without_picture
from app.edit.spans import clean, fitting
from app.edit.state import Place
from app.errors import UserError
from app.model.image_file import image_of
from app.model.issue import ISLANDS, Cell, Issue, Mark, MarkKind, Paragraph, Role, Table, stretches
from app.model.issue_checks import ARTICLE_ROLES, check_grid
from app.model.picture import Picture
from app.model.shape import ShapeError, build, plain
from app.model.table_grid import grid_texts
from app.records import dataclass

FORMAT = "bianbao-fragment"
VERSION = 1
MIME_TYPE = "application/x-bianbao-fragment+json"
"""What a clipboard calls the JSON."""

MOST_PICTURE_BYTES = 48 * 2**20
_LONGEST_JSON = 80 * 2**20
"""Pictures in base64, and a book of text."""
_STRUCTURE = ARTICLE_ROLES | {Role.SECTION, Role.TITLE, Role.PICTURE}
_TAGS = {Role.SECTION: "h1", Role.TITLE: "h2", Role.HEADING_1: "h3", Role.HEADING_2: "h4", Role.HEADING_3: "h5", Role.HEADING_4: "h6"}


@dataclass(frozen=True, slots=True)
class Fragment:
    """Paragraphs without ids. `whole` says that the first one was taken from its first character on, so that it brings its role."""

    paragraphs: tuple[Paragraph, ...]
    whole: bool = False

    @property
    def structured(self) -> bool:
        """Whether it holds titles or heads of 栏目 as such."""
        return (len(self.paragraphs) > 1 or self.whole) and any(p.role in (Role.TITLE, Role.SECTION) for p in self.paragraphs)


def fragment_of(issue: Issue, start: Place, end: Place) -> Fragment:
    """What stands between two places, `start` before `end` in printing order. A 目录题 or a cell comes along only when it stands alone."""
    if start.block == end.block:
        block = issue.block_index[start.block]
        return Fragment((_cut(block, start.offset, end.offset),), start.offset == 0 and end.offset == len(block.text))
    pieces: list[Paragraph] = []
    inside = False
    for block in issue.blocks():
        first = start.offset if block.id == start.block else 0
        last = end.offset if block.id == end.block else len(block.text)
        pictured = inside and block.picture and (last or block.id != end.block)  # it stands above its caption
        inside = inside or block.id == start.block
        if inside and block.role not in ISLANDS:
            piece = _whole(block) if takes_object(block, start, end) else _cut(block, first, last)
            pieces.append(replace(piece, role=block.role, picture=block.picture) if pictured else piece)
        if block.id == end.block:
            break
    return Fragment(tuple(pieces), start.offset == 0)


def fragment_of_picture(block: Paragraph) -> Fragment:
    """A picture with its caption."""
    return Fragment((replace(block, id=0),), whole=True)


def fragment_of_text(text: str) -> Fragment:
    """Plain text: a paragraph of body text for each line."""
    return Fragment(tuple(Paragraph(0, line) for line in clean(text).split("\n")))


def to_text(fragment: Fragment) -> str:
    """The fragment's characters, a line for each paragraph."""
    return "\n".join(line for paragraph in fragment.paragraphs for line in _text_lines(paragraph))


def to_html(fragment: Fragment) -> str:
    """The fragment for Word, WPS and browsers: headings as headings, marks as bold."""
    return "".join(_html(paragraph) for paragraph in fragment.paragraphs)


def to_json(fragment: Fragment) -> str:
    """The fragment for our own windows; `from_json` reads it. Pictures beyond what a clipboard carries are left out."""
    room, paragraphs = MOST_PICTURE_BYTES, []
    for paragraph in fragment.paragraphs:
        room -= len(paragraph.picture.image.data) if paragraph.picture else 0
        paragraphs.append(paragraph if room >= 0 else without_picture(paragraph))
    fragment = replace(fragment, paragraphs=tuple(paragraphs))
    return json.dumps({"format": FORMAT, "version": VERSION, **plain(fragment, sparse=True)}, ensure_ascii=False)


def from_json(text: str | bytes) -> Fragment | None:
    """Read what `to_json` wrote; None for all else, so that the caller goes on to HTML or plain text."""
    if len(text) > _LONGEST_JSON:
        return None
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or data.pop("format", None) != FORMAT or data.pop("version", None) != VERSION:
        return None
    try:
        found = build(Fragment, data)
    except ShapeError:
        return None
    return Fragment(tuple(_checked(paragraph) for paragraph in found.paragraphs), found.whole)


def fitted(paragraph: Paragraph) -> Paragraph:
    """The paragraph as an article may hold it: the text of a field is body text there."""
    if paragraph.role is Role.TABLE and paragraph.table:
        return paragraph
    role = paragraph.role if paragraph.role in _STRUCTURE else Role.BODY
    picture = paragraph.picture if role is Role.PICTURE else None
    if role is Role.PICTURE and picture is None:
        role = Role.BODY
    text = fitting(paragraph.text, role)
    marks = paragraph.marks if role is Role.BODY and text == paragraph.text else ()
    return replace(paragraph, role=role, text=text, marks=marks, picture=picture)


def _checked(paragraph: Paragraph) -> Paragraph:
    """A paragraph from outside without ids, and without marks that its text does not hold or a table whose grid is none."""
    if paragraph.role is Role.TABLE and paragraph.table:
        return _checked_table(paragraph, paragraph.table)
    ends = dict.fromkeys(MarkKind, 0)
    marks = []
    for mark in sorted(paragraph.marks, key=lambda mark: mark.start):
        if ends[mark.kind] <= mark.start < mark.end <= len(paragraph.text):
            marks.append(mark)
            ends[mark.kind] = mark.end
    return fitted(replace(paragraph, id=0, marks=tuple(marks), picture=_checked_picture(paragraph.picture)))


def _checked_picture(picture: Picture | None) -> Picture | None:
    """A picture from outside whose name and measures are those of its bytes; None where they are no image."""
    if picture is None:
        return None
    try:
        return replace(picture, image=image_of(picture.image.data, "图片"))
    except UserError:
        return None


def _checked_table(paragraph: Paragraph, table: Table) -> Paragraph:
    """A table from outside; its bare caption where its grid is none."""
    texts = [cell.paragraph for cell in table.cells()]
    good = all(text.role is Role.CELL and not (text.marks or text.picture or text.table) for text in texts)
    caption = Paragraph(0, fitting(paragraph.text, Role.TABLE), Role.TABLE, table=table)
    try:
        check_grid((), table)
    except ShapeError:
        good = False
    return with_ids(caption, lambda: 0) if good else bare(caption)


def _whole(block: Paragraph) -> Paragraph:
    return with_ids(block, lambda: 0)


def _cut(block: Paragraph, start: int, end: int) -> Paragraph:
    marks = [Mark(max(m.start, start) - start, min(m.end, end) - start, m.kind) for m in block.marks if m.start < end and start < m.end]
    return Paragraph(0, block.text[start:end], bare(block).role, tuple(marks))


def _text_lines(paragraph: Paragraph) -> Iterator[str]:
    """A paragraph as plain text; a table as its caption and its rows."""
    yield paragraph.text
    yield from table_lines(paragraph.table) if paragraph.table else ()


def table_lines(table: Table) -> Iterator[str]:
    """The rows of a table as plain text, cells parted by tabs; a turn in a cell is a blank."""
    for row in grid_texts(table):
        yield "\t".join(" ".join(text.split()) for text in row)


def picture_html(picture: Picture, caption: str) -> str:
    """The picture as an `img` that carries its bytes."""
    kind = "png" if picture.image.name.endswith(".png") else "jpeg"
    data = base64.b64encode(picture.image.data).decode("ascii")
    return f'<img src="data:image/{kind};base64,{data}" alt="{escape(caption)}" style="width:{picture.width_mm:g}mm;max-width:100%">'


def marked_html(text: str, marks: Sequence[Mark]) -> str:
    """The text as HTML: leads and 加粗 in `b`, 楷体 in a span that Word and browsers show so, turns as `br`."""
    parts = []
    for start, end, kinds in stretches(len(text), marks):
        words = escape(text[start:end], quote=False).replace("\n", "<br>")
        if MarkKind.KAI in kinds:
            words = f'<span class="kai" style="font-family:KaiTi,楷体">{words}</span>'
        parts.append(f"<b>{words}</b>" if kinds & {MarkKind.LEAD, MarkKind.BOLD} else words)
    return "".join(parts)


def table_html(table: Table, caption: str = "") -> str:
    """A table with its head rows and merged cells as HTML."""
    parts = ['<table border="1" style="border-collapse:collapse">', *filter(None, [caption])]
    for number, row in enumerate(table.rows):
        tag = "th" if number < table.head_rows else "td"
        cells = (
            f'<{tag}{_spans(cell)} align="{_ALIGN[cell.align]}">{marked_html(cell.paragraph.text, cell.paragraph.marks)}</{tag}>'
            for cell in row.cells
        )
        parts.append(f"<tr>{''.join(cells)}</tr>")
    return "\n".join([*parts, "</table>"])


_ALIGN = {"left": "left", "centre": "center", "right": "right"}


def _spans(cell: Cell) -> str:
    wide = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    return wide + (f' rowspan="{cell.rows}"' if cell.rows > 1 else "")


def _html(paragraph: Paragraph) -> str:
    if paragraph.table:
        return f"<p>{marked_html(paragraph.text, paragraph.marks)}</p>\n{table_html(paragraph.table)}\n"
    tag = _TAGS.get(paragraph.role, "p")
    if paragraph.picture:
        shown = f"<p>{picture_html(paragraph.picture, paragraph.text)}</p>\n"
        return f"{shown}<p>{marked_html(paragraph.text, paragraph.marks)}</p>\n" if paragraph.text else shown
    return f"<{tag}>{marked_html(paragraph.text, paragraph.marks)}</{tag}>\n"
