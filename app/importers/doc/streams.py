"""The bytes of an OLE file become the three streams that a Word file is read from."""

from __future__ import annotations

import io
import struct

import olefile

from app.errors import UserError
from app.importers.doc.fib import Fib, read_fib
from app.records import dataclass

_BROKEN_OLE = (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, OverflowError, struct.error, RecursionError)
"""What the library raises where a file lies about itself; it checks much, and trusts the rest."""
_WORKS = ("MatOST", "MatOST2", "CONTENTS")


@dataclass(frozen=True, slots=True)
class Streams:
    """The text with its pages of formatting, the tables that lead there, and what pictures and long rows are kept in."""

    fib: Fib
    word: bytes
    table: bytes
    data: bytes


def read_streams(data: bytes, name: str) -> Streams:
    """Take the streams out. Raises UserError, in words, for every file that is not one of Word 97-2003 or WPS."""
    try:
        opened: olefile.OleFileIO[str] = olefile.OleFileIO(io.BytesIO(data))
        with opened as ole:
            if ole.exists("EncryptedPackage"):
                raise UserError(f"“{name}”加了密码，请用 Word 或 WPS 打开，去掉密码，另存为 .docx 后再导入。")
            if not ole.exists("WordDocument"):
                if any(ole.exists(stream) for stream in _WORKS):
                    raise UserError(f"“{name}”是微软 Works 的文档，不是金山 WPS 的，请让报送单位另存为 .docx 后重发。")
                raise UserError(f"“{name}”里没有 Word 或 WPS 的正文，请让报送单位检查，另存为 .docx 后重发。")
            word = _stream(ole, "WordDocument")
            fib = read_fib(word, name)
            return Streams(fib, word, _stream(ole, fib.table_name), _stream(ole, "Data"))
    except _BROKEN_OLE as error:
        raise damaged(name) from error


def damaged(name: str) -> UserError:
    """What is said of a file that contradicts itself."""
    return UserError(f"“{name}”已损坏或不完整，请让报送单位重发，或用 Word、WPS 打开后另存为 .docx 再导入。")


def _stream(ole: olefile.OleFileIO[str], name: str) -> bytes:
    """The bytes of a stream; none for one that is not there."""
    if not ole.exists(name):
        return b""
    with ole.openstream(name) as stream:
        return bytes(stream.read())
