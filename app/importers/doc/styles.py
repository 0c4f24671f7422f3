"""The style sheet becomes, for each style, what it says of a paragraph."""

from __future__ import annotations

from dataclasses import replace

from app.importers.doc.fib import Part
from app.importers.doc.numbers import u8, u16
from app.importers.doc.sprms import Sprm, changes
from app.importers.doc.streams import Streams
from app.records import dataclass

_PARAGRAPH_STYLE = 1
_HEADINGS = range(1, 10)
_TITLE = 62
_BODY_LEVEL = 9
_MOST_STYLES = 4095
_CENTRE = 1


@dataclass(frozen=True, slots=True)
class Format:
    """What style and changes say of a paragraph and its characters. `level` is its outline level from 1, 0 for body text."""

    level: int = 0
    title: bool = False
    bold: bool = False
    hidden: bool = False
    centred: bool = False
    font: int = -1
    list_use: int = 0
    list_level: int = 0
    in_table: bool = False
    row_end: bool = False
    inner_end: bool = False
    cells: bytes = b""


PLAIN = Format()


def read_styles(streams: Streams) -> tuple[Format, ...]:
    """The formats by the number of the style."""
    at, size = streams.fib.place(Part.STYLES)
    sheet = streams.table[at : at + size]
    head = u16(sheet, 0)
    count, base_size = min(u16(sheet, 2), _MOST_STYLES), u16(sheet, 4)
    entries = []
    at = 2 + head
    for _ in range(count):
        length = u16(sheet, at)
        entries.append(sheet[at + 2 : at + 2 + length])
        at += 2 + length + length % 2
    known: dict[int, Format] = {}
    return tuple(_style(index, entries, base_size, known) for index in range(len(entries)))


def _style(index: int, entries: list[bytes], base_size: int, known: dict[int, Format]) -> Format:
    """A style with what it takes from those that it is based on; one that is based on itself takes nothing."""
    chain: list[int] = []
    while index < len(entries) and index not in known and index not in chain:
        chain.append(index)
        index = u16(entries[index], 2) >> 4
    form = known.get(index, PLAIN)
    for index in reversed(chain):
        form = known[index] = _own(entries[index], base_size, form)
    return form


def _own(entry: bytes, base_size: int, base: Format) -> Format:
    if not entry:
        return base
    identity, kind = u16(entry, 0) & 0xFFF, u16(entry, 2) & 0xF
    form = replace(base, title=identity == _TITLE)
    if identity in _HEADINGS:
        form = replace(form, level=identity)
    at = base_size + 2 * u16(entry, base_size) + 4
    for upx in range(u16(entry, 4) & 0xF):
        length = u16(entry, at)
        grpprl = entry[at + 2 : at + 2 + length]
        paragraph = kind == _PARAGRAPH_STYLE and upx == 0
        form = changed(form, grpprl[2:] if paragraph else grpprl)
        at += 2 + length + length % 2
    return form


def changed(form: Format, grpprl: bytes) -> Format:
    """A format after the changes of a paragraph or of a style."""
    new: dict[str, object] = {}
    for code, operand in changes(grpprl):
        value = u8(operand, 0)
        match code:
            case Sprm.C_BOLD:
                new["bold"] = switched(value, form.bold)
            case Sprm.C_HIDDEN:
                new["hidden"] = switched(value, form.hidden)
            case Sprm.C_FONT_EAST:
                new["font"] = u16(operand, 0)
            case Sprm.P_OUTLINE:
                new["level"] = value + 1 if value < _BODY_LEVEL else 0
            case Sprm.P_CENTRED | Sprm.P_CENTRED_80:
                new["centred"] = value == _CENTRE
            case Sprm.P_LIST:
                new["list_use"] = u16(operand, 0)
            case Sprm.P_LEVEL:
                new["list_level"] = min(value, 8)
            case Sprm.P_IN_TABLE:
                new["in_table"] = value == 1
            case Sprm.P_ROW_END:
                new["row_end"] = value == 1
            case Sprm.P_INNER_CELL_END | Sprm.P_INNER_ROW_END:
                new["inner_end"] = value == 1
            case Sprm.T_CELLS:
                new["cells"] = operand
    return replace(form, **new) if new else form  # type: ignore[arg-type]


def switched(value: int, style: bool) -> bool:
    """A switch that is on, off, as in the style (0x80) or the other way round (0x81)."""
    return style if value == 0x80 else not style if value == 0x81 else value == 1
