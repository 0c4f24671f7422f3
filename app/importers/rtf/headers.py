"""The font table and the style sheet of an RTF file become fonts and styles by their numbers."""

from __future__ import annotations

import re
from dataclasses import field

from app.importers.raw import Face
from app.importers.rtf.code_pages import WESTERN, decoded, of_charset, of_number
from app.importers.rtf.state import Font
from app.records import dataclass

_KAI = re.compile("楷|kai", re.IGNORECASE)
_HEI = re.compile("黑体|simhei", re.IGNORECASE)
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLE = frozenset({"title", "标题"})
_SYMBOL_CHARSET = 2


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says."""

    level: int = 0
    title: bool = False


@dataclass(slots=True)
class Fonts:
    """The font table as it is read: entries end with a semicolon, in groups of their own or not."""

    found: dict[int, Font] = field(default_factory=dict)
    _number: int = 0
    _page: str = ""
    _symbols: bool = False
    _name: bytearray = field(default_factory=bytearray)

    def word(self, name: str, number: int | None) -> None:
        """Take a control word in."""
        match name:
            case "f":
                self._number, self._page, self._symbols = number or 0, "", False
            case "fcharset":
                self._page, self._symbols = of_charset(number or 0), number == _SYMBOL_CHARSET
            case "cpg":
                self._page = of_number(number or 0)

    def text(self, data: bytes) -> None:
        """Take a piece of the name in; the semicolon ends the entry."""
        self._name += data
        if data.endswith(b";"):
            name = decoded(bytes(self._name), self._page, ("gb18030", WESTERN))
            face = Face.KAI if _KAI.search(name) else Face.HEI if _HEI.search(name) else Face.OTHER
            self.found[self._number] = Font(self._page, face, name.rstrip("; ") if self._symbols else "")
            self._name.clear()


@dataclass(slots=True)
class Styles:
    """The style sheet as it is read."""

    found: dict[int, Style] = field(default_factory=dict)
    _number: int = 0
    _level: int = 0
    _name: bytearray = field(default_factory=bytearray)

    def word(self, name: str, number: int | None) -> None:
        """Take a control word in."""
        match name:
            case "s":
                self._number = number or 0
            case "cs" | "ds" | "ts":
                self._number = -1
            case "outlinelevel":
                self._level = (number or 0) + 1

    def text(self, data: bytes) -> None:
        """Take a piece of the name in; the semicolon ends the entry."""
        self._name += data
        if data.endswith(b";"):
            name = decoded(bytes(self._name), "", ("gb18030", WESTERN)).strip("; ").lower()
            heading = _HEADING.fullmatch(name)
            if self._number >= 0:
                self.found[self._number] = Style(int(heading[1]) if heading else self._level, name in _TITLE)
            self._number = self._level = 0
            self._name.clear()
