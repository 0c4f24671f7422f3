"""Bytes of a font's code page become characters."""

from __future__ import annotations

import codecs

_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_DOUBLE = frozenset({"gb18030", "cp950", "cp932", "cp949", "johab"})
_NAMES = {936: "gb18030", 54936: "gb18030", 65001: "utf-8", 10000: "mac_roman", 1361: "johab"}
WESTERN = "cp1252"


def of_charset(charset: int) -> str:
    """The code page of a font's character set; "" for one that leaves it to the document."""
    return _CHARSETS.get(charset, "")


def of_number(number: int) -> str:
    """The code page by its number in Windows."""
    name = _NAMES.get(number, f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        return WESTERN
    return name


def decoded(data: bytes, own: str, others: tuple[str, ...]) -> str:
    """Decode by the font's `own` page. Where it names none, or is wrong, the first of the double-byte `others` that fits is taken.

    Chinese files often name Western fonts for Chinese bytes: a page of two bytes seldom fits by chance.
    """
    if data.isascii():
        return data.decode("ascii")
    for page in (own, *(page for page in others if page in _DOUBLE), *others, WESTERN):
        if page:
            try:
                return data.decode(page)
            except UnicodeDecodeError:
                continue
    return data.decode(own or WESTERN, "replace")
