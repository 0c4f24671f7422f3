"""Chinese numerals become integers and back: 十七 ↔ 17, 二〇二四 → 2024."""

from __future__ import annotations

DIGITS = {
    "〇": 0, "零": 0, "○": 0, "Ｏ": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
UNITS = {"十": 10, "拾": 10, "廿": 20, "卅": 30, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
HAN_NUMERAL = "〇零○一二两三四五六七八九十廿卅百千万"
"""The characters of an everyday numeral, for use inside a regular-expression class."""

_PLAIN = "零一二三四五六七八九"


def parse_numeral(text: str) -> int | None:
    """The integer a numeral means: Arabic or full-width digits, 十七, 一百二十三, 二〇二四 (digit by digit); None if it is none."""
    if not text:
        return None
    if text.isdecimal():
        return int(text)
    if all(char in DIGITS for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    total = section = pending = 0
    seen_digit = False
    for char in text:
        if char in DIGITS:
            if seen_digit and pending:
                return None
            pending, seen_digit = DIGITS[char], True
        elif char in ("廿", "卅"):
            section, pending, seen_digit = section + UNITS[char], 0, False
        elif char in UNITS:
            section += (pending if seen_digit and pending else 1) * UNITS[char]
            pending, seen_digit = 0, False
        elif char in "万萬":
            total, section, pending, seen_digit = (total + section + pending) * 10_000, 0, 0, False
        else:
            return None
    return total + section + pending


HIGHEST = 99_999_999
"""The highest number that has an everyday numeral here."""


def format_numeral(value: int) -> str:
    """A number from 0 to `HIGHEST` in everyday Chinese numerals: 17 → 十七, 105 → 一百零五."""
    if not 0 <= value <= HIGHEST:
        raise ValueError(f"no everyday numeral for {value}")
    if value >= 10_000:
        high, low = divmod(value, 10_000)
        joint = "" if not low else "零" if low < 1000 else ""
        return format_numeral(high) + "万" + joint + (_four(low) if low else "")
    spelled = _four(value)
    return spelled[1:] if spelled.startswith("一十") else spelled


def _four(value: int) -> str:
    """A number under 10 000, with 一十 kept."""
    if value == 0:
        return "零"
    out = ""
    gap = False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, size)
        if digit:
            out += ("零" if gap and out else "") + _PLAIN[digit] + unit
            gap = False
        else:
            gap = True
    return out
