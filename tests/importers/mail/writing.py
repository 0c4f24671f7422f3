"""Fields and contents become mails, byte by byte, as programs that keep no standard write them."""

from __future__ import annotations

import base64
import quopri

CRLF = b"\r\n"


def entity(kind: str, data: bytes, *fields: str | bytes, way: str = "base64") -> bytes:
    """A part with its head."""
    coded = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}.get(way, bytes)(data)
    return fields_of(f"Content-Type: {kind}", f"Content-Transfer-Encoding: {way}", *fields) + CRLF + coded


def several(kind: str, *parts: bytes, mark: str = "=_m") -> bytes:
    """A part of parts."""
    inner = b"".join(b"--" + mark.encode() + CRLF + part + CRLF for part in parts)
    return fields_of(f'Content-Type: multipart/{kind}; boundary="{mark}"') + CRLF + inner + b"--" + mark.encode() + b"--" + CRLF


def fields_of(*fields: str | bytes) -> bytes:
    return b"".join((field.encode() if isinstance(field, str) else field) + CRLF for field in fields)


def mail(body: bytes, *fields: str | bytes) -> bytes:
    """A mail of one part; without fields it has the usual ones."""
    usual = ("From: <zhangmin@yunhe.example>", "To: <xinxi@yunhe.example>", "Date: Tue, 5 Mar 2024 10:23:11 +0800", "MIME-Version: 1.0")
    return fields_of(*(fields or usual)) + body


def text(words: str, charset: str = "utf-8", way: str = "base64", kind: str = "plain") -> bytes:
    return entity(f'text/{kind}; charset="{charset}"', words.encode("gb18030" if charset.startswith("gb") else charset), way=way)


def attached(name_field: str | bytes, data: bytes, kind: str = "application/octet-stream", way: str = "base64") -> bytes:
    return entity(kind, data, b"Content-Disposition: attachment; " + (name_field.encode() if isinstance(name_field, str) else name_field),
                  way=way)  # fmt: skip


def word(words: str, charset: str, way: str = "B", encoding: str = "") -> str:
    """An encoded word of RFC 2047."""
    data = words.encode(encoding or charset)
    return word_of(data, charset, way)


def word_of(data: bytes, charset: str, way: str = "B") -> str:
    coded = base64.b64encode(data).decode() if way == "B" else "".join(f"={byte:02X}" for byte in data)
    return f"=?{charset}?{way}?{coded}?="
