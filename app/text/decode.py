"""The bytes of a text file become text: byte order marks, UTF-8, UTF-16 without a mark, GB18030; Big5 is asked about."""

from __future__ import annotations

import codecs
import re

from app.errors import UserError
from app.records import dataclass

MAX_BYTES = 20_000_000
_SAMPLE_BYTES = 65_536
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_OTHER_FORMATS = (
    (b"PK\x03\x04", "压缩包或 Word 文档（.docx）"),
    (b"\xd0\xcf\x11\xe0", "旧版 Word 或 WPS 文档（.doc、.wps）"),
    (b"%PDF-", "PDF 文件"),
    (b"{\\rtf", "RTF 文档"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
)
_TEXT_LIKE = re.compile("[\u0009\u000a\u000d\u0020-\u007e\u00a0-\u00ff\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]")
_CONTROL = re.compile("[\u0000-\u0008\u000e-\u001f\u007f]")
_DOUBLE = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_GB2312 = re.compile(rb"[\xa1-\xa9\xb0-\xf7][\xa1-\xfe]")
_BIG5_COMMON = re.compile(rb"[\xa1-\xa3\xa4-\xc6][\x40-\x7e\xa1-\xfe]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was read by. More than one of `encodings` means that the clerk should be asked."""

    text: str
    encoding: str
    encodings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode a text file; `encoding` forces one. Raises UserError for empty, oversized or binary data."""
    if len(data) > MAX_BYTES:
        raise UserError(f"文件有 {len(data) / 1e6:.0f} MB，超过 {MAX_BYTES // 1_000_000} MB，请拆分后再导入。")
    if not data.strip(b" \t\r\n\0"):
        raise UserError("文件是空的，请检查报送单位发来的文件。")
    for magic, name in _OTHER_FORMATS:
        if data.startswith(magic):
            raise UserError(f"这个文件是{name}，不是纯文本，请用对应的扩展名导入，或另存为文本后再试。")
    found = _forced(data, encoding) if encoding else _detect(data)
    if not found.text.strip():
        raise UserError("文件里没有文字，请检查报送单位发来的文件。")
    return found


def _forced(data: bytes, encoding: str) -> Decoded:
    for mark, _ in _MARKS:
        if data.startswith(mark):
            data = data[len(mark) :]
            break
    try:
        return _lenient(data, encoding)
    except LookupError:
        raise UserError(f"不认识编码“{encoding}”，请改用 utf-8、gb18030、big5 或 utf-16。") from None


def _detect(data: bytes) -> Decoded:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], name)
    wide = _utf16_without_mark(data)
    if wide:
        return _lenient(data, wide)
    if b"\0" not in data[:_SAMPLE_BYTES]:
        utf8 = _strict_utf8(data)
        if utf8:
            return utf8
        double = _double_byte(data)
        if double:
            return double
    raise UserError("文件内容不是文字（可能是图片、压缩包或已损坏），请让报送单位重发文本或 Word 文档。")


def _lenient(data: bytes, name: str) -> Decoded:
    """Decode by a known encoding; broken places become U+FFFD and are told."""
    text = data.decode(name, "replace")
    broken = text.count("\ufffd")
    if broken > max(2, len(text) // 50) or len(_CONTROL.findall(text)) > len(text) // 50:
        raise UserError("文件内容不是文字（可能是图片、压缩包或已损坏），请让报送单位重发文本或 Word 文档。")
    notes = (f"有 {broken} 处字节无法识别，已用“\ufffd”标出，请对照原件补上。",) if broken else ()
    return Decoded(text, name, (name,), notes)


def _strict_utf8(data: bytes) -> Decoded | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A file that was cut off in the middle of its last character is still UTF-8.
        if error.start < len(data) - 3 or error.reason != "unexpected end of data":
            return None
        return Decoded(data[: error.start].decode("utf-8"), "utf-8", ("utf-8",), ("文件末尾不完整，最后一个字已缺失。",))
    if len(_CONTROL.findall(text)) > len(text) // 50:
        return None
    return Decoded(text, "utf-8", ("utf-8",))


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark: read both ways, only one way gives Han, Chinese marks and ASCII nearly everywhere."""
    if len(data) < 4 or len(data) % 2:
        return None
    sample = data[:_SAMPLE_BYTES]
    shares = {}
    for name in ("utf-16-le", "utf-16-be"):
        text = sample.decode(name, "replace")
        shares[name] = len(_TEXT_LIKE.findall(text)) / len(text)
    best = max(shares, key=lambda name: shares[name])
    other = min(shares.values())
    if shares[best] < 0.9 or other > 0.6:
        return None
    # Plain ASCII read in pairs can look like Han; real UTF-16 holds zero bytes (line ends, digits) or is no UTF-8 at all.
    if b"\0" in sample:
        return best
    return None if _is_utf8(sample) or _double_byte(sample) else best


def _is_utf8(sample: bytes) -> bool:
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(sample) - 3
    return True


def _double_byte(data: bytes) -> Decoded | None:
    """GB18030, or Big5 where its common zone fits better; then both are named, the likelier first."""
    texts = {}
    for name in ("gb18030", "big5hkscs"):
        text = data.decode(name, "replace")
        if text.count("\ufffd") <= len(text) // 200 and len(_CONTROL.findall(text)) <= len(text) // 50:
            texts[name] = text
    if not texts:
        return None
    pairs = b"".join(_DOUBLE.findall(data[:_SAMPLE_BYTES]))
    units = max(1, len(pairs) // 2)
    gb_share = sum(1 for i in range(0, len(pairs), 2) if _GB2312.match(pairs, i)) / units
    big5_share = sum(1 for i in range(0, len(pairs), 2) if _BIG5_COMMON.match(pairs, i)) / units
    if "gb18030" in texts and (gb_share >= 0.85 or "big5hkscs" not in texts or gb_share >= big5_share):
        order = ["gb18030"]
    elif "gb18030" in texts:
        order = ["big5hkscs", "gb18030"]
    else:
        order = ["big5hkscs"]
    found = _lenient(data, order[0])
    ask = ("文件可能是繁体（Big5）编码，请看一眼文字是否通顺，不通顺请改选编码。",) if order[0] == "big5hkscs" else ()
    return Decoded(found.text, found.encoding, tuple(order), found.notes + ask)
