"""The bytes of a Word file become a recognised bulletin with its looks, or one sentence that says what to do instead."""

from __future__ import annotations

from app.errors import UserError
from app.importers.kinds import Kind, kind_of
from app.importers.seen_parts import SeenBulletin, parts_of

_SAVE_AS = "请用 Word 或 WPS 打开它，另存为 .docx 再取"


def read_look(data: bytes, name: str) -> SeenBulletin:
    """Read DOCX or DOC. Raises UserError for other kinds, and for what is broken, hostile, locked or no bulletin."""
    kind = kind_of(data)
    if kind is Kind.DOCX:
        from app.importers.docx.seen_read import seen_docx

        return parts_of(seen_docx(data, name), name)
    if kind is Kind.DOC:
        from app.importers.doc.seen_read import seen_doc

        return parts_of(seen_doc(data, name), name)
    if kind is Kind.ENCRYPTED_OFFICE:
        raise UserError(f"“{name}”加了密码，{_SAVE_AS}，存的时候不设密码。")
    if kind in (Kind.RTF, Kind.ODT, Kind.WORD_XML):
        raise UserError(f"“{name}”不是 .docx 或 .doc 文档，{_SAVE_AS}。")
    raise UserError(f"“{name}”不是 Word 或 WPS 文档，请选上一期简报的 .docx 或 .doc 文件。")
