"""A character of a symbol font becomes the Unicode sign that looks like it."""

from __future__ import annotations

_PRIVATE = 0xF000
_SYMBOL = {
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔",
    0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB6: "∂", 0xB7: "•",
    0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xD2: "®", 0xD3: "©", 0xD4: "™",
    0xD6: "√", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_SYMBOL_LETTERS = dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)) | dict(
    zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)
)
_WINGDINGS = {
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "❐", 0x71: "❑",
    0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9F: "•", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "◻", 0xAA: "✦",
    0xAB: "★", 0xAC: "✶", 0xB2: "✧", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑",
} | {0x8C + place: chr(0x2776 + place) for place in range(10)} | {0x81 + place: chr(0x2460 + place) for place in range(10)}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x96: "●", 0x97: "●", 0xA3: "☐", 0xEA: "★"} | {
    0x6A + place: chr(0x2460 + place) for place in range(10)
}
_TABLES = {"symbol": _SYMBOL_LETTERS | _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def is_symbol_font(font: str) -> bool:
    """Whether the characters of a font are signs and no letters."""
    return font.strip().casefold() in _TABLES


def sign(font: str, code: int) -> str:
    """The sign of a character in a font; "" where Unicode has none for it."""
    low = code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + 0xFF else code
    table = _TABLES.get(font.strip().casefold())
    if table is None and low == code:
        return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code <= 0xDFFF else ""
    found = (_WINGDINGS if table is None else table).get(low, "")
    return found or (chr(low) if table is _TABLES["symbol"] and 0x20 <= low < 0x7F else "")


_BOX = "□"
PRIVATE_SIGNS = {code: sign("", code) or _BOX for code in range(_PRIVATE, _PRIVATE + 0x100)} | {0xF0B7: "•"}
"""For `str.translate`, where the font is not known: a sign of Wingdings, the bullet of Symbol, or a box, so that the loss is seen."""


def sign_or_box(font: str, code: int) -> str:
    """One sign in any case; a box shows that there was one."""
    return sign(font, code)[:1] or _BOX
