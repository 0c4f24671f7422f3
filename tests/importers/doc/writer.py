"""Paragraphs become a binary Word file, with just as much in it as the reader has to understand."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.importers.doc.fib import Part
from app.importers.doc.sprms import Sprm
from tests.importers.ole_writer import ole_file

TEXT_AT = 0x800
WORD_97, ENCRYPTED, TABLE_1 = 0xC1, 0x0100, 0x0200


@dataclass(frozen=True, slots=True)
class Par:
    """A paragraph: pieces of text with the changes of their characters, the paragraph's own changes, its style and end mark."""

    runs: Sequence[tuple[str, bytes]]
    grpprl: bytes = b""
    style: int = 0
    mark: str = "\r"
    mark_grpprl: bytes = b""


@dataclass(frozen=True, slots=True)
class Doc:
    """The stories of a file, and tables that are put in as they are."""

    main: Sequence[Par] = ()
    footnotes: Sequence[Par] = ()
    headers: Sequence[Par] = ()
    comments: Sequence[Par] = ()
    endnotes: Sequence[Par] = ()
    text_boxes: Sequence[Par] = ()
    tables: dict[Part, bytes] = field(default_factory=dict)
    data: bytes = b""
    compressed: bool = False
    magic: int = 0xA5EC
    version: int = WORD_97
    flags: int = TABLE_1


def par(text: str, *, sprms: bytes = b"", style: int = 0, grpprl: bytes = b"", mark: str = "\r") -> Par:
    """A paragraph of one run."""
    return Par(((text, sprms),), grpprl, style, mark)


def sprm(code: Sprm, value: int) -> bytes:
    """One change, with an operand of the length that its code tells."""
    size = (1, 1, 2, 4, 2, 2, 0, 3)[code >> 13]
    return struct.pack("<H", code) + value.to_bytes(size, "little")


def cell(text: str) -> Par:
    """A cell of one paragraph."""
    return Par(((text, b""),), sprm(Sprm.P_IN_TABLE, 1), mark="\x07")


def row_end(borders: Sequence[int] = (), flags: Sequence[int] = ()) -> Par:
    """The mark behind the cells of a row; with borders, the row's definition."""
    grpprl = sprm(Sprm.P_IN_TABLE, 1) + sprm(Sprm.P_ROW_END, 1)
    if borders:
        cells = b"".join(struct.pack("<H18x", flag) for flag in flags or [0] * (len(borders) - 1))
        operand = bytes([len(borders) - 1]) + struct.pack(f"<{len(borders)}h", *borders) + cells
        grpprl += struct.pack("<HH", Sprm.T_CELLS, len(operand) + 1) + operand
    return Par((), grpprl, mark="\x07")


def plc(places: Sequence[int], entries: Sequence[bytes] = ()) -> bytes:
    """Places and what belongs between them."""
    return struct.pack(f"<{len(places)}I", *places) + b"".join(entries)


def doc_file(doc: Doc) -> bytes:
    """The file."""
    return ole_file(streams(doc))


def streams(doc: Doc) -> dict[str, bytes]:
    """The streams of the file."""
    stories = (doc.main, doc.footnotes, doc.headers, (), doc.comments, doc.endnotes, doc.text_boxes)
    texts = ["".join(_text(paragraph) for paragraph in story) for story in stories]
    text = "".join(texts)
    body = text.encode("cp1252") if doc.compressed else text.encode("utf-16-le")
    width = 1 if doc.compressed else 2
    everything = [paragraph for story in stories for paragraph in story]
    word = bytearray(TEXT_AT) + body
    characters = _pages(word, _character_stretches(everything, width))
    paragraphs = _pages(word, _paragraph_stretches(everything, width), paragraph=True)
    fc = TEXT_AT * 2 | 0x4000_0000 if doc.compressed else TEXT_AT
    units = len(body) // width
    piece_table = plc([0, units], [struct.pack("<HIH", 0, fc, 0)])
    tables = {
        Part.CHARACTER_PAGES: characters,
        Part.PARAGRAPH_PAGES: paragraphs,
        Part.PIECES: b"\x02" + struct.pack("<I", len(piece_table)) + piece_table,
        **doc.tables,
    }
    table = bytearray(16)
    struct.pack_into("<HH", word, 0, doc.magic, doc.version)
    struct.pack_into("<H", word, 0x0A, doc.flags)
    struct.pack_into("<8I", word, 0x4C, *(len(story.encode("utf-16-le")) // 2 for story in texts), 0)
    struct.pack_into("<H", word, 0x98, 93)
    for part, content in tables.items():
        struct.pack_into("<II", word, 0x9A + 8 * part, len(table), len(content))
        table += content
    return {"WordDocument": bytes(word), "1Table" if doc.flags & TABLE_1 else "0Table": bytes(table), "Data": doc.data}


def _text(paragraph: Par) -> str:
    return "".join(text for text, _ in paragraph.runs) + paragraph.mark


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _character_stretches(paragraphs: Sequence[Par], width: int) -> list[tuple[int, int, bytes]]:
    found = []
    at = TEXT_AT
    for paragraph in paragraphs:
        for text, grpprl in (*paragraph.runs, (paragraph.mark, paragraph.mark_grpprl)):
            end = at + _units(text) * width
            if end > at:
                found.append((at, end, bytes([len(grpprl)]) + grpprl))
            at = end
    return found


def _paragraph_stretches(paragraphs: Sequence[Par], width: int) -> list[tuple[int, int, bytes]]:
    found = []
    at = TEXT_AT
    for paragraph in paragraphs:
        end = at + _units(_text(paragraph)) * width
        words = struct.pack("<H", paragraph.style) + paragraph.grpprl
        found.append((at, end, b"\0" + bytes([(len(words) + 1) // 2]) + words.ljust((len(words) + 1) // 2 * 2, b"\0")))
        at = end
    return found


def _pages(word: bytearray, stretches: list[tuple[int, int, bytes]], *, paragraph: bool = False) -> bytes:
    """Append the pages to the stream, two stretches on each; the table of pages."""
    places, entries = [], []
    for first in range(0, len(stretches), 2):
        some = stretches[first : first + 2]
        word += bytes(-len(word) % 512)
        entry_bytes = 13 if paragraph else 1
        head = struct.pack(f"<{len(some) + 1}I", *(start for start, _, _ in some), some[-1][1])
        page = bytearray(512)
        page[: len(head)] = head
        at = 510
        for index, (_, _, change) in enumerate(some):
            at = (at - len(change)) // 2 * 2
            page[at : at + len(change)] = change
            page[len(head) + index * entry_bytes] = at // 2
        page[511] = len(some)
        places.append(some[0][0])
        entries.append(struct.pack("<I", len(word) // 512))
        word += page
    return plc([*places, stretches[-1][1]] if stretches else [0], entries)
