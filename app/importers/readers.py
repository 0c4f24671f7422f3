"""The bytes of any file become what is in it, by the reader for its kind, or one sentence that says what to do instead."""

from __future__ import annotations

from collections.abc import Callable

from app.errors import UserError
from app.importers.kinds import Kind, kind_of
from app.importers.raw import RawDocument
from app.zipread import open_zip

Reader = Callable[[bytes, str], RawDocument]
"""Takes the bytes of a file and its name for sentences; raises UserError for what it can't read."""


class ForAnotherProgram(UserError):  # noqa: N818 - it is no error
    """A file that is whole, but which another program has to open."""


_AS_DOCX = "请用 Word 或 WPS 打开，另存为 .docx 后再导入"
_FOR_ANOTHER = {
    Kind.ENCRYPTED_OFFICE: "加了密码，请用 Word 或 WPS 打开，去掉密码后另存一份再导入。",
    Kind.WORD_XML: f"是 Word 的 XML 文档，{_AS_DOCX}。",
    Kind.EML: "是邮件，里面可能有几份来稿，请把它放进来稿箱。",
    Kind.MSG: "是 Outlook 邮件，里面可能有几份来稿，请把它放进来稿箱。",
    Kind.ODT: f"是 OpenDocument 文档，{_AS_DOCX}。",
    Kind.SHEET: "是电子表格，不是文稿，请打开它，选中要用的内容复制，再粘贴进来。",
    Kind.SLIDES: "是演示文稿，不是文稿，请打开它，选中要用的文字复制，再粘贴进来。",
}
_REFUSALS = {
    Kind.WORKS: "是微软 Works 的文档，读不了，请让报送单位改发 Word 或 WPS 文档。",
    Kind.OTHER_OLE: "不是 Word 或 WPS 文档（可能已损坏），请让报送单位重发 Word 或 WPS 文档。",
    Kind.ISSUE: "是编报的简报文件，请用“打开”来打开它，或把名字的结尾改回 .jianbao。",
    Kind.OTHER_PACK: "是压缩包，这种压缩包读不了，请先解开，再导入里面的文件。",
    Kind.PICTURE: "是图片，图片里的文字不能识别，请让报送单位发文字稿。",
    Kind.PROGRAM: "是程序，不是文稿，请不要打开它，并向来源核实这个文件。",
}


def is_read_apart(data: bytes) -> bool:
    """Whether a file is of a kind that is walked through by the numbers that it holds, so that a bad one can hang or swell its reader."""
    return kind_of(data) in _READ_APART


def read_document(data: bytes, name: str) -> RawDocument | None:
    """Read a file of any kind, or return None for plain text. Raises UserError for what can't be read."""
    kind = kind_of(data)
    if kind is Kind.TEXT:
        return None
    if kind in _READERS:
        return _READERS[kind](data, name)
    if kind in _FOR_ANOTHER:
        raise ForAnotherProgram(f"“{name}”{_FOR_ANOTHER[kind]}")
    if kind is Kind.ZIP:
        names = open_zip(data, name).names  # says so where the zip is broken, hostile or locked
        raise UserError(f"“{name}”是压缩包，里面有 {len(names)} 个文件，请把它放进来稿箱，或先解开再导入。")
    raise UserError(f"“{name}”{_REFUSALS[kind]}")


def _docx(data: bytes, name: str) -> RawDocument:
    from app.importers.docx.read import read_docx

    return read_docx(data, name)


def _web_page(data: bytes, name: str) -> RawDocument:
    from app.importers.web.page import read_page

    return read_page(data, name)


def _saved_page(data: bytes, name: str) -> RawDocument:
    from app.importers.web.mht import read_mht

    return read_mht(data, name)


def _binary_word(data: bytes, name: str) -> RawDocument:
    from app.importers.doc.read import read_doc

    return read_doc(data, name)


def _rich_text(data: bytes, name: str) -> RawDocument:
    from app.importers.rtf.read import read_rtf

    return read_rtf(data, name)


def _ofd(data: bytes, name: str) -> RawDocument:
    from app.importers.ofd.read import read_ofd

    return read_ofd(data, name)


def _pdf(data: bytes, name: str) -> RawDocument:
    from app.importers.pdf.read import read_pdf

    return read_pdf(data, name)


_READ_APART = frozenset({Kind.DOC, Kind.OFD, Kind.PDF, Kind.RTF})
_READERS: dict[Kind, Reader] = {
    Kind.DOC: _binary_word,
    Kind.DOCX: _docx,
    Kind.HTML: _web_page,
    Kind.MHT: _saved_page,
    Kind.OFD: _ofd,
    Kind.PDF: _pdf,
    Kind.RTF: _rich_text,
}
"""The reader of each kind; its libraries are loaded when a file of its kind comes."""
