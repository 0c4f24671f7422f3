"""A copy of any kind that came back from review becomes its paragraphs; what is no DOCX has words alone, without bookmarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.errors import UserError
from app.importers.kinds import Kind, kind_of
from app.importers.raw import LeftOut, RawDocument, Reason
from app.importers.raw_text import lines_of_block
from app.importers.readers import read_document
from app.model.reviewed import Author, Comment, ReturnedCopy, ReturnedParagraph

_KINDS = frozenset({Kind.DOCX, Kind.DOC, Kind.RTF})


def read_returned(data: bytes, name: str) -> ReturnedCopy:
    """Read a copy as Word, WPS or another program saved it. Raises UserError for what can't be read and for what is no such document."""
    kind = kind_of(data)
    if kind is Kind.DOCX:
        from app.importers.docx.returned import read_returned_docx

        return read_returned_docx(data, name)
    document = read_document(data, name) if kind in _KINDS else None
    if document is None:
        raise UserError(f"“{name}”不是 Word 或 WPS 文档，请选改好的那份 .docx、.doc、.wps 或 .rtf 文件。")
    return _words_alone(document)


def _words_alone(document: RawDocument) -> ReturnedCopy:
    lines = [line for block in document.blocks for line in lines_of_block(block)]
    paragraphs = tuple(map(ReturnedParagraph, lines))
    return ReturnedCopy(paragraphs, tuple(_comments(document.left_out, lines)))


def _comments(left_out: Sequence[LeftOut], lines: Sequence[str]) -> Iterator[Comment]:
    """The comments, each on the first paragraph that has the words near it."""
    for one in left_out:
        if one.reason is Reason.COMMENT:
            near = one.near.strip()
            at = next((number for number, line in enumerate(lines) if near and near in line), 0)
            start = lines[at].find(near) if near and lines else -1
            place = (start, start + len(near)) if start >= 0 else (0, 0)
            yield Comment(at, *place, one.text, Author(one.author))
