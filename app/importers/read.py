"""Bytes, text or a document of a bulletin or a submission become an intake, in which several articles are told apart."""

from __future__ import annotations

from dataclasses import replace

from app.errors import UserError
from app.importers.intake import USUAL, Intake, ReadOptions, read_flat
from app.importers.left_out import remarks
from app.importers.pictures import usable
from app.importers.raw import RawDocument
from app.importers.raw_table import LINE_END
from app.importers.raw_text import FlatText, flattened, told
from app.importers.several import told_apart
from app.text.decode import decode


def read_bytes(data: bytes, name: str, options: ReadOptions = USUAL) -> Intake:
    """Read the bytes of a text file. Raises UserError for empty, binary and oversized input."""
    decoded = decode(data, options.encoding)
    intake = read_text(decoded.text, name, options)
    return replace(intake, encoding=decoded.encoding, encodings=decoded.encodings, notes=decoded.notes)


def read_raw(document: RawDocument, name: str, options: ReadOptions = USUAL) -> Intake:
    """Read what a reader took out of a file. Raises UserError for a document without text and for one that is too long."""
    flat = flattened(document)
    if not flat.text.strip():
        only = "只有图片，图片里的文字不能识别" if document.pictures else "没有文字"
        raise UserError(f"文件里{only}，请让报送单位发文字稿。")
    pictures, notes = usable(flat.pictures)
    intake = told_apart(read_flat(flat, name, options))
    structure = replace(intake.structure, pictures=pictures)
    return replace(intake, structure=structure, notes=(*told(document), *notes), remarks=remarks(document.left_out))


def read_text(text: str, name: str = "", options: ReadOptions = USUAL) -> Intake:
    """Read text that is already decoded (clipboard, another importer). Cheap to call again with repairs switched off.

    Line ends of every system become "\\n" first; that is how `source` keeps them. Raises UserError for an empty text and one that is
    too long.
    """
    return told_apart(read_flat(FlatText(LINE_END.sub("\n", text)), name, options))
