"""The number of a list item becomes what word processors write for it: 3 → 3, iii, 三, ③, （叁）'s 叁.

The kinds have the numbers that they have in binary Word files, which is the order of the names in Office Open XML.
"""

from __future__ import annotations

from app.text.numerals import format_numeral

BULLET, NO_NUMBER = 23, 255
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"))
_ROMAN_END = ((4, "iv"), (1, "i"))
_LARGEST = 9999


def list_number(value: int, kind: int) -> str:
    """The number in its kind; in plain figures for a kind that Chinese files do not use, and for numbers that a kind lacks."""
    if kind in (BULLET, NO_NUMBER):
        return ""
    if not 0 < value <= _LARGEST:
        return str(value)
    match kind:
        case 1 | 2:
            return _roman(value).upper() if kind == 1 else _roman(value)
        case 3 | 4:
            letter = chr((65 if kind == 3 else 97) + (value - 1) % 26)
            return letter * min((value - 1) // 26 + 1, 9)
        case 10 | 36:
            return str(value).translate(_DIGITS)
        case 11 | 33 | 35 | 37 | 39:
            return format_numeral(value)
        case 14 | 19:
            return str(value).translate(_FULL_WIDTH)
        case 15 | 34 | 38:
            return format_numeral(value).translate(_LEGAL)
        case 18 | 28:
            return chr(0x2460 + value - 1) if value <= 20 else str(value)
        case 22:
            return f"{value:02}"
        case 26:
            return chr(0x2488 + value - 1) if value <= 20 else f"{value}."
        case 27:
            return chr(0x2474 + value - 1) if value <= 20 else f"({value})"
        case 29:
            return chr(0x3220 + value - 1) if value <= 10 else f"（{format_numeral(value)}）"
        case 30:
            return _STEMS[(value - 1) % len(_STEMS)]
        case 31:
            return _BRANCHES[(value - 1) % len(_BRANCHES)]
        case 32:
            return _STEMS[(value - 1) % len(_STEMS)] + _BRANCHES[(value - 1) % len(_BRANCHES)]
        case _:
            return str(value)


def _roman(value: int) -> str:
    out = ""
    for size, letters in (*_ROMAN, *_ROMAN_END):
        count, value = divmod(value, size)
        out += letters * count
    return out
