"""The bytes of a file become its kind, told by what is in it and never by its name."""

from __future__ import annotations

import re
from enum import Enum, auto

from app.errors import UserError
from app.zipread import open_zip


class Kind(Enum):
    """The kinds of file that offices send."""

    DOCX = auto()
    DOC = auto()
    ENCRYPTED_OFFICE = auto()
    WORD_XML = auto()
    RTF = auto()
    HTML = auto()
    MHT = auto()
    EML = auto()
    MSG = auto()
    PDF = auto()
    OFD = auto()
    ODT = auto()
    SHEET = auto()
    SLIDES = auto()
    WORKS = auto()
    OTHER_OLE = auto()
    ISSUE = auto()
    ZIP = auto()
    OTHER_PACK = auto()
    PICTURE = auto()
    PROGRAM = auto()
    TEXT = auto()


COMPANIONS = frozenset({Kind.PICTURE, Kind.SHEET, Kind.SLIDES})
"""Kinds that come with a text and are none."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC = (
    (_OLE[:4], Kind.OTHER_OLE),
    (b"%PDF-", Kind.PDF),
    (b"PK\x05\x06", Kind.ZIP),
    (b"Rar!\x1a\x07", Kind.OTHER_PACK),
    (b"7z\xbc\xaf\x27\x1c", Kind.OTHER_PACK),
    (b"\x1f\x8b\x08", Kind.OTHER_PACK),
    (b"BZh", Kind.OTHER_PACK),
    (b"\xfd7zXZ\x00", Kind.OTHER_PACK),
    (b"\x89PNG\r\n", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF8", Kind.PICTURE),
    (b"II*\x00", Kind.PICTURE),
    (b"MM\x00*", Kind.PICTURE),
    (b"MZ\x90\x00", Kind.PROGRAM),
    (b"\x7fELF", Kind.PROGRAM),
)
_FTYP_PICTURE = re.compile(rb"....ftyp(?:heic|heix|mif1|avif)", re.DOTALL)
_BMP = re.compile(rb"BM.{8}(?:\x36|\x7a|\x8a|\x3e|\x76)", re.DOTALL)
_OPENING_BYTES = 4096
_PDF_START_BYTES = 1024
"""A PDF may begin with so much of something else (its reference, annex H)."""

_STREAMS = (
    ("EncryptedPackage", Kind.ENCRYPTED_OFFICE),
    ("WordDocument", Kind.DOC),
    ("__properties_version1.0", Kind.MSG),
    ("Workbook", Kind.SHEET),
    ("Book", Kind.SHEET),
    ("PowerPoint Document", Kind.SLIDES),
    ("MatOST", Kind.WORKS),
)
_STREAM_NAMES = {name.encode("utf-16-le") + b"\0\0": kind for name, kind in _STREAMS}
_DIRECTORY_ENTRY_BYTES = 128
_LATER_WORKS = b"CHNKWKS"
_ENTRY = re.compile(b"|".join(re.escape(name) for name in _STREAM_NAMES))

_PARTS = (
    (re.compile(r"word/document\d*\.xml", re.IGNORECASE), Kind.DOCX),
    (re.compile(r"xl/", re.IGNORECASE), Kind.SHEET),
    (re.compile(r"ppt/", re.IGNORECASE), Kind.SLIDES),
    (re.compile(r"OFD\.xml$", re.IGNORECASE), Kind.OFD),
)
_MIMETYPES = {
    b"application/x-bianbao": Kind.ISSUE,
    b"application/vnd.oasis.opendocument.text": Kind.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": Kind.SHEET,
    b"application/vnd.oasis.opendocument.presentation": Kind.SLIDES,
}
_LONGEST_MIMETYPE = 100
_WORD_TYPE = re.compile(rb"wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroEnabled", re.IGNORECASE)
_CONTENT_TYPES = "[Content_Types].xml"

_HTML = re.compile(
    rb"(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|span|section|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_WORD_XML = re.compile(rb"progid=\"Word\.Document\"|<pkg:package|<w:wordDocument", re.IGNORECASE)
_MAILBOX = re.compile(rb">?From [^\r\n]{0,400}\r?\n\s*")
"""The line before each mail of a mailbox, which some programs leave in front of a saved one."""
_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9_-]{0,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}")
_MIME = re.compile(rb"^(?:mime-version|content-type):", re.IGNORECASE | re.MULTILINE)
_LETTER = re.compile(rb"^(?:to|cc|received|message-id|delivered-to|x-mailer|return-path):", re.IGNORECASE | re.MULTILINE)
_RELATED = re.compile(rb"^content-type:\s*(?:multipart/related|text/html)", re.IGNORECASE | re.MULTILINE)
_MAIL = re.compile(rb"^(?:received|message-id|return-path|delivered-to):", re.IGNORECASE | re.MULTILINE)


def kind_of(data: bytes) -> Kind:
    """What a file is. Bytes that have no sign of another kind are TEXT, which the decoder still may refuse."""
    if data.startswith(_ZIP):
        return _kind_in_zip(data)
    magic = next((kind for start, kind in _MAGIC if data.startswith(start)), None)
    if magic is Kind.OTHER_OLE:
        return _kind_in_ole(data)
    if magic is not None:
        return magic
    opening = data[:_OPENING_BYTES]
    if _FTYP_PICTURE.match(opening) or _BMP.match(opening) or (opening.startswith(b"RIFF") and opening[8:12] == b"WEBP"):
        return Kind.PICTURE
    return _kind_in_text(opening)


def _kind_in_zip(data: bytes) -> Kind:
    """The kind of a zip by its parts; a broken or hostile one is ZIP, and whoever opens it says what is wrong with it."""
    try:
        parts = open_zip(data, "")
        if "mimetype" in parts:
            named = _MIMETYPES.get(parts.read("mimetype", _LONGEST_MIMETYPE).strip())
            if named is not None:
                return named
        for pattern, kind in _PARTS:
            if any(pattern.match(name) for name in parts.names):
                return kind
        if _CONTENT_TYPES in parts and _WORD_TYPE.search(parts.read(_CONTENT_TYPES, 2**20)):
            return Kind.DOCX
    except UserError:
        return Kind.ZIP
    return Kind.ZIP


def _kind_in_ole(data: bytes) -> Kind:
    """The kind of an OLE file by the first stream of its directory that has a known name; so a broken one, too, is told apart."""
    for found in _ENTRY.finditer(data):
        if found.start() % _DIRECTORY_ENTRY_BYTES == 0:
            return _STREAM_NAMES[found.group()]
    return Kind.WORKS if _LATER_WORKS in data else Kind.OTHER_OLE


def _kind_in_text(opening: bytes) -> Kind:
    bare = opening.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"").lstrip()
    if bare.startswith(b"{\\rt"):
        return Kind.RTF
    if bare.startswith(b"<") and _WORD_XML.search(bare):
        return Kind.WORD_XML if not _HTML.match(bare) else Kind.HTML
    if _HTML.match(bare):
        return Kind.HTML
    mailbox = _MAILBOX.match(bare)
    head = _HEADER.match(bare, mailbox.end() if mailbox else 0)
    if head and _MIME.search(head.group()):
        return Kind.MHT if _RELATED.search(head.group()) and not _LETTER.search(head.group()) else Kind.EML
    if head and _MAIL.search(head.group()):
        return Kind.EML
    return Kind.PDF if b"%PDF-" in opening[:_PDF_START_BYTES] else Kind.TEXT  # a mail may bring one as it is
