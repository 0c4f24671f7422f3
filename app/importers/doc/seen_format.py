"""Lists of changes in a DOC become what they say of the look of characters, paragraphs, sections and tables."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import cast

from app.importers.doc.fib import Part
from app.importers.doc.fonts import Font
from app.importers.doc.numbers import i16, i32, u8, u16
from app.importers.doc.sprms import changes
from app.importers.doc.streams import Streams
from app.importers.doc.styles import switched
from app.importers.seen import BLACK, RuleShape, SeenAlign, SeenPage, SeenRule
from app.importers.seen_format import LARGEST_TWIPS, ParagraphFormat, TextFormat, over

_PARAGRAPH_STYLE = 1
_MOST_STYLES = 4095
_DEFAULT_PT = 10.0
_ALIGN: Sequence[SeenAlign] = ("left", "centre", "right", "both", "both")
_COLOURS = (
    BLACK, BLACK, "#0000FF", "#00FFFF", "#00FF00", "#FF00FF", "#FF0000", "#FFFF00", "#FFFFFF",
    "#000080", "#008080", "#008000", "#800080", "#800000", "#808000", "#808080", "#C0C0C0",
)  # fmt: skip
_THIN_THICK, _THICK_THIN = (0x0B, 0x0E, 0x11), (0x0C, 0x0F, 0x12)
_AUTO = 0xFF
_CELL_BYTES = 20


class Code(IntEnum):
    """The codes of looks ([MS-DOC] 2.6), C for characters, P for paragraphs, S for sections, T for tables."""

    C_FONT = 0x4A4F
    C_FONT_EAST = 0x4A50
    C_SIZE = 0x4A43
    C_BOLD = 0x0835
    C_COLOUR_16 = 0x2A42
    C_COLOUR = 0x6870
    C_SPACE = 0x8840
    C_SCALE = 0x4852
    C_STYLE = 0x4A30
    P_ALIGN_80 = 0x2403
    P_ALIGN = 0x2461
    P_NEW_PAGE = 0x2407
    P_ON_GRID = 0x2447
    P_LEFT_80 = 0x840F
    P_LEFT = 0x845E
    P_RIGHT_80 = 0x840E
    P_RIGHT = 0x845D
    P_FIRST_80 = 0x8411
    P_FIRST = 0x8460
    P_LEFT_CHARS = 0x4456
    P_RIGHT_CHARS = 0x4455
    P_FIRST_CHARS = 0x4457
    P_LINE = 0x6412
    P_BEFORE = 0xA413
    P_AFTER = 0xA414
    P_BEFORE_LINES = 0x4458
    P_AFTER_LINES = 0x4459
    P_ABOVE_80 = 0x6424
    P_BELOW_80 = 0x6426
    P_ABOVE = 0xC64E
    P_BELOW = 0xC650
    S_BREAK = 0x3009
    S_TITLE_PAGE = 0x300A
    S_WIDTH = 0xB01F
    S_HEIGHT = 0xB020
    S_LEFT = 0xB021
    S_RIGHT = 0xB022
    S_TOP = 0x9023
    S_BOTTOM = 0x9024
    S_GUTTER = 0xB025
    S_FOOTER = 0xB018
    S_GRID = 0x5032
    S_GRID_PITCH = 0x9031
    S_GRID_SPACE = 0x7030
    T_BORDERS_80 = 0xD605
    T_BORDERS = 0xD613


_PLAIN = {
    Code.P_LEFT: "left", Code.P_LEFT_80: "left", Code.P_RIGHT: "right", Code.P_RIGHT_80: "right", Code.P_FIRST: "first",
    Code.P_FIRST_80: "first", Code.P_LEFT_CHARS: "left_chars", Code.P_RIGHT_CHARS: "right_chars", Code.P_FIRST_CHARS: "first_chars",
    Code.P_BEFORE: "before", Code.P_AFTER: "after", Code.P_BEFORE_LINES: "before_lines", Code.P_AFTER_LINES: "after_lines",
}  # fmt: skip
_SECTION = {
    Code.S_WIDTH: "width", Code.S_HEIGHT: "height", Code.S_LEFT: "left", Code.S_RIGHT: "right", Code.S_TOP: "top",
    Code.S_BOTTOM: "bottom", Code.S_FOOTER: "footer", Code.S_GUTTER: "gutter", Code.S_GRID_PITCH: "pitch",
}  # fmt: skip


class SeenStyles:
    """What the styles of a file say, with all that they take over."""

    def __init__(self, streams: Streams, fonts: Sequence[Font]) -> None:
        self._fonts = fonts
        at, size = streams.fib.place(Part.STYLES)
        sheet = streams.table[at : at + size]
        count, self._base_size = min(u16(sheet, 2), _MOST_STYLES), u16(sheet, 4)
        self._usual: TextFormat = {"size_pt": _DEFAULT_PT}
        for key, place in (("latin", 14), ("family", 16)):
            number = u16(sheet, place)
            if number < len(fonts):
                self._usual[key] = fonts[number].name  # type: ignore[literal-required]  # both are families
        self._entries = []
        at = 2 + u16(sheet, 0)
        for _ in range(count):
            length = u16(sheet, at)
            self._entries.append(sheet[at + 2 : at + 2 + length])
            at += 2 + length + length % 2
        self._known: dict[int, tuple[ParagraphFormat, TextFormat]] = {}

    @property
    def usual_size_pt(self) -> float:
        """The size of the usual style."""
        return self.paragraph(0)[1].get("size_pt", _DEFAULT_PT)

    def paragraph(self, number: int) -> tuple[ParagraphFormat, TextFormat]:
        """What a paragraph's style says."""
        if number not in self._known:
            self._known[number] = self._resolved(number, [])
        return self._known[number]

    def text(self, grpprl: bytes, base: TextFormat) -> TextFormat:
        """The look of characters after changes of the look of their paragraph's style."""
        look = dict(base)
        for code, operand in changes(grpprl):
            if code == Code.C_STYLE:
                own = self._own(u16(operand, 0))[1]
                look |= own
            else:
                look |= _text_change(code, operand, self._fonts, bold=bool(base.get("bold")))
        return cast("TextFormat", look)

    def _resolved(self, number: int, chain: list[int]) -> tuple[ParagraphFormat, TextFormat]:
        if number >= len(self._entries) or number in chain or not self._entries[number]:
            return {}, self._usual
        below = self._resolved(u16(self._entries[number], 2) >> 4, [*chain, number])
        shape, look = self._own(number)
        return over(shape, below[0]), cast("TextFormat", {**below[1], **look})

    def _own(self, number: int) -> tuple[ParagraphFormat, TextFormat]:
        """What a style itself says."""
        entry = self._entries[number] if number < len(self._entries) else b""
        shape: ParagraphFormat = {}
        look: dict[str, object] = {}
        if not entry:
            return shape, {}
        kind = u16(entry, 2) & 0xF
        at = self._base_size + 2 * u16(entry, self._base_size) + 4
        for upx in range(u16(entry, 4) & 0xF):
            length = u16(entry, at)
            grpprl = entry[at + 2 : at + 2 + length]
            if kind == _PARAGRAPH_STYLE and upx == 0:
                shape = paragraph_of(grpprl[2:])
            else:
                for code, operand in changes(grpprl):
                    look |= _text_change(code, operand, self._fonts, bold=False)
            at += 2 + length + length % 2
        return shape, cast("TextFormat", look)


def _text_change(code: int, operand: bytes, fonts: Sequence[Font], *, bold: bool) -> dict[str, object]:
    """What one change says of characters."""
    match code:
        case Code.C_FONT | Code.C_FONT_EAST:
            number = u16(operand, 0)
            return {"latin" if code == Code.C_FONT else "family": fonts[number].name} if number < len(fonts) else {}
        case Code.C_SIZE:
            size = u16(operand, 0)
            return {"size_pt": size / 2} if 2 <= size <= 3276 else {}
        case Code.C_BOLD:
            return {"bold": switched(u8(operand, 0), bold)}
        case Code.C_COLOUR_16:
            return {"colour": _COLOURS[u8(operand, 0)] if u8(operand, 0) < len(_COLOURS) else BLACK}
        case Code.C_COLOUR:
            return {"colour": _colour(operand)}
        case Code.C_SPACE:
            return {"space": i16(operand, 0)}
        case Code.C_SCALE:
            return {"scale": u16(operand, 0) or 100}
    return {}


def paragraph_of(grpprl: bytes) -> ParagraphFormat:
    """What changes say of a paragraph."""
    found: dict[str, object] = {}
    for code, operand in changes(grpprl):
        if code in _PLAIN:
            found[_PLAIN[Code(code)]] = i16(operand, 0)
            continue
        match code:
            case Code.P_ALIGN | Code.P_ALIGN_80:
                found["align"] = _ALIGN[u8(operand, 0)] if u8(operand, 0) < len(_ALIGN) else "left"
            case Code.P_NEW_PAGE:
                found["new_page"] = u8(operand, 0) == 1
            case Code.P_ON_GRID:
                found["on_grid"] = u8(operand, 0) == 1
            case Code.P_LINE:
                height, multiple = i16(operand, 0), u16(operand, 2) == 1
                if height:
                    found["line"] = abs(height)
                    found["line_rule"] = "auto" if multiple else "exact" if height < 0 else "least"
            case Code.P_ABOVE_80 | Code.P_BELOW_80:
                found["above" if code == Code.P_ABOVE_80 else "below"] = _rule_80(operand)
            case Code.P_ABOVE | Code.P_BELOW:
                found["above" if code == Code.P_ABOVE else "below"] = _rule(operand)
    return cast("ParagraphFormat", found)


def table_rules(grpprl: bytes) -> tuple[SeenRule | None, SeenRule | None, SeenRule | None]:
    """The rules over, under and between the rows of a table."""
    rules: list[SeenRule | None] = [None] * 6
    for code, operand in changes(grpprl):
        if code == Code.T_BORDERS_80:
            rules = [_rule_80(operand[4 * at : 4 * at + 4], by_table=True) for at in range(6)]
        elif code == Code.T_BORDERS:
            rules = [_rule(operand[8 * at : 8 * at + 8], by_table=True) for at in range(6)]
    return rules[0], rules[2], rules[4]


def cell_rules(definition: bytes) -> tuple[SeenRule | None, SeenRule | None]:
    """The rules over and under the cells of a row, by the operand that defines them."""
    count = u8(definition, 0)
    first = 1 + 2 * (count + 1)
    cells = [definition[first + _CELL_BYTES * at : first + _CELL_BYTES * (at + 1)] for at in range(count)]
    found = [[_rule_80(cell[at : at + 4], by_table=True) for cell in cells if len(cell) == _CELL_BYTES] for at in (4, 12)]
    above, below = (next(filter(None, rules), None) for rules in found)
    return above, below


def section_of(grpprl: bytes) -> tuple[SeenPage, bool]:
    """The page of a section, and whether its first page has a footer of its own."""
    usual = SeenPage()
    found = {"width": 12240, "height": 15840, "left": 1800, "right": 1800, "top": 1440, "bottom": 1440, "footer": 720}
    grid, space, titled = 0, 0, False
    for code, operand in changes(grpprl):
        if code in _SECTION:
            found[_SECTION[Code(code)]] = min(abs(i16(operand, 0)), LARGEST_TWIPS)
        elif code == Code.S_GRID:
            grid = u16(operand, 0)
        elif code == Code.S_GRID_SPACE:
            space = i32(operand, 0)
        elif code == Code.S_TITLE_PAGE:
            titled = u8(operand, 0) == 1
    page = SeenPage(
        found["width"] or usual.width,
        found["height"] or usual.height,
        found["top"],
        found["bottom"],
        found["left"] + found.get("gutter", 0),
        found["right"],
        found["footer"],
        found.get("pitch", 0) if grid else 0,
        space if grid in (1, 3) else 0,
    )
    return page, titled


def _rule_80(operand: bytes, *, by_table: bool = False) -> SeenRule | None:
    """A border in four bytes: thickness in eighths, kind, colour of sixteen, gap."""
    kind = u8(operand, 1)
    if not kind or operand[:4] == b"\xff\xff\xff\xff":
        return None
    colour = _COLOURS[u8(operand, 2)] if u8(operand, 2) < len(_COLOURS) else BLACK
    return _made(u8(operand, 0), kind, colour, u8(operand, 3) & 0x1F, by_table=by_table)


def _rule(operand: bytes, *, by_table: bool = False) -> SeenRule | None:
    """A border in eight bytes: colour, thickness in eighths, kind, gap."""
    kind = u8(operand, 5)
    if len(operand) < 8 or not kind or kind == _AUTO:
        return None
    return _made(u8(operand, 4), kind, _colour(operand), u8(operand, 6) & 0x1F, by_table=by_table)


def _made(eighths: int, kind: int, colour: str, gap: int, *, by_table: bool) -> SeenRule:
    shape: RuleShape = "thin_thick" if kind in _THIN_THICK else "thick_thin" if kind in _THICK_THIN else "single"
    return SeenRule(eighths / 8, colour, shape, "table" if by_table else "border", None if by_table else gap * 20)


def _colour(operand: bytes) -> str:
    return BLACK if u8(operand, 3) == _AUTO else f"#{u8(operand, 0):02X}{u8(operand, 1):02X}{u8(operand, 2):02X}"
