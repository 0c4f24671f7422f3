"""A web page, from a file or from the clipboard, becomes its article: paragraphs, tables and the pictures that came with it."""

from __future__ import annotations

import base64
import binascii
import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from urllib.parse import unquote, urlsplit

from app.errors import UserError
from app.importers.marking import marks_of
from app.importers.raw import Face, LeftOut, Look, RawBlock, RawCell, RawDocument, RawParagraph, RawPicture, RawTable, Reason
from app.importers.web.article import article_span
from app.importers.web.lines import read_lines
from app.importers.web.shown import Line, Page, Picture, Table, joined
from app.model.issue import MarkKind
from app.text.decode import decode

_LARGEST_SOURCE = 4_000_000
"""Characters of a page without its pictures; a news site's longest has a tenth."""
_MOST_CHARACTERS = 500_000
"""Those of them that are shown."""
_DATA = re.compile(rb"data:image/[a-z+.-]{1,20};base64,((?:[A-Za-z0-9+/=]++[\r\n]*+|%[0-9A-Fa-f]{2})++)")
_DATA_TEXT = re.compile(r"data:image/[a-z+.-]{1,20};base64,([A-Za-z0-9+/=%]++)")
_INLINE = "inline-picture:"
_CHARSET = re.compile(rb"<(?:meta[^>]{0,200}charset|\?xml[^>]{0,80}encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_CHARSET_BYTES = 4096
_MOST_NAMED = 5
_LONGEST_CELL = 200

Pictures = Mapping[str, bytes]
"""The bytes of pictures by the addresses under which the page asks for them."""


def read_page(data: bytes, name: str) -> RawDocument:
    """Read a page that was saved as a file. Raises UserError for one that is no text or too long."""
    pictures: dict[str, bytes] = {}

    def put_aside(found: re.Match[bytes]) -> bytes:
        address = f"{_INLINE}{len(pictures)}"
        pictures[address] = _decoded(unquote(found[1].decode("ascii")))
        return address.encode("ascii")

    source = _DATA.sub(put_aside, data)
    try:
        page = decode(source, named_encoding(source)).text
    except UserError as error:
        raise UserError(f"“{name}”：{error.sentence}") from error
    return read_source(page, name, pictures)


def read_source(page: str, name: str, pictures: Pictures | None = None) -> RawDocument:
    """Read the source of a page; `pictures` are those that came with it."""
    if len(page) > _LARGEST_SOURCE:
        raise UserError(f"“{name}”里面的内容太多，不像是简报文稿，请拆开后再试。")
    read = read_lines(page, _MOST_CHARACTERS)
    start, end = article_span(read)
    album = _Album(pictures or {})
    blocks = tuple(_blocks(read.items[start:end], album))
    return RawDocument(blocks, album.notes(), tuple(_left_out(read, start, end)))


def words_of(page: str) -> str:
    """All words that a page shows, its menus among them."""
    return joined(read_lines(page, _MOST_CHARACTERS).lines)[0] if len(page) <= _LARGEST_SOURCE else ""


def named_encoding(data: bytes) -> str | None:
    """The encoding that the page names; gb2312 there means its successor. None where it names none, or one that isn't known."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    named = _CHARSET.search(data[:_CHARSET_BYTES])
    if named is None:
        return None
    try:
        encoding = codecs.lookup(named[1].decode("ascii")).name
        "".encode(encoding)
    except (LookupError, UnicodeError):
        return None
    return "gb18030" if encoding in ("gb2312", "gbk") else encoding


def _left_out(page: Page, start: int, end: int) -> Iterator[LeftOut]:
    for items in (page.items[:start], page.items[end:]):
        text = " ".join(item.text for item in items if isinstance(item, Line))
        if text.strip():
            yield LeftOut(Reason.AROUND, text)
    if page.hidden:
        yield LeftOut(Reason.HIDDEN, page.hidden)


class _Album:
    """Finds the bytes of the page's pictures, and keeps the names of those that it does not hold."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._missed: list[str] = []

    def take(self, picture: Picture) -> list[RawBlock]:
        """The picture, where the page brought it along."""
        own = _DATA_TEXT.match(picture.address)
        data = self._pictures.get(picture.address) or (_decoded(unquote(own[1])) if own else b"")
        if data and not picture.lazy:
            return [RawPicture(data, "", picture.alt)]
        address = picture.lazy or picture.address
        if address and not address.startswith(("data:", _INLINE)):
            self._missed.append(_name_of(address))
        return []

    def notes(self) -> tuple[str, ...]:
        """A sentence on the pictures that are elsewhere."""
        if not self._missed:
            return ()
        named = "、".join(dict.fromkeys(self._missed[:_MOST_NAMED])) + ("等" if len(self._missed) > _MOST_NAMED else "")
        return (f"网页里的 {len(self._missed)} 张图片在网上或别的文件里，没有去取（{named}），要用请另存后插入。",)


def _blocks(items: Sequence[Line | Picture], album: _Album) -> Iterator[RawBlock]:
    for table, group in groupby(items, key=_data_table):
        found = list(group)
        lines = [item for item in found if isinstance(item, Line)]
        if table is not None and _holds_data(lines):
            yield RawTable(tuple(_rows(lines)))
            lines = []
        for item in found:
            if isinstance(item, Picture):
                yield from album.take(item)
            elif lines:
                yield _paragraph(item)


def _data_table(item: Line | Picture) -> Table | None:
    """The table in which a line stands, if it may be one of data."""
    cell = item.cell if isinstance(item, Line) else None
    return cell.table if cell is not None and not cell.table.lays_out else None


def _holds_data(lines: Sequence[Line]) -> bool:
    """Whether a table is one: two columns or more, no cell with running text."""
    cells = [line.cell for line in lines if line.cell is not None]
    return max(cell.column for cell in cells) > 0 and all(len(line.chars) <= _LONGEST_CELL for line in lines)


def _rows(lines: Sequence[Line]) -> Iterator[tuple[RawCell, ...]]:
    for _, row in groupby(lines, key=lambda line: line.cell and line.cell.row):
        cells: list[RawCell] = []
        for cell, words in groupby(row, key=lambda line: line.cell):
            if cell is None:
                continue
            while len(cells) < cell.column:  # a cell without words
                cells.append(RawCell(""))
            cells.append(RawCell("\n".join(line.text for line in words), cell.columns, cell.rows))
        yield tuple(cells)


def _paragraph(line: Line) -> RawParagraph:
    words = [kinds for char, kinds in zip(line.chars[line.label :], line.kinds[line.label :], strict=True) if char.strip()]
    bold, kai = (bool(words) and all(kind in kinds for kinds in words) for kind in (MarkKind.BOLD, MarkKind.KAI))
    whole = {kind for kind, is_whole in ((MarkKind.BOLD, bold), (MarkKind.KAI, kai)) if is_whole}
    text, kinds = joined([line])
    look = Look(line.level, False, bold, line.centred, Face.KAI if kai else Face.OTHER)
    return RawParagraph(text, look, marks_of([here - whole for here in kinds]), line.label)


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=False)
    except (binascii.Error, ValueError):
        return b""


def _name_of(address: str) -> str:
    """What to call a picture elsewhere: its site and the last word of its path."""
    try:
        parts = urlsplit(address)
        return "/".join(filter(None, (parts.hostname or "", unquote(parts.path).rpartition("/")[2][:40])))
    except ValueError:
        return address[:40]
