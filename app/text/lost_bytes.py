"""UTF-8 with single lost bytes becomes text: most losses are certain, the others are told from the word they stand in."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

LOST = "\U0010fffd"
"""Stands for one lost byte while a line is encoded; 0xFF stands for it in the bytes."""

_UNIT = re.compile(
    rb"[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
    rb"|(?P<second>[\xe0-\xef]\xff[\x80-\xbf])|(?P<third>[\xe0-\xef](?:[\x80-\xbf]|\xff)\xff)"
)
# The counting words of dates and numbers that may stand behind a digit.
_BESIDE_DIGIT = {word.encode()[:2]: word for word in ("年", "月", "日", "份", "号", "人", "个", "家", "名")}


def guess_line(raw: bytes) -> tuple[str, bool]:
    """Decode one line in which 0xFF is a lost byte. Returns the text and whether a character was guessed.

    A byte is lost where GBK had no pair for it: 0x80 within a line (certain), or the last byte before ASCII or the line's end
    (then the characters that share the other two bytes are weighed by the words they make). Raises UnicodeDecodeError when the
    line is no UTF-8 at all.
    """
    out: list[str] = []
    holes: list[tuple[int, bytes]] = []
    place = 0
    while place < len(raw):
        unit = _UNIT.match(raw, place)
        if not unit:
            raise UnicodeDecodeError("utf-8", raw, place, place + 1, "no UTF-8")
        body = unit.group()
        if unit["second"]:
            body = body.replace(b"\xff", b"\x80")
        elif unit["third"]:
            if unit.end() < len(raw) and raw[unit.end()] >= 0x80:
                body = body.replace(b"\xff", b"\x80")
            else:
                holes.append((len(out), body[:2].replace(b"\xff", b"\x80")))
                body = b"?"
        out.append(body.decode("utf-8"))
        place = unit.end()
    for at, head in holes:
        out[at] = _fill(out, at, head)
    return "".join(out), bool(holes)


def _fill(chars: list[str], at: int, head: bytes) -> str:
    before = "".join(chars[max(0, at - 6) : at]).replace(" ", "")
    after = "".join(chars[at + 1 : at + 3]).strip()
    if head == b"\xe3\x80":  # 。、《》【】: at a line's end 。, unless a bracket is open
        line = "".join(chars[:at])
        for opening, closing in ("【】", "《》"):
            if line.count(opening) > line.count(closing):
                return closing
        return "。" if not after or at + 1 >= len(chars) else "、"
    if head == b"\xef\xbc":  # ，：；（）！？
        line = "".join(chars[:at])
        if line.count("（") > line.count("）"):
            return "）"
        if after:
            return "，"
        return "：" if len(line) < 20 else "；"
    if head == b"\xe2\x80":  # “”‘’…—
        line = "".join(chars[:at])
        return "”" if line.count("“") > line.count("”") else "“"
    beside_digit = _BESIDE_DIGIT.get(head)
    if beside_digit and before[-1:].isdigit():
        return "期" if beside_digit == "月" and "第" in before else beside_digit
    if head == b"\xe7\xac" and after[:1].isdigit():
        return "第"
    return _likeliest(before, head)


def _likeliest(before: str, head: bytes) -> str:
    """The character with these first two bytes that makes the commonest word with the characters before it."""
    words = _words_by_tail()
    candidates = [(head + bytes((last,))).decode("utf-8", "replace") for last in range(0x80, 0xC0)]

    def weight(char: str) -> tuple[int, int]:
        joined = max((len(tail) * 1000 + min(999, words.get(tail, 0)) for tail in _tails(before, char) if tail in words), default=0)
        return joined, words.get(char, 0)

    return max(candidates, key=weight)


def _tails(before: str, char: str) -> list[str]:
    return [before[-length:] + char for length in (1, 2, 3) if len(before) >= length]


@cache
def _words_by_tail() -> dict[str, int]:
    """Words of up to four characters with their frequency (capped), and single characters, from the word list."""
    weights: dict[str, int] = {}
    for line in files("jieba").joinpath("dict.txt").read_text("utf-8").splitlines():
        word, count, _ = line.split(" ", 2)
        if len(word) <= 4:
            weights[word] = weights.get(word, 0) + int(count)
            last = word[-1]
            weights[last] = weights.get(last, 0) + int(count)
    return weights
