"""UTF-8 with single lost bytes becomes text: most losses are certain, the others are told from the word they stand in."""

from __future__ import annotations

import re
from functools import cache

from app.text.wordlist import word_weights

LOST = "\U0010fffd"
"""Stands for one lost byte while a line is encoded; 0xFF stands for it in the bytes."""

_UNIT = re.compile(
    rb"[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
    rb"|(?P<second>[\xe0-\xef]\xff[\x80-\xbf])|(?P<third>[\xe0-\xef](?:[\x80-\xbf]|\xff)\xff)"
)
_LONGER = 3000
"""How much more a word's every further character weighs than its frequency."""
_ANY = 50
_NEW_SENTENCE = re.compile(r"\d{1,2} ?月|近日|日前|今年|会议")
# The counting words of dates and numbers that may stand behind a digit.
_BESIDE_DIGIT = {word.encode()[:2]: word for word in ("年", "月", "日", "份", "号", "人", "个", "家", "名")}


def guess_line(raw: bytes, private_pairs: bool = False) -> tuple[str, bool]:
    """Decode one line in which 0xFF is a lost byte. Returns the text and whether a character was guessed.

    A byte is lost where GBK had no pair for it: 0x80 and a few others within a line, any last byte before ASCII or the line's end.
    With `private_pairs` the few others became private-use characters instead. Where several characters are possible, the words
    that they make are weighed. Raises UnicodeDecodeError when the line is no UTF-8 at all.
    """
    out: list[str] = []
    holes: list[tuple[int, bytes, str]] = []
    place = 0
    while place < len(raw):
        unit = _UNIT.match(raw, place)
        if not unit:
            raise UnicodeDecodeError("utf-8", raw, place, place + 1, "no UTF-8")
        body = unit.group()
        if unit["second"]:
            candidates = [body[:1] + bytes((byte,)) + body[2:] for byte in _could_be_lost(body[2:], private_pairs)]
        elif unit["third"]:
            head = body[:2].replace(b"\xff", b"\x80")
            candidates = [head + bytes((byte,)) for byte in _could_be_lost(raw[unit.end() : unit.end() + 1], private_pairs)]
        else:
            candidates = [body]
        chars = [char for char in (candidate.decode("utf-8", "ignore") for candidate in candidates) if char]
        if len(chars) > 1:
            holes.append((len(out), body, "".join(chars)))
        out.append(chars[0] if chars else "\ufffd")
        place = unit.end()
    for at, body, choices in holes:
        out[at] = _fill(out, at, body, choices)
    return "".join(out), bool(holes)


@cache
def _could_be_lost(follows: bytes, private_pairs: bool) -> bytes:
    """The bytes that GBK loses before `follows`: 80 first, and those that make no pair with it; all before ASCII or the end."""
    if follows < b"\x80":
        return bytes(range(0x80, 0xC0))
    if private_pairs:
        return b"\x80"
    return bytes(byte for byte in range(0x80, 0xC0) if byte == 0x80 or bytes((byte,)) + follows not in _pairs())


@cache
def _pairs() -> frozenset[bytes]:
    """All two-byte characters of GBK whose first byte can end a UTF-8 character."""
    pairs = (bytes((first, second)) for first in range(0x81, 0xC0) for second in range(0x80, 0x100))
    return frozenset(pair for pair in pairs if pair.decode("gbk", "ignore"))


def _fill(chars: list[str], at: int, body: bytes, choices: str) -> str:
    """Choose the character at `at` among `choices`: marks by what is open on the line, words by the word list."""
    before = "".join(chars[max(0, at - 6) : at]).replace(" ", "")
    after = "".join(chars[at + 1 : at + 4]).replace(" ", "")
    head = body[:2].replace(b"\xff", b"\x80")
    if len(choices) < _ANY:
        return _likeliest(before, after, choices)
    if head == b"\xe3\x80":  # 。、《》【】: at a line's end 。, unless a bracket is open
        line = "".join(chars[:at])
        for opening, closing in ("【】", "《》"):
            if line.count(opening) > line.count(closing):
                return closing
        rest = "".join(chars[at + 1 :])
        if rest.count("》") > rest.count("《"):
            return "《"
        return "。" if not after or _NEW_SENTENCE.match(rest.lstrip()) else "、"
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
    return _likeliest(before, after, choices)


def _likeliest(before: str, after: str, choices: str) -> str:
    """The character that makes the commonest word with its neighbours; without any word the commonest."""
    words = word_weights()

    def weight(char: str) -> int:
        return max((len(word) * _LONGER + words[word] for word in _words_with(before, char, after) if word in words), default=0)

    best = max(choices, key=weight)
    if weight(best):
        return best
    return max(choices, key=lambda char: words.get(char, 0))


def _words_with(before: str, char: str, after: str) -> list[str]:
    """The words of two to four characters that a character may stand in."""
    lefts = [before[-length:] for length in (0, 1, 2, 3) if len(before) >= length]
    lefts[0] = ""
    rights = [after[:length] for length in (0, 1, 2) if len(after) >= length]
    return [left + char + right for left in lefts for right in rights if 2 <= len(left + char + right) <= 4]
