"""A number and the name of a list format become the label's words: 3 and chineseCounting become 三."""

from __future__ import annotations

from collections.abc import Callable

from app.text.numerals import format_numeral

_LARGEST = 99_999
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_TRADITIONAL_LEGAL = str.maketrans("零一二三四五六七八九十百千万", "零壹貳參肆伍陸柒捌玖拾佰仟萬")


def label_of(value: int, form: str) -> str:
    """The number as a list format writes it; a format that is not known, or a number it has no sign for, in digits."""
    write = _FORMS.get(form)
    if write is None or not 0 <= value <= _LARGEST:
        return str(value)
    return write(value) or str(value)


def _signs(first: str, count: int) -> Callable[[int], str]:
    """Signs that stand in a row in Unicode, from 1 on."""
    return lambda value: chr(ord(first) + value - 1) if 1 <= value <= count else ""


def _circled(value: int) -> str:
    if 1 <= value <= 20:
        return chr(0x2460 + value - 1)
    if 21 <= value <= 35:
        return chr(0x3251 + value - 21)
    return chr(0x32B1 + value - 36) if 36 <= value <= 50 else ""


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda value: signs[(value - 1) % len(signs)] if value else ""


def _letters(first: str) -> Callable[[int], str]:
    """a … z, then aa, bb … as word processors count."""
    return lambda value: chr(ord(first) + (value - 1) % 26) * ((value - 1) // 26 + 1) if value else ""


def _roman(value: int) -> str:
    out = ""
    for size, sign in _ROMAN:
        out += sign * (value // size)
        value %= size
    return out


def _digits(signs: str) -> Callable[[int], str]:
    """Digit by digit."""
    return lambda value: "".join(signs[int(digit)] for digit in str(value))


def _ordinal(value: int) -> str:
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def _below_hundred_else_digits(value: int) -> str:
    """ECMA-376 17.18.59: chineseCounting and its Japanese and Taiwanese kin count by digits from 100 on."""
    return format_numeral(value) if value < 100 else _digits("○一二三四五六七八九")(value)


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalFullWidth2": _digits("０１２３４５６７８９"),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _signs("⒈", 20),
    "decimalEnclosedParen": _signs("⑴", 20),
    "numberInDash": lambda value: f"- {value} -",
    "ordinal": _ordinal,
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "chineseCounting": _below_hundred_else_digits,
    "chineseCountingThousand": format_numeral,
    "japaneseCounting": format_numeral,
    "taiwaneseCounting": _below_hundred_else_digits,
    "taiwaneseCountingThousand": format_numeral,
    "japaneseDigitalTenThousand": _digits("〇一二三四五六七八九"),
    "ideographDigital": _digits("〇一二三四五六七八九"),
    "taiwaneseDigital": _digits("○一二三四五六七八九"),
    "chineseLegalSimplified": lambda value: format_numeral(value).translate(_LEGAL),
    "ideographLegalTraditional": lambda value: format_numeral(value).translate(_TRADITIONAL_LEGAL),
    "japaneseLegal": lambda value: format_numeral(value).translate(_TRADITIONAL_LEGAL),
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _signs("㊀", 10),
    "none": lambda value: "\u200b",
}
