"""The codes of symbol fonts become signs that every font has: the usual ones of Wingdings and Symbol are known, any other is a box."""

from __future__ import annotations

PRIVATE = range(0xF000, 0xF100)
"""Where word processors put the codes of a symbol font."""

_SIGNS = {0x52: "☑", 0x6C: "●", 0x6E: "■", 0x75: "◆", 0xA7: "▪", 0xB7: "•", 0xD8: "➢", 0xFB: "☒", 0xFC: "✓", 0xFE: "☑"}
_OTHER = "□"

TABLE: dict[int, str] = {code: _SIGNS.get(code & 0xFF, _OTHER) for code in PRIVATE}
"""For `str.translate`."""


def pictogram(code: int) -> str:
    """The sign for a code of a symbol font, which may stand in the private range or below it."""
    return _SIGNS.get(code & 0xFF, _OTHER)
