"""The raw header fields of a mail become what they say: words, file names, a sender, a date.

The standard library decodes encoded words by the letter; Chinese mail programs name too narrow an encoding, part a character between
two words, or write bytes without any sign. So the raw fields are decoded here.
"""

from __future__ import annotations

import binascii
import quopri
import re
from datetime import datetime
from email.utils import parsedate_to_datetime

from app.text.labelled import labelled_text

LONGEST_FIELD = 16_000
"""Characters of a field; beyond them the library's search for parameters takes long."""
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_BETWEEN = re.compile(r"\s*\Z")
_UNSHOWN = re.compile("[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")
_ADDRESS = re.compile(r"<\s*([^<>\s]*)\s*>")
_COMMENT = re.compile(r"([^\s()<>]+@[^\s()<>]+)\s*\(([^()]*)\)")
_PLAIN_DATE = re.compile(r"(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})日?[ T]*(\d{1,2}):(\d{2})(?::(\d{2}))?")
_LONGEST_SHOWN = 300
_FIRST_YEAR = 1990


def words(raw: str, label: str = "") -> str:
    """A field's text on one line: encoded words (RFC 2047) decoded, raw bytes guessed at, what can't be seen left out."""
    return shown(_decoded(raw[:LONGEST_FIELD], label))


def shown(text: str) -> str:
    """A text on one line and of a bounded length."""
    return _UNSHOWN.sub(" ", text).strip()[:_LONGEST_SHOWN]


def _decoded(raw: str, label: str) -> str:
    out: list[str] = []
    held: list[bytes] = []
    charset = ""
    end = 0

    def flush() -> None:
        if held:
            out.append(labelled_text(b"".join(held), charset))
            held.clear()

    for word in _WORD.finditer(raw):
        between = raw[end : word.start()]
        own = word[1].partition("*")[0].lower()
        if not (held and _BETWEEN.match(between)):
            flush()
            out.append(_guessed(between, label))
        elif own != charset:
            flush()
        charset = own
        held.append(_bytes_of(word[2], word[3]))
        end = word.end()
    flush()
    out.append(_guessed(raw[end:], label))
    return "".join(out)


def _bytes_of(way: str, text: str) -> bytes:
    data = text.encode("ascii", "surrogateescape") if not _beyond(text) else text.encode("utf-8", "replace")
    if way in "qQ":
        return quopri.decodestring(data, header=True)
    data = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
    try:
        return binascii.a2b_base64(data + b"=" * (-len(data) % 4))
    except binascii.Error:
        return binascii.a2b_base64(data[: len(data) // 4 * 4])


def _beyond(text: str) -> bool:
    """Whether there are characters that are neither ASCII nor a raw byte."""
    return any(char > "\u007f" and not "\udc80" <= char <= "\udcff" for char in text)


def _guessed(raw: str, label: str) -> str:
    """Text in which raw bytes stand as surrogates."""
    if raw.isascii():
        return raw
    return raw.encode("utf-8", "replace").decode() if _beyond(raw) else labelled_text(raw.encode("ascii", "surrogateescape"), label)


def file_name(value: str | tuple[str | None, str | None, str] | None) -> str:
    """The name that a parameter gives, in any of the forms that are sent (RFC 2231, or encoded words where no standard has them)."""
    if value is None:
        return ""
    if isinstance(value, str):
        name = words(value)
    else:
        charset, _, text = value
        name = shown(labelled_text(text.encode("latin-1", "replace"), charset))
        name = words(name) if _WORD.search(name) else name
    return name.strip("\"' ")


def sender(raw: str) -> str:
    """The display name of the first address of a field, the address where it has none."""
    raw = raw[:LONGEST_FIELD]
    found = _ADDRESS.search(raw)
    if found is None:
        commented = _COMMENT.search(raw)
        return words(commented[2]) if commented and commented[2].strip() else words(raw).strip("\"' ;,")
    name = words(raw[: found.start()].strip().strip("\"'")).replace('\\"', '"').strip("\"' ,;")
    return name or shown(_guessed(found[1], ""))


def iso_date(raw: str) -> str:
    """A date with its time and zone in ISO form, as the field says it; "" where it says none."""
    text = words(raw)
    try:
        found = parsedate_to_datetime(text)
        return found.isoformat() if found.year >= _FIRST_YEAR else ""
    except (ValueError, TypeError, IndexError, OverflowError):
        plain = _PLAIN_DATE.search(text)
    if plain is None:
        return ""
    try:
        return datetime(*(int(number or 0) for number in plain.groups())).isoformat()  # type: ignore[arg-type]
    except ValueError:
        return ""
