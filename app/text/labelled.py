"""Bytes and the encoding that somebody claims for them become text: labels of Chinese mails and archives are often wrong."""

from __future__ import annotations

import codecs
import re

_OWN = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "hz": "hz",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "unicode-1-1-utf-7": "utf-7",
}
"""The successor that has all characters of the encoding named; programs write those under the old name."""
_EIGHT_BITS_NOT_SEVEN = frozenset({"hz", "iso2022_jp", "iso2022_kr", "utf-7"})
_NOT_FOR_TEXT = frozenset({"idna", "punycode", "undefined", "unicode_escape", "unicode-escape", "raw_unicode_escape", "raw-unicode-escape"})
_LONE = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
_HIGH = re.compile(rb"[\x80-\xff]")
_WIDE = re.compile(r"utf-?(?:16|32)")
_COMMON = frozenset(
    "的一是在有和了不为人上中大年市会工作区县月日关于报告信息简通知发展建设开全推进文件材料稿附情况新社政府办公室局委第季度总结活动"
    "這這個來為們國時對說關於報資訊簡發展開進總結動區縣務學業體實與後"
)
"""Characters of which nearly every Chinese text has some, simplified and traditional; misread bytes give rare ones."""
_UNUSUAL = re.compile("[\u0080-\u009f\ue000-\uf8ff\ufffd\u3400-\u4dbf\u0370-\u052f\uff61-\uff9f\u2500-\u257f]")
_SAMPLE = 4_000
_TRUST = 0.15
"""What a label counts."""


def python_name(label: str | None) -> str:
    """The name under which Python reads an encoding that a file names, widened to its successor; "" for an unknown one."""
    bare = (label or "").strip().strip("\"'").lower()
    if bare in _OWN:
        return _OWN[bare]
    try:
        found = codecs.lookup(bare).name
        b"".decode(found)
        "".encode(found)
    except (LookupError, ValueError, TypeError, AttributeError):
        return ""
    return "" if found in _NOT_FOR_TEXT else _OWN.get(found, found)


def labelled_text(data: bytes, label: str | None = None) -> str:
    """Decode a name or a short text that came with a label. The label is believed unless another reading is clearly better Chinese.

    Never fails: bytes that fit no encoding become U+FFFD.
    """
    name = python_name(label)
    if data.isascii() and name not in _EIGHT_BITS_NOT_SEVEN:
        return data.decode("ascii")
    if name and (_WIDE.match(name) or name in _EIGHT_BITS_NOT_SEVEN):
        return data.decode(name, "replace")
    if name and len(_LONE.findall(data)) == len(_HIGH.findall(data)):  # letters with accents; Chinese takes two bytes at least
        return data.decode(name, "replace")
    candidates = [candidate for candidate in dict.fromkeys((name, "utf-8", "gb18030", "big5hkscs")) if candidate]
    readings = [(candidate, text) for candidate in candidates if (text := _strictly(data, candidate)) is not None]
    readings = readings or [(candidate, data.decode(candidate, "replace")) for candidate in candidates]
    return max(readings, key=lambda one: _likelihood(one[1], one[0]) + (_TRUST if one[0] == name else 0.0))[1]


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        cut_off = encoding == "utf-8" and error.reason == "unexpected end of data" and error.start >= len(data) - 3
        return data.decode(encoding, "replace") if cut_off else None


def _likelihood(text: str, encoding: str) -> float:
    """How much a text looks like a Chinese one, about -1 to 1. Bytes that happen to be UTF-8 nearly always are."""
    beyond = [char for char in text[:_SAMPLE] if char > "\u007f"]
    if not beyond:
        return 1.0
    common = sum(char in _COMMON for char in beyond)
    usual = sum("\u4e00" <= char <= "\u9fff" or "\u3000" <= char <= "\u303f" or "\uff01" <= char <= "\uff5e" for char in beyond)
    unusual = sum(bool(_UNUSUAL.match(char)) for char in beyond)
    score = (common + 0.5 * usual - 1.5 * unusual) / len(beyond)
    return score + (0.8 if encoding == "utf-8" and usual else 0.0)
